"""Archival references: every form of citation, and what a reference takes from the one before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.errors import ParseError
from politburo.tokens import Tokens
from politburo.values.base import Status
from politburo.values.shelfmarks import Shelfmark, read_shelfmark

EQUAL = [
    ("RGASPI f. 17 op.162 d.18 l. 170", "RGASPI/17/162/18/170"),
    ("RGASPI f. 17, op. 162, d. 19, l. 49.", "RGASPI/17/162/19/49"),
    ("RGASPI, f. 17. op. 162, d. 18, l. 141-142", "RGASPI/17/162/18/141-142"),
    ("RGASPI F.17 Op.162 D. 17, L. 151.", "RGASPI/17/162/17/151"),
    ("RGASPI f.17 op.162 d.32 , l.115-116", "RGASPI/17/162/32/115-116"),
    ("RGASPI. F. 17. Op. 162.D. 14.L. 86-87.", "RGASPI/17/162/14/86-87"),
    ("RGASPI, f. 17, op. 162, d. 78", "RGASPI/17/162/78/"),
    ("f.17 op.128 d. 824 l.151-154.", "/17/128/824/151-154"),
    ("RGASPI, f. 558, op. 11, d. 328, ll. 51-55.", "RGASPI/558/11/328/51-55"),
    ("APRF, f. 3, op. 1, d.269, l. 11-rev.", "APRF/3/1/269/11об"),
    ("APRF: F. 45, Op. 1, D. 329, Ll. 1-7.", "APRF/45/1/329/1-7"),
    ("APRF, f. 3, op. 120, d. 37, ll. 45, 10-12", "APRF/3/120/37/45,10-12"),
    ("AP RF. F. 3. Op. 30. D. 193. L. 154 a-154 a ob.", "APRF/3/30/193/154a-154aоб"),
    ("АП РФ. Ф. 3. Оп. 30. Д. 193. Л. 154а", "APRF/3/30/193/154а"),
    ("TsKhSD, F. 3, Op. 12, D. 1005, Ll. 34-36ob", "RGANI/3/12/1005/34-36об"),
    ("TsKhSD, f. 89, per. 25, dok. 6, ll. 21.", "RGANI/89/25/6/21"),
    ("RGANI, F. 3, Op. 18, D. 81, L 12", "RGANI/3/18/81/12"),
    ("RCKHIDNI, f. 5, op. 2, d.48, l. 15.", "RGASPI/5/2/48/15"),
    ("GARF, f. 1235, op. 140, d. 59, sheet 32", "GARF/1235/140/59/32"),
    ("GARF, f. 1235, op. 140, d. 59, fol. 34-rev.", "GARF/1235/140/59/34об"),
    ("GARF. F.R-9478. Op.1. D 2. L.3-4.", "GARF/R-9478/1/2/3-4"),
    ("GAPPOD, f.1, op.89, d.203.", "GAPPOD/1/89/203/"),
    (
        "Archive of the President of the Russian Federation. Fond R-5674, Record Series 9, File 21, Page 13.",
        "APRF/R-5674/9/21/13",
    ),
    (
        "Russian State Archive of Socio-Political History (RGASPI), f. 17, op. 3, d. 4",
        "RGASPI/17/3/4/",
    ),
    ("AVPRF, f. 0111, op. 38, p. 223, d. 14, ll. 27-30", "AVPRF/0111/38/14/27-30"),
    ("АВП РФ. Ф. 0111. Оп. 31. П. 182. Д. 4. Л. 12", "AVPRF/0111/31/4/12"),
    ("РГАСПИ. Ф. 17. Оп. 163. Д. 899. Л. 75 (Б)", "RGASPI/17/163/899/75"),
    ("РГАСПИ. Ф. 17. Оп.. Д. 14. Л..", "RGASPI/17//14/"),
    ("РГАСПИ Ф. 17 Оп.. Д.224. Л.130.", "RGASPI/17//224/130"),
    ("РГАСПИ. Ф. 17. Оп. 163. Д. 895- Л. 12", "RGASPI/17/163/895/12"),
    ("РГАСПИ. Ф. 17. Оп. 163. ед. хр. 899. л. 5", "RGASPI/17/163/899/5"),
    ("АП РФ, ф. 3, оп. 58, д., л. 107", "APRF/3/58//107"),
    ("АПРФ, ф.3. Оп.58, Л.60", "APRF/3/58//60"),
    ("ГАРФ. Ф. Р-5446.", "GARF/Р-5446///"),
    ("РГАЭ. Ф 413. Оп. 2 Д. 1258. Л. 38-40.", "RGAE/413/2/1258/38-40"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 24, 26-27", "RGASPI/17/3/5/24,26-27"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 191-191 об.", "RGASPI/17/3/5/191-191об"),
    ("РЦХИДНИ. Ф. 17. Оп. 3. Д. 369. Л. 1–3 об.", "RGASPI/17/3/369/1-3об"),
    ("ЦПА ИМЛ, ф. 17, оп. 3, д. 5, л. 170об.", "RGASPI/17/3/5/170об"),
    ("ЦХСД. Ф. 89. Пер. 14. Док. 31. Л. 1–2", "RGANI/89/14/31/1-2"),
    ("ЦА ФСБ, ф. 3, оп. 4, д. 88, л. 12", "TsAFSB/3/4/88/12"),
    ("РГВА. Ф. 33987. Оп. 3. Д. 774. Лл. 12, 13", "RGVA/33987/3/774/12,13"),
    ("RGASPI/17/162/18/", "RGASPI/17/162/18/"),
    ("GARF/Р-5446/1/496/67-69", "GARF/Р-5446/1/496/67-69"),
]

EMENDED = [
    ("РГАСПИ. Ф. 17. Он. 162. Д. 14. Л. 86-87", "RGASPI/17/162/14/86-87", "probable-misreading"),
    ("АП РФ. Ф. 3. On. 58. Д. 1", "APRF/3/58/1/", "probable-misreading"),
    # A digit for a letter is a look-alike.
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 195а—1956", "RGASPI/17/3/5/195а-195б", "confusable-character"),
]


@pytest.mark.parametrize(("text", "expected"), [*EQUAL, *(row[:2] for row in EMENDED)])
def test_a_written_shelfmark_is_read(text: str, expected: str) -> None:
    assert str(Shelfmark.parse(text)) == expected


@pytest.mark.parametrize(("text", "expected", "rule"), EMENDED)
def test_a_misreading_is_undone_and_told(text: str, expected: str, rule: str) -> None:
    found = read_shelfmark(Tokens(text), 0)
    assert found is not None
    assert (str(found.value), found.value.status) == (expected, Status.EMENDED)
    assert [noise.rule for noise in found.noise] == [rule]


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("RGASPI", "expected a fond after the archive", ""),
        ("РГАСПИ, оп. 3", "expected a fond after the archive", ", оп. 3"),
        ("л. 5", "expected a shelfmark", "л. 5"),
        ("Оп. 162. Д. 8. Л. 133–137", "expected a shelfmark", "Оп. 162. Д. 8. Л. 133–137"),
        ("RGASPI f. 17 op. 3 d. 5 l. 6 Копия", "expected nothing more after the shelfmark", "Копия"),
        ("RGASPI//3/5/6", "expected a fond after the archive", "/"),
    ],
)
def test_what_is_no_shelfmark_is_refused_at_its_place(text: str, message: str, place: str) -> None:
    with pytest.raises(ParseError) as caught:
        Shelfmark.parse(text)
    assert caught.value.message == message
    assert caught.value.span.of(text) == place


def scanned(text: str) -> list[tuple[str, str, str]]:
    tokens, at, last, found = Tokens(text), 0, None, []
    while at < len(tokens):
        mark = read_shelfmark(tokens, at, last)
        if mark is None:
            at += 1
        else:
            last = mark.value
            assert last.span is not None
            found.append((str(last), last.span.of(text), last.status.value))
            at = mark.stop
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "РГАСПИ. Ф. 17. Оп. 163. Д. 895- Л. 12. Там же. Оп. 166. Д. 388. Л. 40 об.",
            [
                ("RGASPI/17/163/895/12", "РГАСПИ. Ф. 17. Оп. 163. Д. 895- Л. 12", "stated"),
                ("RGASPI/17/166/388/40об", "Там же. Оп. 166. Д. 388. Л. 40 об.", "inferred"),
            ],
        ),
        (
            "РГАСПИ. Ф. 17. Оп. 3. Д. 783. Л. 1–12; Оп. 162. Д. 8. Л. 133–137.",
            [
                ("RGASPI/17/3/783/1-12", "РГАСПИ. Ф. 17. Оп. 3. Д. 783. Л. 1–12", "stated"),
                ("RGASPI/17/162/8/133-137", "Оп. 162. Д. 8. Л. 133–137", "inferred"),
            ],
        ),
        (
            "RGASPI, F. 558. Op. 11. D. 86. L. 6–7; F. 82. Op. 2. D. 51. L. 3–4; D. 52. L. 5",
            [
                ("RGASPI/558/11/86/6-7", "RGASPI, F. 558. Op. 11. D. 86. L. 6–7", "stated"),
                ("RGASPI/82/2/51/3-4", "F. 82. Op. 2. D. 51. L. 3–4", "inferred"),
                ("RGASPI/82/2/52/5", "D. 52. L. 5", "inferred"),
            ],
        ),
        (
            "ГАРФ. Ф. 5446. Оп. 1. Д. 4. Л. 12, 14 мая 1936 г. Там же. Л. 74.",
            [
                ("GARF/5446/1/4/12", "ГАРФ. Ф. 5446. Оп. 1. Д. 4. Л. 12", "stated"),
                ("GARF/5446/1/4/74", "Там же. Л. 74", "inferred"),
            ],
        ),
        (
            "АП РФ. Ф. 3. Оп. 30. Д. 195. Л. 67 (А).",
            [("APRF/3/30/195/67", "АП РФ. Ф. 3. Оп. 30. Д. 195. Л. 67", "stated")],
        ),
        (
            "РГАЭ. Ф. 413. Оп. 13. Д. 48. Л. 12, 1936 г.",
            [("RGAE/413/13/48/12", "РГАЭ. Ф. 413. Оп. 13. Д. 48. Л. 12", "stated")],
        ),
        ("Russian State Archive (RGASPI), 170, Л. 31, Sheet 15", []),
        ("ПУНКТ 9 (Л.170-171) — на секретном хранении, п. 3, д. 5", []),
        ("Там же. Оп. 166. Д. 388.", []),
        (
            "РГАСПИ. Ф. 17.\n\nОп. 3. Д. 5",
            [("RGASPI/17///", "РГАСПИ. Ф. 17", "stated"), ("RGASPI/17/3/5/", "Оп. 3. Д. 5", "inferred")],
        ),
    ],
)
def test_the_references_of_a_text_are_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert scanned(text) == expected


def test_the_same_file_is_told_whatever_the_leaves() -> None:
    one = Shelfmark("RGASPI", "17", "162", "18", "170")
    assert one.same_file(Shelfmark("RGASPI", "17", "162", "18"))
    assert not one.same_file(Shelfmark("RGASPI", "17", "162", "78"))


def test_a_shelfmark_needs_a_fond_and_no_slashes() -> None:
    with pytest.raises(ValueError, match="expected a fond"):
        Shelfmark("RGASPI", "")
    with pytest.raises(ValueError, match="without a slash"):
        Shelfmark("RGASPI", "17/162")


numbers = st.from_regex(r"(R-|Р-|0)?[1-9][0-9]{0,4}[аa]?", fullmatch=True)
leaves = st.from_regex(r"([1-9][0-9]{0,2}(об)?([-,][1-9][0-9]{0,2}(об)?){0,3})?", fullmatch=True)
shelfmarks = st.builds(
    Shelfmark,
    st.sampled_from(["RGASPI", "APRF", "GARF", "GAPPOD", "РГАФД", ""]),
    numbers,
    st.one_of(numbers, st.just("")),
    st.one_of(numbers, st.just("")),
    leaves,
)


@given(shelfmarks)
def test_the_canonical_text_is_read_back(mark: Shelfmark) -> None:
    assert Shelfmark.parse(str(mark)) == mark


@given(st.sampled_from(["RGASPI", "APRF", "GARF", "RGAE"]), numbers, numbers, numbers, leaves)
def test_the_parts_of_a_written_reference_are_its_parts(
    archive: str, fond: str, opis: str, delo: str, leaf: str
) -> None:
    text = f"{archive}. Ф. {fond}. Оп. {opis}. Д. {delo}." + (f" Л. {leaf}" if leaf else "")
    assert Shelfmark.parse(text) == Shelfmark(archive, fond, opis, delo, leaf)


words = st.sampled_from(
    [
        "РГАСПИ",
        "RGASPI",
        "Ф",
        "f",
        ".",
        ",",
        ";",
        "Оп",
        "Он",
        "17",
        "162",
        "Д",
        "d",
        "Л",
        "l",
        "об",
        "-",
        "–",
        "Там",
        "же",
        "(",
        ")",
        "А",
        "а",
        "1956",
        "П",
        "Пер",
        "Док",
        "\n",
        "\n\n",
        "Fond",
        "GAPPOD",
    ]
)


@given(pieces=st.lists(words, max_size=14), glue=st.sampled_from(["", " "]), given_last=st.booleans())
def test_any_text_is_read_inside_itself_without_an_error(
    *, pieces: list[str], glue: str, given_last: bool
) -> None:
    text = glue.join(pieces)
    tokens = Tokens(text)
    last = Shelfmark("AVPRF", "9", "8", "7", "6") if given_last else None
    for at in range(len(tokens)):
        found = read_shelfmark(tokens, at, last)
        if found is not None:
            assert at < found.stop <= len(tokens)
            assert found.value.span == tokens.span(at, found.stop)
            assert "\n\n" not in found.value.span.of(text)
            assert Shelfmark.parse(str(found.value)) == found.value
