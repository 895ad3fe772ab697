"""Protocol-and-point codes: what they number and how secret they make it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.errors import ParseError
from politburo.tokens import Tokens
from politburo.values.codes import Code, read_code

EQUAL = [
    ("П51/144", "П51/144", "51", "144"),
    ("P84/422", "P84/422", "84", "422"),
    ("Pb 98 / 18", "Pb98/18", "98", "18"),
    ("Pb 97-18", "Pb97/18", "97", "18"),
    ("P63/IV", "P63/IV", "63", "IV"),
    ("П13/XVII", "П13/XVII", "13", "XVII"),
    ("П 46/Х", "П46/Х", "46", "Х"),
    ("178(ОП)", "178(ОП)", None, "178(ОП)"),
    ("8 (о. п.)", "8(о.п.)", None, "8(о.п.)"),
    ("#Ст-209/41gs", "Ст209/41gs", "209", "41gs"),
    ("St 209/41", "St209/41", "209", "41"),
    ("ST 112/28 GS", "ST112/28GS", "112", "28GS"),
    ("#Ct-205/55gs", "Ct205/55gs", "205", "55gs"),
    ("№ П119/8", "П119/8", "119", "8"),
    ("No. P84/422", "P84/422", "84", "422"),
    ("Nº P176/125", "P176/125", "176", "125"),
    ("П88а/3", "П88а/3", "88а", "3"),
    ("П51/144а", "П51/144а", "51", "144а"),
    ("П89/21-С", "П89/21-С", "89", "21-С"),
    ("П12/15 – ОП", "П12/15-ОП", "12", "15-ОП"),
    ("85/72", "85/72", "85", "72"),
    ("53/26", "53/26", "53", "26"),
    ("17/31 (о.п.)", "17/31(о.п.)", "17", "31(о.п.)"),
    ("2/6 рс", "2/6рс", "2", "6рс"),
    ("256/96ss", "256/96ss", "256", "96ss"),
    ("N 507/b", "507/b", "507", "b"),
    ("1697-377сс", "1697-377сс", None, "1697-377сс"),
    ("13402rs", "13402rs", None, "13402rs"),
    ("№ 1-ОП", "1-ОП", None, "1-ОП"),
    ("№ П 6028", "П6028", None, "6028"),
]


@pytest.mark.parametrize(("text", "expected", "protocol", "label"), EQUAL)
def test_a_written_code_is_read(text: str, expected: str, protocol: str | None, label: str) -> None:
    code = Code.parse(text)
    assert (str(code), code.protocol, code.label) == (expected, protocol, label)
    assert Code.parse(expected) == code


@pytest.mark.parametrize(
    ("text", "special", "secrecy"),
    [
        ("178(ОП)", True, None),
        ("8 (о. п.)", True, None),
        ("93(OP)", True, None),
        ("П12/15 – ОП", True, None),
        ("1697-377сс", False, "top_secret"),
        ("256/96ss", False, "top_secret"),
        ("П89/21-С", False, "secret"),
        ("St 209/41gs", False, None),
        ("П51/144", False, None),
    ],
)
def test_a_suffix_tells_the_secrecy(*, text: str, special: bool, secrecy: str | None) -> None:
    code = Code.parse(text)
    assert (code.special_folder, code.secrecy) == (special, secrecy)


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("№ 34", "expected a protocol-and-point code", "№"),
        ("Приложение", "expected a protocol-and-point code", "Приложение"),
        ("П51/144 и П52/1", "expected nothing more after a protocol-and-point code", "и П52/1"),
        ("П51/", "expected a protocol-and-point code", "П"),
        ("", "expected a protocol-and-point code", ""),
    ],
)
def test_what_is_no_code_is_refused_at_its_place(text: str, message: str, place: str) -> None:
    with pytest.raises(ParseError) as caught:
        Code.parse(text)
    assert caught.value.message == message
    assert caught.value.span.of(text) == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Выписка № П51/144 из протокола № 52", ["П51/144"]),
        ("к п. 8 (о. п.) пр. ПБ № 132", ["8(о.п.)"]),
        ("до 9/VIII, к 15/IV и 1929/30 г., 09/30/50", []),
        ("П51/144а и П52/1б, П53/2в.", ["П51/144а", "П52/1б", "П53/2в"]),
        ("счет 85 / 72 в пользу", []),
        ("No. 18-S-2207", []),
        ("85/72.- О Монголии. 119/103", ["85/72", "119/103"]),
        ("ПОСТАНОВЛЕНИЕ № 1697-377сс", ["1697-377сс"]),
        ("5 с половиной, 12 т, 5с", []),
    ],
)
def test_the_codes_of_a_text_are_found(text: str, expected: list[str]) -> None:
    tokens, at, found = Tokens(text), 0, []
    while at < len(tokens):
        code = read_code(tokens, at)
        at = at + 1 if code is None else code.stop
        found += [] if code is None else [str(code.value)]
    assert found == expected


def test_the_spans_tell_where_the_numbers_stand() -> None:
    text = "No. Pb 98 / 18"
    found = read_code(Tokens(text), 0)
    assert found is not None
    code = found.value
    assert code.span is not None
    assert code.protocol_span is not None
    assert code.point_span is not None
    assert [span.of(text) for span in (code.span, code.protocol_span, code.point_span)] == [text, "98", "18"]


numbers = st.from_regex(r"[1-9][0-9]{0,3}", fullmatch=True)
codes = st.one_of(
    st.builds(
        Code,
        st.sampled_from(["П", "P", "Pb", "Ст", "St", ""]),
        numbers,
        st.one_of(numbers, st.sampled_from(["IV", "XVII", "Х"])),
        st.sampled_from(["", "(ОП)", "(о.п.)", "-ОП", "-С", "сс", "gs", "rs"]),
    ),
    st.builds(Code, st.just(""), st.none(), numbers, st.sampled_from(["(ОП)", "(о.п.)", "сс", "rs", "-ОП"])),
)


@given(codes)
def test_the_canonical_text_is_read_back(code: Code) -> None:
    assert Code.parse(str(code)) == code


words = st.sampled_from(
    ["№", "П", "Pb", "Ст", "51", "144", "/", "-", "IV", "(", "ОП", ")", "сс", "С", "а", ".", "о", "п", "\n\n"]
)


@given(st.lists(words, max_size=10), st.sampled_from(["", " "]))
def test_any_text_is_read_inside_itself_without_an_error(pieces: list[str], glue: str) -> None:
    tokens = Tokens(glue.join(pieces))
    for at in range(len(tokens)):
        found = read_code(tokens, at)
        if found is not None:
            assert at < found.stop <= len(tokens)
            assert found.value.span == tokens.span(at, found.stop)
            assert Code.parse(str(found.value)) == found.value
