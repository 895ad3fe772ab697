"""Witnesses side by side: what corresponds, what agrees, what stands for each other, what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from politburo import specimen
from politburo.checking import Collation, Outcome, check, findings_of
from politburo.checking.comparing import align, same
from politburo.reader import read
from politburo.records import Decision, Directive, Document, Order, Protocol, Recipient, Witness
from politburo.values.base import Value
from politburo.values.dates import PartialDate
from politburo.values.durations import Duration
from politburo.values.money import MonetaryAmount
from politburo.values.names import Body, Person
from politburo.values.quantities import Quantity
from politburo.values.terms import Action, Wording
from politburo.writing.json import dumps, loads
from tests.scoring import papers

PAPERS = papers(Path(__file__).parents[1] / "corpus")
# A table of cases: whether two values may say the same.
Flag = bool


def money(*texts: str) -> tuple[MonetaryAmount, ...]:
    return tuple(map(MonetaryAmount.parse, texts))


def witness(key: str, *decisions: Decision, number: str = "34") -> Witness:
    protocol = Protocol((Wording(number),), dates=(PartialDate.parse("1935-10-01"),), decisions=decisions)
    return Witness(key, key[:2], protocol)


def paper(*witnesses: Witness) -> Document:
    return Document("", witnesses=witnesses)


def point(number: str, *directives: Directive) -> Decision:
    return Decision(number, directives=directives)


def sections(collation: Collation) -> list[tuple[str | None, str | None]]:
    return [(section.first, section.second) for section in collation.sections if section.kind != "heading"]


SAME: list[tuple[Value, Value, Flag]] = [
    (MonetaryAmount.parse("500 иен"), MonetaryAmount.parse("500 yen"), True),
    (MonetaryAmount.parse("500 иен"), MonetaryAmount.parse("500 XXX"), True),
    (MonetaryAmount.parse("500 иен"), MonetaryAmount.parse("5000 yen"), False),
    (MonetaryAmount.parse("500 RUB"), MonetaryAmount.parse("500 RUB_GOLD"), False),
    (PartialDate.parse("1935-10"), PartialDate.parse("1935-10-01"), True),
    (PartialDate.parse("1935-10-02"), PartialDate.parse("1935-10-01"), False),
    (Duration.parse("P10D"), Duration.parse("P10D"), True),
    (Duration.parse("P18M"), Duration.parse("P1Y6M"), True),
    (Duration.parse("P2M"), Duration.parse("P3M"), False),
    (Duration.parse("P1Y"), Duration.parse("P12M"), True),
    (Duration.parse("P1W"), Duration.parse("P7D"), True),
    (Duration.parse("P2W"), Duration.parse("P14D"), True),
    (Duration.parse("P1M"), Duration.parse("P30D"), True),
    (Duration.parse("P1Y"), Duration.parse("P51W"), False),  # two in a hundred are rounding
    (Duration.parse("P100D"), Duration.parse("P103D"), False),
    (MonetaryAmount.parse("500/600 JPY"), MonetaryAmount.parse("500/700 JPY"), False),
    (MonetaryAmount.parse("500/600 JPY"), MonetaryAmount.parse("400/600 JPY"), False),
    (MonetaryAmount.parse("500/600 JPY"), MonetaryAmount.parse("500/600 XXX"), True),
    (PartialDate.parse("1935-10/1935-12"), PartialDate.parse("1935-12-31"), True),
    (PartialDate.parse("1935-10/1935-12"), PartialDate.parse("1936-01"), False),
    (Person.parse("Стомонякову"), Person.parse("Stomonyakov"), True),
    (Person.parse("Стомонякову"), Person.parse("Rozengol'ts"), False),
    (Recipient(Person("Эйхе"), ("а",)), Recipient(Person("Эйхе"), ("б",)), True),
    (Body(id="NKVT"), Body(id="NKVT"), True),
    (Body(id="NKVT"), Person("Эйхе"), False),
    (Quantity.parse("4 aircraft"), Quantity.parse("4 ship"), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), SAME)
def test_same(one: Value, other: Value, expected: Flag) -> None:
    assert (same(one, other), same(other, one)) == (expected, expected)


A, D, O = Outcome.AGREEMENT, Outcome.DISAGREEMENT, Outcome.OMISSION  # noqa: E741

ALIGNED: list[tuple[list[str], list[str], list[tuple[str, str, Outcome]]]] = [
    ([], [], []),
    (["5 иен", "7 иен"], ["7 иен", "5 иен"], [("7 JPY", "7 JPY", A), ("5 JPY", "5 JPY", A)]),
    (["5 иен"], ["7 иен"], [("5 JPY", "7 JPY", D)]),
    (["5 иен"], [], [("5 JPY", "None", O)]),
    ([], ["5 иен"], [("None", "5 JPY", O)]),
    (["5 иен", "9 иен"], ["5 иен"], [("5 JPY", "5 JPY", A), ("9 JPY", "None", O)]),
    # A sum that one witness repeats was not left out.
    (["5 иен", "5 иен"], ["5 иен"], [("5 JPY", "5 JPY", A), ("5 JPY", "None", O)]),
    (
        ["5 иен", "8 иен"],
        ["9 иен", "5 иен", "5 иен"],
        [("5 JPY", "5 JPY", A), ("8 JPY", "9 JPY", D), ("None", "5 JPY", O)],
    ),
    (["500 RUB"], ["500 XXX"], [("500 RUB", "500 XXX", A)]),
]  # fmt: skip


@pytest.mark.parametrize(("here", "there", "expected"), ALIGNED)
def test_align(here: list[str], there: list[str], expected: list[tuple[str, str, Outcome]]) -> None:
    found = [(str(one), str(other), outcome) for one, other, outcome in align(money(*here), money(*there))]
    assert found == expected


def test_points_are_paired_by_number_and_keep_the_order_of_the_first() -> None:
    document = paper(
        witness("ru", point("7"), point("9"), point("13")), witness("en", point("8"), point("9"), point("14"))
    )
    assert sections(Collation.of(document)) == [
        ("ru/7", None),
        (None, "en/8"),
        ("ru/9", "en/9"),
        ("ru/13", None),
        (None, "en/14"),
    ]


def test_points_in_another_order_are_paired_all_the_same() -> None:
    document = paper(witness("ru", point("9"), point("7")), witness("en", point("7"), point("9")))
    found = sections(Collation.of(document))
    assert sorted(map(str, found)) == sorted(map(str, [("ru/9", "en/9"), ("ru/7", "en/7")]))


def test_a_miswritten_number_is_known_by_its_sums() -> None:
    said = Directive(("0",), money=money("20.000 иен"), quantities=(Quantity.parse("4 aircraft"),))
    document = paper(
        witness("ru", point("7"), point("9", said), point("13")),
        witness("en", point("7"), point("6", said), point("13")),
    )
    assert ("ru/9", "en/6") in sections(Collation.of(document))
    [finding] = check(document, ["witness-conflict"])
    assert finding.entity == "ru/9"
    assert finding.message == ("point 9 stands here, en/6 has the same sums and goods: expected one number")


def test_a_code_is_the_point_behind_its_slash() -> None:
    said = Directive(("0",), money=money("20.000 иен"))
    document = paper(witness("ru", point("51/144", said)), witness("en", point("144", said)))
    assert sections(Collation.of(document))[0] == ("ru/51/144", "en/144")
    assert check(document, ["witness-conflict"]) == ()


def test_a_point_without_a_number_has_no_other_one() -> None:
    said = Directive(("0",), money=money("20.000 иен"))
    document = paper(witness("ru", point("0", said)), witness("en", point("9", said)))
    assert sections(Collation.of(document))[0] == ("ru/0", "en/9")
    assert check(document, ["witness-conflict"]) == ()


def test_sub_points_are_paired_by_place() -> None:
    ours = point("9", Directive(("а",)), Directive(("б",)), Directive(("в",)))
    theirs = point("9", Directive(("a",)), Directive(("c",)), Directive(("d",)))
    assert sections(Collation.of(paper(witness("ru", ours), witness("en", theirs)))) == [
        ("ru/9", "en/9"),
        ("ru/9/а", "en/9/a"),
        ("ru/9/б", None),
        ("ru/9/в", "en/9/c"),
        (None, "en/9/d"),
    ]


def test_values_of_every_kind_are_collated() -> None:
    order = Order(Action("charge"), (Action("deliver"),))
    said = Directive(
        ("0",),
        (order,),
        money=money("20.000 иен"),
        quantities=(Quantity.parse("4 aircraft"),),
        deadlines=(PartialDate.parse("1936-05-01"), Duration.parse("P2W")),
        bodies=(Body(id="NKVT"),),
        persons=(Person.parse("Стомонякову"),),
    )
    collation = Collation.of(paper(witness("ru", point("9", said)), witness("en", point("9", said))))
    [section] = [section for section in collation.sections if section.kind == "subpoint"]
    assert {variant.property for variant in section.having(Outcome.AGREEMENT)} == {
        "action", "body", "money", "quantity", "date", "duration", "person",
    }  # fmt: skip
    assert collation.agreement == 1.0


def test_verbs_that_differ_are_a_variant_but_no_finding() -> None:
    ours, theirs = (Directive(("0",), (Order(Action(name)),)) for name in ("charge", "oblige"))
    document = paper(witness("ru", point("9", ours)), witness("en", point("9", theirs)))
    [variant] = Collation.of(document).disagreements
    assert (variant.property, str(variant.first), str(variant.second)) == ("action", "charge", "oblige")
    assert check(document, ["witness-conflict"]) == ()


def test_agreement_confirms_and_disagreement_keeps_both() -> None:
    document = read(specimen.text()).document
    collation = Collation.of(document)
    [variant] = [variant for variant in collation.disagreements if variant.property == "money"]
    assert (str(variant.first), str(variant.second)) == ("150000 JPY", "105000 JPY")
    assert variant.first is not None
    assert collation.outcome(variant.first) is Outcome.DISAGREEMENT
    lent = document.witnesses[0].protocol.decisions[2].directives[0].money[0]
    assert collation.outcome(lent) is Outcome.AGREEMENT
    assert collation.outcome(lent.read_from(None)) is None


def test_a_point_left_out_is_an_omission_and_no_conflict() -> None:
    collation = Collation.of(read(specimen.text()).document)
    omitted = {section.first for section in collation.omissions if section.kind == "point"}
    assert "ru/41" in omitted
    assert not [finding for finding in findings_of(collation) if finding.entity.startswith("ru/41")]


def test_two_files_are_collated_in_their_language() -> None:
    text = specimen.text()
    one, other = read(text).document, read(text.replace("640.000 червонных", "460.000 червонных")).document
    collation = Collation.between(one, other)
    assert [(each.first.key, each.second.key) for each in collation.comparisons] == [
        ("ru", "ru"),
        ("en", "en"),
    ]
    [variant] = collation.disagreements
    assert (str(variant.first), str(variant.second)) == ("640000 RUB_CHERVONNY", "460000 RUB_CHERVONNY")
    [finding] = findings_of(collation)
    assert (finding.entity, finding.span) == ("ru/41/1", variant.first.span if variant.first else None)
    assert "«460.000 червонных рублей» (460000 RUB_CHERVONNY) in ru/41/1" in finding.message


def test_titles_are_collated_in_one_language_only() -> None:
    one, other = (paper(witness("ru", Decision("9", Wording(title)))) for title in ("О Монголии", "О Туве"))
    assert [variant.property for variant in Collation.between(one, other).disagreements] == ["title"]
    assert findings_of(Collation.between(one, other)) == ()


def test_a_translation_in_a_second_file_is_collated_where_no_transcription_is() -> None:
    collation = Collation.between(paper(witness("ru", point("9"))), paper(witness("en", point("9"))))
    assert sections(collation) == [("ru/9", "en/9")]


def test_other_protocols_are_not_collated() -> None:
    one, other = paper(witness("ru", point("9"), number="34")), paper(witness("ru", point("1"), number="35"))
    assert Collation.between(one, other) == Collation()


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_a_paper_agrees_with_itself(path: Path) -> None:
    document = read(path.read_bytes().decode("utf-8")).document
    collation = Collation.between(document, loads(dumps(document)))
    assert len(collation.comparisons) == len(document.witnesses)
    assert collation.disagreements == ()
    assert collation.omissions == ()
    assert {variant.outcome for variant in collation.variants} <= {Outcome.AGREEMENT}
