"""Dates with their bounds: «с 1 сентября 1923 г. по 1 января 1924 г.», ``before 1 January 1942``.

    date     = bound period | approx period | range | period [unclear]
    bound    = «с» | «не ранее» | "from" | "as of" …      ; open end
             | «до» | "before" | "until" …                ; open start
    approx   = «около» | "circa" …
    range    = period (dash | «по» | "to" | "through") period
             | day (dash | «или» | "or") point            ; 8 - 21 July 1936
             | «от» period «до» period
             | ("between" | «между») period ("and" | «и») period   ; the first word is not part

A part that one side does not say is taken from the other. Two days joined by "and" are no interval
unless "between" or «между» stands before: of ``10 and 26 April 1941`` only the last is read. A month
or day without a year takes the year said behind "and" (``February and August 1936``), inferred.
To add a bounding phrase, put it under ``[[bound]]`` in ``vocabulary/data/dates.toml``.
"""

from __future__ import annotations

from functools import cache

from politburo.tokens import Kind, Tokens
from politburo.values.calendar_dates import Part
from politburo.values.date_periods import Draft, of_point, read_bare_year, read_period
from politburo.values.date_points import is_glued, month_at, read_day, read_from_day, year_tail
from politburo.values.date_words import bounds, is_in, months, numbered, opens_digits, ordinals, words

__all__ = ["date_words", "may_begin_date", "read_draft", "skipped"]


def read_draft(tokens: Tokens, at: int) -> Draft | None:
    """Read what stands for a date at ``at``, not yet held against the calendar.

    >>> read_draft(Tokens("8 - 21 July 1936"), 0)[:2]
    ((1936, 7, 8), (1936, 7, 21))
    """
    if not may_begin_date(tokens, at):
        return None
    draft = _bounded(tokens, at) or _approximate(tokens, at) or _plain(tokens, at)
    return draft and _doubted(tokens, draft)


def may_begin_date(tokens: Tokens, at: int) -> bool:
    """Tell from the token and the one behind it whether a date can begin; for speed.

    >>> may_begin_date(Tokens("120 тыс. т"), 0), may_begin_date(Tokens("1 мая"), 0)
    (False, True)
    """
    if tokens.kinds[at] is Kind.NUMBER:
        return _number_may_begin(tokens, at)
    key = tokens.keys[at]
    if key not in date_words():
        return False
    if key in _ZEROS:
        return opens_digits(tokens, at)
    if key not in _introducers():
        return True
    following = tokens.keys[at + 1]
    if tokens.kinds[at + 1] is Kind.NUMBER or following in date_words() or following in _second_words():
        return True
    return opens_digits(tokens, at + 1)


def _number_may_begin(tokens: Tokens, at: int) -> bool:
    size, following = len(tokens.words[at]), tokens.words[at + 1]
    if size > 2:
        return size == 4 or (size == 3 and tokens.tight(at + 1) and tokens.kinds[at + 1] is Kind.WORD)
    if following in (".", "/"):
        after = tokens.words[at + 2]
        return len(after) < 5 and (after.isdecimal() or after[:1] in _ROMAN)
    return (following[:1] in _ROMAN and len(following) < 5) or tokens.keys[at + 1] in _followers()


# Letters that a Roman month or the rest of a number can begin with.
_ROMAN = frozenset("IVXІХУПШlivxхЗОOзоo10[б")
# «О мае» is about it; «O2.05.1931» is a day.
_ZEROS = frozenset("oо")


@cache
def date_words() -> frozenset[str]:
    """Return the keys of the words that may open a date.

    >>> {"до", "мая", "i"} <= date_words(), "рублей" in date_words()
    (True, False)
    """
    romans = {"i", "ii", "iii", "iv", "і", "іі", "ііі", "п", "ш", "з", "зо", "б", "l", *_ZEROS}
    named = ("part", "mid", "approximately", "opening", "out_of", "special_quarter")
    listed = {word for name in named for word in words(name)}
    return frozenset(set(months()) | set(bounds()) | set(ordinals()) | romans | listed | {"_", "\\"})


@cache
def _introducers() -> frozenset[str]:
    return (frozenset(bounds()) | words("out_of") | words("approximately")) - words("part")


@cache
def _second_words() -> frozenset[str]:
    return frozenset(rest[0] for ways in bounds().values() for rest, _ in ways if rest) | {".", "the"}


