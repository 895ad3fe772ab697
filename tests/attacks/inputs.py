"""Over a hundred texts that are no papers, or papers that nobody would type: each as long as it is asked for.

A pattern is repeated until the text has the length; most are hostile to one grammar.
To add one: a line here; to keep an input that broke something: a file in ``regressions/``.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

__all__ = ["INPUTS", "heading", "made"]

Input = Callable[[int], str]

HEADING = "ПРОТОКОЛ № 34\nзаседания Политбюро ЦК ВКП(б) от 26 ноября 1935 г.\n\n"


def heading(text: str) -> str:
    """Put a text below the heading of a protocol, so that it is read as one."""
    return HEADING + text


def repeated(pattern: str) -> Input:
    """Repeat a pattern up to a length."""
    return lambda length: (pattern * (length // len(pattern) + 1))[:length]


def numbered(pattern: str) -> Input:
    """Repeat a pattern that counts: ``{n}``."""

    def made_of(length: int) -> str:
        parts, size = [], 0
        for number in itertools.count(1):
            parts.append(pattern.format(n=number))
            size += len(parts[-1])
            if size >= length:
                return "".join(parts)[:length]
        raise AssertionError

    return made_of


def nested(opening: str, closing: str) -> Input:
    """Open as often as the length allows, then close as often."""
    return lambda length: opening * (length // 2 // len(opening)) + closing * (length // 2 // len(closing))


def chosen(alphabet: str, seed: int = 1) -> Input:
    """Choose letters at random, always the same."""
    return lambda length: "".join(random.Random(seed).choices(alphabet, k=length))  # noqa: S311


def decoded(encoding: str, seed: int = 1) -> Input:
    """Decode random bytes as they come."""
    return lambda length: random.Random(seed).randbytes(length).decode(encoding, errors="replace")[:length]  # noqa: S311


_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"
_PUNCTUATION = "().,:;-–—/«»\"'[]{}<>№#*_+=&%$£@!?…|\\~^ \n"

INPUTS: dict[str, Input] = {
    # --- one thing over and over ---------------------------------------------------------------
    "one letter": repeated("а"),
    "one Latin letter": repeated("x"),
    "one capital": repeated("П"),
    "one digit": repeated("7"),
    "zeros": repeated("0"),
    "spaces": repeated(" "),
    "line breaks": repeated("\n"),
    "windows line breaks": repeated("\r\n"),
    "old Macintosh line breaks": repeated("а\r"),
    "tabs": repeated("\t"),
    "no-break spaces": repeated("\u00a0а"),
    "byte order marks": repeated("\ufeff"),
    "zero-width spaces": repeated("а\u200b"),
    "soft hyphens": repeated("\u00ad"),
    "soft hyphens in a word": repeated("а\u00ad"),
    "combining accents": repeated("и\u0306"),
    "only accents": repeated("\u0301"),
    "NUL": repeated("\0"),
    "control characters": repeated("\x07\x1b[31m"),
    "surrogate neighbours": repeated("\ud7ff\ue000"),
    "emoji": repeated("🚜"),
    "flags and joiners": repeated("👩\u200d🌾"),
    "direction marks": repeated("\u202eа\u202c"),
    # --- brackets, quotes, marks ---------------------------------------------------------------
    "round brackets": nested("(", ")"),
    "square brackets": nested("[", "]"),
    "open brackets": repeated("("),
    "open square brackets": repeated("["),
    "brackets with words": repeated("(т. "),
    "an editor's brackets": repeated("Ст[алин] "),
    "open editor's brackets": repeated("Ст["),
    "quotation marks": nested("«", "»"),
    "open quotation marks": repeated("«НКВТ "),
    "full stops": repeated("."),
    "full stops and spaces": repeated(". "),
    "commas": repeated(","),
    "colons": repeated(":"),
    "semicolons": repeated("а; "),
    "dashes": repeated("— "),
    "hyphens": repeated("а-"),
    "slashes": repeated("1/"),
    "number signs": repeated("№ "),
    "asterisks": repeated("*"),
    "underscores": repeated("\\_"),
    "apostrophes": repeated("а'"),
    "percent signs": repeated("5%"),
    "random punctuation": chosen(_PUNCTUATION),
    # --- item marks ----------------------------------------------------------------------------
    "item marks": repeated("1. "),
    "item marks on lines": numbered("{n}. Отложить.\n"),
    "item marks with a dash": numbered("{n}.- О Монголии.\n\nОтложить.\n\n"),
    "letters": repeated("а) "),
    "letters on lines": repeated("а)\n"),
    "letters in a line": repeated("а) Утвердить, б) Отложить, "),
    "numbers in brackets in a line": numbered("({n}) купить; "),
    "Roman marks": repeated("IV. По экспорту:\n"),
    "ordinal words": repeated("Первое. Отложить. "),
    "marks below marks": repeated("1. а) I. 1) А. (1) (а) "),
    "marks below marks on lines": repeated("1.\nа)\nI.\n1)\nА.\n(1)\n"),
    "deep numbering": repeated("1.1."),
    "total lines": repeated("а) 5 рублей\nИТОГО: 5 рублей\n"),
    # --- numbers and dates ---------------------------------------------------------------------
    "grouped digits": repeated("000."),
    "grouped digits with spaces": repeated("000 "),
    "numbers in words": repeated("миллион "),
    "all numerals": repeated("сто двадцать пять тысяч триста "),
    "million upon million": repeated("5 млн. "),
    "halves": repeated("с половиной "),
    "ranges": repeated("5-"),
    "bounds": repeated("от до не более "),
    "dates": numbered("{n}.X.35 "),
    "Roman months": repeated("1.XII."),
    "Roman numerals": repeated("XIVIMCDLX"),
    "dates without years": repeated("1 мая, "),
    "date words": repeated("с 1 по "),
    "years": repeated("1935—"),
    "terms": repeated("в течение "),
    "decimals": repeated("0,"),
    "signs of money": repeated("$"),
    "sums without end": repeated("5 руб. 5 коп. "),
    "kinds of rubles": repeated("рублей золотом в валюте "),
    "bare thousands": repeated("20.000, "),
    # --- names and bodies ----------------------------------------------------------------------
    "comrades": repeated("т. "),
    "comrades in a row": repeated("т.т. Сталину, Молотову, "),
    "unknown comrades": numbered("т. Иванов{n}у, "),
    "initials": repeated("И. "),
    "capitals": repeated("НКВТ"),
    "bodies": repeated("НКВТ "),
    "bodies and bodies": repeated("НКВТ и "),
    "body words": repeated("Народный комиссариат "),
    "body words in English": repeated("People's Commissariat of "),
    "committees of committees": repeated("Секретариат Политбюро ЦК "),
    "governments": repeated("правительство "),
    "misread bodies": repeated("НКТЛ, ОПТУ, НКЛеглром, "),
    "unknown abbreviations": chosen("НКВТРСФПЛДОЮ "),
    "shelfmarks": repeated("ф. 17, оп. "),
    "ditto": repeated("Там же. Оп. 1. Д. 2. "),
    "codes": repeated("П51/"),
    # --- the form ------------------------------------------------------------------------------
    "headings": numbered("ПРОТОКОЛ № {n}\n"),
    "headings in two languages": repeated("ПРОТОКОЛ № 34\n\nPROTOCOL No. 34\n\n"),
    "headings in a line": repeated("протокол № 1 "),
    "columns": repeated("СЛУШАЛИ: ПОСТАНОВИЛИ: "),
    "polls": repeated("ОПРОСОМ ЧЛЕНОВ ПОЛИТБЮРО:\n"),
    "presence": repeated("Присутствовали: "),
    "distribution": repeated("Выписки посланы: т. Элиаве (1, 2). "),
    "distribution on lines": repeated("Выписки посланы:\n"),
    "scopes": repeated("а, б, "),
    "stamps": repeated("Строго секретно\n"),
    "stamps in a line": repeated("Строго секретно "),
    "signatures": repeated("СЕКРЕТАРЬ ЦК И. СТАЛИН\n"),
    "footnotes": numbered("{n} Слова вписаны от руки.\n"),
    "annexes": repeated("Приложение к п. 1 пр. ПБ № 2\n"),
    "catalogue labels": repeated("Citation:\nSummary:\n"),
    "omissions": repeated("[...]\n"),
    # --- orders --------------------------------------------------------------------------------
    "infinitives": repeated("поручить "),
    "infinitives of the unknown": repeated("зюзюкать "),
    "imperatives": repeated("Charge the NKTP with delivering and "),
    "is to": repeated("is to "),
    "sentence without end": repeated("и о том, что "),
    "loans": repeated("в счет ссуды "),
    "subjects": repeated("И. Наркомфин согласовывать "),
    "subjects between marks": repeated("IV. тысяч увеличить Cde. "),
    "commissions": repeated("образовать комиссию, возложить "),
    "what was asked": repeated("ходатайство погасить, "),
    "dates and terms before verbs": repeated("к 1 мая в месячный срок продлить "),
    "lenders and borrowers": repeated("предоставить МНР заем в размере 5 тонн из "),
    "subjects in English": repeated("the NKVT (Cde. Eliava) is to deliver and by "),
    # --- other writing -------------------------------------------------------------------------
    "random bytes as UTF-8": decoded("utf-8"),
    "random bytes as Windows-1251": decoded("cp1251"),
    "random bytes as Latin-1": decoded("latin-1"),
    "Russian as Latin-1": repeated("Протокол заседания ".encode().decode("latin-1")),
    "random Russian": chosen(_RUSSIAN + "     "),
    "random digits and marks": chosen("0123456789.,-/ "),
    "random Unicode": lambda length: "".join(
        chr(code) for code in random.Random(2).choices(range(0x20, 0xD7FF), k=length)  # noqa: S311
    ),
    "Chinese": repeated("中国共产党中央委员会关于新疆问题的决定。"),
    "Arabic": repeated("قرار المكتب السياسي بشأن القرض. "),
    "Georgian": repeated("პოლიტბიუროს გადაწყვეტილება "),
    "Church Slavonic": repeated("Въ нача́лѣ бѣ̀ сло́во, "),
    "Greek": repeated("Μῆνιν ἄειδε, θεά, Πηληϊάδεω Ἀχιλῆος "),
    "Hebrew": repeated("בראשית ברא אלהים את השמים ואת הארץ׃ "),
    "Hindi": repeated("धर्मक्षेत्रे कुरुक्षेत्रे समवेता युयुत्सवः "),
    "Japanese": repeated("吾輩は猫である。名前はまだ無い。"),
    "Mongolian": repeated("Бүгд Найрамдах Монгол Ард Улсын засгийн газар "),
    "Ukrainian": repeated("Реве та стогне Дніпр широкий, "),
    "Polish": repeated("Litwo! Ojczyzno moja! ty jesteś jak zdrowie; "),
    "French": repeated("La loi du 5 mai 1935 ouvre un crédit de 500.000 francs. "),
    "Latin": repeated("Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, "),
    "Turkish": repeated("Sovyet hükûmeti ile İş Bankası arasında, "),
    "German": repeated("Das Politbüro beschließt, dem Kommissariat 5 Mio. Mark zu gewähren. "),
    "verse": repeated("Мой дядя самых честных правил,\nКогда не в шутку занемог,\n"),
    "a novel": repeated("В начале июля, в чрезвычайно жаркое время, под вечер, один молодой человек вышел. "),
    "a play": repeated("Городничий. Я пригласил вас, господа.\nАммос Федорович. Как ревизор?\n"),
    "a letter": repeated("Милая Надя!\n\nПолучила твоё письмо от 5 мая. Целую. Мама.\n\n"),
    "a statute": numbered("Статья {n}. Президент вправе: а) назначать; б) увольнять.\n"),
    "a newspaper": repeated("ТАСС, 5 мая. В Кабул прибыл т. Иванов.\n* * *\nПогода: +5…+10.\n"),
    "a recipe": repeated("Взять 3 стакана муки, 200 г масла и 2 яйца. Печь 40 минут.\n"),
    "a game of chess": numbered("{n}. e4 e5 2. Кf3 Кc6 3. Сb5 a6\n"),
    "a bibliography": numbered("{n}. Иванов И.И. История. М., 1935. С. 5–17.\n"),
    "a telegram": repeated("ВЫЕЗЖАЮ ПЯТОГО ТЧК ВСТРЕЧАЙТЕ ЗПТ "),
    "a timetable": numbered("{n:02} 12.30 Москва — Улан-Батор 5.45\n"),
    "a dictionary": repeated("заём, займа, м. 1. Ссуда. 2. Облигация.\n"),
    "a score": repeated("| до ре ми | ♩ ♪ 𝄞 | 3/4 |\n"),
    "sums": repeated("∑ x² + √y ≤ 5·10⁻³ ≠ ∞, "),
    "SQL": repeated("SELECT * FROM protocols WHERE n = 34; -- 5 руб.\n"),
    "CSV": numbered('{n},ru/9/1,money,500000 RUB_GOLD,"500.000",12,20,stated\n'),
    "a price list": numbered("{n}\tтрактор\t1.200\tруб.\n"),
    "JSON": repeated('{"a": ['),
    "XML": repeated('<a b="&lol;">'),
    "HTML": repeated("<script>alert(1)</script>"),
    "Markdown": repeated("# ## ### **a** | b |\n"),
    "Python": repeated("def f(x):\n    return [x for x in range(10)]\n"),
    "base64": chosen("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"),
    "spreadsheet formulas": repeated('=HYPERLINK("http://example.org";"НКВТ")\n'),
    "log lines": numbered("2026-01-01T00:00:00Z host[{n}]: 500 error\n"),
}  # fmt: skip


def made(name: str, length: int) -> str:
    """Return an input of a length."""
    return INPUTS[name](length)
