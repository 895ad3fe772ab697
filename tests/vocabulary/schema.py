"""What an entry of the vocabulary looks like: its keys in their order, and what each may hold.

A new key of an entry is a line here; a new file is a new entry of SCHEMAS.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.vocabulary.checks import (
    Key,
    Schema,
    day,
    day_or_decade,
    decimal,
    integer,
    list_of,
    matching,
    one_of,
    optional,
    period,
    record,
    starting,
    text,
    true,
)

__all__ = ["SCHEMAS"]

identifier = matching(r"[A-Z][A-Z0-9_]*", "an id of capitals, digits and low lines")
slug = matching(r"[a-z0-9]+(-[a-z0-9]+)*", "an id of small letters, digits and hyphens")
source = matching(r"S\d\d+", "the id of a source")
texts = list_of(text)
sources = list_of(source)
known = one_of("verified", "general", "uncertain")
cases = record({case: Key(text) for case in ("nom", "gen", "dat", "acc", "ins", "prep")})
metal = record(
    {
        "from": optional(day),
        "to": optional(day),
        "grams": optional(decimal),
        "of": optional(text),
        "status": Key(one_of("verified", "general", "derived", "uncertain")),
        "source": optional(source),
        "note": optional(text),
    }
)

AGENCY: Schema = {
    "id": Key(identifier),
    "rank": Key(integer),
    "kind": Key(
        one_of(
            *("party", "state", "commissariat", "security", "military", "trade", "bank"),
            *("commission", "society", "foreign"),
        )
    ),
    "abbr_ru": Key(list_of(text, empty=True)),
    "name_ru": Key(text),
    "abbr_en": optional(texts),
    "name_en": Key(text),
    "variants_en": optional(texts),
    "founded": optional(day_or_decade),
    "abolished": optional(day_or_decade),
    "interrupted": optional(list_of(day)),
    "predecessors": optional(list_of(identifier)),
    "successors": optional(list_of(identifier)),
    "note": optional(text),
    "status": Key(known),
    "sources": optional(sources),
    "lifetime_status": optional(known),
    "level_history": optional(
        list_of(record({"level": Key(text), "from": Key(day), "to": optional(day), "note": optional(text)}))
    ),
    "same_name": optional(
        list_of(
            record({"names": Key(texts), "from": optional(day), "to": optional(day), "body": Key(text)}),
        )
    ),
}

CONFUSION: Schema = {
    "right": Key(text),
    "wrong": Key(text),
    "evidence": Key(text),
    "note": optional(text),
    "sources": optional(sources),
}

CURRENCY: Schema = {
    "id": Key(identifier),
    "name_ru": Key(text),
    "name_en": Key(text),
    "plural_en": Key(text),
    "kind": Key(
        one_of(
            *(
                "coin",
                "unit_of_account",
                "banknote",
                "paper",
                "currency",
                "scrip",
                "weight_of_silver",
                "metal",
            )
        )
    ),
    "iso4217": optional(matching(r"[A-Z]{3}", "an ISO 4217 code")),
    "iso_note": optional(text),
    "valid_from": optional(day),
    "valid_to": optional(day),
    "issuer": optional(text),
    "lemma_ru": Key(text),
    "stem_ru": Key(texts),
    "abbr_ru": Key(list_of(text, empty=True)),
    "abbr_en": Key(list_of(text, empty=True)),
    "sg_ru": Key(cases),
    "pl_ru": Key(cases),
    "minor": optional(
        record(
            {
                "name_ru": Key(text),
                "gen_pl_ru": optional(text),
                "abbr_ru": optional(text),
                "name_en": Key(text),
                "per_unit": Key(integer),
                "note": optional(text),
            }
        )
    ),
    "gold": optional(list_of(metal)),
    "silver": optional(list_of(metal)),
    "notes": optional(text),
    "status": Key(one_of("verified", "general", "derived", "uncertain")),
    "sources": optional(sources),
}

NUMERAL_STYLE: Schema = {"example": Key(text), "meaning": Key(text), "sources": Key(sources)}

PERSON: Schema = {
    "id": Key(identifier),
    "surname_ru": Key(text),
    "initials_ru": optional(text),
    "given_ru": optional(text),
    "dative_ru": Key(text),
    "address_dative": optional(text),
    "sign_ru": optional(text),
    "name_en": Key(text),
    "loc": optional(text),
    "loc_ascii": optional(text),
    "wilson": optional(text),
    "variants_en": Key(texts),
    "born": Key(day),
    "died": optional(day),
    "arrested": optional(day),
    "arrested_status": optional(known),
    "arrested_sources": optional(sources),
    "sex": optional(one_of("f")),
    "offices": Key(
        list_of(
            record(
                {
                    "agency": Key(identifier),
                    "role": Key(text),
                    "from": Key(day),
                    "to": Key(day),
                    "status": optional(known),
                }
            ),
            empty=True,
        )
    ),
    "foreign": optional(true),
    "note": optional(text),
    "dates_status": Key(known),
    "life_status": optional(known),
    "dates_sources": optional(sources),
    "status": Key(known),
    "verified_part": optional(text),
    "sources": optional(sources),
}

MEMBERSHIP: Schema = {
    "person": Key(identifier),
    "body": Key(one_of("PB", "PREZIDIUM_TSK", "SEKRETARIAT", "ORGBURO")),
    "rank": Key(one_of("member", "candidate", "general_secretary", "first_secretary")),
    "from": Key(day),
    "to": Key(day),
    "end_reason": Key(text),
    "status": Key(known),
    "sources": optional(sources),
}

CONVOCATION: Schema = {
    "id": Key(matching(r"[IVX]+", "a Roman number")),
    "congress": Key(list_of(day)),
    "congress_status": Key(one_of("verified", "opening verified", "general")),
    "congress_sources": optional(sources),
    "congress_note": optional(text),
    "plenums": Key(
        list_of(
            record(
                {
                    "date": Key(day),
                    "event": Key(text),
                    "status": Key(known),
                    "source": optional(source),
                }
            )
        )
    ),
    "body": optional(text),
    "rhythm": optional(text),
    "rhythm_source": optional(source),
    "numbering": optional(text),
    "style": optional(text),
    "anchors": optional(
        list_of(
            record(
                {
                    "protocol": Key(text),
                    "date": Key(day),
                    "special": optional(text),
                    "point": optional(text),
                    "poll": optional(day),
                    "short": optional(text),
                    "appendix": optional(text),
                    "presence": optional(text),
                    "note": optional(text),
                    "status": optional(known),
                    "source": optional(source),
                }
            )
        )
    ),
}

RATE: Schema = {
    "id": Key(text),
    "base": Key(identifier),
    "quote": Key(identifier),
    "value": Key(decimal),
    "kind": Key(
        one_of(
            *("legal", "nominal_parity", "gold_parity", "official", "official_coefficient"),
            *("internal_coefficient", "applied_to_loan", "diplomatic", "noncommercial", "commercial"),
            *("special_tourist", "market", "market_abroad", "annual_average", "redenomination"),
            *("unit", "peg", "exchange", "purchase_price", "prices", "accounting"),
        )
    ),
    "valid_from": Key(day),
    "valid_to": optional(day),
    "status": Key(one_of("verified", "derived", "general", "uncertain")),
    "confidence": optional(one_of("high", "medium-high", "medium", "low")),
    "basis": optional(text),
    "note": optional(text),
    "note_ru": optional(text),
    "sources": optional(sources),
}

CAUTION: Schema = {
    "between": Key(list_of(list_of(identifier))),
    "from": Key(day),
    "to": Key(day),
    "en": Key(text),
    "ru": Key(text),
    "sources": Key(sources),
}

DECISION: Schema = {
    "protocol": Key(text),
    "point": Key(text),
    "date": Key(day),
    "archive": Key(text),
}

LOAN: Schema = {
    "id": Key(slug),
    "direction": Key(one_of("out", "in")),
    "lender": optional(text),
    "borrower": Key(text),
    "nickname_ru": optional(text),
    "currency": optional(identifier),
    "currency_stated_as": optional(text),
    "principal": optional(decimal),
    "alternative_statement": optional(text),
    "purpose": optional(text),
    "form": optional(text),
    "mechanism": optional(text),
    "executor": optional(text),
    "decision": optional(record(DECISION)),
    "agreement": optional(text),
    "signed": optional(day),
    "date": optional(period),
    "gold_clause": optional(text),
    "interest_from": optional(day),
    "interest": optional(text),
    "term": optional(text),
    "terms": optional(text),
    "terms_directed": optional(text),
    "disbursement": optional(text),
    "repayment": optional(text),
    "allocations": optional(
        list_of(record({"key": Key(text), "purpose": Key(text), "amount": Key(decimal)}))
    ),
    "of_which_1936": optional(decimal),
    "drawdowns": optional(list_of(lambda value: "" if isinstance(value, dict) else "expected a table")),
    "outside": optional(
        list_of(record({"purpose": Key(text), "amount": Key(decimal), "currency": Key(identifier)}))
    ),
    "events": optional(list_of(lambda value: "" if isinstance(value, dict) else "expected a table")),
    "context": optional(text),
    "status": Key(starting("verified")),
    "sources": Key(sources),
}

SOURCE: Schema = {
    "id": Key(source),
    "url": optional(matching(r"https?://\S+", "an address")),
    "title": Key(text),
    "note": optional(text),
}

# File → array of tables → schema of its entries. Single tables and grammars' word lists have none.
SCHEMAS: Mapping[str, Mapping[str, Schema]] = {
    "agencies": {"agency": AGENCY, "confusion": CONFUSION},
    "conversion": {"caution": CAUTION},
    "convocations": {"convocation": CONVOCATION},
    "currencies": {"currency": CURRENCY, "numeral_style": NUMERAL_STYLE},
    "loans": {"loan": LOAN},
    "members": {"membership": MEMBERSHIP},
    "persons": {"person": PERSON},
    "rates": {"rate": RATE},
    "sources": {"source": SOURCE},
}
