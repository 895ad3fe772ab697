"""RDF, Web Annotations and FollowTheMoney entities of documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from politburo import specimen
from politburo.errors import PolitburoError
from politburo.reader import read
from politburo.records import Attendance, CataloguePage, Document, Protocol, Witness
from politburo.text import Span
from politburo.values.dates import PartialDate
from politburo.values.names import Person
from politburo.values.terms import Wording
from politburo.writing.linked import NAMESPACE, RDF_FORMATS, to_annotations, to_rdf
from politburo.writing.money_trail import entities, to_ftm
from politburo.writing.statements import statements

rdflib = pytest.importorskip("rdflib")

BASE = "https://archive.example.org/document/specimen"
CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD
@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_every_statement_is_a_triple_in_every_format(format_: str) -> None:
    document = read(specimen.text()).document
    graph = rdflib.Graph().parse(data=to_rdf(document, base=BASE, format=format_), format=format_)
    said = set(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    assert len(said) == len(statements(document))
    money = rdflib.URIRef(f"{NAMESPACE}money")
    assert set(graph.objects(rdflib.URIRef(f"{BASE}#ru/42/1"), money)) == {rdflib.Literal("1600000 RUB_GOLD")}


def test_a_statement_has_its_provenance() -> None:
    graph = rdflib.Graph().parse(data=to_rdf(read(specimen.text()), base=BASE), format="turtle")
    asked = """SELECT ?quote ?status ?start WHERE {
        ?said rdf:object "640000 RUB_CHERVONNY" ; prov:value ?quote ; pb:status ?status ;
              prov:wasDerivedFrom ?paper ; oa:hasSelector [ oa:start ?start ] }"""
    [(quote, status, start)] = graph.query(asked)
    assert (str(quote), str(status), int(start)) == ("640.000 червонных рублей", "stated", 1495)


def test_what_the_records_do_not_say_is_no_triple() -> None:
    """A paper without a page of the archive, a page without a title, a value without a passage."""
    titled, dated = CataloguePage(title=Wording("О МНР")), CataloguePage(dates=(PartialDate.of(1935),))
    for page, names in ((None, []), (dated, []), (titled, ["О МНР"])):
        graph = rdflib.Graph().parse(data=to_rdf(Document("", page), base=BASE), format="turtle")
        assert [str(name) for name in graph.objects(None, rdflib.SDO.name)] == names
        assert not list(graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#hasSelector")))


def test_who_was_present_without_a_passage_has_no_annotation() -> None:
    attendance = (Attendance((Person("Калинин"), Person("Молотов", span=Span(0, 7)))),)
    witness = Witness("ru", "ru", Protocol(attendance=attendance))
    made = json.loads(to_annotations(Document("Молотов", None, (witness,)), source=BASE))
    assert [item["target"]["selector"][1]["exact"] for item in made["items"]] == ["Молотов"]


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(PolitburoError, match="expected one of turtle"):
        to_rdf(Document(""), base=BASE, format="rdf")


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=20).filter(str.strip))
def test_any_title_can_be_parsed_again(title: str) -> None:
    document = Document(title, CataloguePage(title=Wording(title, span=Span(0, len(title)))))
    for format_ in ("turtle", "xml"):
        rdflib.Graph().parse(data=to_rdf(document, base=BASE, format=format_), format=format_)


@pytest.mark.parametrize("path", CORPUS[::4], ids=lambda path: path.stem)
def test_annotations_lie_on_their_passages(path: Path) -> None:
    document = read(path.read_text("utf-8")).document
    made = json.loads(to_annotations(document, source=BASE))
    assert made["type"] == "AnnotationPage"
    assert len({item["id"] for item in made["items"]}) == len(made["items"])
    for item in made["items"]:
        place, quote = item["target"]["selector"]
        assert document.text[place["start"] : place["end"]] == quote["exact"]
        assert document.text[: place["start"]].endswith(quote["prefix"])


def test_loans_are_debts_and_sums_payments() -> None:
    found = list(entities(read(specimen.text()).document, key="specimen.txt"))
    names = {entity["id"]: entity["properties"].get("name", [""])[0] for entity in found}
    debt = next(entity for entity in found if entity["schema"] == "Debt")
    assert debt["properties"]["amount"] == ["1600000"]
    assert [names[party] for party in debt["properties"]["debtor"]] == ["Tuvan People's Republic"]
    [payment] = [entity["properties"] for entity in found if entity["schema"] == "Payment"]
    assert payment["description"][0].startswith("640000 RUB_CHERVONNY; 310000 RUB_CHERVONNY; ")
    assert "amount" not in payment  # one of its sums is the whole of the others


def test_a_single_sum_is_the_amount_of_its_payment() -> None:
    heading = "ПРОТОКОЛ № 34 заседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г."
    document = read(f"{heading}\n\n7.- О Монголии.\n\nОбязать НКФ отпустить 20.000 иен.").document
    [payment] = [e["properties"] for e in entities(document, key="a") if e["schema"] == "Payment"]
    assert (payment["amount"], payment["currency"], len(payment["payer"])) == (["20000"], ["JPY"], 1)


def test_the_same_document_gives_the_same_ids() -> None:
    document = read(specimen.text()).document
    assert to_ftm(document, key="a") == to_ftm(document, key="a")
    assert len({e["id"] for e in entities(document, key="a")}) == len(list(entities(document, key="a")))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_followthemoney_accepts_the_entities(path: Path) -> None:
    followthemoney = pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed: it needs libicu-dev, pkg-config, g++"
    )
    for entity in entities(read(path.read_text("utf-8")).document, key=path.name):
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        kept = {name: set(values) for name, values in entity["properties"].items()}
        assert {name: set(proxy.get(name)) for name in kept} == kept
        followthemoney.model.get(entity["schema"]).validate(entity)
