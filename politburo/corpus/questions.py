"""Questions that a built corpus answers, in SQL that SQLite and DuckDB both understand.

Each one is a canned query of Datasette and a view of DuckDB. To add one: an entry here, and it is run by
the tests on both.
"""

from __future__ import annotations

from attrs import frozen

__all__ = ["Question", "questions"]


@frozen
class Question:
    """A question: its name as a view, its title, its SQL."""

    name: str
    title: str
    sql: str


def questions() -> tuple[Question, ...]:
    """Return the questions.

    >>> [question.name for question in questions()][:2]
    ['extracts_by_recipient', 'sums_by_currency_and_year']
    """
    return (
        Question("extracts_by_recipient", "Who was sent most extracts?", _EXTRACTS),
        Question("sums_by_currency_and_year", "What was decided to be spent, by currency and year?", _SUMS),
        Question("orders_by_addressee", "Who was told to do what?", _ORDERS),
        Question("deadlines_missed", "Which deadlines had passed when the decision was taken?", _DEADLINES),
        Question("loans_granted", "Which loans are spoken of, and what was charged to them?", _LOANS),
        Question("findings_by_rule", "Which rules find most?", _FINDINGS),
        Question("papers_not_read", "Which files could not be read, and why?", _FAILURES),
    )


_EXTRACTS = """\
SELECT party, kind, count(*) AS extracts, count(DISTINCT paper) AS papers
FROM recipients
GROUP BY party, kind
ORDER BY extracts DESC, party"""
_SUMS = """\
SELECT money.currency, substr(decisions.date, 1, 4) AS year, count(*) AS sums, sum(money.high) AS total
FROM money
JOIN decisions ON decisions.id = money.decision
WHERE money.property = 'money' AND money.low = money.high
GROUP BY money.currency, substr(decisions.date, 1, 4)
ORDER BY money.currency, year NULLS LAST"""
_ORDERS = """\
SELECT bodies.name, bodies.label_ru, bodies.label_en, orders.action, count(DISTINCT orders.id) AS orders
FROM bodies
JOIN orders ON orders.directive = bodies.directive
WHERE bodies.property = 'responsible' AND orders.action IS NOT NULL
GROUP BY bodies.name, bodies.label_ru, bodies.label_en, orders.action
ORDER BY orders DESC, bodies.name, orders.action"""
_DEADLINES = """\
SELECT dates.date AS deadline, decisions.date AS decided, decisions.title, directives.text, dates.directive
FROM dates
JOIN decisions ON decisions.id = dates.decision
JOIN directives ON directives.id = dates.directive
WHERE dates.property = 'deadline' AND dates.latest < decisions.earliest
ORDER BY dates.latest, dates.id"""
_LOANS = """\
SELECT loans.principal, loans.rate, loans.term, protocols.date, count(charges.id) AS charges, loans.id AS loan
FROM loans
JOIN protocols ON protocols.id = loans.protocol
LEFT JOIN charges ON charges.loan = loans.id
GROUP BY loans.principal, loans.rate, loans.term, protocols.date, loans.id
ORDER BY protocols.date NULLS LAST, loans.id"""
_FINDINGS = """\
SELECT rule, level, count(*) AS findings, count(DISTINCT paper) AS papers
FROM findings
GROUP BY rule, level
ORDER BY findings DESC, rule, level"""
_FAILURES = """\
SELECT address, error
FROM sources
WHERE error IS NOT NULL
ORDER BY address"""
