"""What text recognition mistakes for something else, put right where nothing else can be meant.

``б)`` comes as ``6)``, ``l. 5`` as ``1. 5``, ``17.VI.36`` as ``17.УТ.36``, ``Op.`` in Russian as ``On.``.
Each rule looks at what stands around: the mark before, the labels of a reference, the alphabet of the words
beside. To add one: a function from a text to its edits, named in ``RULES``. The letters stand in
``mending.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from politburo.sources.extract import Edit
from politburo.text import Span
from politburo.vocabulary import table

__all__ = ["RULES", "misrecognised"]

_SLUG = "misrecognised"
_CYRILLIC = "\u0400-\u04ff"


def misrecognised(text: str, start: int, stop: int, meant: str) -> Edit:
    """Return the edit that puts something else in the place of what was recognised."""
    span = Span(start, stop)
    return Edit(span, meant, _SLUG, f"recognised as {span.of(text)!r}, read as {meant!r}")


def _edits(text: str, pattern: re.Pattern[str], meant: Callable[[re.Match[str]], str]) -> Iterator[Edit]:
    """Yield an edit for each match that means something else."""
    for match in pattern.finditer(text):
        said = meant(match)
        if said != match.group():
            yield misrecognised(text, *match.span(), said)


# --- words in the alphabet of their neighbours -----------------------------------------------------


@cache
def _word() -> re.Pattern[str]:
    letter = f"A-Za-z{_CYRILLIC}"
    return re.compile(rf"(?<![{letter}_/§#])(?<!\D-)[{letter}]+(?![\w/-])")


def _alphabets(text: str) -> Iterator[Edit]:
    r"""Yield the words among words of the other alphabet that can be of that one.

    Words that can be of one alphabet only decide: those on the same line, or where a line has none, those
    before and after it.

    >>> [edit.text for edit in _alphabets("Decision of the СС on the loan.\nО займе oт 5.X.31 r. для НКВТ")]
    ['CC', 'от', 'г']
    """
    words = list(_word().finditer(text))
    certain = [_certain(match.group()) for match in words]
    before, behind = _nearest(words, certain, text), _nearest(words[::-1], certain[::-1], text)[::-1]
    for match, alphabet, *sides in zip(words, certain, before, behind, strict=True):
        meant = "" if alphabet else _among(match.group(), sides)
        if meant:
            yield misrecognised(text, *match.span(), meant)


_Side = tuple[str, bool]


def _nearest(words: list[re.Match[str]], certain: list[str], text: str) -> list[_Side]:
    """Return for each word the alphabet of the nearest certain one before it, and whether on its line."""
    found: list[_Side] = []
    alphabet, at = "", 0
    for match, own in zip(words, certain, strict=True):
        low, high = sorted((at, match.start()))
        found.append((alphabet, "\n" not in text[low:high]))
        if own:
            alphabet, at = own, match.start()
    return found


def _among(word: str, sides: list[_Side]) -> str:
    """Return a word in the alphabet of its neighbours, if it is of the other one and they are agreed.

    A word of one or two letters may stand at the end of a line, a longer one needs neighbours on both sides.
    """
    beside = {alphabet for alphabet, near in sides if near and alphabet}
    around = {alphabet for alphabet, _ in sides}
    decisive = beside if beside and len(word) < 3 else around
    alphabet = decisive.pop() if len(decisive) == 1 else ""
    return _put_into(word, alphabet) if alphabet and alphabet != _alphabet(word) else ""


def _alphabet(word: str) -> str:
    """Return the alphabet of a word; nothing for one that is mixed."""
    return "to_latin" if word.isascii() else "" if re.search("[A-Za-z]", word) else "to_cyrillic"


@lru_cache(maxsize=4096)
def _certain(word: str) -> str:
    """Return the alphabet of a word that can be of no other."""
    own = _alphabet(word)
    if len(word) < 2 or not own or _is_numeral(word):
        return ""
    return "" if _put_into(word, "to_cyrillic" if own == "to_latin" else "to_latin") else own


def _is_numeral(word: str) -> bool:
    return set(word) <= set("IVXІХ")


@cache
def _letters(name: str) -> dict[str, str]:
    """Return the letters that are mistaken for one of an alphabet, and that one."""
    return {pair[0]: pair[1:] for pair in table("mending")[name]}


def _put_into(word: str, alphabet: str) -> str:
    """Return a word with all its letters in an alphabet; nothing where one has no like there."""
    letters = _letters(alphabet)
    foreign = [each for each in word if each.isalpha() and each.isascii() != (alphabet == "to_latin")]
    if _is_numeral(word) or not letters.keys() >= set(foreign):
        return ""
    return "".join(letters[letter] if letter in foreign else letter for letter in word)


# --- marks of items --------------------------------------------------------------------------------


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(
        rf"^[ \t]*(?:\| ?|\d{{1,3}}\.[-–—]* )?([0-9A-Za-z{_CYRILLIC}]{{1,2}})\)(?= )", re.MULTILINE
    )


def _marks(text: str) -> Iterator[Edit]:
    r"""Yield the marks that can only be the letter that follows the mark before.

    >>> [edit.text for edit in _marks("а) один;\n6) два;\nв) три.\n5) пять\n6) шесть")]
    ['б']
    """
    before, number = "", ""
    for match in _mark().finditer(text):
        mark = match[1]
        follows = mark.isdecimal() and number.isdecimal() and int(mark) == int(number) + 1
        meant = "" if follows else _next(before, mark)
        if meant and meant != mark:
            yield misrecognised(text, *match.span(1), meant)
        if mark.isdecimal() and not meant:
            number = mark
        else:
            before = meant or mark


def _next(before: str, mark: str) -> str:
    """Return the letter that follows another, if the mark can be it."""
    for alphabet in ("абвгдежзиклмнопрст", "abcdefghijklmnopqrst"):
        at = alphabet.find(before) if len(before) == 1 else -1
        if 0 <= at < len(alphabet) - 1 and f"{mark}{alphabet[at + 1]}" in _marked():
            return alphabet[at + 1]
    return ""


@cache
def _marked() -> frozenset[str]:
    return frozenset(table("mending")["marks"])


@cache
def _scope() -> re.Pattern[str]:
    letter = "[а-д]"
    return re.compile(
        rf"(?<=[—–-] )6(?=, ?{letter}\b|[;,.]? *$|; ?[А-Я])|(?<=\b{letter}, )6(?=[;,.]|$)", re.MULTILINE
    )


def _scopes(text: str) -> Iterator[Edit]:
    """Yield the points that are sent to someone: «Ягоде — 6» where there is no point 6."""
    if re.search(r"^ *б\) ", text, re.MULTILINE) and not re.search(r"^ *6[.)] ", text, re.MULTILINE):
        yield from _edits(text, _scope(), lambda _: "б")


# --- labels of references --------------------------------------------------------------------------

_NUMBER = rf"\.? ?\d+[a-z{_CYRILLIC}]?"
_GAP = r" ?[,.]? ?"


@cache
def _latin_labels() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<f>[fFГгЕE])(?={_NUMBER}){_NUMBER}{_GAP}(?P<op>[oоOО0][pрnп]|[pр][eе][rг])(?={_NUMBER}){_NUMBER}{_GAP}"
        rf"(?P<d>[dD4aаA]|[dд][oо][kк])(?=[. ]){_NUMBER}(?:{_GAP}(?P<l>[lL1I|]{{1,2}})(?=\. ?\d))?"
    )


@cache
def _russian_labels() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<f>[фФ>®])(?={_NUMBER}){_NUMBER}{_GAP}(?P<op>[оОoO0][пnр])(?={_NUMBER}){_NUMBER}{_GAP}"
        rf"(?P<d>[дДAАaJ])(?={_NUMBER}){_NUMBER}(?:{_GAP}(?P<l>[лЛпПJ]{{1,2}})(?=\. ?\d))?"
    )


_RIGHT = {
    "latin": {
        "f": ("f", "F"),
        "op": ("op", "Op", "per"),
        "d": ("d", "D", "dok"),
        "l": ("l", "L", "ll", "Ll"),
    },
    "russian": {"f": ("ф", "Ф"), "op": ("оп", "Оп"), "d": ("д", "Д"), "l": ("л", "Л", "лл", "Лл")},
}


def _references(text: str) -> Iterator[Edit]:
    """Yield the labels of a reference that are told by those beside: fond, opis, delo, leaf.

    >>> [edit.text for edit in _references("RGASPI, f. 17, ор. 162, 4. 31, 1. 115")]
    ['op', 'd', 'l']
    """
    for pattern, right in ((_latin_labels(), _RIGHT["latin"]), (_russian_labels(), _RIGHT["russian"])):
        for match in pattern.finditer(text):
            for name, labels in right.items():
                if match[name] and match[name] not in labels:
                    yield misrecognised(text, *match.span(name), _label(match[name], labels, match["f"]))


def _label(said: str, labels: tuple[str, ...], first: str) -> str:
    """Return the label of the same length, a capital where the label is one."""
    small, large, *longer = labels
    if len(said) != len(small):
        return longer[0]
    return large if first.isupper() and first in "FФ" and said[0].upper() == said[0] else small


@cache
def _back() -> re.Pattern[str]:
    return re.compile(r"(?<=\d )(?:06|0б|o6|об|o[bЬ6])(?=[.,;)\n]|\Z)")


def _backs(text: str) -> Iterator[Edit]:
    """Yield the backs of leaves: «Л. 40 06.»."""
    for match in _back().finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if re.search(r"[лЛ]{1,2}\. ?[\d,–— -]+\Z", before) and match.group() != "об":
            yield misrecognised(text, *match.span(), "об")


# --- numbers and numerals --------------------------------------------------------------------------


@cache
def _grouped() -> re.Pattern[str]:
    group = r" ?\d{3}(?!\d)"
    return re.compile(rf"(?<![\d.,])(?<!\n)\d{{1,3}}(?P<mark>[.,]){group}(?:(?P=mark){group})*(?![.,]\d)")


def _groups(text: str) -> Iterator[Edit]:
    """Yield the numbers with a space inside: 1, 350, 000."""
    for match in _grouped().finditer(text):
        said = match.group()
        if " " in said and (said.endswith("000") or re.search(r"\d[.,]\d{3}", said)):
            yield misrecognised(text, *match.span(), said.replace(" ", ""))


@cache
def _month() -> re.Pattern[str]:
    return re.compile(r"(?<=\b\d\d|\b.\d) ?([.,/]) ?([IVXУТTГПШ1lLІХ\\]{1,5})([.,/]) ?(?=(?:19)?\d\d(?!\d))")


@cache
def _roman() -> dict[str, str]:
    return {pair[0]: pair[1:] for pair in table("mending")["roman"]}


_MONTHS = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"))


def _months(text: str) -> Iterator[Edit]:
    """Yield the months in Roman numerals: «17.УТ.36».

    >>> [edit.text for edit in _months("от 17.УТ.36г. и 12,VII.23")]
    ['.VI.', '.VII.']
    """
    for match in _month().finditer(text):
        first, month, last = match.groups()
        meant = "".join(_roman().get(letter, letter) for letter in month)
        meant = meant[1:] if month[0] == "1" and meant not in _MONTHS else meant
        # The grammar of dates knows Ш and tells of it.
        doubtful = (
            month == "Ш"
            or set(month) <= set("1lL")
            or (" " in match.group() and set(meant) == {"I"} and first == ",")
        )
        if meant in _MONTHS and not doubtful and match.group() != f".{meant}.":
            dot = "." if "," in (first, last) else first
            yield misrecognised(text, *match.span(), f"{dot}{meant}{dot}")


@cache
def _romans() -> re.Pattern[str]:
    return re.compile(r"^(Т{1,3}|П|Ш)(?=\. [А-Я0])|(?<=[—–-] )(Т{1,3}|П|Ш)(?=[;,]|\.$)", re.MULTILINE)


def _roman_marks(text: str) -> Iterator[Edit]:
    r"""Yield the Roman numbers of items, where there is a first one and a second.

    >>> [edit.text for edit in _roman_marks("Т. По импорту:\nТТ. По экспорту:")]
    ['I', 'II']
    """
    marks = {match.group() for match in re.finditer(r"^(?:Т{1,2}|П)(?=\. [А-Я0])", text, re.MULTILINE)}
    if "Т" in marks and len(marks) > 1:
        yield from _edits(
            text, _romans(), lambda match: "I" * {"П": 2, "Ш": 3}.get(match.group(), len(match.group()))
        )


def _points(text: str) -> Iterator[Edit]:
    """Yield the Roman numbers of points that are none: P64/VL."""
    pattern = re.compile(r"(?<=\d/)([IVX]{1,4})[Ll1](?![\w])")
    yield from _edits(text, pattern, lambda match: f"{match[1]}I")


# --- letters and signs -----------------------------------------------------------------------------


@cache
def _about() -> re.Pattern[str]:
    number = rf"\d(?:\([^()\n]{{1,6}}\)|-[A-Za-z{_CYRILLIC}]{{1,3}})?"
    mark = rf"(?:{number}|^(?:[IVX]|Т){{1,4}}(?=\.))[.:)]?[ \xa0]?[-–—]* "
    return re.compile(rf"(?:^(?=0[6б])|{mark})(?P<zero>0[6б]?)(?= [А-Яа-яЁё])", re.MULTILINE)


def _zeros(text: str) -> Iterator[Edit]:
    """Yield the zeros that are the letter O: «5. 0 чеканке», (0P)."""
    for match in _about().finditer(text):
        yield misrecognised(text, *match.span("zero"), "Об" if len(match["zero"]) > 1 else "О")
    yield from _edits(text, re.compile(r"(?<![\w.,])0(?=[Pp][.)])|(?<=\d\()0(?=P\))"), lambda _: "O")
    yield from _edits(text, re.compile(r"(?<=\d\()[0O][ПN](?=\))|(?<=\d-)0[ПN]\b"), lambda _: "ОП")
    special = re.compile(r"(?<=\()0(?P<dot>\.? ?)[ПпNn](?=\.?\))")
    yield from _edits(
        text,
        special,
        lambda match: f"{'о' if match['dot'] else 'О'}{match['dot']}{'п' if match['dot'] else 'П'}",
    )


def _signs(text: str) -> Iterator[Edit]:
    """Yield signs: N° for Nº, №. for No., «№ N13/5», «Minutes M 31», brackets, bullets."""
    yield from _edits(text, re.compile(r"\bN°"), lambda _: "Nº")
    yield from _edits(text, re.compile(r"№\.(?= )"), lambda _: "No.")
    yield from _edits(text, re.compile(rf"(?<=№ )N\d{{1,3}}[a-z{_CYRILLIC}]?(?=/)"), _protocol)
    yield from _edits(text, re.compile(r"(?<=[#№])[CС][TТ](?=-\d)"), lambda _: "Ст")
    yield from _edits(text, re.compile(r"\bкп(?=\. ?\d)"), lambda _: "к п")
    yield from _edits(text, re.compile(r"(?<=^[пП]),(?= ?\d+[:.])", re.MULTILINE), lambda _: ".")
    yield from _edits(text, re.compile(r"\[\{(?=\w)"), lambda _: "[[")
    yield from _edits(
        text, re.compile(r"(?<=[:;]\n)[‚*](?= )|(?<=[:;]\n\n)[‚*](?= )|(?<=; )‚(?= )"), lambda _: "•"
    )
    for match in re.finditer(r"([A-Za-z]{1,20}) ([MМ]{1,2})(?= \d)", text):
        if match[1].casefold() in table("mending")["before_number"]:
            yield misrecognised(text, *match.span(2), "N" * len(match[2]))


def _protocol(match: re.Match[str]) -> str:
    """Return the number of a protocol with the Cyrillic П before it; as it is where its letter is none."""
    number = _put_into(match.group()[1:], "to_cyrillic")
    return f"П{number}" if number else match.group()


def _gaps(text: str) -> Iterator[Edit]:
    """Yield the spaces before a colon or semicolon, and those inside an address."""
    yield from _edits(text, re.compile(r"(?<=[^\W\d_]) (?=[:;](?:\s|\Z))"), lambda _: "")
    yield from _edits(
        text, re.compile(r"(?<=https://)(\S{3,200}) (/?\d{2,20})(?=\s|\Z)"), lambda m: f"{m[1]}{m[2]}"
    )


_Rule = Callable[[str], Iterator[Edit]]
# In this order: what a rule puts right the next may lean on.
RULES: tuple[tuple[_Rule, ...], ...] = (
    (_months, _points, _zeros, _signs, _groups, _gaps),
    (_alphabets,),
    (_references, _backs, _marks, _roman_marks),
    (_scopes,),
)
