"""Persons and institutions: ``НКВТ (т. Элиаве)`` → the body NKVT and the person Элиава.

A body is known by the id of its entry in agencies.toml or, where it has none, by its name as
written, in the nominative. A person is a surname with the initials that are written, in the
script of the text. Neither claims to know who is meant: ``entry`` gives what the vocabulary has.

::

    body   = [union] name [union | republic] ["[" gloss "]"]
    person = [honorific] ( initials surname | surname [initials] | East Asian name )

To add a body: an entry in ``vocabulary/data/agencies.toml`` (facts) and, if it is written in further
ways, its id under ``also`` in ``agency_forms.toml``; a body without an entry goes into ``institutions`` of
``names.toml``. To add a person: an entry in ``persons.toml``. Then ``python -m politburo.vocabulary``.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self

from attrs import frozen

from politburo.text import Span
from politburo.tokens import key
from politburo.values.base import Value, parse_whole
from politburo.vocabulary import table

__all__ = ["Body", "Person"]


@frozen(repr=False)
class Body(Value):
    """An institution: the ``id`` of its entry, or its ``name`` as written where it has none.

    >>> Body.parse("Наркомвнешторгу"), Body.parse("USSR State Bank")
    (Body.parse('NKVT'), Body.parse('GOSBANK'))
    >>> str(Body.parse("Сибкрайкома")), Body.parse("НКВТ") == Body(id="NKVT")
    ('Сибкрайком', True)
    >>> print(Body.parse("НКВТ").label("en"), Body.parse("НКВТ").founded)
    NKVT 1920-06
    """

    kind: ClassVar[str] = "body"

    id: str | None = None
    name: str | None = None

    def __attrs_post_init__(self) -> None:
        if bool(self.id) == bool(self.name):
            raise ValueError("expected either the id of a body or its name")
        if self.id and self.id not in table("agencies"):
            raise ValueError(f"expected the id of a body in the vocabulary, got {self.id!r}")

    def __str__(self) -> str:
        return self.id or self.name or ""

    @property
    def entry(self) -> dict[str, Any] | None:
        """The record of the vocabulary, or None for a body that has none.

        >>> Body.parse("ОГПУ").entry["kind"], Body.parse("Тракторцентр").entry
        ('security', None)
        """
        record: dict[str, Any] | None = table("agencies").get(self.id) if self.id else None
        return record

    @property
    def founded(self) -> str | None:
        """When the body came to be (EDTF), as far as the vocabulary knows.

        >>> Body.parse("СНК").founded
        '1917-11-08'
        """
        return self.entry.get("founded") if self.entry else None

    @property
    def abolished(self) -> str | None:
        """When the body ceased to be (EDTF), as far as the vocabulary knows.

        >>> Body.parse("НКТП").abolished
        '1939-01-24'
        """
        return self.entry.get("abolished") if self.entry else None

    def label(self, language: str) -> str:
        """Return the body's usual short name in Russian (``"ru"``) or English (``"en"``).

        >>> Body(id="SNK").label("ru"), Body(id="XJ_KOMISSIYA").label("en")
        ('СНК', 'Politburo Commission on Xinjiang')
        """
        if language not in ("ru", "en"):
            raise ValueError(f"expected the language 'ru' or 'en', got {language!r}")
        entry = self.entry
        if entry is None:
            return str(self)
        short = entry.get(f"abbr_{language}")
        return str(short[0] if short else entry[f"name_{language}"])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read exactly one body: an id, or a name of it in any case and spelling.

        A single phrase that is not known is accepted if it looks like a name, with a capital or in
        quotation marks.

        >>> Body.parse("ЦК КП(б) Узбекистана"), Body.parse("«Катерпиллар»")
        (Body.parse('TSK_UZ'), Body.parse('Катерпиллар'))
        >>> Body.parse("зайцы")
        Traceback (most recent call last):
        politburo.errors.ParseError: expected the name of an institution
            зайцы
            ^^^^^
        """
        from politburo.values.body_grammar import read_whole_body

        if text in table("agencies"):
            return cls(id=text, span=Span(0, len(text)))
        found = parse_whole(text, read_whole_body, "the name of an institution")
        return cls(found.id, found.name, span=found.span, status=found.status)


@frozen(repr=False)
class Person(Value):
    """A person as named: surname in the nominative, initials where they are written.

    >>> Person.parse("т. Стомонякову"), Person.parse("Ю. В. Андропов")
    (Person.parse('Стомоняков'), Person.parse('Андропов Ю.В.'))
    >>> str(Person.parse("И. СТАЛИН")), str(Person("Косиор", "И."))
    ('Сталин И.', 'Косиор И.')
    """

    kind: ClassVar[str] = "person"

    surname: str
    initials: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.surname.strip():
            raise ValueError("expected a surname")

    def __str__(self) -> str:
        return f"{self.surname} {self.initials}".strip()

    @property
    def entry(self) -> tuple[dict[str, Any], ...]:
        """The records of the vocabulary that may be meant: several for a common surname, none for an unknown.

        >>> [record["id"] for record in Person.parse("Каганович Л.").entry]
        ['KAGANOVICH_LM']
        >>> Person.parse("Иванов").entry
        ()
        """
        bearers = table("person_names")["bearers"].get(key(self.surname), ())
        records = [table("persons")[identifier] for identifier in bearers]
        return tuple(record for record in records if self._may_be(record))

    def label(self, language: str) -> str:
        """Return the name in ``ru`` or ``en`` as the vocabulary has it, where one person only can be meant.

        Of several or none the name stays as written. So a person counts as one in papers of both languages.

        >>> [Person.parse(name).label("en") for name in ("т. Карахану", "Cde. Karakhan", "Каганович")]
        ['Karakhan, L. M.', 'Karakhan, L. M.', 'Каганович']
        """
        if len(self.entry) != 1:
            return str(self)
        entry = self.entry[0]
        russian = f"{entry.get('surname_ru', '')} {entry.get('given_ru', '')}".strip()
        return russian if language == "ru" else str(entry.get("loc", entry.get("name_en", self)))

    def _may_be(self, record: dict[str, Any]) -> bool:
        given = record.get("initials_ru", "").replace(".", "")
        written = self.initials.replace(".", "")
        if not written or not given or written.isascii():
            return True  # Latin initials are not compared with Russian ones
        return key(given).startswith(key(written[:1] if written[1:].islower() else written))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read exactly one person's name, in any case, with or without an honorific.

        >>> Person.parse("Cde. Sud'in"), Person.parse("Sheng Shicai")
        (Person.parse("Sud'in"), Person.parse('Sheng Shicai'))
        >>> Person.parse("т. завтра")
        Traceback (most recent call last):
        politburo.errors.ParseError: expected the name of a person
            т. завтра
            ^
        """
        from politburo.values.person_grammar import read_whole_person

        found = parse_whole(text, read_whole_person, "the name of a person")
        return cls(found.surname, found.initials, span=found.span, status=found.status)
