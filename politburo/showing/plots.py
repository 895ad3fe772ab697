"""Pictures of some papers: loan accounts over time, sums by currency and year, addressees, a calendar.

Each function returns a Vega-Lite specification as a plain mapping, for which nothing need be installed;
:func:`chart` makes an Altair chart of it (``pip install politburo[plots]``). What transcription and
translation both say is counted once. A further picture is a function and an entry in :data:`PLOTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from politburo.accounts import LoanAccount, LoanAccounts
from politburo.accounts.entries import Entry
from politburo.decisions import Papers, Point, points
from politburo.showing.network import Network
from politburo.showing.saying import saying
from politburo.showing.words import in_words
from politburo.values.base import Value
from politburo.values.money import MonetaryAmount
from politburo.values.names import Person
from politburo.values.quantities import Quantity

if TYPE_CHECKING:
    import altair as alt

__all__ = ["PLOTS", "addressees", "calendar", "chart", "loans", "sums"]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_NO_DAY = "?"

Spec = dict[str, Any]


def sums(papers: Papers) -> Spec:
    """Return the sums that are named, by currency and year: one bar a year, one field a currency.

    A range counts with its lower end, and a sum that is named twice counts twice: what a paper names is
    not what was spent.

    >>> sums([])["data"]
    {'values': []}
    """
    bars = {
        "mark": {"type": "bar", "stroke": "white", "strokeWidth": 0.5},
        "width": 260,
        "height": 90,
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": None},
            "y": {"field": "amount", "type": "quantitative", "aggregate": "sum", "title": None},
            "detail": [{"field": "paper"}, {"field": "point"}, {"field": "quote"}],
            "tooltip": [{"field": name} for name in ("sum", "year", "paper", "point", "title", "quote")],
        },
    }
    faceted = {"facet": {"field": "unit", "title": None}, "columns": 3, "spec": bars}
    return _spec("Sums named, by currency and year", list(_sums(papers))) | faceted | _free_scales()


def _sums(papers: Papers) -> Iterator[dict[str, Any]]:
    for point in points(papers):
        year = point.date.year if point.date else None
        for money in (money for each in point.decision.directives for money in each.money):
            low = money.low if money.low is not None else money.high
            if year is not None and low is not None:
                said = {"unit": _unit(money), "year": year, "amount": float(low), "sum": in_words(money)}
                yield said | _place(point) | {"quote": point.quote(money)}


def _place(point: Point) -> dict[str, str]:
    """Return paper, entity and title, as a tooltip shows them."""
    return {"paper": point.paper, "point": point.entity, "title": str(point.decision.title or "")}


def _unit(amount: MonetaryAmount | Quantity) -> str:
    """Return the name of a unit, in the plural."""
    two = type(amount).parse(f"2 {str(amount).rpartition(' ')[2]}")
    return in_words(two).partition(" ")[2]


def calendar(papers: Papers) -> Spec:
    """Return the days on which decisions were taken: a line for each month, darker where there are many.

    >>> calendar([])["mark"]["type"]
    'rect'
    """
    return _spec("Decisions, day by day", list(_days(papers))) | {
        "mark": {"type": "rect", "stroke": "white"},
        "width": {"step": 17},
        "height": {"step": 17},
        "encoding": {
            "x": {
                "field": "day",
                "type": "ordinal",
                "title": None,
                "scale": {"domain": [*map(str, range(1, 32)), _NO_DAY]},
                "axis": {"labelAngle": 0, "labelOverlap": False},
            },
            "y": {"field": "month", "type": "ordinal", "title": None},
            "color": {"field": "decisions", "type": "quantitative", "scale": {"scheme": "oranges"}},
            "tooltip": [{"field": name} for name in ("date", "decisions", "titles")],
        },
    }


def _days(papers: Papers) -> Iterator[dict[str, Any]]:
    found: dict[tuple[str, str], list[Point]] = {}
    for point in points(papers):
        first = point.date.earliest if point.date else None
        if point.date and first:
            day = str(first.day) if point.date.is_day else _NO_DAY
            found.setdefault((f"{first:%Y-%m}", day), []).append(point)
    for (month, day), taken in sorted(found.items()):
        titles = "; ".join(f"{p.decision.number}. {p.decision.title or ''}".strip() for p in taken)
        row = {"month": month, "day": day, "date": str(taken[0].date), "decisions": len(taken)}
        yield row | {"titles": titles}


def addressees(papers: Papers, *, most: int = 30) -> Spec:
    """Return who was sent extracts of the same points: a circle of addressees, tied where they share some.

    A larger disc has more extracts, a broader line more points in common. The ``most`` addressees with
    the most extracts are shown; persons are called as the vocabulary knows them.

    >>> [layer["mark"]["type"] for layer in addressees([])["layer"]]
    ['rule', 'point', 'text', 'text']
    """
    sent = [
        frozenset(_called(recipient.party) for recipient in point.decision.recipients)
        for point in points(papers)
    ]
    return _spec("Who was sent extracts of the same points") | Network.of(sent, most).layers()


def _called(party: Value) -> str:
    # Few fonts have the prime by which catalogues write a soft sign.
    return party.label("en").replace("ʹ", "'") if isinstance(party, Person) else saying(party, "en")


def loans(papers: Papers) -> Spec:
    """Return what can be left of each loan over time: at most the line, at least the foot of the shade.

    A hollow point draws without a figure, so that only the bound is known; where not even that is known
    the line has a gap.

    >>> [layer["mark"]["type"] for layer in loans([])["spec"]["layer"]]
    ['area', 'line', 'point']
    """
    rows = [row for account in LoanAccounts.from_documents(papers) for row in _steps(account)]
    when = {"field": "date", "type": "temporal", "title": None}
    legend = {"orient": "bottom", "columns": 1, "labelLimit": 400, "symbolOpacity": 1}
    colour = {"field": "loan", "type": "nominal", "title": None, "legend": legend}
    shade = {"y": {"field": "most", "type": "quantitative", "title": None}, "y2": {"field": "least"}}
    line = {"y": {"field": "most", "type": "quantitative", "title": None}}
    filled = {"condition": {"test": "datum.figure", "value": 1}, "value": 0}
    told = [{"field": name} for name in ("loan", "date", "kind", "amount", "left", "paper", "point", "quote")]
    layers = [
        {"mark": {"type": "area", "interpolate": "step-after", "opacity": 0.12}, "encoding": shade},
        {"mark": {"type": "line", "interpolate": "step-after"}, "encoding": line},
        {
            "mark": {"type": "point", "filled": False, "size": 55},
            "encoding": line | {"fill": colour | {"legend": None}, "fillOpacity": filled, "tooltip": told},
        },
    ]
    drawn = {"width": 420, "height": 140, "encoding": {"x": when, "color": colour}, "layer": layers}
    faceted = {"facet": {"row": {"field": "unit", "title": None}}, "spec": drawn}
    return _spec("What can be left of each loan", rows) | faceted | _free_scales()


def _steps(account: LoanAccount) -> Iterator[dict[str, Any]]:
    principal = account.principal
    if principal is None or principal.high is None:
        return
    for entry in account.entries:
        day = entry.date.earliest if entry.date else None
        if day is None:
            continue
        balance = account.balance(on=entry.date)
        bounds = (balance.left.high, balance.left.low) if balance.left else (None, None)
        most, least = (None if bound is None else float(bound) for bound in bounds)
        yield {
            "loan": _loan_name(account, principal),
            "unit": _unit(principal),
            "date": day.isoformat(),
            "most": most,
            "least": 0.0 if least is None and most is not None else least,
            "left": str(balance),
            **_booked(entry),
        }


def _loan_name(account: LoanAccount, principal: Value) -> str:
    parties = [f"to {saying(party, 'en')}" for party in account.borrowers[:1]]
    days = [f"of {entry.date}" for entry in (account.granted,) if entry and entry.date]
    return " ".join([in_words(principal), *parties, *days])


def _booked(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind.value,
        "amount": in_words(entry.amount) if entry.amount else "no figure",
        "figure": entry.amount is not None,
        "paper": entry.passage.document,
        "point": entry.passage.entity,
        "quote": " ".join(entry.passage.quote.split()),
    }


def _spec(title: str, rows: list[dict[str, Any]] | None = None) -> Spec:
    data = {} if rows is None else {"data": {"values": rows}}
    return {"$schema": _SCHEMA, "title": title, **data}


def _free_scales() -> Spec:
    """Give each unit an axis of its own: sums in different units cannot be compared."""
    return {"resolve": {"scale": {"y": "independent"}}}


PLOTS: Mapping[str, Callable[[Papers], Spec]] = MappingProxyType(
    {"loans": loans, "sums": sums, "addressees": addressees, "calendar": calendar}
)


def chart(spec: Spec) -> alt.SchemaBase:
    """Return a specification as an Altair chart, ready to show or save.

    >>> type(chart(calendar([]))).__name__
    'Chart'
    """
    from politburo.errors import MissingExtraError

    try:
        import altair as alt
    except ImportError:
        raise MissingExtraError("altair", "plots") from None
    # What is used is the same in Vega-Lite 5 and 6; Altair draws with the one that it brings.
    made: alt.SchemaBase = alt.Chart.from_dict(spec | {"$schema": alt.SCHEMA_URL})
    return made
