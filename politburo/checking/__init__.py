"""Records held against themselves: rules that find what cannot be right in a paper."""

from politburo.checking.rule import Remark, Rule
from politburo.checking.rules import RULES, check, explain, rule_of

__all__ = ["RULES", "Remark", "Rule", "check", "explain", "rule_of"]
