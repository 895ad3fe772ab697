"""What holds for every test."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy machine is no bug: what is slow is found by the benchmarks, not by a stopwatch on one example.
settings.register_profile("politburo", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("politburo")
