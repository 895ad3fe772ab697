"""What each format has of its own: navigation, tables, notes, lists, columns, running heads."""

from __future__ import annotations

import pytest

from politburo.sources import Place, open_source
from politburo.text import Span
from tests.sources.writers import FACE, OFFICE, PAGE, TEXT, W, packed

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


def text(page: str) -> str:
    return open_source(page.encode()).text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<html><p>a<p>b</html>", "a\n\nb"),
        ("<html>a<br>b<br><br>c</html>", "a\nb\n\nc"),
        ("<html><p>500.000&nbsp;золотых\n   рублей&#33;&amp;</html>", "500.000\xa0золотых рублей!&"),
        ("<html><p>рублей<sup>2</sup> и <b>иен</b></html>", "рублей2 и иен"),
        ("<html><ul><li>один<li>два</ul>", "один\nдва"),
        (
            "<html><table><tr><td>грузовики<td>640.000 р.<tr><th>итого<th></th></table>",
            "грузовики | 640.000 р. |\nитого |",
        ),
        ("<html><pre>a  b\nc</pre>", "a  b\nc"),
        ("<html><script>'<p>5 rubles</p>'</script><style>p{}</style><p>x", "x"),
        ("<html><!-- <p>5 rubles --><p>x", "x"),
        ("<html><body><nav>5 rubles</nav><p>x<footer>6 rubles</footer>", "x"),
        ("<html><body><div class='main-menu'><a href=a>5 rubles</a></div><p>x", "x"),
        ("<html><body><ul><li><a>a<li><a>b<li><a>c</ul><p>x", "x"),
        ("<html><body><div role='navigation'>5 rubles</div><p>x", "x"),
        ("<html><body><div style='display: none'>5 rubles</div><p>x", "x"),
        ("<html><body>head<main><p>Поручить НКТП поставить</main>tail", "Поручить НКТП поставить"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>5 < 6</p><p>a<b</p>", "5 < 6\n\na"),
    ],
)
def test_web_pages(page: str, expected: str) -> None:
    assert text(page) == expected


def test_a_web_page_is_not_told_by_its_name() -> None:
    assert open_source(b"<...> 5 <rubles> <p>").format == "text"
    assert (
        open_source(b"\n<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><title>a</title>x").format == "html"
    )


def run(said: str) -> str:
    return f"<w:r><w:t>{said}</w:t></w:r>"


def word(body: str, **parts: str) -> str:
    document = f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>"
    return open_source(packed(word__document_xml=document, **parts)).text


def test_docx_tables_breaks_and_deleted_text() -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    row = f"<w:tr>{cell.format(run('станки'))}{cell.format(run('85.000 ф. ст.'))}</w:tr>"
    body = (
        f"<w:p>{run('1. ')}<w:del>{run('Отказать')}</w:del><w:ins>{run('Выдать')}</w:ins></w:p>"
        f"<w:tbl>{row}</w:tbl><w:p>{run('a')}<w:r><w:br/><w:tab/></w:r>{run('b')}</w:p>"
    )
    assert word(body) == "1. Выдать\n\nстанки | 85.000 ф. ст. |\n\na\n\tb"


def test_docx_tables_that_lay_out_the_page_are_paragraphs() -> None:
    heard, decided = "5. О чеканке золотой монеты.", "Разрешить НКФ выпустить золотую монету. " * 12
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('а')}</w:p></w:tc></w:tr></w:tbl>"
    cells = f"<w:tc><w:p>{run(heard)}</w:p></w:tc><w:tc><w:p>{run(decided)}</w:p>{inner}</w:tc>"
    assert word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == f"{heard}\n\n{decided}\n\nа"


