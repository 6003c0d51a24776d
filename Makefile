# `make run` and `make test` are all that a fresh machine needs.
SHELL := bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
APP := $(VENV)/app/bin
ENGINE := $(VENV)/engine/bin
BENCHMARKS := $(VENV)/benchmarks/bin
NODE := PATH=$(CURDIR)/$(VENV)/node/bin:$$PATH
WEB_SOURCES := package-lock.json $(wildcard bot/web/*.mjs bot/web/*.svg bot/web/src/* bot/web/styles/*)
export PATH := $(CURDIR)/$(VENV)/uv/bin:$(PATH)
export PYTHONPATH := $(CURDIR)
LOCK := uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate \
	--custom-compile-command "make lock"

.PHONY: help run test check demo chat train tune evaluate bench scaling attack soak chaos lock setup web browser nginx office screenshots clean audit sbom fuzz

help: ## Say what each target does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 12

run: setup ## Set up, train if need be, start everything; Ctrl-C stops it
	@exec $(APP)/wellbeing run

test: $(VENV)/dev.stamp $(VENV)/engine.stamp $(VENV)/tuning.stamp $(VENV)/web.stamp $(VENV)/audit.stamp web browser nginx ## Set up and run every test
	@$(APP)/wellbeing train
	@$(APP)/python -m pytest

check: $(VENV)/dev.stamp $(VENV)/engine.stamp ## Style, types, import direction, training data, content
	$(APP)/ruff check .
	$(APP)/ruff format --check .
	$(APP)/mypy
	$(APP)/lint-imports --no-cache
	$(ENGINE)/python -m bot.engine data validate --fail-on-warnings --data data --domain domain.yml --config config.yml
	$(APP)/wellbeing check

demo: setup ## Start with two years of made-up uptake, to see the pages for programme leads
	@exec $(APP)/wellbeing demo

chat: setup ## Talk to the running assistant in the terminal
	@$(APP)/wellbeing chat

train: setup ## Train the model if it is stale
	@$(APP)/wellbeing train

tune: $(VENV)/tuning.stamp setup ## Train the encoder's adapter anew (an hour); see docs/bot-trainers.md
	@$(ENGINE)/python -m bot.engine.encoder_build
	@$(VENV)/tuning/bin/python -m tuning

evaluate: $(VENV)/benchmarks.stamp train ## Measure how well lines are understood; SET=development, STOCK=as-trained or none
	@$(BENCHMARKS)/python -m benchmarks.evaluate $(if $(SET),--set $(SET)) $(if $(STOCK),--stock $(STOCK))

bench: $(VENV)/benchmarks.stamp train ## Measure speed and size, in turns with stock Rasa; STOCK=as-trained, one-epoch or none
	@$(BENCHMARKS)/python -m benchmarks.bench $(if $(STOCK),--stock $(STOCK))

scaling: $(VENV)/dev.stamp $(VENV)/engine.stamp train nginx ## Measure what a turn costs with two of each process; writes docs/scaling.md
	@$(APP)/python -m benchmarks.scaling

audit: $(VENV)/audit.stamp ## Known weaknesses of all dependencies, against the accepted ones
	@$(VENV)/audit/bin/python -m security.audit

sbom: $(VENV)/audit.stamp setup ## Write what each environment is made of to var/sbom/, as CycloneDX
	@$(VENV)/audit/bin/python -m security.sbom

fuzz: $(VENV)/dev.stamp train ## Throw 100,000 made-up requests at the system
	@$(APP)/python -m tests.security.fuzzing $(or $(REQUESTS),100000)

attack: $(VENV)/dev.stamp ## Try 5,000 random logs against disclosure control; ATTACKS=... for another number
	@UPTAKE_ATTACKS=$(or $(ATTACKS),5000) $(APP)/python -m pytest tests/uptake/test_attacker.py tests/uptake/test_demo.py

soak: $(VENV)/dev.stamp $(VENV)/engine.stamp train ## 200,000 turns on one machine: does the memory end? SOAK_TURNS=... for fewer
	@$(APP)/python -m tests.soak

chaos: $(VENV)/dev.stamp $(VENV)/engine.stamp train nginx ## Break every part under load; writes docs/reliability.md
	@$(APP)/python -m tests.faults
	@$(APP)/python -m tests.scale

lock: $(VENV)/uv.stamp ## Remake the lock files from requirements/*.in
	$(LOCK) --universal --python-version 3.11 requirements/app.in -o requirements/app.txt
	$(LOCK) --universal --python-version 3.11 requirements/dev.in -o requirements/dev.txt
	$(LOCK) --universal --python-version 3.11 requirements/web.in -o requirements/web.txt
	$(LOCK) --universal --python-version 3.11 requirements/audit.in -o requirements/audit.txt
	$(LOCK) --python-version 3.10 --excludes requirements/engine-excludes.txt requirements/engine.in -o requirements/engine.txt
	$(LOCK) --python-version 3.10 requirements/stock.in -o requirements/stock.txt
	$(LOCK) --universal --python-version 3.11 --excludes requirements/engine-excludes.txt requirements/tuning.in -o requirements/tuning.txt
	$(LOCK) --universal --python-version 3.11 --constraint requirements/app.txt requirements/benchmarks.in -o requirements/benchmarks.txt

setup: $(VENV)/app.stamp $(VENV)/engine.stamp web ## Make the two environments and the page's files

web: var/web/built.stamp ## Build the files of the chat page and the widget

browser: # The tests of the page need a real browser; where it may, this installs one.
	@command -v chromium chromium-browser google-chrome >/dev/null || \
		{ test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
		echo "Installing Chromium for the tests of the page" && \
		apt-get update -qq && apt-get install -y -qq chromium fonts-noto-core >/dev/null; } || true

nginx: # The tests of deploy/ need a real nginx. Unpacked here, not installed: so no service of its own starts.
	@command -v nginx /usr/sbin/nginx $(VENV)/nginx/usr/sbin/nginx >/dev/null || \
		{ test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
		echo "Bringing nginx for the tests of deploy/" && \
		apt-get update -qq && apt-get install -y -qq libpcre2-8-0 libssl3 zlib1g >/dev/null && \
		mkdir -p $(VENV)/nginx && cd $(VENV)/nginx && apt-get download -qq nginx && dpkg-deb -x nginx_*.deb .; } || true

office: # Pictures of the documents need LibreOffice and poppler; where it may, this installs them.
	@{ command -v localc && command -v pdftoppm; } >/dev/null || \
		{ test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
		echo "Installing LibreOffice for pictures of the documents" && \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer libreoffice-calc poppler-utils >/dev/null; } || true

screenshots: $(VENV)/dev.stamp $(VENV)/web.stamp setup browser office ## Write docs/screenshots/
	@$(APP)/python -m tests.web.screenshots
	@$(APP)/python -m tests.dashboard_exports.screenshots
	@$(APP)/python -m tests.teams.screenshots
	@$(APP)/python -m tests.dashboard.screenshots

clean: ## Remove environments, model and built pages; the uptake log stays
	rm -rf $(VENV) .rasa node_modules var/model var/encoder var/web var/benchmarks

$(VENV)/uv.stamp:
	@command -v uv >/dev/null || { echo "Bringing uv"; $(PYTHON) -m venv $(VENV)/uv && $(VENV)/uv/bin/pip install --quiet uv; }
	@mkdir -p $(VENV) && touch $@

$(VENV)/app.stamp: requirements/app.txt pyproject.toml | $(VENV)/uv.stamp
	@echo "Installing the application's environment"
	@test -x $(APP)/python || uv venv --quiet --python ">=3.11,<3.14" $(VENV)/app
	@uv pip install --no-deps --require-hashes --python $(APP)/python -r requirements/app.txt
	@uv pip install --quiet --no-deps --no-build-isolation --python $(APP)/python --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt | $(VENV)/app.stamp
	@echo "Installing what checks and tests need"
	@uv pip install --no-deps --require-hashes --python $(APP)/python -r requirements/dev.txt
	@touch $@

$(VENV)/benchmarks.stamp: requirements/benchmarks.txt | $(VENV)/uv.stamp
	@echo "Installing what the benchmarks need"
	@test -x $(BENCHMARKS)/python || uv venv --quiet --python ">=3.11,<3.14" $(VENV)/benchmarks
	@uv pip sync --require-hashes --python $(BENCHMARKS)/python requirements/benchmarks.txt
	@touch $@

$(VENV)/tuning.stamp: requirements/tuning.txt | $(VENV)/uv.stamp
	@echo "Installing what tunes the adapter"
	@test -x $(VENV)/tuning/bin/python || uv venv --quiet --python ">=3.11,<3.14" $(VENV)/tuning
	@uv pip sync --quiet --require-hashes --python $(VENV)/tuning/bin/python requirements/tuning.txt
	@touch $@

$(VENV)/audit.stamp: requirements/audit.txt | $(VENV)/uv.stamp
	@echo "Installing what audits"
	@test -x $(VENV)/audit/bin/python || uv venv --quiet --python ">=3.11,<3.14" $(VENV)/audit
	@uv pip sync --require-hashes --python $(VENV)/audit/bin/python requirements/audit.txt
	@touch $@

$(VENV)/engine.stamp: requirements/engine.txt | $(VENV)/uv.stamp
	@echo "Installing the engine's environment"
	@test -x $(ENGINE)/python || uv venv --quiet --python 3.10 $(VENV)/engine
	@uv pip sync --require-hashes --python $(ENGINE)/python requirements/engine.txt
	@touch $@

# Node.js is needed only here and by the tests of the page: what is built needs it no more.
$(VENV)/web.stamp: requirements/web.txt package-lock.json .npmrc | $(VENV)/uv.stamp
	@echo "Installing what builds the page"
	@test -x $(VENV)/node/bin/python || uv venv --quiet --python ">=3.11,<3.14" $(VENV)/node
	@uv pip sync --quiet --require-hashes --python $(VENV)/node/bin/python requirements/web.txt
	@$(NODE) npm ci --loglevel=error
	@touch $@

var/web/built.stamp: $(WEB_SOURCES)
	@$(MAKE) --no-print-directory $(VENV)/web.stamp
	@echo "Building the page"
	@$(NODE) node bot/web/build.mjs
	@touch $@
