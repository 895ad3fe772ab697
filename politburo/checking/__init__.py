"""Records held against themselves: rules that find what cannot be right in a paper."""

from politburo.checking.collation import Collation, Comparison, Section, Variant
from politburo.checking.comparing import Outcome
from politburo.checking.confirming import confirmed
from politburo.checking.conflicts import findings_of
from politburo.checking.rule import Remark, Rule
from politburo.checking.rules import RULES, check, explain, rule_of

__all__ = [
    "RULES",
    "Collation",
    "Comparison",
    "Outcome",
    "Remark",
    "Rule",
    "Section",
    "Variant",
    "check",
    "confirmed",
    "explain",
    "findings_of",
    "rule_of",
]
