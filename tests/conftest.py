"""What holds for every test: how many examples a law is tried on.

``ci`` is the usual one and always the same, ``politburo`` draws others, ``mutants`` is smaller,
``deep`` tries every law at least 2,000 times:
``pytest tests/laws --hypothesis-profile=deep``.
"""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

# A busy machine is no bug: what is slow is found by the benchmarks, not by a stopwatch on one example.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("politburo", _PATIENT)
settings.register_profile("ci", _PATIENT, max_examples=50, derandomize=True)
_UNSHRUNK = [Phase.explicit, Phase.generate]
# What a mutant breaks need not be made smaller, only seen.
settings.register_profile(
    "mutants",
    _PATIENT,
    max_examples=25,
    derandomize=True,
    database=None,
    phases=_UNSHRUNK,
)
settings.register_profile("deep", _PATIENT, max_examples=2000, print_blob=True)
settings.load_profile("ci")
