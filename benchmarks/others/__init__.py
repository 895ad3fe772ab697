"""Scripts that run in environments of their own, each with another library: quotes in, numbers or days out.

A script gets ``{"quotes": {"money": [...], "date": [...]}, "texts": [...]}`` on standard input and prints
``{"version": …, "results": {"money": […]}, "seconds": {"money": …, "texts": …}}``; ``texts`` where it reads
whole texts. To add a library: a script here, and its line in :mod:`benchmarks.beside`.
"""
