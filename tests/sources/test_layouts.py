"""What web pages, scans and TEI have of their own: navigation, tables, reading order, running heads."""

from __future__ import annotations

import pytest

from politburo.sources import Place, open_source
from politburo.text import Span
from tests.sources.writers import PAGE


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
        (
            "<html><table><tr><td>грузовики<br>легковые<td><p>640.000 р.</table>",
            "грузовики легковые | 640.000 р. |",
        ),
        (
            f"<html><table><tr><td>О чеканке.<td>{'Отложить. ' * 50}</table>",
            f"О чеканке.\n{'Отложить. ' * 50}"[:-1],
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
        ("<html><body></div><p>один</i> рубль</p>", "один рубль"),
        ("<p>5 < 6</p><p>a<b</p>", "5 < 6\n\na"),
    ],
)
def test_web_pages(page: str, expected: str) -> None:
    assert text(page) == expected


def test_a_web_page_without_text_leads_back_to_its_beginning() -> None:
    source = open_source(b"<html><body></body></html>")
    assert (source.text, source.original_span(Span(0, 0))) == ("", Span(0, 0))
    assert source.locate(Span(0, 0)) == (Place(1, 1),)


def test_a_web_page_is_not_told_by_its_name() -> None:
    assert open_source(b"<...> 5 <rubles> <p>").format == "text"
    assert (
        open_source(b"\n<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><title>a</title>x").format == "html"
    )


def test_tei_pages_choices_and_word_breaks() -> None:
    body = (
        "<pb n='1'/><p>Выдать <choice><sic>НКТЛ</sic><corr>НКТП</corr></choice> кре<lb break='no'/>дит\n"
        "   в 5 млн.</p>"
        "<pb n='2'/><list><item>а) один</item><item>б) два</item></list>"
    )
    source = open_source(f"<TEI><teiHeader>x</teiHeader><text><body>{body}</body></text></TEI>".encode())
    assert source.text == "Выдать НКТЛ кредит в 5 млн.\n\nа) один\n\nб) два"
    assert source.locate(Span(source.text.index("б)"), source.text.index("б)") + 2))[0].page == 2


def test_tei_tables_are_rows() -> None:
    rows = (
        "<row><cell>станки </cell>\n<cell>5 р.</cell></row>\n<row><cell>итого</cell><cell>9 р.</cell></row>"
    )
    assert (
        text(f"<TEI><text><body><table>{rows}</table></body></text></TEI>")
        == "станки | 5 р. |\n\nитого | 9 р. |"
    )


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


def test_page_xml_rows_as_wide_as_the_table_do_not_run_together() -> None:
    cells = "".join(
        f"<TableCell row='{row}' col='{column}'><Coords points='{90 * column},{20 * row} {90 * column + 90},"
        f"{20 * row + 20}'/>{line(f'{row}-{column}', 90 * column, 20 * row)}</TableCell>"
        for row in range(2)
        for column in range(2)
    )
    assert text(page_xml(f"<TableRegion id='t'>{cells}</TableRegion>")) == "0-0 | 0-1 |\n1-0 | 1-1 |"


def test_page_xml_regions_written_as_a_whole_and_in_one_another() -> None:
    said = "1. Выдать кредит в 5 млн.\nрублей золотом.\n2. Отложить."
    outline = "<Coords points='0,0 300,0 300,60 0,60'/>"
    whole = f"<TextRegion id='a'>{outline}<TextEquiv><Unicode>{said}</Unicode></TextEquiv></TextRegion>"
    inner = f"<TextRegion id='b'><TextRegion id='c'>{line('Секретарь ЦК', 0, 90)}</TextRegion></TextRegion>"
    source = open_source(page_xml(whole + inner).encode())
    assert source.text == "1. Выдать кредит в 5 млн. рублей золотом.\n2. Отложить.\n\nСекретарь ЦК"
    assert source.locate(Span(0, 1))[0].region == "a"
    assert source.locate(Span(len(source.text) - 2, len(source.text)))[0].region == "b/c"


def test_page_xml_outlines_of_2010_and_readings_without_characters() -> None:
    points = "".join(f"<Point x='{x}' y='{y}'/>" for x, y in ((5, 7), (95, 7), (95, 27)))
    reading = "<TextEquiv index='{}'>{}</TextEquiv>"
    readings = reading.format(0, "<PlainText>?</PlainText>") + reading.format(1, "<Unicode>да</Unicode>")
    lines = f"<TextLine id='l1'><Coords>{points}</Coords>{readings}</TextLine>"
    source = open_source(page_xml(f"<TextRegion id='a'>{lines}</TextRegion>").encode())
    assert source.text == "да"
    assert source.locate(Span(0, 2)) == (Place(1, 1, 1, "a", "l1", ((5, 7), (95, 7), (95, 27))),)