def test_docx_notes_stand_below() -> None:
    note = f"<w:footnote w:id='7'><w:p>{run('вписано от руки')}</w:p></w:footnote>"
    notes = f"<w:footnotes xmlns:w='{W}'>{note}</w:footnotes>"
    body = f"<w:p>{run('в валюте')}<w:r><w:footnoteReference w:id='7'/></w:r></w:p>"
    assert word(body, word__footnotes_xml=notes) == "в валюте1\n\n1 вписано от руки"


def test_docx_lists_are_numbered() -> None:
    levels = [("0", "decimal", "%1."), ("1", "russianLower", "%2)"), ("2", "upperRoman", "%1.%3")]
    written = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>"
        f"<w:lvlText w:val='{mark}'/></w:lvl>"
        for at, form, mark in levels
    )
    numbering = (
        f"<w:numbering xmlns:w='{W}'><w:abstractNum w:abstractNumId='3'>{written}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num></w:numbering>"
    )
    point = "<w:p><w:pPr><w:numPr><w:ilvl w:val='{}'/><w:numId w:val='1'/></w:numPr></w:pPr>{}</w:p>"
    body = "".join(point.format(depth, run("x")) for depth in (0, 1, 1, 2, 0, 1))
    assert word(body, word__numbering_xml=numbering).split("\n\n") == [
        "1. x",
        "а) x",
        "б) x",
        "1.I x",
        "2. x",
        "а) x",
    ]


def test_odt_tables_spaces_and_notes() -> None:
    cell = "<a:table-cell><t:p>{}</t:p></a:table-cell>"
    note = (
        "<t:note><t:note-citation>2</t:note-citation><t:note-body><t:p>от руки</t:p></t:note-body></t:note>"
    )
    body = (
        f"<t:h>ПРОТОКОЛ<t:s t:c='2'/>№ 34</t:h><t:p>в валюте{note}<t:line-break/>и<t:tab/>т. д.</t:p>"
        f"<a:table><a:table-row>{cell.format('станки')}{cell.format('5 р.')}</a:table-row></a:table>"
    )
    content = (
        f"<o:document-content xmlns:o='{OFFICE}' xmlns:t='{TEXT}' xmlns:a='{TABLE}'><o:body><o:text>"
        f"{body}</o:text></o:body></o:document-content>"
    )
    data = packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)
    expected = "ПРОТОКОЛ  № 34\n\nв валюте2\nи\tт. д.\n\nстанки | 5 р. |\n\n2 от руки"
    assert open_source(data).text == expected


def test_tei_pages_choices_and_word_breaks() -> None:
    body = (
        "<pb n='1'/><p>Выдать <choice><sic>НКТЛ</sic><corr>НКТП</corr></choice> кре<lb break='no'/>дит\n"
        "   в 5 млн.</p>"
        "<pb n='2'/><list><item>а) один</item><item>б) два</item></list>"
    )
    source = open_source(f"<TEI><teiHeader>x</teiHeader><text><body>{body}</body></text></TEI>".encode())
    assert source.text == "Выдать НКТЛ кредит в 5 млн.\n\nа) один\n\nб) два"
    assert source.locate(Span(source.text.index("б)"), source.text.index("б)") + 2))[0].page == 2


def line(said: str, left: int, top: int, name: str = "") -> str:
    right = left + 10 * len(said)
    points = f"{left},{top} {right},{top} {right},{top + 20} {left},{top + 20}"
    equiv = f"<TextEquiv><Unicode>{said}</Unicode></TextEquiv>"
    return f"<TextLine id='{name}'><Coords points='{points}'/>{equiv}</TextLine>"


def page_xml(*pages: str) -> str:
    return f"<PcGts xmlns='{PAGE}'>{''.join(f'<Page>{page}</Page>' for page in pages)}</PcGts>"


def test_page_xml_keeps_the_reading_order() -> None:
    order = (
        "<ReadingOrder><OrderedGroup><RegionRefIndexed index='1' regionRef='a'/>"
        "<RegionRefIndexed index='0' regionRef='b'/></OrderedGroup></ReadingOrder>"
    )
    regions = "".join(f"<TextRegion id='{name}'>{line(name * 3, 0, 0)}</TextRegion>" for name in "ab")
    assert text(page_xml(order + regions)) == "bbb\n\naaa"


