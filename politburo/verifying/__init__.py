"""Records from elsewhere held against the text they are said to come from."""

from politburo.verifying.rows import rows_from
from politburo.verifying.verification import Checked, Fault, Tally, Verification, verify

__all__ = ["Checked", "Fault", "Tally", "Verification", "rows_from", "verify"]