def test_page_xml_words_make_a_line_and_say_how_sure_they_are() -> None:
    def word(said: str, left: int, conf: str) -> str:
        points = f"{left},0 {left + 50},0 {left + 50},20 {left},20"
        return (
            f"<Word><Coords points='{points}'/><TextEquiv{conf}><Unicode>{said}</Unicode></TextEquiv></Word>"
        )

    words = word("выдать", 0, " conf='0.4'") + word("кредит", 60, "") + word("СССР", 120, " conf='0.9'")
    unread = "<TextLine id='l1'/><TextLine id='l2'><TextEquiv><Unicode> </Unicode></TextEquiv></TextLine>"
    lines = f"{unread}<TextLine id='l3'>{words}</TextLine>"
    source = open_source(page_xml(f"<TextRegion id='a'>{lines}</TextRegion>").encode())
    assert source.text == "выдать кредит СССР"
    assert [source.confidence(Span(at, at + 2)) for at in (0, 7, 14)] == [0.4, None, 0.9]
    # Lines on which nothing was read are not counted.
    assert source.locate(Span(7, 13)) == (
        Place(1, 8, 1, "a", "l3", ((60, 0), (110, 0), (110, 20), (60, 20))),
    )


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


def test_a_paragraph_goes_on_over_the_foot_of_a_page_and_the_head_of_the_next() -> None:
    said = ("Поручить Наркомвнешторгу", "поставить восемь самолетов", "и двадцать автомобилей.")
    pages = [
        "".join(
            f"<TextRegion id='{name}'>{line(words, 0, top)}</TextRegion>"
            for name, words, top in (("h", "Протокол № 34", 0), ("b", body, 50), ("n", f"- {at} -", 90))
        )
        for at, body in enumerate(said, 1)
    ]
    source = open_source(page_xml(*pages).encode())
    assert source.text.rstrip() == f"Протокол № 34\n\n{' '.join(said)}"
    # The foot and the head between two pages are told of as one.
    assert [finding.rule for finding in source.findings] == ["running-head"] * 3


def test_a_page_number_at_the_very_beginning_is_told_of_there() -> None:
    pages = [
        f"<TextRegion>{line(f'- {at} -', 0, 0)}</TextRegion><TextRegion>{line(said, 0, 50)}</TextRegion>"
        for at, said in ((1, "1. Отложить."), (2, "2. Отказать."))
    ]
    source = open_source(page_xml(*pages).encode())
    assert source.text == "1. Отложить.\n\n2. Отказать."
    first, second = source.findings
    assert (first.rule, first.span) == ("running-head", Span(0, 0))
    assert (second.rule, second.span) == ("running-head", Span(14, 14))


def test_alto_words_without_spaces_between_and_hyphens() -> None:
    def written(word: str, left: int, top: int) -> str:
        width = 10 * len(word)
        return f"<String CONTENT='{word}' HPOS='{left}' VPOS='{top}' WIDTH='{width}' HEIGHT='9'/>"

    first = f"<TextLine>{written('выдать', 0, 0)}{written('кре', 70, 0)}<HYP CONTENT='-'/></TextLine>"
    second = f"<TextLine>{written('дит', 0, 20)}</TextLine>"
    block = f"<TextBlock ID='b'>{first}{second}</TextBlock>"
    source = open_source(f"<alto><Layout><Page>{block}</Page></Layout></alto>".encode())
    assert source.text == "выдать кредит"


def test_alto_outlines_with_many_corners() -> None:
    shape = "<Shape><Polygon POINTS='0,5 90,0 90,20 0,25'/></Shape>"
    content = f"<TextLine ID='l1'>{shape}<String CONTENT='Отложить.'/></TextLine>"
    block = f"<TextBlock ID='b'>{content}</TextBlock>"
    source = open_source(f"<alto><Layout><Page>{block}</Page></Layout></alto>".encode())
    [place] = source.locate(Span(0, 9))
    assert (place.line_name, place.polygon) == ("l1", ((0, 5), (90, 0), (90, 20), (0, 25)))


def test_hocr_without_boxes_is_read_without_outlines() -> None:
    words = "<span class='ocrx_word'>Выдать</span> <span class='ocrx_word'>кредит</span>"
    page = f"<div class='ocr_page'><span class='ocr_line' id='l1' title='bbox 0 0 wide'>{words}</span></div>"
    source = open_source(f"<html><body>{page}</body></html>".encode())
    assert (source.format, source.text) == ("hocr", "Выдать кредит")
    assert source.locate(Span(7, 13)) == (Place(1, 8, 1, "", "l1"),)


def test_places_are_printed() -> None:
    assert str(Place(3, 4)) == "line 3, column 4"
    assert str(Place(3, 4, 2, "r1", "l3")) == "page 2, region r1, line 3 (l3), column 4"