def test_page_xml_tables_are_rows() -> None:
    cells = "".join(
        f"<TableCell row='{row}' col='{column}'>{line(f'{row}-{column}', 0, 0)}</TableCell>"
        for row in range(2)
        for column in (1, 0)
    )
    assert text(page_xml(f"<TableRegion id='t'>{cells}</TableRegion>")) == "0-0 | 0-1 |\n1-0 | 1-1 |"


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = f"<TextRegion id='a'>{line('Поручить Наркомвнешторгу поста-', 0, 0, 'l1')}</TextRegion>"
    second = f"<TextRegion id='b'>{line('вить восемь самолетов.', 0, 0, 'l2')}</TextRegion>"
    source = open_source(page_xml(first, second).encode())
    assert source.text == "Поручить Наркомвнешторгу поставить восемь самолетов."
    assert [(each.page, each.line_name) for each in source.locate(Span(25, 34))] == [(1, "l1"), (2, "l2")]


def test_running_heads_and_page_numbers_are_left_out_and_told() -> None:
    pages = [
        "".join(
            f"<TextRegion id='{name}'>{line(said, 0, top)}</TextRegion>"
            for name, said, top in (
                ("h", f"Протокол № 34, лист {at}", 0),
                ("b", "абвгд"[at] * 9, 50),
                ("n", f"- {at} -", 90),
            )
        )
        for at in range(4)
    ]
    source = open_source(page_xml(*pages).encode())
    assert source.text.split() == [
        "Протокол",
        "№",
        "34,",
        "лист",
        "0",
        "ааааааааа",
        "ббббббббб",
        "ввввввввв",
        "ггггггггг",
    ]
    assert [finding.rule for finding in source.findings] == ["running-head"] * 7


def test_alto_words_without_spaces_between_and_hyphens() -> None:
    def written(word: str, left: int, top: int) -> str:
        width = 10 * len(word)
        return f"<String CONTENT='{word}' HPOS='{left}' VPOS='{top}' WIDTH='{width}' HEIGHT='9'/>"

    first = f"<TextLine>{written('выдать', 0, 0)}{written('кре', 70, 0)}<HYP CONTENT='-'/></TextLine>"
    second = f"<TextLine>{written('дит', 0, 20)}</TextLine>"
    block = f"<TextBlock ID='b'>{first}{second}</TextBlock>"
    source = open_source(f"<alto><Layout><Page>{block}</Page></Layout></alto>".encode())
    assert source.text == "выдать кредит"


def test_places_are_printed() -> None:
    assert str(Place(3, 4)) == "line 3, column 4"
    assert str(Place(3, 4, 2, "r1", "l3")) == "page 2, region r1, line 3 (l3), column 4"


@pytest.mark.skipif(FACE is None, reason="there is no face to write a PDF with")
def test_columns_of_a_pdf_follow_each_other() -> None:
    from fpdf import FPDF

    document = FPDF(format="A4")
    document.add_font("mono", fname=FACE)
    document.set_font("mono", size=9)
    document.add_page()
    document.text(60, 15, "ПРОТОКОЛ № 34")
    words = ["отпустить", "правительству", "Синьцзяна", "золотых", "рублей", "на", "покупку"]
    for at in range(12):
        document.text(15, 30 + 5 * at, f"левый {at} " + " ".join(words[at % 5 : at % 5 + 3])[:32])
        document.text(110, 30 + 5 * at, f"правый {at} " + " ".join(words[at % 4 : at % 4 + 3])[:32])
    found = open_source(bytes(document.output())).text
    order = [found.index(mark) for mark in ("ПРОТОКОЛ", "левый 0", "левый 11", "правый 0", "правый 11")]
    assert order == sorted(order)
