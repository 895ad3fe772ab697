"""Names of persons in running text, in lists and alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politburo.errors import ParseError
from politburo.tokens import Tokens
from politburo.values.names import Body, Person
from politburo.values.person_grammar import (
    after_honorific,
    read_name,
    read_person,
    read_person_list,
)
from politburo.vocabulary import table


def persons_in(text: str) -> list[tuple[str, str]]:
    tokens, at, found = Tokens(text), 0, []
    while at < len(tokens):
        person = read_person(tokens, at)
        if person is None:
            at += 1
            continue
        assert person.value.span is not None
        found.append((str(person.value), person.value.span.of(text)))
        at = person.stop
    return found


EQUAL = [
    ("т. Стомонякову", "Стомоняков"),
    ("Стомоняков", "Стомоняков"),
    ("Т.Т.Стомонякову", "Стомоняков"),
    ("тов. Кагановичу Л. М.", "Каганович Л.М."),
    ("товарищу СТАЛИНУ И.В.", "Сталин И.В."),
    ("И. СТАЛИН", "Сталин И."),
    ("Ю. В. Андропов", "Андропов Ю.В."),
    ("Косиор Ст.", "Косиор Ст."),
    ("т. Луганцу-Орельскому", "Луганец-Орельский"),
    ("т. Мамину-Сибиряку", "Мамин-Сибиряк"),
    ("ЛУГАНЕЦ-ОРЕЛЬСКИЙ", "Луганец-Орельский"),
    ("Шэн Шицаю", "Шэн Шицай"),
    ("т. Вегеру", "Вегер"),
    ("Cde. Sud'in", "Sud'in"),
    ("Cde. Sud’in", "Sud'in"),
    ("Cdes. Rozengol'ts", "Rozengol'ts"),
    ("Comrade Dzhandosov", "Dzhandosov"),
    ("C. C. Stalin", "Stalin"),
    ("Vol. Krestinsky", "Krestinsky"),
    ("I. Stalin", "Stalin I."),
    ("Sheng Shicai", "Sheng Shicai"),
    ("Петренко", "Петренко"),
    ("т. Ст[алин]", "Сталин"),
    ("Свердлова Я.М.", "Свердлов Я.М."),
    ("Т. Я. Киселев", "Киселев Т.Я."),
    ("Ким Ир Сену", "Ким Ир Сен"),
    ("Мао Цзэ-дуном", "Мао Цзэ-дун"),
    ("Чан Кай-ши", "Чан Кай-ши"),
    ("Ван Мина", "Ван Мин"),
    ("Сухэ-Батора", "Сухэ-Батор"),
    ("Mao Tse-tung", "Mao Tse-tung"),
    ("г-ну ван дер Гоффу", "ван дер Гофф"),
    ("г-же Вегер", "Вегер"),
    ("г-жи Коллонтай", "Коллонтай"),
    ("г-ну Петрову", "Петров"),
    ("Mrs. Snowden", "Snowden"),
    ("Mr. von Dirksen", "von Dirksen"),
]


@pytest.mark.parametrize(("text", "expected"), EQUAL)
def test_equal(text: str, expected: str) -> None:
    person = Person.parse(text)
    assert str(person) == expected
    assert Person.parse(str(person)) == person


IN_TEXT = [
    # the honorific tells a woman, whose name in a consonant is never declined
    ("г-жу Петрову, г-ну Петрову", [("Петрова", "Петрову"), ("Петров", "Петрову")]),
    ("госпоже А. Петровой и г-жой Петровой", [("Петрова А.", "А. Петровой"), ("Петрова", "Петровой")]),
    ("г-жу Сталину, т. Сталину", [("Сталина", "Сталину"), ("Сталин", "Сталину")]),
    ("от г-жи Сталин к г-же Крупской", [("Сталин", "Сталин"), ("Крупская", "Крупской")]),
    ("Поручить т. Юреневу добиваться", [("Юренев", "Юреневу")]),
    ("Заменить т. Пятакова т. Гринько", [("Пятаков", "Пятакова"), ("Гринько", "Гринько")]),
    ("СЕКРЕТАРЬ ЦК И. СТАЛИН.", [("Сталин И.", "И. СТАЛИН")]),
    ("Inform Military Governor [duban'] Sheng Shicai of", [("Sheng Shicai", "Sheng Shicai")]),
    ("Comrade Molotov's note", [("Molotov", "Molotov")]),
    ("переговоры с Чойбалсаном", [("Чойбалсан", "Чойбалсаном")]),
    ("наградить орденом Ленина", []),
    ("ледокол «Красин» и ледокол Красин", []),
    ("завод имени Сталина, им. Кирова", []),
    ("в г. Куйбышев и в Кирове", []),
    ("3 т. Рыбы, 850 т муки, 2 тыс. т. Хлеба", []),
    ("Ягода поспела. Черных металлов нет", []),
    ("Х. и Сахснаб, Монгольскому", []),
    ("т. е. Москва", []),
    ("А. Утвердить план. Б. Отклонить", []),
    ("п. 7 от 1.Х.35г. Т.Т.", []),
    ("с Ким Ир Сеном и Чжоу Энь-лаем", [("Ким Ир Сен", "Ким Ир Сеном"), ("Чжоу Энь-лай", "Чжоу Энь-лаем")]),
    ("Kim Il Sung and Sheng Shicai", [("Kim Il Sung", "Kim Il Sung"), ("Sheng Shicai", "Sheng Shicai")]),
    ("доклад Рабиновича И. П. о", [("Рабинович И.П.", "Рабиновича И. П.")]),
    ("(т. Ягода1)", [("Ягода", "Ягода")]),
    ("т. Вегеру-2 выехать", [("Вегер", "Вегеру")]),
    ("принять т. Пальмиро Тольятти и", [("Пальмиро Тольятти", "Пальмиро Тольятти")]),
    ("Ли в Москве, золотой фон Москвы, г. Москва", []),
    ("Решение Т. Т. Сталину, Пункт А. Б.", [("Сталин", "Сталину")]),
]


@pytest.mark.parametrize(("text", "expected"), IN_TEXT)
def test_in_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert persons_in(text) == expected


LISTS = [
    ("Т.Т.Стомонякову, Крестинскому.", ["Стомоняков", "Крестинский"]),
    ("Т.Т.Элиаве, Стомонякову.", ["Элиава", "Стомоняков"]),
    (
        "т.т. Рудзутака (председатель), Пятакова, Брюханова и Шатова в срок",
        ["Рудзутак", "Пятаков", "Брюханов", "Шатов"],
    ),
    ("т.т. Андреева, Постышева, Ягоды и Фушмана", ["Андреев", "Постышев", "Ягода", "Фушман"]),
    ("т.т. Вегеру, Лепа, Яковлеву", ["Вегер", "Лепа", "Яковлев"]),
    ("тт. Сталин, Ягода, Цюрупа, Эпаненчук", ["Сталин", "Ягода", "Цюрупа", "Эпаненчук"]),
    ("Лепа, Яковлеву", ["Лепа", "Яковлев"]),
    ("т.т. Ким Ир Сену, Пак Хен Ену", ["Ким Ир Сен", "Пак Хен Ен"]),
    ("т.т. Антипов1, Ягода2 и Молотов", ["Антипов", "Ягода", "Молотов"]),
    ("т.т. Ковалевой, Петровой", ["Ковалева", "Петрова"]),
    ("Cdes. Voroshilov (a, c), Apresov, and the CC of Uzbekistan.", ["Voroshilov", "Apresov", "TSK_UZ"]),
    ("Cdes. Sedin and Baybakov. Include", ["Sedin", "Baybakov"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text: str, expected: list[str]) -> None:
    found = read_person_list(Tokens(text), 0)
    assert found is not None
    assert [str(value) for value in found.value] == expected


def test_the_case_that_the_sentence_tells_is_that_of_the_list() -> None:
    # no dative ends in -а: the names were left undeclined; alone «Зампа» would be a genitive
    found = read_person_list(Tokens("Зампа, Лепа"), 0, "dative")
    assert found is not None
    assert [str(value) for value in found.value] == ["Зампа", "Лепа"]


def test_small_letters_are_no_list_of_names() -> None:
    assert read_person_list(Tokens("рабочим и служащим"), 0) is None


def test_a_list_stops_at_the_paragraph() -> None:
    found = read_person_list(Tokens("Т.Т.Литвинову,\n\nМикояну"), 0)
    assert found is not None
    assert [str(value) for value in found.value] == ["Литвинов"]


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Вегеру (шифр)", "dative", Person("Вегер")),
        ("Лепа, Яковлеву", "dative", Person("Лепа")),
        ("Эйхе - а, б", "dative", Person("Эйхе")),
        ("Зампа, Яковлеву", None, Person("Зампа")),
        ("Зампа, Яковлева", None, Person("Замп")),
        ("Межлауку В. — все", "dative", Person("Межлаук", "В.")),
        ("НКФ РСФСР, НКВД", None, Body(name="НКФ РСФСР")),
        ("Сев.-Кав. крайком; т.т.", None, Body(name="Сев.-Кав. крайком")),
        ("Garetsky, item 2", None, Person("Garetsky")),
        ("Bank for Foreign Trade of the USSR", None, Body(id="VNESHTORGBANK")),
    ],
)
def test_one_entry_of_a_list(text: str, case: str | None, expected: Person | Body) -> None:
    found = read_name(Tokens(text), 0, case)
    assert found is not None
    assert found.value == expected


def test_a_common_phrase_is_no_entry() -> None:
    assert read_name(Tokens("Монгольскому руководству не ослаблять"), 0) is None


def test_the_span_leaves_the_honorific_out() -> None:
    found = read_person(Tokens("к т. Косиору И. в Харьков"), 1)
    assert found is not None
    assert found.value.span is not None
    assert found.value.span.of("к т. Косиору И. в Харьков") == "Косиору И."


@pytest.mark.parametrize(
    ("text", "name", "noisy"),
    [
        ("т. Антипов1 и", "Антипов", "Антипов1"),
        ("И. Сталин²", "И. Сталин", "И. Сталин²"),
        ("Молотову*,", "Молотову", "Молотову*"),
        ("Cde. Andreyev1 (a)", "Andreyev", "Andreyev1"),
    ],
)
def test_a_note_mark_is_cut_off(text: str, name: str, noisy: str) -> None:
    found = read_person(Tokens(text), 0)
    assert found is not None
    assert found.value.span is not None
    assert found.value.span.of(text) == name
    (noise,) = found.noise
    assert (noise.rule, noise.span.of(text)) == ("footnote-glued", noisy)


@pytest.mark.parametrize("text", ["*Сталин*", "Сталин 1", "Сталин15,000"])
def test_emphasis_and_sums_are_no_note_marks(text: str) -> None:
    found = read_person(Tokens(text), int(text[0] == "*"))
    assert found is not None
    assert found.noise == ()


def test_honorifics_need_a_name() -> None:
    assert after_honorific(Tokens("т.т. рабочим"), 0) is None
    assert after_honorific(Tokens("т.\n\nСталину"), 0) is None


@pytest.mark.parametrize(
    ("text", "message", "mark"),
    [
        ("завтра", "expected the name of a person", "завтра"),
        ("т. Стомонякову срочно", "expected nothing more after the name of a person", "срочно"),
        ("", "expected the name of a person", ""),
    ],
)
def test_errors(text: str, message: str, mark: str) -> None:
    with pytest.raises(ParseError) as caught:
        Person.parse(text)
    assert caught.value.message == message
    assert caught.value.span.of(text) == mark


def test_error_text() -> None:
    with pytest.raises(ParseError) as caught:
        Person.parse("т. Стомонякову срочно")
    assert str(caught.value) == (
        "expected nothing more after the name of a person\n    т. Стомонякову срочно\n" + " " * 19 + "^^^^^^"
    )


def test_a_person_has_a_surname() -> None:
    with pytest.raises(ValueError, match="surname"):
        Person("  ")


def test_candidates() -> None:
    assert {r["id"] for r in Person("Каганович").entry} == {"KAGANOVICH_LM", "KAGANOVICH_MM"}
    assert [r["id"] for r in Person("Каганович", "М.М.").entry] == ["KAGANOVICH_MM"]
    assert [r["id"] for r in Person("Stalin", "I.").entry] == ["STALIN_IV"]


@given(st.sampled_from(sorted(table("persons"))))
def test_every_known_person_is_read_in_the_dative(identifier: str) -> None:
    record = table("persons")[identifier]
    address = record.get("address_dative")
    if address is None:
        return
    found = read_person(Tokens(f"Поручить {address} в срок"), 1)
    assert found is not None
    assert found.value.surname == record["surname_ru"]


@given(st.sampled_from(sorted(table("persons"))))
def test_every_signature_is_read(identifier: str) -> None:
    sign = table("persons")[identifier].get("sign_ru")
    if sign is None:
        return
    person = Person.parse(sign)
    assert person.surname == table("persons")[identifier]["surname_ru"]
    assert table("persons")[identifier] in person.entry


@given(
    st.lists(
        st.sampled_from(
            [
                "т.",
                "Т.Т.",
                "Сталину",
                ",",
                "Cde.",
                "Stalin",
                "I.",
                "И.",
                "Мао",
                "-",
                "(",
                ")",
                "\n\n",
                "«",
                "Кирову",
            ]
        ),
        max_size=9,
    )
)
def test_spans_lie_inside_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    tokens = Tokens(text)
    for at in range(len(tokens)):
        for found in (read_person(tokens, at), read_name(tokens, at)):
            if found is not None:
                assert found.value.span is not None
                assert 0 <= found.value.span.start < found.value.span.stop <= len(text)
                assert at < found.stop <= len(tokens)


# What decides at the edge of a rule.
BOUNDARIES: list[tuple[str, list[str]]] = [
    ("т. Каганович Л. М. поручить", ["Каганович Л.М."]),
    ("т. Каганович Л.М.", ["Каганович Л.М."]),
    ("т. Л. М. Каганович", ["Каганович Л.М."]),
    ("т. Л.М.Каганович", ["Каганович Л.М."]),
    ("т. Каганович Л", ["Каганович"]),
    ("т. Каганович Л .", ["Каганович"]),
    ("т. Каганович\nЛ. М.", ["Каганович"]),
    ("т. Л.\nКаганович", ["Каганович Л."]),
    ("т. Каганович л. 5", ["Каганович"]),
    ("т. Л. М. Каганович Л. М.", ["Каганович Л.М."]),
    ("т. Силлари Э.-А.А. выехать", ["Силлари Э.-А.А."]),
    ("т. Косиор Ст. выехать", ["Косиор Ст."]),
    ("т. Ст. Косиор", ["Косиор Ст."]),
    ("И. СТАЛИН", ["Сталин И."]),
    ("И. Вавилов", ["Вавилов И."]),
    ("Н. И. Вавилову", ["Вавилов Н.И."]),
    ("Н. Лес", []),
    ("Н. И. Лес", []),
    ("Н. И. Лист", ["Лист Н.И."]),
    ("Н. И.\n\nВавилову", []),
    ("Н. Вавилову", ["Вавилов Н."]),
    ("Н. Дуров", ["Дуров Н."]),
    ("Н. Ков", []),
    ("Свердлову Я.М.", ["Свердлов Я.М."]),
    ("Свердлову Я.", ["Свердлов Я."]),
    ("Свердлову\nЯ.М.", ["Свердлов"]),
    ("Совет Я.М.", []),
    ("т. Мао Цзэдун едет", ["Мао Цзэдун"]),
    ("т. Элиава Выписки", ["Элиава"]),
    ("т. Иванов\nПетр едет", ["Иванов"]),
    ("т. Иванов НКВД", ["Иванов"]),
    ("т. Иванов-Петровский едет", ["Иванов-Петровский"]),
    ("т. Иванов - Петровский", ["Иванов", "Петровский"]),
    ("т. Иванов-5", ["Иванов"]),
    ("т. иванов", []),
    ("т. 5", []),
    ("т. И", []),
    ("т.\n\nИванов", []),
    ("т.\nИванов", ["Иванов"]),
    ("г-ну фон Дирксену", ["фон Дирксен"]),
    ("т. Пак Хен Ену", ["Пак Хен Ен"]),
    ("Comrade Molotov's", ["Molotov"]),
    ("Comrade Molotov’s note", ["Molotov"]),
    ("т. СТАЛИНУ", ["Сталин"]),
    ("т. ЛИ", ["ЛИ"]),
    ("т. ЛУГАНЦУ-ОРЕЛЬСКОМУ", ["Луганец-Орельский"]),
    ("Ягода поспела", []),
    ("т. Ягода", ["Ягода"]),
    ("Ягода Г. Г.", ["Ягода Г.Г."]),
    ("Сталин1 едет", ["Сталин"]),
    ("г. Сталин", []),
    ("Сталину", ["Сталин"]),
    ("сталину", []),
    ("Т. Я. Киселев", ["Киселев Т.Я."]),
    ("т. Я. Киселеву", ["Киселев Я."]),
    ("3 т. Рыбы", []),
    ("тыс. т. Рыбы", []),
    ("тыс т. Рыбы", []),
    ("3 Т. Сталину", ["Сталин"]),
    ("тт. Сталину", ["Сталин"]),
    ("т.т Сталину", ["Сталин"]),
    ("т.т. Сталину", ["Сталин"]),
    ("т т. Сталину", ["Сталин"]),
    ("г-ну Сталину", ["Сталин"]),
    ("г. Петрову", []),
    ("тов Сталину", ["Сталин"]),
    ("товарищ Сталин", ["Сталин"]),
    ("товарищ\n\nСталин", []),
    ("т. фон дер Гольцу", ["фон дер Гольц"]),
    ("т. фон\n\nДирксену", []),
    ("т. фон", []),
    ("ледокол Красин", []),
    ("ледокол «Красин»", []),
    ("им. Кирова", []),
    ("Им. Кирова", ["Киров"]),
    ("в г. Киров", []),
    ("в Кирове", []),
    ("Кирову", ["Киров"]),
    ("«Красин»", []),
    ("ледокола Красин", []),
    ("Ким Ир Сен", ["Ким Ир Сен"]),
    ("Ким Ир", ["Ким Ир"]),
    ("Ким", []),
    ("Ким Ир Сен Ын", ["Ким Ир Сен"]),
    ("Ким\nИр Сен", []),
    ("Ким ИР", []),
    ("Мао Цзэ-дун", ["Мао Цзэ-дун"]),
    ("Мао Цзэ-дун Ли", ["Мао Цзэ-дун"]),
    ("Мао Цзэ - дун", ["Мао Цзэ"]),
    ("Ли Иванович", []),
    ("Ли И.", []),
    ("Ким Верховный", []),
]
LIST_ENDS: list[tuple[str, list[str]]] = [
    ("т.т. Сталину, Молотову", ["Сталин", "Молотов"]),
    ("т.т. Сталину Молотову", ["Сталин"]),
    ("т.т. Сталину и Молотову", ["Сталин", "Молотов"]),
    ("т.т. Сталину, и Молотову", ["Сталин", "Молотов"]),
    ("т.т. Сталину,\nМолотову", ["Сталин", "Молотов"]),
    ("т.т. Сталину (созыв), Молотову", ["Сталин", "Молотов"]),
    ("т.т. Сталину (созыв, Молотову", ["Сталин"]),
    ("т.т. Сталину (а б в г д е ж з и к л м), Молотову", ["Сталин", "Молотов"]),
    ("т.т. Сталину (а б в г д е ж з и к л м н о п), Молотову", ["Сталин"]),
    ("т.т. Сталину, т. Молотову", ["Сталин", "Молотов"]),
    ("т.т. Сталину, НКВД, Молотову", ["Сталин", "NKVD", "Молотов"]),
    ("т.т. Сталину, выдать", ["Сталин"]),
    ("Cdes. Stalin, and the NKVD", ["Stalin", "NKVD"]),
    ("т.т. Сталин, Лепа", ["Сталин", "Лепа"]),
    ("т.т. Сталину, Лепа", ["Сталин", "Лепа"]),
    ("т.т. Сталину; Молотову", ["Сталин"]),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDARIES, ids=repr)
def test_a_boundary_is_kept(text: str, expected: list[str]) -> None:
    assert [name for name, _ in persons_in(text)] == expected


@pytest.mark.parametrize(("text", "expected"), LIST_ENDS, ids=repr)
def test_a_list_ends_where_no_name_follows(text: str, expected: list[str]) -> None:
    found = read_person_list(Tokens(text), 0)
    assert found is not None
    assert [str(value) for value in found.value] == expected
