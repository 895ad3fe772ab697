"""How a notebook shows what the library gives it: HTML in a browser, plain text elsewhere.

What derives from :class:`Shown` knows no HTML. A notebook asks it for its forms, and only then is
the module that makes them looked up by its name, so that values and records stay below everything
that shows them.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["Shown"]

# Where the forms are made. By name: nothing below may import it.
_MAKER = "politburo.showing.notebook"


class Shown:
    """What a notebook can show.

    >>> class Seal(Shown):
    ...     __slots__ = ()
    ...     def __str__(self): return "<ЦК>"
    >>> Seal()._repr_html_()
    '<span title="Seal">&lt;ЦК&gt;</span>'
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        html: str = import_module(_MAKER).html_of(self)
        return html

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """Return the forms that Jupyter chooses from."""
        forms = {"text/plain": repr(self), "text/html": self._repr_html_()}
        wanted = set(forms if include is None else include) - set(exclude or ())
        return {name: form for name, form in forms.items() if name in wanted}
