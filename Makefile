# `make demo` and `make test` are all a newcomer needs; `make help` lists the rest.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
# Read by pip-free installs too: nothing here names a registry.
export PIP_DISABLE_PIP_VERSION_CHECK := 1
ADDRESS ?= 127.0.0.1:8000

.DEFAULT_GOAL := help
.PHONY: help demo dev test test-apps lint messages lock screens bench clean

help: ## Lists the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

# One sentence before anything else happens.
.PHONY: python
python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null || { \
	  echo "This portal needs Python 3.13, but '$(PYTHON)' is $$($(PYTHON) -V 2>&1 || echo missing); install 3.13 or say make PYTHON=/path/to/python3.13"; exit 1; }

.venv/installed: requirements.lock | python
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the portal into .venv (a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

.venv/installed-dev: tests/requirements.lock .venv/installed
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r tests/requirements.lock
	@touch $@

demo: export PORTAL_DEMO := 1
demo: export BASE_URL ?= http://$(ADDRESS)
demo: python .venv/installed ## Sets everything up and serves the demo at 127.0.0.1:8000
	@$(BIN)/python -m portal.catalogues
	@echo "Preparing the database ..."
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py setup_portal
	@$(BIN)/python manage.py load_demo
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@$(BIN)/python manage.py demo_signins
	@exec $(BIN)/granian --interface wsgi --host $(word 1,$(subst :, ,$(ADDRESS))) --port $(word 2,$(subst :, ,$(ADDRESS))) --workers 1 --blocking-threads 4 --no-access-log --log-level warning portal.wsgi:application

dev: export DEBUG := 1
dev: python .venv/installed-dev ## Serves with automatic reload, for development
	@$(BIN)/python -m portal.catalogues
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py setup_portal
	@exec $(BIN)/python manage.py runserver $(ADDRESS)

test: python .venv/installed-dev ## Sets everything up and runs every test, browser included
	@$(BIN)/python -m portal.catalogues
	@tests/ensure-chromium
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(if $(CI),--must-run browser) $(ARGS)
	@$(MAKE) --no-print-directory test-apps
	@tests/ensure-chromium --report

test-apps: ## Runs the tests of a portal without events, then without network
	@PORTAL_APPS=home,network $(BIN)/python -m pytest -q -n 2 tests/removal tests/home -m "not browser"
	@PORTAL_APPS=home $(BIN)/python -m pytest -q -n 2 tests/removal tests/home tests/portal --ignore tests/portal/thai -m "not browser"

lint: python .venv/installed-dev ## Style, types, templates, migrations, catalogues, deployment checks
	@$(BIN)/python -m portal.catalogues
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint --quiet --lint templates */templates
	@DEBUG=1 $(BIN)/mypy
	@DEBUG=1 $(BIN)/python manage.py makemigrations --check --dry-run
	@tests/check-deploy

messages: python .venv/installed-dev ## Collects translatable strings (needs gettext) and compiles the catalogues
	@DEBUG=1 $(BIN)/python manage.py makemessages --all --no-wrap --no-location --ignore tests --ignore .venv --ignore var
	@$(BIN)/python -m portal.catalogues

lock: python .venv/installed-dev ## Writes the hash-pinned lock files from pyproject.toml
	@$(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-annotate --universal --python-version 3.13 pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-annotate --universal --python-version 3.13 --extra dev -c requirements.lock pyproject.toml -o tests/requirements.lock

screens: python .venv/installed-dev ## Pictures of every kind of page into build/screens
	@$(BIN)/python -m portal.catalogues
	@$(BIN)/python -m pytest -q tests/browser/screens.py

bench: python .venv/installed-dev ## Ratios of speed within one run
	@$(BIN)/python -m portal.catalogues
	@$(BIN)/python tests/bench.py

clean: ## Removes what was built, keeps the data
	@rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache
