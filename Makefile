# Two commands do everything on a new machine: make run, make test. They need Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help
.PHONY: help run test check bench seed

help:  ## show this list
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-6s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/run.stamp  ## set up, start Neo4j, load the demo town, serve the API
	@$(BIN)/circle run

# Python's compiled files halve the start of each of the many processes of a test run.
test: export PYTHONDONTWRITEBYTECODE =
test: check  ## set up, check style and types, run the whole suite on a real Neo4j
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: $(VENV)/test.stamp  ## style and types alone
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/test.stamp  ## time import, feed, search, claims, levels in towns: make bench SIZES="10k 100k"
	@$(BIN)/python -m bench $(SIZES)

seed: $(VENV)/run.stamp  ## load a folder of seeds: make seed FROM=seeds/demo
	@$(BIN)/circle seed $(or $(FROM),seeds/demo)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version)'
	@echo "Making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing the locked packages"
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --quiet --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --editable .
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/run.stamp
	@echo "Installing the locked packages of the test suite"
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --quiet --require-hashes --requirement requirements-test.lock
	@touch $@
