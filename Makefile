# Every target does its own set-up. Works under GNU make 3.81.
#   make demo    compare the example story, here and in demo.html
#   make test    all checks and tests that this machine can run (scores: make eval)
SHELL := /bin/sh
BIN := .venv/bin
# Later calls set up again only when one of these has changed, or the folder moved.
STAMP := .venv/ready-$(shell { pwd; cat pyproject.toml constraints.txt; } | cksum | cut -d ' ' -f 1)
STORY := examples/merrow-lagoon

.PHONY: demo test test-slow test-spark check format eval bench docs clean

demo: $(STAMP)
	@$(BIN)/synoptic compare $(STORY)/*.txt --html demo.html
	@echo
	@echo "The same as a page: demo.html (open it in a browser)."
	@echo "Next, your own reports of one story:"
	@echo "    $(BIN)/synoptic compare FIRST.txt SECOND.html --html page.html --open"
	@echo "    $(BIN)/synoptic compare --help"

test: check
	@.ci/browser
	@.ci/postgres
	$(BIN)/pytest -m "not slow and not eval and not spark"

test-slow: $(STAMP)
	$(BIN)/pytest -m slow

# PySpark is the one extra that the set-up leaves out (0.5 GB; it needs a Java).
test-spark: $(STAMP)
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[spark]'
	$(BIN)/pytest -m spark

check: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix
	$(BIN)/cog -r docs/reference/cli.md docs/reference/json.md

eval: $(STAMP)
	$(BIN)/pytest -m eval -s tests/eval

bench: $(STAMP)
	$(BIN)/python benchmarks/compare_speed.py
	$(BIN)/python benchmarks/reuse_speed.py

docs: $(STAMP)
	$(BIN)/cog --check docs/reference/cli.md docs/reference/json.md
	$(BIN)/sphinx-build -W -n -q -b html docs docs/_build/html
	@echo "The documentation: docs/_build/html/index.html"

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf docs/_build build dist demo.html .coverage htmlcov

$(STAMP):
	@.ci/setup $@
