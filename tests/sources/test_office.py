"""What word processors' files have of their own: tables, notes, lists, breaks, deleted text."""

from __future__ import annotations

from politburo.sources import Source, open_source
from politburo.text import Span
from tests.sources.writers import OFFICE, TEXT, W, packed

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
ODT = "application/vnd.oasis.opendocument.text"


def run(said: str) -> str:
    return f"<w:r><w:t>{said}</w:t></w:r>"


def opened(body: str, **parts: str) -> Source:
    document = f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>"
    return open_source(packed(word__document_xml=document, **parts))


def word(body: str, **parts: str) -> str:
    return opened(body, **parts).text


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


def test_a_docx_mark_whose_note_is_lost_is_passed_over() -> None:
    assert word(f"<w:p>{run('в валюте')}<w:r><w:footnoteReference w:id='7'/></w:r></w:p>") == "в валюте"


def test_docx_controls_are_read_and_deleted_paragraphs_are_not() -> None:
    control = f"<w:sdt><w:sdtContent><w:p>{run('ПРОТОКОЛ')}</w:p></w:sdtContent></w:sdt>"
    deleted = f"<w:del><w:p>{run('Отказать')}</w:p></w:del><w:moveFrom><w:p>{run('2.')}</w:p></w:moveFrom>"
    assert word(f"{control}{deleted}<w:p>{run('Выдать')}</w:p><w:sectPr/>") == "ПРОТОКОЛ\n\nВыдать"


def test_docx_hyphens_of_its_own() -> None:
    soft, hard = "<w:r><w:softHyphen/></w:r>", "<w:r><w:noBreakHyphen/></w:r>"
    body = f"<w:p>{run('кре')}{soft}{run('дит ЦК')}{hard}{run('СНК')}</w:p>"
    assert word(body) == "кре\u00adдит ЦК\u2011СНК"


BREAK = "<w:r><w:br w:type='page'/></w:r>"
BROKEN = "<w:r><w:lastRenderedPageBreak/></w:r>"


def pages(body: str) -> list[int | None]:
    """Return the pages of the marked paragraphs."""
    source = opened(body)
    return [source.locate(Span(at, at + 1))[0].page for at, letter in enumerate(source.text) if letter == "§"]


def test_docx_pages_are_those_of_the_last_time_or_those_that_the_author_began() -> None:
    marked = run("§")
    assert pages(f"<w:p>{marked}</w:p><w:p>{BREAK}{marked}</w:p><w:p>{BREAK}{marked}</w:p>") == [1, 2, 3]
    # Word remembers a break of the author's as one that it made: it counts once.
    assert pages(f"<w:p>{marked}</w:p><w:p>{BREAK}{BROKEN}{marked}</w:p>") == [1, 2]
    assert pages(f"<w:p>{marked}</w:p>") == [None]


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


def test_docx_bullets_lists_that_are_lost_and_paragraphs_in_none() -> None:
    level = "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\uf0b7'/></w:lvl>"
    numbering = (
        f"<w:numbering xmlns:w='{W}'><w:abstractNum w:abstractNumId='3'>{level}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num></w:numbering>"
    )
    point = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr></w:pPr>{}</w:p>"
    centred = f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{run('ПРОТОКОЛ')}</w:p>"
    body = (
        f"{centred}<w:p>{run('Выдать:')}</w:p>{point.format(1, run('станки'))}{point.format(9, run('итого'))}"
    )
    expected = ["ПРОТОКОЛ", "Выдать:", "- станки", "итого"]
    assert word(body, word__numbering_xml=numbering).split("\n\n") == expected


def odt(body: str) -> str:
    content = (
        f"<o:document-content xmlns:o='{OFFICE}' xmlns:t='{TEXT}' xmlns:a='{TABLE}'><o:body>{body}</o:body>"
        "</o:document-content>"
    )
    return open_source(packed(mimetype=ODT, content_xml=content)).text


def test_odt_tables_with_a_head_and_groups_of_rows() -> None:
    row = f"<a:table-row>{'<a:table-cell><t:p>{}</t:p></a:table-cell>' * 2}</a:table-row>"
    table = (
        "<a:table><a:table-column/>"
        f"<a:table-header-rows>{row.format('товар', 'сумма')}</a:table-header-rows>"
        f"<a:table-row-group><a:table-rows>{row.format('станки', '5 р.')}</a:table-rows></a:table-row-group>"
        "</a:table>"
    )
    assert odt(f"<o:text>{table}</o:text>") == "товар | сумма |\n\nстанки | 5 р. |"


def test_odt_lists_are_read_and_what_was_deleted_or_noted_on_the_margin_is_not() -> None:
    deleted = (
        "<t:tracked-changes><t:changed-region><t:p>Отказать</t:p></t:changed-region></t:tracked-changes>"
    )
    items = "<t:list><t:list-item><t:p>а) станки</t:p></t:list-item></t:list>"
    comment = "<o:annotation><t:p>проверить</t:p></o:annotation>"
    lost = "<t:note><t:note-citation>1</t:note-citation></t:note>"
    body = f"<o:text>{deleted}<t:p>Выдать{comment}{lost}:</t:p>{items}</o:text>"
    assert odt(body) == "Выдать:\n\nа) станки"


def test_an_odt_without_a_body_is_empty() -> None:
    assert not odt("")
