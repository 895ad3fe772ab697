"""A scholar's decisions on doubtful readings, in a file beside the paper, and what follows from them."""

from politburo.editing.applying import edited
from politburo.editing.emendations import Emendation, Verdict
from politburo.editing.proposing import proposals
from politburo.editing.readings import Readings, beside

__all__ = ["Emendation", "Readings", "Verdict", "beside", "edited", "proposals"]
