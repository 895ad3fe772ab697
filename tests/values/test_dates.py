"""Dates: what the papers write, what EDTF says of it, and the calendar."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from edtf import EDTFObject, parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from politburo.errors import ParseError
from politburo.text import Span
from politburo.tokens import Tokens
from politburo.values.base import Status
from politburo.values.calendar_dates import DatePoint
from politburo.values.dates import PartialDate, read_date, read_year

DAYS = [
    ("1 октября 1935 г.", "1935-10-01"),
    ("26 НОЯБРЯ 1935 ГОДА", "1935-11-26"),
    ("15 МАРТА 1935\nГОДА", "1935-03-15"),
    ("2-го августа 1923 года", "1923-08-02"),
    ("1‑го мая", "XXXX-05-01"),
    ("1-му января 1938", "1938-01-01"),
    ("1 мая 1936г.", "1936-05-01"),
    ("1 дек. 1934 г.", "1934-12-01"),
    ("«5» мая 1933 г.", "1933-05-05"),
    ("«    » мая 1933 г.", "1933-05"),
    ('"___" мая 1933 г.', "1933-05"),
    ("1.Х.35г.", "1935-10-01"),
    ("25.VIII.1931", "1931-08-25"),
    ("8. III.1933", "1933-03-08"),
    ("5.V.27", "1927-05-05"),
    ("20.III.-31 г.", "1931-03-20"),
    ("20.III-22 г.", "1922-03-20"),
    ("20.III - 22", "1922-03-20"),
    ("11 .XII. 1939 г.", "1939-12-11"),
    ("8 / III-22", "1922-03-08"),
    ("29 / III-22", "1922-03-29"),
    ("13/III.", "XXXX-03-13"),
    ("15/IV", "XXXX-04-15"),
    ("8/V-с.г.", "XXXX-05-08"),
    ("9/VIII", "XXXX-08-09"),
    ("1/X-34 y.", "1934-10-01"),
    ("21/XII–21", "1921-12-21"),
    ("5/X-35", "1935-10-05"),
    ("5/IХ", "XXXX-09-05"),
    ("30.III. с. г.", "XXXX-03-30"),
    ("30.V. с. г.", "XXXX-05-30"),
    ("16.VI", "XXXX-06-16"),
    ("1.Х II–1934", "1934-12-01"),
    ("5-XI-35", "1935-11-05"),
    ("1.12.34 г.", "1934-12-01"),
    ("1.11.34", "1934-11-01"),
    ("02.07.1937", "1937-07-02"),
    ("18.02.63", "1963-02-18"),
    ("3.5.1928", "1928-05-03"),
    ("1931.08.05", "1931-08-05"),
    ("2016-06-13", "2016-06-13"),
    ("12.12.79", "1979-12-12"),
    ("04.04.80", "1980-04-04"),
    ("09/30/50", "1950-09-30"),
    ("30/09/50", "1950-09-30"),
    ("05/05/80", "1980-05-05"),
    ("October 1, 1935", "1935-10-01"),
    ("July 06, 1945", "1945-07-06"),
    ("22 March 1935", "1935-03-22"),
    ("January 27th, 1931", "1931-01-27"),
    ("1st of May 1936", "1936-05-01"),
    ("18 March 22", "1922-03-18"),
    ("5 March [19]56", "1956-03-05"),
    ("16 January [1943]", "1943-01-16"),
    ("2O April", "XXXX-04-20"),
    ("1 мая", "XXXX-05-01"),
    ("12 December", "XXXX-12-12"),
    ("28 May of this year", "XXXX-05-28"),
    ("29 марта сего года", "XXXX-03-29"),
    ("2 сего августа", "XXXX-08-02"),
    ("May 1st, 1936", "1936-05-01"),
    ("Oct. 1, 1935", "1935-10-01"),
    ("5.III.[19]56", "1956-03-05"),
    ("28 May of the current year", "XXXX-05-28"),
]

LOOKALIKES = [
    ("8.V.ЗЗ г.", "1933-05-08"),
    ("24.Ш.35г.", "1935-03-24"),
    ("1.VІ.32", "1932-06-01"),
    ("1.VIII.З7 г.", "1937-08-01"),
    ("11.П.34", "1934-02-11"),
    ("5.УШ.31 г.", "1931-08-05"),
    ("3.ХП.32", "1932-12-03"),
    ("4.У1.33", "1933-06-04"),
    ("6.1Х.30 г.", "1930-09-06"),
    ("7.ІУ.29", "1929-04-07"),
    ("I.Х.35 г.", "1935-10-01"),
    ("2O April", "XXXX-04-20"),
    ("5 мая 19З2 г.", "1932-05-05"),
    ("l.I.30г.", "1930-01-01"),
    ("1б.II.30г.", "1930-02-16"),
    ("б октября 1952 г.", "1952-10-06"),
    ("O2.05.1931", "1931-05-02"),
    ("начиная с l930 г.", "1930/.."),
]

PERIODS = [
    ("май 1933 г.", "1933-05"),
    ("в мае 1930", "1930-05"),
    ("в мае месяце 1931 г.", "1931-05"),
    ("March, 1955", "1955-03"),
    ("March of the year 1955", "1955-03"),
    ("first half of the year 1931", "1931-01/1931-06"),
    ("third quarter of the year 1931", "1931-07/1931-09"),
    ("first half of the year 1929/30", "1929-10/1930-03"),
    ("1944", "1944"),
    ("19З2", "1932"),
    ("в 1930 году", "1930"),
    ("1938 год", "1938"),
    ("в 1930-м году", "1930"),
    ("1936 г.", "1936"),
    ("1980-81", "1980/1981"),
    ("1974-5", "1974/1975"),
    ("1980—1981 гг.", "1980/1981"),
    ("1929/30 г.", "1929-10/1930-09"),
    ("1923/24 г.", "1923-10/1924-09"),
    ("1930/31 г.", "1930-10/1931-09"),
    ("1935/36 г.", "1935/1936"),
    ("1929-30 года", "1929-10/1930-09"),
    ("1929-1930 гг.", "1929/1930"),
    ("III квартал 1929/30 г.", "1930-04/1930-06"),
    ("IV кв. 29/30 г.", "1930-07/1930-09"),
    ("I квартал 1929/30 г.", "1929-10/1929-12"),
    ("III квартале 1937 г.", "1937-07/1937-09"),
    ("3-й квартал 1931 г.", "1931-07/1931-09"),
    ("особый квартал 1930 г.", "1930-10/1930-12"),
    ("I-II кварталы 1931 г.", "1931-01/1931-06"),
    ("II квартале", "XXXX-04/XXXX-06"),
    ("first quarter of 1936", "1936-01/1936-03"),
    ("второе полугодие 1936г.", "1936-07/1936-12"),
    ("1-е полугодие 1929/30 г.", "1929-10/1930-03"),
    ("первом полугодии", "XXXX-01/XXXX-06"),
    ("втором полугодии 1931 г.", "1931-07/1931-12"),
    ("second half of 1936", "1936-07/1936-12"),
    ("второй половине 1936 г.", "1936-07/1936-12"),
    ("до конца сентября", "XXXX-09"),
    ("end of October 1941", "1941-10"),
    ("mid-October 1941", "1941-10"),
    ("mid-1936", "1936"),
    ("в начале мая 1936 г.", "1936-05"),
    ("к концу 1936 г.", "1936"),
]

INTERVALS = [
    # a range of one day
    ("March 17-17, 1922", "1922-03-17"),
    ("17—17 марта 1922 г.", "1922-03-17"),
    ("from 17 March 1922 to 17 March 1922", "1922-03-17"),
    ("22 июля - 1 сентября 1936 г.", "1936-07-22/1936-09-01"),
    ("14 апреля — 20 июня 1949 г.", "1949-04-14/1949-06-20"),
    ("14 апреля -- 20 июня 1949 г.", "1949-04-14/1949-06-20"),
    ("8 - 21 July 1936", "1936-07-08/1936-07-21"),
    ("27-28.VI.36", "1936-06-27/1936-06-28"),
    ("29.VI—1.VII.36 г.", "1936-06-29/1936-07-01"),
    ("between 15 MARCH AND 8 APRIL 1940", "1940-03-15/1940-04-08"),
    ("between 10 and 26 May 1941", "1941-05-10/1941-05-26"),
    ("между 5 и 10 мая 1937 г.", "1937-05-05/1937-05-10"),
    ("from October 5 to October 20", "XXXX-10-05/XXXX-10-20"),
    ("с 1 сентября 1923 г. по 1 января 1924 г.", "1923-09-01/1924-01-01"),
    ("с 1 декабря по 1 января 1924 г.", "1923-12-01/1924-01-01"),
    ("с 1 декабря 1923 г. по 1 января", "1923-12-01/1924-01-01"),
    ("с 1 мая 1923 г. по 1 июня", "1923-05-01/1923-06-01"),
    ("с 5 по 10 мая 1936 г.", "1936-05-05/1936-05-10"),
    ("от 5 мая до 10 мая 1936 г.", "1936-05-05/1936-05-10"),
    ("from 1 April 1942 through 1 April 1945", "1942-04-01/1945-04-01"),
    ("1 августа - 15 сентября", "XXXX-08-01/XXXX-09-15"),
    ("август—декабрь 1923 года", "1923-08/1923-12"),
    ("в мае—июне", "XXXX-05/XXXX-06"),
    ("июле - августе", "XXXX-07/XXXX-08"),
    ("March 17-20, 1922", "1922-03-17/1922-03-20"),
    ("January 10 to 15, 1933", "1933-01-10/1933-01-15"),
    ("13-16 September this year", "XXXX-09-13/XXXX-09-16"),
    ("6 или 7 декабря", "XXXX-12-06/XXXX-12-07"),
    ("from 1930 to 1932", "1930/1932"),
    ("не ранее 1 марта 1924", "1924-03-01/.."),
    ("с 1 сентября 1930 г.", "1930-09-01/.."),
    ("from 1 May 1941", "1941-05-01/.."),
    ("as of 1 September 1936", "1936-09-01/.."),
    ("начиная с 1 января 1984 г.", "1984-01-01/.."),
    ("beginning in 1965", "1965/.."),
    ("с 1930/31 г.", "1930-10/.."),
    ("до 9/VIII", "../XXXX-08-09"),
    ("before 1 January 1942", "../1942-01-01"),
    ("until 1 July 1942", "../1942-07-01"),
    ("until the 1st of July 1942", "../1942-07-01"),
    ("since the beginning of 1936", "1936/.."),
    ("с начала 1936 г.", "1936/.."),
    ("до II квартала", "../XXXX-04"),
]

APPROXIMATE = [
    ("около 5 марта 1956", "1956-03-05~"),
    ("circa 1956", "1956~"),
    ("31.1.1976 [date unclear]", "1976-01-31~"),
    ("5 марта 1956 г. (?)", "1956-03-05~"),
]

EDTF = [
    "1935-10-01",
    "1935-10",
    "1935",
    "1924-03-01/..",
    "../1942-01-01",
    "1936-07-22/1936-09-01",
    "1930-04/1930-06",
    "1980/1981",
    "1956-03-05~",
    "XXXX-12-12",
    "XXXX-05",
    "XXXX-05/XXXX-06",
]


@pytest.mark.parametrize(("text", "expected"), DAYS + LOOKALIKES + PERIODS + INTERVALS + APPROXIMATE, ids=str)
def test_a_written_date_is_read(text: str, expected: str) -> None:
    assert str(PartialDate.parse(text)) == expected


@pytest.mark.parametrize("text", EDTF)
def test_edtf_is_read_as_it_stands(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(("text", "expected"), LOOKALIKES)
def test_look_alike_characters_are_emended_and_told(text: str, expected: str) -> None:
    found = read_date(Tokens(text), 0)
    assert found is not None
    assert str(found.value) == expected
    assert found.value.status is Status.EMENDED
    assert {noise.rule for noise in found.noise} == {"confusable-character"}


@pytest.mark.parametrize("text", ["1.Х.35г.", "5/IХ", "3.ХII.32"])
def test_cyrillic_kha_is_ordinary_usage(text: str) -> None:
    found = read_date(Tokens(text), 0)
    assert found is not None
    assert (found.value.status, found.noise) == (Status.STATED, ())


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        (
            "31 февраля 1936 г.",
            "expected a day from 1 to 29 in month 2 of 1936, got 31",
            "31 февраля 1936 г.",
        ),
        ("29 February 1935", "expected a day from 1 to 28 in month 2 of 1935, got 29", "29 February 1935"),
        ("1935-02-31", "expected a day from 1 to 28 in month 2 of 1935, got 31", "1935-02-31"),
        ("1936-01/1936-13-01", "expected a month from 1 to 12, got 13", "1936-13-01"),
        ("05/06/50", "expected an unambiguous date: 5/6 has two readings", "05/06/50"),
        ("1936/1935", "expected an interval that ends after it starts", "1936/1935"),
        ("1 мая 35 тракторов", "expected nothing more after the date", "35 тракторов"),
        ("скоро", "expected a date", "скоро"),
        ("35 г.", "expected a date", "35 г."),
        ("1.2.3", "expected a date", "1.2.3"),
        ("", "expected a date", ""),
    ],
)
def test_what_is_no_date_is_refused_at_its_place(text: str, message: str, place: str) -> None:
    with pytest.raises(ParseError) as caught:
        PartialDate.parse(text)
    assert caught.value.message == message
    assert caught.value.span.of(text) == place


def scanned(text: str) -> list[tuple[str, str]]:
    """Return every date of a text and its passage, read from left to right."""
    tokens, at, found = Tokens(text), 0, []
    while at < len(tokens):
        date = read_date(tokens, at)
        if date is None:
            at += 1
        else:
            assert date.value.span is not None
            found.append((str(date.value), date.value.span.of(text)))
            at = date.stop
    return found


SENTENCES: list[tuple[str, list[str]]] = [
    ('«55» мая 1933 г.; "55" мая 1933 г.; «31» июня 1933 г.', []),
    ("«5» мая 1933 г.; «   » мая 1933 г.; за «Май» июня 1933 г.", ["1933-05-05", "1933-05", "1933-06"]),
    ("March 17-16, 1922", ["XXXX-03-17"]),
    ("Завезти в Хамиль к 1 мая 1936г. 120 тонн бензина.", ["1936-05-01"]),
    ("Постановление от 1.Х.35г. отменить.", ["1935-10-01"]),
    ("О ходе уборки сообщить к 15-му октября с. г.", ["XXXX-10-15"]),
    ("Выдать аванс не позднее 1 августа, отчет представить до 1 сентября.", ["XXXX-08-01", "../XXXX-09-01"]),
    ("Утвердить план на IV квартал 1932 г. в 85 млн. руб.", ["1932-10/1932-12"]),
    ("Смету на 1928/29 г. утвердить в сумме 3.200 тыс. рублей.", ["1928-10/1929-09"]),
    ("Закупить в 1936 году 1936 тракторов.", ["1936"]),
    ("Отгрузить до 1 июля 120—150 тыс. пудов.", ["../XXXX-07-01"]),
    ("Поставить в мае—июне 35 станков.", ["XXXX-05/XXXX-06"]),
    ("Решения Политбюро за 10 мая — 3 июня 1939 г.", ["1939-05-10/1939-06-03"]),
    ("Повысить с 1 сентября 1930 г. цену до 10 руб. 50 коп.", ["1930-09-01/.."]),
    ("Выплатить с 1 октября 1925 г. по 1 апреля 1926 г. равными долями.", ["1925-10-01/1926-04-01"]),
    ("Опросом членов ПБ от 30.VIII.31 г. и 2.IX.31 г.", ["1931-08-30", "1931-09-02"]),
    ("В феврале и августе 1936 г. доложить ЦК.", ["1936-02", "1936-08"]),
    ("Представить доклад в июле и в августе.", ["XXXX-07", "XXXX-08"]),
    ("Увеличить в 1936, 1937 и 1938 гг. посевы на 10%.", ["1936", "1937", "1938"]),
    ("Утвердить завоз на второе полугодие 1936г.", ["1936-07/1936-12"]),
    ("Ссуду возвратить из урожая 1932 года.", ["1932"]),
    ("Закончить монтаж до конца 1937 г., пуск — в начале мая.", ["1937", "XXXX-05"]),
    ("Отложить вопрос до 9/VIII.", ["../XXXX-08-09"]),
    ("Совещание созвать 6 или 7 декабря.", ["XXXX-12-06/XXXX-12-07"]),
    ("Протокол № 34, п. 9, л. 170-171, д. 18.", []),
    ("Пункты 85/72, 119/103 и П63/IV — особая папка.", []),
    ("Выписки по № 12-13 и № 5/IV не посылать.", []),
    ("Отпустить 500.000 золотых рублей и 1 250 тыс. иен.", []),
    ("Цена 35 г. золота и 162 д. пути.", []),
    ("1.2. Принять. 1.2.3 Отклонить.", []),
    ("Не ранее 1 марта 1924 г. и не позднее 30.Х.1929 г.", ["1924-03-01/..", "1929-10-30"]),
    ("Письмо от 18 декабря 1934 года; телеграмма от 19.XII.", ["1934-12-18", "XXXX-12-19"]),
    ("Переговоры закончить в текущем году, лучше всего к маю.", ["XXXX-05"]),
    ("ЗАСЕДАНИЯ ПОЛИТБЮРО ЦК ВКП(б) ОТ 5 АВГУСТА 1931 г.", ["1931-08-05"]),
    ("за 9 месяцев 1936 г. вывезено 31 февраля 1936 г.", ["1936"]),
    ("Deliver the trucks by 1 May 1936 at the latest.", ["1936-05-01"]),
    ("Minutes Nº 30 of March 19, 1941, pages 115-121.", ["1941-03-19"]),
    ("Repay in 1941 the debt for 1940.", ["1941", "1940"]),
    ("By a survey of PB members dated 8 / III-22, 5 for.", ["1922-03-08"]),
    ("The Council may decide in May.", ["XXXX-05"]),
    ("Release by May 20 the sum of 20 million.", ["XXXX-05-20"]),
    ("In May 20 trucks and in June 1936 tractors.", ["XXXX-05", "XXXX-06"]),
    ("from 1900 to 2000 tons a year", []),
    ("between 10 and 26 May 1941, by water", ["1941-05-10/1941-05-26"]),
    ("Decisions of 10 and 26 April 1941", ["1941-04-26"]),
    ("meetings of 13 January and 26 April 1942", ["1942-01-13", "1942-04-26"]),
    ("repayable over ten years beginning in 1965", ["1965/.."]),
    ("Postpone the payment until 1 July 1942.", ["../1942-07-01"]),
    ("Enroll 100 students as of 1 September 1936.", ["1936-09-01/.."]),
    ("Leave it until the end of October 1941.", ["1941-10"]),
    ("Coordinate the prices by the end of October 1941.", ["1941-10"]),
    ("the 25 Politburo decree and the 15 July note", ["XXXX-07-15"]),
    ("for study in 1980-81, at 1200-1300 rubles", ["1980/1981"]),
    ("In the first half of 1936 and the second quarter", ["1936-01/1936-06", "XXXX-04/XXXX-06"]),
    ("for 1,936 tons, of 1950 rubles, for 1800 tractors", []),
    ("Decision dated 09/30/50, not 05/06/50.", ["1950-09-30"]),
    ("#Ст-209/41gs, 05.05.80", ["1980-05-05"]),
    ("[R 8 January 1969, Pb 111-162]", ["1969-01-08"]),
    ("21 Dec 87, Pb 97-18", ["1987-12-21"]),
    ("from 8 - 21 July 1936 the Politburo", ["1936-07-08/1936-07-21"]),
    ("held on 5 March [19]56 in the Kremlin", ["1956-03-05"]),
    ("12 May, 1,500 tons; 1 June, 25 trucks", ["XXXX-05-12", "XXXX-06-01"]),
    ("Выдать 5 мая\n\n1936 г. окончен.", ["XXXX-05-05", "1936"]),
    ("прибыли на 1938 год и 1-му января 1938 г.", ["1938", "1938-01-01"]),
    ("Долги за июль и 1937 г. списать.", ["XXXX-07", "1937"]),
    ("Продлить с 1 мая 1936 г. по 1 апреля 1936 г.", ["1936-05-01/..", "1936-04-01"]),
    ("Шифр 1931.8.5 или 1931.08.05.12, или 1.2.3200, разделы 1. 2. 34 и 5.", []),
    ("Довести число коек до 1930 кроватей, см. таблицу 1912-15.", []),
    ("Ответ дать не позднее 1О/IV.", []),
    ("In mid ocean, the mid point; by mid-1936.", ["1936"]),
    ("Allot by May 20 to 5 factories 100 tons.", ["XXXX-05-20"]),
    ("In May 20 Soviet trucks were sent.", ["XXXX-05"]),
    ("Deliver by 18 March 12, in all 40 trucks.", ["XXXX-03-18"]),
    ("the notes of 5 March [sic] 1956 and of 8 March [12]", ["XXXX-03-05", "XXXX-03-08"]),
    ("in the copy of 31.1.1976 [date unclear in the text]", ["1976-01-31"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_dates_of_a_sentence_are_found(text: str, expected: list[str]) -> None:
    assert [value for value, _ in scanned(text)] == expected


# What decides at the edge of a rule: the first and the last year, the mark that may stand.
BOUNDARIES: list[tuple[str, list[str]]] = [
    # years that can be meant
    ("в 1849 году", []),
    ("в 1850 году", ["1850"]),
    ("в 2000 году", ["2000"]),
    ("в 2001 году", []),
    ("5 мая 1799 г.", ["XXXX-05-05"]),
    ("5 мая 1800 г.", ["1800-05-05"]),
    ("5 мая 2099 г.", ["2099-05-05"]),
    ("5 мая 2100 г.", ["XXXX-05-05"]),
    ("5.3.1799", []),
    ("5.3.1800", ["1800-03-05"]),
    ("5.3.2099", ["2099-03-05"]),
    ("5.3.2100", []),
    ("5.III.1799", ["XXXX-03-05"]),
    ("5.III.1800", ["1800-03-05"]),
    ("5.III.2100", ["XXXX-03-05"]),
    ("18 March 16.", ["XXXX-03-18"]),
    ("18 March 17.", ["1917-03-18"]),
    ("18 March 22 trucks", ["XXXX-03-18"]),
    ("18 March 22, by sea", ["1922-03-18"]),
    ("18 March 22\nThe Politburo", ["1922-03-18"]),
    ("(18 March 22)", ["1922-03-18"]),
    ("18 марта 22.", ["XXXX-03-18"]),
    ("18 марта 22 г.", ["1922-03-18"]),
    ("March, 22", []),
    ("5 марта 193 г.", ["XXXX-03-05"]),
    ("1 мая [1936]", ["1936-05-01"]),
    ("1 мая [36]", ["XXXX-05-01"]),
    ("1 мая [1750]", ["XXXX-05-01"]),
    ("1 мая [19]36 г.", ["1936-05-01"]),
    ("1 мая [19] 36", ["XXXX-05-01"]),
    ("1 мая [1936] г., затем", ["1936-05-01"]),
    ("5.III.[1936]", ["1936-03-05"]),
    # blanks of forms, Roman months and what stands around them
    ("«5» мая", ["XXXX-05-05"]),
    ("« » мая", []),
    ("«5 мая»", ["XXXX-05-05"]),
    ("«333» мая 1933 г.", ["1933-05"]),
    ("«5»\n\nмая 1933 г.", ["1933-05"]),
    ('"_____" мая 1933 г.', ["1933-05"]),
    ("(4 XI)", ["XXXX-11-04"]),
    ("4 XI", []),
    ("(4 XI", []),
    ("4 XI)", []),
    ("4 XI 35 г.", ["1935-11-04"]),
    ("4/XI", ["XXXX-11-04"]),
    ("4.XI", ["XXXX-11-04"]),
    ("4. XI", []),
    ("4 .XI", []),
    ("4-XI", []),
    ("4-XI-35", ["1935-11-04"]),
    ("1го мая", ["XXXX-05-01"]),
    ("2nd May 1936", ["1936-05-02"]),
    ("3 rd May", []),
    ("123 мая", []),
    ("12 мая", ["XXXX-05-12"]),
    ("on the first of May 1936", ["1936-05-01"]),
    ("31 мая 1936 г.", ["1936-05-31"]),
    ("32 мая 1936 г.", []),
    ("0 мая 1936 г.", []),
    ("May 31, 1936", ["1936-05-31"]),
    ("May 32, 1936", []),
    ("May 0, 1936", []),
    ("May 1", ["XXXX-05-01"]),
    ("in May 20", ["XXXX-05"]),
    ("in May 20, 1936", ["1936-05-20"]),
    ("by May 20", ["XXXX-05-20"]),
    ("Sept. 20, 1936", ["1936-09-20"]),
    ("Sept. 1936", ["1936-09"]),
    ("дек. 1934 г.", ["1934-12"]),
    ("дек . 1934 г.", ["1934"]),
    ("мая. 1934 год", ["1934"]),
    ("May 20 trucks", []),
    ("May 20 million", []),
    # a paragraph ends what is said
    ("5 мая\n1936 г.", ["1936-05-05"]),
    ("5\n\nмая 1936 г.", ["1936-05"]),
    ("5\nмая 1936 г.", ["1936-05-05"]),
    ("5.\n\nIII.1936", []),
    ("5.III.\n\n1936 г.", ["XXXX-03-05", "1936"]),
    ("конца\n\nсентября", []),
    ("конца\nсентября 1936 г.", ["1936-09"]),
    ("с\n\n1 мая 1936 г.", ["1936-05-01"]),
    ("с 1 мая по\n\n5 мая 1936 г.", ["XXXX-05-01/..", "1936-05-05"]),
    ("1929/\n\n30 г.", []),
    # numbers of papers and of things
    ("№ 5/IV", []),
    ("п. 5/IV", []),
    ("п 5/IV", []),
    ("от 5/IV", ["XXXX-04-05"]),
    ("ПБ 13/IX", []),
    ("ПБ 13.IX.36 г.", ["1936-09-13"]),
    ("5/IV", ["XXXX-04-05"]),
    ("№ 1936 г.", []),
    ("№ 5 мая 1936 г.", ["1936-05-05"]),
    ("Протокол 5 от 1 мая", ["XXXX-05-01"]),
    ("П63/IV", []),
    ("а.5 мая 1936 г.", ["1936-05-05"]),
    ("6 .5 мая 1936 г.", ["1936-05-05"]),
    ("6.5 мая 1936 г.", []),
    ("1.200.36", []),
    ("1936 тонн", []),
    ("1.12.34.5", []),
    ("1.12.34/5", ["1934-12-01"]),
    ("1.12.34 т", []),
    ("1.12.34 тонн", []),
    ("1. 12. 34", []),
    ("1. 12. 1934", ["1934-12-01"]),
    ("1. 12. 34 г.", ["1934-12-01"]),
    ("1.12.134", []),
    ("1.13.34", []),
    ("32.1.34", []),
    ("1.12/34", []),
    ("1/12-34", []),
    ("13/12/50", ["1950-12-13"]),
    ("12/13/50", ["1950-12-13"]),
    ("12/12/50", ["1950-12-12"]),
    ("11/12/50", []),
    ("1931.08.05", ["1931-08-05"]),
    ("1931.8.05", []),
    ("1931.08-05", []),
    ("1931. 08.05", []),
    ("1931-08-05 тонн", []),
    ("193.08.05", []),
    ("1 мая с.г.", ["XXXX-05-01"]),
    ("1 мая с/г", ["XXXX-05-01"]),
    ("1 мая т. г.", ["XXXX-05-01"]),
    ("1 May of the current year", ["XXXX-05-01"]),
    ("1 May of the present year", ["XXXX-05-01"]),
    ("1 мая текущего года", ["XXXX-05-01"]),
    ("1 мая 1936 хозяйственного года", ["1936-05-01"]),
    ("1929/30 хоз. года", ["1929-10/1930-09"]),
    ("1936-го года", ["1936"]),
    ("в 1936 г. и", ["1936"]),
    # ranges, and what one side takes from the other
    ("5-5 мая 1936 г.", ["1936-05-05"]),
    ("5-6 мая 1936 г.", ["1936-05-05/1936-05-06"]),
    ("0-6 мая 1936 г.", []),
    ("6-5 мая 1936 г.", []),
    ("от 5 мая", ["XXXX-05-05"]),
    ("с мая по июнь 1936 г.", ["1936-05/1936-06"]),
    ("с мая до июня 1936 г.", ["1936-05/1936-06"]),
    ("с декабря по январь 1936 г.", ["1935-12/1936-01"]),
    ("с декабря 1935 г. по январь", ["1935-12/1936-01"]),
    ("с мая 1935 г. по июнь", ["1935-05/1935-06"]),
    ("с 1 января 1917 г. по январь 1918 г.", ["1917-01-01/1918-01"]),
    ("с 1 января по январь 1918 г.", ["XXXX-01-01/..", "1918-01"]),
    ("from September 1, 1961, to March 1, 1962", ["1961-09-01/1962-03-01"]),
    ("September 1, 1961, to March 1, 1962", ["1961-09-01", "1962-03-01"]),
    ("March 17-20, 1922", ["1922-03-17/1922-03-20"]),
    ("March 17-20", ["XXXX-03-17/XXXX-03-20"]),
    ("March 17 - 20 trucks", ["XXXX-03-17"]),
    ("March 17, 1921-20", ["1921-03-17"]),
    ("from 1930 to 1932", ["1930/1932"]),
    ("from 1932 to 1930", []),
    ("from 1930 to 1930", []),
    ("between May and June 1936", ["1936-05/1936-06"]),
    ("May and June 1936", ["1936-05", "1936-06"]),
    ("в мае, июне и июле 1936 г.", ["1936-05", "1936-06", "1936-07"]),
    ("в мае, июне, июле и августе 1936 г.", ["1936-05", "1936-06", "1936-07", "1936-08"]),
    (
        "в мае, июне, июле, августе и сентябре 1936 г.",
        ["XXXX-05", "1936-06", "1936-07", "1936-08", "1936-09"],
    ),
    ("5 мая и июнь 1936 г.", ["XXXX-05-05", "1936-06"]),
    ("5 мая и 6 июня 1936 г.", ["1936-05-05", "1936-06-06"]),
    ("в декабре и январе 1936 г.", ["1935-12", "1936-01"]),
    ("ок. 1936 г.", ["1936"]),
    ("ca. 1936", ["1936~"]),
    ("ca 1936", ["1936~"]),
    ("около 1936 г.", ["1936~"]),
    ("около мая", ["XXXX-05~"]),
    ("about 1936", []),
    ("circa 1936", ["1936~"]),
    ("circa May 1936", ["1936-05~"]),
    ("1 мая 1936 г. [дата неясна]", ["1936-05-01~"]),
    ("1 мая 1936 г. [неясна", ["1936-05-01"]),
    ("1 мая 1936 г. неясна]", ["1936-05-01"]),
    ("1 мая 1936 г. (дата)", ["1936-05-01"]),
    ("1 мая 1936 г. [?]", ["1936-05-01~"]),
    # pairs of years, quarters and halves
    ("1920/21 г.", ["1920/1921"]),
    ("1921/22 г.", ["1921-10/1922-09"]),
    ("1930/31 г.", ["1930-10/1931-09"]),
    ("1931/32 г.", ["1931/1932"]),
    ("1929/31 г.", ["1929/1931"]),
    ("1929/31", []),
    ("1929/30", ["1929-10/1930-09"]),
    ("1929-1930", ["1929/1930"]),
    ("1929-30", ["1929-10/1930-09"]),
    ("29/30", []),
    ("29/30 г.", ["1929-10/1930-09"]),
    ("1929/29 г.", []),
    ("1930/29 г.", []),
    ("1929/930 г.", []),
    ("1929/30 тонн", []),
    ("1849/50 г.", []),
    ("1850/51 г.", ["1850/1851"]),
    ("1999-2000 гг.", ["1999/2000"]),
    ("2000-2001 гг.", []),
    ("1999/00 г.", []),
    ("4-й квартал 1931 г.", ["1931-10/1931-12"]),
    ("2 кв. 1931 г.", ["1931-04/1931-06"]),
    ("кв. 1931 г.", ["1931"]),
    ("II и III кварталы 1931 г.", ["1931-04/1931-09"]),
    ("2-е полугодие 1931 г.", ["1931-07/1931-12"]),
    ("2-е полугодие 1929/30 г.", ["1930-04/1930-09"]),
    ("II квартал 1929/30 г.", ["1930-01/1930-03"]),
    ("вторая половина", []),
    ("вторая половина 1931 г.", ["1931-07/1931-12"]),
    ("вторая половина дня", []),
    ("особый квартал", []),
    ("особый квартал 1930 г.", ["1930-10/1930-12"]),
    ("особый отдел 1930 г.", ["1930"]),
    ("first half-year 1931", ["1931-01/1931-06"]),
    ("end of the year 1931", ["1931"]),
    ("end of 1931", ["1931"]),
    ("end 1931", []),
    ("the end of May", ["XXXX-05"]),
    ("the end of 5 May 1936", ["1936-05-05"]),
    ("конец 5 мая 1936 г.", ["1936-05-05"]),
    ("mid-May 1936", ["1936-05"]),
    ("mid-May", ["XXXX-05"]),
    ("mid May 1936", ["1936-05"]),
    # bare years and bounds
    ("до 1930 года", ["../1930"]),
    ("до 1930 человек", []),
    ("1936-го", []),
    ("в 1936-37 тонн", []),
    ("в 1936, 1937 и 1938 гг.", ["1936", "1937", "1938"]),
    ("в 1932, 1933, 1934, 1935 и 1936 гг.", ["1932", "1933", "1934", "1935", "1936"]),
    ("1936, 1937 и 1938 тракторов", []),
    ("1936х", []),
    ("5,1936 г.", []),
    ("мая 1936 г.", ["1936-05"]),
    ("31 февраля 1936 г.", []),
    ("год 1936", ["1936"]),
    ("урожая 1936", ["1936"]),
    ("не ранее 1936 г.", ["1936/.."]),
    ("не позднее 1936 г.", ["1936"]),
    ("до конца 1936 г.", ["1936"]),
    ("до 1 мая 1936 г.", ["../1936-05-01"]),
    ("до мая 1936 г.", ["../1936-05"]),
    ("с 1 мая 1936 г.", ["1936-05-01/.."]),
    ("until the end of May 1936", ["1936-05"]),
    ("up to 1 May 1936", ["../1936-05-01"]),
    ("up 1 May 1936", ["1936-05-01"]),
    ("в течение мая", []),
    ("к маю", ["XXXX-05"]),
    ("Маю", []),
    ("may", []),
    ("May", []),
    ("may and June 1936", ["1936-06"]),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDARIES, ids=repr)
def test_a_boundary_is_kept(text: str, expected: list[str]) -> None:
    assert [value for value, _ in scanned(text)] == expected


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("не позднее 10 августа. Он", ["10 августа"]),
        ("с 1 мая 1930 г. выдачу", ["с 1 мая 1930 г."]),
        ("до 9/VIII.", ["до 9/VIII"]),
        ("VKP(b) DECISIONS BETWEEN 15 MARCH AND 8 APRIL 1940", ["15 MARCH AND 8 APRIL 1940"]),
        ("к 1 октября с. г. и поставить", ["1 октября с. г."]),
        ("до конца сентября 24 орудия", ["конца сентября"]),
        ("в мае—июне 310.000", ["мае—июне"]),
        ("for the second half of 1936 in", ["second half of 1936"]),
        ("от 25.IV.1930 г.", ["25.IV.1930 г."]),
        ("04.04.80/77", ["04.04.80"]),
        ("31.1.1976 [date unclear] in", ["31.1.1976 [date unclear]"]),
    ],
)
def test_a_date_covers_its_own_words_only(text: str, passages: list[str]) -> None:
    assert [passage for _, passage in scanned(text)] == passages


def test_the_year_behind_and_is_inferred_for_the_date_before_it() -> None:
    found = read_date(Tokens("in February and August 1936"), 1)
    assert found is not None
    assert (str(found.value), found.value.status) == ("1936-02", Status.INFERRED)


@pytest.mark.parametrize(
    ("text", "passage"),
    [("21 December 1987* (Pb 97/18)", "1987*"), ("5 мая 1931 г.¹ Антипов", ".¹"), ("5 мая 1931 г.2", ".2")],
)
def test_a_fused_note_mark_is_cut_off_and_told(text: str, passage: str) -> None:
    found = read_date(Tokens(text), 0)
    assert found is not None
    assert found.value.status is Status.STATED
    assert [(noise.rule, noise.span.of(text)) for noise in found.noise] == [("footnote-glued", passage)]


@pytest.mark.parametrize("text", ["**March 19, 1941**", "5 мая 1931 г.2 июня", "5 мая 1931 г."])
def test_emphasis_and_the_next_date_are_no_note_marks(text: str) -> None:
    tokens = Tokens(text)
    found = next(found for at in range(len(tokens)) if (found := read_date(tokens, at)))
    assert found.noise == ()


def test_a_bare_year_is_read_where_the_caller_knows_it_is_one() -> None:
    tokens = Tokens("prices 1940. 1940 тонн 3500 1940-х")
    assert [str(f.value) for at in range(len(tokens)) if (f := read_year(tokens, at))] == ["1940"]


def test_dates_are_sorted_by_their_first_day_and_those_of_no_year_stand_last() -> None:
    dates = [PartialDate.parse(text) for text in ("1 мая", "1936", "до 1935 г.", "circa 1935")]
    assert [str(date) for date in sorted(dates, key=lambda date: date.sort_key)] == [
        "../1935",
        "1935~",
        "1936",
        "XXXX-05-01",
    ]
    assert [date.is_approximate for date in dates] == [False, False, False, True]


def test_this_year_is_told_but_takes_no_part_in_equality() -> None:
    this = PartialDate.parse("1 мая с. г.")
    assert this.this_year
    assert this == PartialDate.parse("1 мая")


@pytest.mark.parametrize(
    ("text", "anchor", "forward", "expected"),
    [
        ("1 мая", "14 декабря 1935 г.", True, "1936-05-01"),
        ("1 мая", "1 мая 1935 г.", True, "1935-05-01"),
        ("14 December", "19 March 1941", False, "1940-12-14"),
        ("5 апреля", "25.IV.30 г.", False, "1930-04-05"),
        ("конца сентября", "5 мая 1956 года", True, "1956-09"),
        ("мае—июне", "18.IV.30 г.", True, "1930-05/1930-06"),
        ("декабрь—январь", "1.I.30 г.", True, "1929-12/1930-01"),
        ("до 9/VIII", "2-го августа 1923 года", True, "../1923-08-09"),
        ("с 1 мая", "2 мая 1930 г.", True, "1931-05-01/.."),
        ("4 февраля с. г.", "20 февраля 1980 года", True, "1980-02-04"),
        ("29 февраля с. г.", "5 марта 1935 г.", True, "XXXX-02-29"),
        ("29 февраля", "1 марта 1936 г.", True, "1940-02-29"),
        ("29 февраля", "1 марта 1903 г.", False, "1896-02-29"),
        ("1 октября 1930 г.", "5 мая 1956 года", True, "1930-10-01"),
        ("1 октября", "до 5 мая", True, "XXXX-10-01"),
    ],
)
def test_a_year_is_supplied_from_the_date_of_the_paper(
    *, text: str, anchor: str, forward: bool, expected: str
) -> None:
    date = PartialDate.parse(text)
    completed = date.completed(PartialDate.parse(anchor), forward=forward)
    assert str(completed) == expected
    assert (completed.status is Status.INFERRED) == (str(date) != expected)


def test_an_emended_date_stays_emended_when_its_year_is_supplied() -> None:
    date = PartialDate.parse("2O April").completed(PartialDate.parse("8 April 1932"), forward=True)
    assert (str(date), date.status) == ("1932-04-20", Status.EMENDED)


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ("25 октября 1917 г.", "1917-11-07"),
        ("31 января 1918 г.", "1918-02-13"),
        ("1 января 1900 г.", "1900-01-13"),
        ("октябрь 1917 г.", "1917-10-14/1917-11-13"),
        ("14 февраля 1918 г.", "1918-02-14"),
        ("1 мая", "XXXX-05-01"),
        ("до 1 мая 1917 г.", "../1917-05-01"),
    ],
)
def test_julian_dates_become_gregorian(julian: str, gregorian: str) -> None:
    assert str(PartialDate.parse(julian).gregorian()) == gregorian


@pytest.mark.parametrize(
    ("text", "day", "interval", "year", "earliest", "latest"),
    [
        ("1935-10-01", True, False, 1935, dt.date(1935, 10, 1), dt.date(1935, 10, 1)),
        ("1935-02", False, False, 1935, dt.date(1935, 2, 1), dt.date(1935, 2, 28)),
        ("1935", False, False, 1935, dt.date(1935, 1, 1), dt.date(1935, 12, 31)),
        ("1924-03-01/..", False, True, 1924, dt.date(1924, 3, 1), None),
        ("../1942-01", False, True, 1942, None, dt.date(1942, 1, 31)),
        ("XXXX-12-12", True, False, None, None, None),
        ("XXXX-05/XXXX-06", False, True, None, None, None),
    ],
)
def test_what_a_date_says_of_itself(
    *,
    text: str,
    day: bool,
    interval: bool,
    year: int | None,
    earliest: dt.date | None,
    latest: dt.date | None,
) -> None:
    date = PartialDate.parse(text)
    assert (date.is_day, date.is_interval, date.year) == (day, interval, year)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("one", "other", "contains", "overlaps"),
    [
        ("1935", "1935-10-01", True, True),
        ("1935-10-01", "1935", False, True),
        ("1935-10/..", "1936", True, True),
        ("../1935", "1936", False, False),
        ("1936-07-22/1936-09-01", "1936-07-16", False, False),
        ("XXXX-05", "XXXX-05", True, True),
        ("XXXX-05", "1935-05", False, False),
    ],
)
def test_containing_and_overlapping(*, one: str, other: str, contains: bool, overlaps: bool) -> None:
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    assert first.contains(second) is contains
    assert first.overlaps(second) is second.overlaps(first) is overlaps


@pytest.mark.parametrize(
    "part", [(1935, 2, 31), (None, None, None), (1935, None, 5), (0, 1, 1), (1935, 13, None)]
)
def test_a_point_that_is_no_date_cannot_be_made(part: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match="expected"):
        DatePoint(*part)


def test_an_interval_needs_an_end_and_runs_forward() -> None:
    with pytest.raises(ValueError, match="a start or an end"):
        PartialDate(None, None)
    with pytest.raises(ValueError, match="ends after it starts"):
        PartialDate(DatePoint(1936), DatePoint(1935))


years = st.one_of(st.none(), st.integers(1, 9999))
any_certainty, certain = st.booleans(), st.booleans().map(lambda _: False)


@st.composite
def points(
    draw: st.DrawFn,
    year: st.SearchStrategy[int | None] = years,
    about: st.SearchStrategy[bool] = any_certainty,
) -> DatePoint:
    """Draw a point of the calendar."""
    day = draw(st.dates())
    chosen = draw(year)
    exact = draw(st.integers(1 if chosen is None else 0, 2))
    month = None if exact == 0 else day.month
    # 29 February is a day of some years only.
    number = min(day.day, 28 if day.month == 2 else 31) if exact == 2 else None
    return DatePoint(chosen, month, number, draw(about))


@st.composite
def dates(
    draw: st.DrawFn,
    year: st.SearchStrategy[int | None] = years,
    about: st.SearchStrategy[bool] = any_certainty,
) -> PartialDate:
    """Draw a date: single, open or an interval."""
    start = draw(points(year, about))
    shape = draw(st.sampled_from(["single", "from", "until", "interval"]))
    if shape == "single":
        return PartialDate(start, start)
    if shape != "interval":
        return PartialDate(None if shape == "until" else start, None if shape == "from" else start)
    end = draw(points(st.just(start.year), about))
    try:
        return PartialDate(start, end)
    except ValueError:
        return PartialDate(end, start)


# What the oracle knows: neither intervals without years nor "about" without one.
IN_EDTF = dates(st.integers(1, 9999)) | points(st.none(), certain).map(
    lambda point: PartialDate(point, point)
)


@given(dates())
def test_the_canonical_text_is_read_back(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date
    assert hash(PartialDate.parse(str(date))) == hash(date)


@settings(deadline=None)  # the oracle parses slowly
@given(IN_EDTF)
def test_the_canonical_text_is_edtf(date: PartialDate) -> None:
    assert isinstance(parse_edtf(str(date)), EDTFObject)


def _day(moment: time.struct_time) -> dt.date:
    return dt.date(moment.tm_year, moment.tm_mon, moment.tm_mday)


# The oracle parses slowly, and knows neither days without a year nor "about".
@settings(deadline=None)
@given(dates(st.integers(1, 9999), certain))
def test_earliest_and_latest_are_those_of_edtf(date: PartialDate) -> None:
    oracle = parse_edtf(str(date))
    if date.earliest is not None:
        assert date.earliest == _day(oracle.lower_strict())
    if date.latest is not None:
        assert date.latest == _day(oracle.upper_strict())


@given(dates(), dates())
def test_what_contains_overlaps(one: PartialDate, other: PartialDate) -> None:
    assert not one.contains(other) or one.overlaps(other)
    assert one.contains(one)
    assert one.overlaps(other) == other.overlaps(one)


@given(date=dates(), anchor=points(st.integers(10, 9900)), forward=st.booleans())
def test_a_completed_date_has_a_year_and_lies_on_its_side(
    *, date: PartialDate, anchor: DatePoint, forward: bool
) -> None:
    completed = date.completed(PartialDate(anchor, anchor), forward=forward)
    assert completed.year is not None
    first, last = completed.earliest or completed.latest, completed.latest or completed.earliest
    assert first is not None
    assert last is not None
    if date.year is None and anchor.first is not None and anchor.last is not None:
        assert last >= anchor.first if forward else first <= anchor.last


@given(st.dates(min_value=dt.date(1, 3, 1), max_value=dt.date(1918, 2, 13)))
def test_the_gregorian_day_is_as_much_later_as_the_centuries_say(day: dt.date) -> None:
    gregorian = PartialDate.of(day.year, day.month, day.day).gregorian().earliest
    assert gregorian is not None
    year = day.year - (day.month < 3)
    behind = year // 100 - year // 400 - 2
    # Around 29 February the Gregorian calendar counts a day that the difference of dates does not.
    assert (gregorian - day).days in (behind, behind + 1, behind - 1)


words = st.sampled_from(
    [
        "1",
        "35",
        "1936",
        "5",
        "мая",
        "May",
        "г",
        ".",
        "/",
        "-",
        "—",
        "Х",
        "III",
        "с",
        "до",
        "по",
        "from",
        "to",
        "in",
        "конца",
        "квартал",
        "«",
        "»",
        "[",
        "]",
        "19",
        "З",
        "или",
        "and",
        "between",
        " ",
        "\n",
        "\n\n",
        ",",
    ]
)


@given(st.lists(words, max_size=12), st.sampled_from(["", " "]))
def test_any_text_is_read_inside_itself_without_an_error(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    tokens = Tokens(text)
    for at in range(len(tokens)):
        found = read_date(tokens, at)
        if found is not None:
            assert found.value.span == tokens.span(at, found.stop)
            assert at < found.stop <= len(tokens)
            assert "\n\n" not in found.value.span.of(text)
            assert PartialDate.parse(str(found.value)) == found.value


@pytest.mark.parametrize("piece", ["1936, ", "1О", "1 и ", "с ", "5 мая, ", "[", "«", "1.", "до до конца "])
def test_a_long_chain_takes_no_more_than_its_length(piece: str) -> None:
    tokens = Tokens(piece * 5000)
    begin = time.process_time()
    for at in range(len(tokens)):
        read_date(tokens, at)
    assert time.process_time() - begin < 5


def _fault_of(text: str) -> Span | None:
    try:
        PartialDate.parse(text)
    except ParseError as error:
        return error.span
    return None


@given(st.text(max_size=20))
def test_parse_raises_nothing_but_parse_errors(text: str) -> None:
    span = _fault_of(text)
    assert span is None or 0 <= span.start <= span.stop <= len(text)


# What is written, its first and its last day, and whether it is an interval or a single day.
EXTENTS = [
    ("1935-10/1935-12", "1935-10-01", "1935-12-31", True, False),
    ("../1942-01", None, "1942-01-31", True, False),
    ("1942-01/..", "1942-01-01", None, True, False),
    ("XXXX-05", None, None, False, False),
    ("1936-02", "1936-02-01", "1936-02-29", False, False),
    ("1935-02", "1935-02-01", "1935-02-28", False, False),
    ("1935", "1935-01-01", "1935-12-31", False, False),
    ("1935-10-05", "1935-10-05", "1935-10-05", False, True),
    ("1900-02", "1900-02-01", "1900-02-28", False, False),
]
JULIAN = [
    ("1917-10-25", "1917-11-07"),
    ("1918-01-31", "1918-02-13"),
    ("1918-02-13", "1918-02-26"),
    ("1918-02-14", "1918-02-14"),
    ("1900-02-28", "1900-03-12"),
    ("1900-03-01", "1900-03-14"),
    ("1916-02-29", "1916-03-13"),
    ("1916-12-31", "1917-01-13"),
    ("1700-01-01", "1700-01-11"),
    ("1700-02-28", "1700-03-10"),
    ("1917-03", "1917-03-14/1917-04-13"),
    ("1917", "1917-01-14/1918-01-13"),
    ("../1917-03", "../1917-03"),
    ("XXXX-05-01", "XXXX-05-01"),
]


@pytest.mark.parametrize(("text", "first", "last", "interval", "day"), EXTENTS)
def test_a_date_knows_its_extent(
    text: str, first: str | None, last: str | None, *, interval: bool, day: bool
) -> None:
    date = PartialDate.parse(text)
    assert (date.earliest and str(date.earliest), date.latest and str(date.latest)) == (first, last)
    assert (date.is_interval, date.is_day) == (interval, day)


@pytest.mark.parametrize(("julian", "gregorian"), JULIAN)
def test_a_julian_date_in_the_gregorian_calendar(julian: str, gregorian: str) -> None:
    assert str(PartialDate.parse(julian).gregorian()) == gregorian
