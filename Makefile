# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

# `make run` and `make test` need nothing prepared; `make help` lists the rest.

VENV := .venv
PYTHON := $(VENV)/bin/python
PORT ?= 8000
T ?=

.PHONY: help run test check openapi nightly bench bench-matching faults setup lock spark clean-venv catalogs

help:  ## This list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

run: $(VENV)/.runtime catalogs  ## Start Ponte with the example network: make run PORT=8000
	@exec $(PYTHON) -m ponte.cli serve --port $(PORT)

test: setup  ## All tests and checks, or some tests: make test T=tests/platform
	@$(PYTHON) -m tests.chromium
	@if [ -z "$(T)" ]; then $(MAKE) --no-print-directory check; fi
	@echo "Running the tests"
	@$(PYTHON) -m pytest -q $(if $(T),$(T),-n 2)

check: setup  ## Style, types, house rules, licences; no tests
	@echo "Checking style";          $(PYTHON) -m ruff check --quiet ponte bench faults tests && $(PYTHON) -m ruff format --quiet --check ponte bench faults tests
	@echo "Checking templates";      $(PYTHON) -m djlint ponte --lint --quiet
	@echo "Checking types";          $(PYTHON) -m mypy --no-error-summary
	@echo "Checking imports";        $(VENV)/bin/lint-imports --no-cache >$(VENV)/imports.log 2>&1 || { cat $(VENV)/imports.log; exit 1; }
	@echo "Checking migrations";     $(PYTHON) -W ignore -m django makemigrations --check --dry-run --verbosity 1 --settings ponte.config.settings
	@echo "Checking licences";       $(PYTHON) -m reuse lint --quiet || $(PYTHON) -m reuse lint --lines

openapi: setup  ## Write docs/api/openapi.json again, after a change of the interface for programs
	@DJANGO_SETTINGS_MODULE=ponte.config.settings $(PYTHON) -m ponte.api.document

nightly: setup  ## What takes long: everybody's sight in random networks, every page by every role, small figures, intake
	@PONTE_NIGHTLY=1 $(PYTHON) -m pytest -q -s tests/people/access/everyone tests/people/test_presence_timing.py \
	  tests/register/measures/test_suppression_recovery.py tests/security/test_crawl.py

bench: setup  ## How fast Ponte is, at 10 thousand and 1 million people: docs/benchmarks; quick: make bench PEOPLE=10000
	@PEOPLE="$(PEOPLE)" $(PYTHON) -m bench

bench-matching: setup  ## How well Ponte recognises people: quick, into build/bench; whole: PEOPLE=1000000
	@PEOPLE="$(PEOPLE)" $(PYTHON) -m bench.matching

faults: setup  ## Kills at random moments, full disk, wrong clock, lost mail server: docs/benchmarks/faults.md; KILLS=200 SEED=…
	@KILLS="$(KILLS)" SEED="$(SEED)" $(PYTHON) -m faults

setup: $(VENV)/.development catalogs  ## The environment for running, testing and developing

lock:  ## Pin requirements/*.in again, with hashes
	$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  requirements/runtime.in -o requirements/runtime.txt
	$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  -c requirements/runtime.txt requirements/development.in -o requirements/development.txt
	$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --no-deps requirements/matching.in -o requirements/matching.txt
	$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  requirements/spark.in -o requirements/spark.txt

spark: $(VENV)/.runtime  ## Spark and a Java, for ponte dedupe --engine spark (600 MB)
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/spark.txt

clean-venv:  ## Remove the environment; data in var/ stays
	rm -rf $(VENV)

catalogs:
	@$(PYTHON) -m ponte.platform.i18n

$(VENV)/.created:
	@echo "Making the Python environment in $(VENV)"
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Ponte needs Python 3.11 or later; python3 here is " + sys.version.split()[0])'
	@python3 -m venv $(VENV) >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && echo "Installing the system package python3-venv" \
	       && apt-get update -qq && apt-get install -qq -y python3-venv >/dev/null && python3 -m venv $(VENV); } \
	  || { echo "python3 cannot make an environment here: install the system package python3-venv."; exit 1; }
	@touch $@

$(VENV)/.runtime: $(VENV)/.created requirements/runtime.txt pyproject.toml
	@echo "Installing what Ponte runs on (requirements/runtime.txt); the first time takes a minute"
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.development: $(VENV)/.runtime requirements/development.txt
	@echo "Installing what tests and checks need (requirements/development.txt)"
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/development.txt
	@touch $@
