# Good People: `make demo` to look at it, `make test` to check it. Both set up what they need.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test lint types tests races proofs lighthouse torture bench-search translations lock clean

help:
	@echo "make demo   a running site with samples on http://127.0.0.1:$(PORT)/ (PORT=... changes it)"
	@echo "make test   every check: style, types, walls between rooms, tests, journeys, races"
	@echo "make torture  processes killed, disks full, files damaged: what of the search survives"
	@echo "make bench-search  the search beside SQLite, tantivy and Whoosh (PROFILES=10000 one size)"
	@echo "make proofs  the running demo: dead links, invalid HTML, accessibility, weight"
	@echo "make lighthouse  Lighthouse on a profile of the running demo (wants an idle machine)"
	@echo "make lock   pin the dependencies anew, with hashes"
	@echo "make clean  remove the environment and the caches; the site's data in .data/ stays"

.venv/.made:
	@.ci/need venv $(PYTHON)
	@echo "· making the environment"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.run: requirements.lock .venv/.made
	@echo "· installing what the site runs on (a minute or two)"
	@$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.made
	@echo "· installing what the site runs on and the test tools (a minute or two)"
	@$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@ .venv/.run

translations:
	@$(BIN)/pybabel --quiet compile --domain "django djangojs" --directory goodpeople/locale

demo: export DJANGO_SETTINGS_MODULE := goodpeople.settings.dev
demo: export GOODPEOPLE_DEBUG := 0
demo: .venv/.run translations
	@echo "· preparing the database"
	@$(BIN)/python manage.py migrate --verbosity 0
	@echo "· loading the samples, once (about a minute)"
	@$(BIN)/python manage.py load_demo
	@.ci/welcome $(PORT)
	@$(BIN)/python manage.py load_demo --accounts
	@echo
	@exec $(BIN)/gunicorn goodpeople.wsgi --bind 127.0.0.1:$(PORT) --workers 1 --threads 4 \
		--log-level warning --error-logfile -

test: .venv/.dev lint types tests races

lint: .venv/.dev translations
	@echo "· ruff, djlint"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint --lint --quiet goodpeople archive search
	@echo "· walls between the rooms"
	@$(BIN)/lint-imports
	@echo "· Django's own checks"
	@DJANGO_SETTINGS_MODULE=goodpeople.settings.test $(BIN)/python manage.py check --fail-level WARNING
	@DJANGO_SETTINGS_MODULE=goodpeople.settings.test $(BIN)/python manage.py makemigrations --check --dry-run

types: .venv/.dev
	@echo "· mypy on the rule modules"
	@$(BIN)/mypy

tests: .venv/.dev translations
	@.ci/need chromium
	@.ci/need chinese-font
	@echo "· tests"
	@$(BIN)/pytest -n 2 --dist loadfile --cov --cov-report=term:skip-covered -q

races: .venv/.dev
	@.ci/need postgresql
	@echo "· two at once, on PostgreSQL"
	@.ci/with-postgres $(BIN)/pytest -m race -q

proofs: .venv/.dev translations
	@.ci/need chromium
	@.ci/need chinese-font
	@.ci/need java
	@echo "· the running demo: links, HTML, accessibility, weight"
	@$(BIN)/pytest -m proof tests -q

lighthouse: .venv/.dev translations
	@.ci/need chromium
	@.ci/need node
	@.ci/lighthouse

torture: .venv/.dev translations
	@.ci/need strace
	@$(BIN)/python -m tests.torture $(PARTS)

bench-search: PROFILES ?= 1000 10000
bench-search: FOLDER ?= .data/bench
bench-search: .venv/.dev translations
	@echo "· the search beside others: $(PROFILES) profiles, kept in $(FOLDER)"
	@$(BIN)/python -m tests.bench --folder $(FOLDER) --profiles $(PROFILES) \
		$(if $(PARTS),--parts $(PARTS)) $(BENCH)

lock:
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-annotate --universal \
		--python-version 3.11 pyproject.toml --output-file requirements.lock
	@$(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-annotate --universal \
		--python-version 3.11 pyproject.toml --group dev --constraint requirements.lock \
		--output-file requirements-dev.lock

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find goodpeople archive search tests -name __pycache__ -prune -exec rm -rf {} +
