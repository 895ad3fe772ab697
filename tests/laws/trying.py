"""How often a law is tried: laws about whole papers cost more than laws about one value."""

from __future__ import annotations

from hypothesis import settings

__all__ = ["on_papers"]

DEEP = 2000


def on_papers() -> settings:
    """Try a law on a fifth of the usual examples, in the deep profile on all of them."""
    usual = settings().max_examples
    return settings(max_examples=usual if usual >= DEEP else max(usual // 5, 5))