@cache
def _followers() -> frozenset[str]:
    named = ("dash", "day_ending", "year_ending", "this", "of", "and", "or", "up_to", "down_to", "quarter")
    listed = {word for name in named for word in words(name)}
    return frozenset(set(months()) | listed | words("half_year"))


def _plain(tokens: Tokens, at: int) -> Draft | None:
    """Read a range or a period that no word introduces."""
    lead = tokens.keys[at - 1] if at else ""
    if tokens.keys[at] in words("out_of"):
        draft = _ranged(tokens, at + 1, "out_of")
        return draft if draft is not None and draft.start != draft.end else None
    draft = _ranged(tokens, at, "between" if lead in words("between") else "")
    if draft is None or (draft.weak and not _month_expected(tokens, at)):
        return None
    return draft


def _month_expected(tokens: Tokens, at: int) -> bool:
    """Tell whether a bare month at ``at`` is a date: "in May", «к июню», the second of "May and June"."""
    lead = tokens.keys[at - 1] if at else ""
    second = lead == "," or lead in words("and") or lead in words("or")
    return lead in words("before_month") or (second and at > 1 and month_at(tokens, at - 2) is not None)


def _bounded(tokens: Tokens, at: int) -> Draft | None:
    """Read a date with the word that makes a bound of it."""
    for rest, side in bounds().get(tokens.keys[at], ()):
        start = at + 1 + len(rest)
        if side == "over" or tuple(tokens.keys[at + 1 : start]) != rest or tokens.breaks[start] > 1:
            continue
        start += tokens.keys[start] == "the"
        if side == "until" and tokens.keys[start] in words("part"):
            return None
        draft = _ranged(tokens, start, "from" if side == "from" else "")
        if draft is None:
            continue
        if side == "until":
            return draft._replace(start=None, end=draft.start)
        return draft if draft.ranged else draft._replace(end=None)
    return None


def _approximate(tokens: Tokens, at: int) -> Draft | None:
    key = tokens.keys[at]
    if key not in words("approximately"):
        return None
    start = at + 2 if tokens.words[at + 1] == "." else at + 1
    draft = _ranged(tokens, start, "")
    if draft is None and key in words("surely_approximate"):
        draft = read_bare_year(tokens, start)
    if draft is None or draft.start is None:
        return None
    return draft._replace(approximate=True, weak=False)


def _doubted(tokens: Tokens, draft: Draft) -> Draft:
    """Read ``[date unclear]`` or ``(?)`` behind a date."""
    at = draft.stop
    if tokens.words[at] not in ("[", "("):
        return draft
    inner = at + 1
    while tokens.keys[inner] in words("unclear_subject"):
        inner += 1
    if tokens.words[inner] != "?" and tokens.keys[inner] not in words("unclear"):
        return draft
    if tokens.words[inner + 1] not in ("]", ")"):
        return draft
    return draft._replace(approximate=True, stop=inner + 2)


def _ranged(tokens: Tokens, at: int, lead: str) -> Draft | None:
    """Read a period, or a range of two."""
    days = _days(tokens, at, lead)
    if days is not None:
        return days
    left = read_period(tokens, at)
    if left is None or left.fault:
        return left
    if lead and tokens.words[left.stop] == "," and tokens.keys[left.stop + 1] in words("up_to"):
        # "from September 1, 1961, to March 1, 1962"
        left = left._replace(stop=left.stop + 1)
    if not _connects(tokens, left.stop, lead):
        return left if lead else _with_year_behind(tokens, left)
    right = _to(tokens, left, left.stop + 1)
    numbers = right is None and tokens.keys[left.stop] in words("up_to") and left.stop == at + 1
    # "from 1900 to 2000 tons" is no year.
    return None if numbers and tokens.kinds[left.stop + 1] is Kind.NUMBER else right or left


def _connects(tokens: Tokens, at: int, lead: str) -> bool:
    key = tokens.keys[at]
    if tokens.breaks[at] > 1 or tokens.breaks[at + 1] > 1:
        return False
    if key in words("dash") or key in words("up_to"):
        return True
    if key in words("down_to"):
        return lead in ("out_of", "from")
    return lead == "between" and key in words("and")


def _to(tokens: Tokens, left: Draft, at: int) -> Draft | None:
    """Read the right side of a range and give each side what only the other says."""
    if tokens.keys[at] in words("dash") and tokens.tight(at):
        at += 1
    right = _right_side(tokens, at) or _day_of_same_month(tokens, left, at)
    if right is None and left.start is not None and left.start[1] is None:
        right = read_bare_year(tokens, at)
    if right is None or right.fault or left.start is None or right.end is None:
        return None
    ends = _completed(left.start, right.end)
    if ends is None:
        return None
    this_year = left.this_year or right.this_year
    noise = left.noise + right.noise
    return Draft(*ends, right.stop, noise, this_year, ranged=True)


