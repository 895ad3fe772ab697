"""Files of any kind taken in as texts whose passages lead back to the page."""

from politburo.sources.errors import Limits, SourceError
from politburo.sources.opening import open_source
from politburo.sources.places import Page, Place
from politburo.sources.source import Source

__all__ = ["Limits", "Page", "Place", "Source", "SourceError", "open_source"]
