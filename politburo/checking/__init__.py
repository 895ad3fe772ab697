"""Records held against themselves: rules that find what cannot be right in a paper."""

from politburo.checking.rules import RULES, check, explain

__all__ = ["RULES", "check", "explain"]
