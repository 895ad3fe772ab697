"""How fast the library is, beside what one would use instead: ``make bench`` writes docs/benchmarks.md."""