def _right_side(tokens: Tokens, at: int) -> Draft | None:
    point = read_from_day(tokens, at) if tokens.kinds[at] is Kind.NUMBER else None
    return read_period(tokens, at) if point is None else of_point(point)


def _day_of_same_month(tokens: Tokens, left: Draft, at: int) -> Draft | None:
    """Read the right side of ``March 17-20, 1922`` or ``January 10 to 15, 1933``."""
    day = read_day(tokens, at)
    if day is None or left.start is None or left.start[0] or not left.start[2]:
        return None
    if day[0] < left.start[2] or is_in(tokens, day[1], "counted"):
        return None
    year = year_tail(tokens, day[1], bare=False)
    part = year.year if year else None, left.start[1], day[0]
    stop, noise = (year.stop, day[2] + year.noise) if year else (day[1], day[2])
    return Draft(part, part, stop, noise, year is not None and year.year is None)


def _completed(left: Part, right: Part) -> tuple[Part, Part] | None:
    """Return both sides of a range with the year of either, or None where they do not fit.

    A day and a month («с 1 января 1917 г. по январь 1918 г.») fit where each has its year; a range
    may be of one day ("March 17-17, 1922").
    """
    alike = (left[1] is None, left[2] is None) == (right[1] is None, right[2] is None)
    if not alike and None in (left[0], left[1], right[0], right[1]):
        return None
    backwards = (left[1] or 0, left[2] or 0) > (right[1] or 0, right[2] or 0)
    if left[0] is None and right[0] is not None:
        left = (right[0] - backwards, *left[1:])
    elif right[0] is None and left[0] is not None:
        right = (left[0] + backwards, *right[1:])
    in_order = left[0] is None or _key(left) <= _key(right)
    return (left, right) if in_order and (left != right or left[2]) else None


def _key(part: Part) -> tuple[int, int, int]:
    return part[0] or 0, part[1] or 0, part[2] or 0


def _days(tokens: Tokens, at: int, lead: str) -> Draft | None:
    """Read ``8 - 21 July 1936``, «6 или 7 декабря», «с 5 по 10 мая»: a day, then a whole date."""
    if tokens.kinds[at] is not Kind.NUMBER or len(tokens.words[at]) > 2 or is_glued(tokens, at):
        return None
    day = read_day(tokens, at)
    if day is None or numbered(tokens, at):
        return None
    number, stop, noise = day
    if not (is_in(tokens, stop, "or") or _connects(tokens, stop, lead)) or tokens.breaks[stop + 1] > 1:
        return None
    point = read_from_day(tokens, stop + 1)
    if point is None or not 0 < number <= (point.day or 0):
        return None
    right = of_point(point)
    start = (point.year, point.month, number)
    return right._replace(start=start, noise=noise + right.noise, ranged=True)


def _with_year_behind(tokens: Tokens, left: Draft) -> Draft:
    """Give ``February`` the year of ``February and August 1936``."""
    if left.start is None or left.start[0] or left.this_year or left.start != left.end:
        return left
    stop = left.stop
    for _ in range(3):
        joined = is_in(tokens, stop, "and") or is_in(tokens, stop, "or") or tokens.words[stop] == ","
        right = read_period(tokens, stop + 1) if joined and tokens.breaks[stop + 1] < 2 else None
        if right is None or right.start is None or (right.start[2] is None) != (left.start[2] is None):
            return left
        if right.start[0] is not None:
            ends = _completed(left.start, right.start)
            if ends is None:
                return left
            return left._replace(start=ends[0], end=ends[0], inferred=True, weak=False)
        stop = right.stop
    return left


def skipped(tokens: Tokens) -> int:
    """Return how many tokens of a whole text are read over: «к», «не позднее», «до» of «до конца».

    >>> skipped(Tokens("до конца сентября")), skipped(Tokens("не позднее 1 мая"))
    (1, 2)
    """
    for rest, side in bounds().get(tokens.keys[0], ()):
        stop = 1 + len(rest)
        if side == "over" and tuple(tokens.keys[1:stop]) == rest:
            return stop - 1 if rest and rest[-1] in words("part") else stop
    return 0
