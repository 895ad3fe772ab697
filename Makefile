# Two commands matter: `make demo` and `make test`. Both set up everything they need in .venv, once.

# The first Python on the path that is new enough; any other with `make PYTHON=...`.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
WHEEL := build/wheel
TESTED := tests benchmarks docs examples README.md CONTRIBUTING.md CHANGELOG.md CITATION.cff pyproject.toml

.PHONY: attacks coverage fuzz laws mutants ocr demo docs notebooks test test-engines bench slowdown lint vocabulary wheel-test clean

demo: $(VENV)/.installed
	@$(BIN)/politburo demo

test: $(VENV)/.developing
	$(BIN)/python -m pytest -n auto --dist loadfile $(PYTEST)

# Spark (with a Java 17) and Dask; kept out of `make test` for their size and their start-up.
test-engines: $(VENV)/.engines
	$(BIN)/python -m pytest -m engines tests/engines

# What is still read of the composed papers when they are typed, scanned and recognised (Tesseract): ten minutes.
# Some of them only: make ocr PAPERS="ru-07 en-0".
ocr: $(VENV)/.developing
	$(BIN)/python -m tests.recognition $(PAPERS)

bench: $(VENV)/.developing
	$(BIN)/python -m benchmarks

# Fails where reading takes over 20 % more than what benchmarks/guard.json says it took.
slowdown: $(VENV)/.developing
	$(BIN)/python -m benchmarks.guard

lint: $(VENV)/.developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/python -m politburo.vocabulary --check

# The site; what the pages' links and docstrings get wrong is an error.
docs: $(VENV)/.documenting
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

# Runs the notebooks of examples/ and writes down what they show.
notebooks: $(VENV)/.developing
	cd examples && ../$(BIN)/jupyter-execute --inplace *.ipynb

vocabulary: $(VENV)/.developing
	$(BIN)/python -m politburo.vocabulary

# Every law on at least 2,000 examples: an hour or so.
laws: $(VENV)/.developing
	$(BIN)/python -m pytest -n auto tests/laws tests/testing --hypothesis-profile=deep

# Ten minutes; what breaks something is kept in tests/attacks/regressions. CI sets FUZZ_SECONDS=60.
FUZZ_SECONDS ?= 600
fuzz: $(VENV)/.developing
	$(PIP) atheris || echo "atheris cannot be installed here"
	$(BIN)/python tests/attacks/fuzz.py $(FUZZ_SECONDS)

# The gathered inputs at a megabyte each, ten of the longest: an hour or so. Fails where time is not linear.
attacks: $(VENV)/.developing
	$(BIN)/python tests/attacks/large.py $(ATTACKS)

coverage: $(VENV)/.developing
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest -q -n auto --dist loadfile $(PYTEST)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

# Changes the code in small ways and counts the changes that no test notices; 400 of them take an hour or so.
# MUTATED=politburo/values/dates.py for one module, MUTATED="--most 10000" for all, MUTATED="--seed 7" for others.
mutants: $(VENV)/.developing
	$(BIN)/python tests/mutants.py $(MUTATED)

# The tests are copied away from the source tree, so that only the installed wheel can be imported.
wheel-test: $(VENV)/.developing
	rm -rf $(WHEEL)
	mkdir -p $(WHEEL)/tree
	$(BIN)/python -m build --outdir $(WHEEL) .
	$(PYTHON) -m venv $(WHEEL)/venv
	wheel=$$(echo $(WHEEL)/*.whl) && install="$(WHEEL)/venv/bin/python -m pip install --quiet --disable-pip-version-check" && \
		{ $$install "$$wheel[dev,ftm]" || $$install "$$wheel[dev]"; }
	cp -R $(TESTED) $(WHEEL)/tree
	cd $(WHEEL)/tree && ../venv/bin/python -m pytest -n auto --dist loadfile tests --pyargs politburo

$(VENV)/.engines: $(VENV)/.developing
	$(PIP) --editable '.[spark,dask]'
	@touch $@

clean:
	rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "politburo needs Python 3.11 or newer: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[html]'
	@touch $@

$(VENV)/.developing: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev,ftm]' || { $(PIP) --editable '.[dev]' && \
		echo "FollowTheMoney needs ICU (apt-get install libicu-dev pkg-config g++): its tests are skipped" >&2; }
	@touch $@ $(VENV)/.installed

$(VENV)/.documenting: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[docs]'
	@touch $@ $(VENV)/.installed
