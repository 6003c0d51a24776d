# `make run` and `make test` are all that a fresh machine needs.
SHELL := bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
APP := $(VENV)/app/bin
ENGINE := $(VENV)/engine/bin
export PATH := $(CURDIR)/$(VENV)/uv/bin:$(PATH)
export PYTHONPATH := $(CURDIR)
LOCK := uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate \
	--custom-compile-command "make lock"

.PHONY: help run test check chat train evaluate bench lock setup clean

help: ## Say what each target does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 12

run: setup ## Set up, train if need be, start everything; Ctrl-C stops it
	@exec $(APP)/wellbeing run

test: $(VENV)/dev.stamp $(VENV)/engine.stamp ## Set up and run every test
	@$(APP)/wellbeing train
	@$(APP)/python -m pytest

check: $(VENV)/dev.stamp $(VENV)/engine.stamp ## Style, types, import direction, training data, content
	$(APP)/ruff check .
	$(APP)/ruff format --check .
	$(APP)/mypy
	$(APP)/lint-imports --no-cache
	$(ENGINE)/python -m bot.engine data validate --fail-on-warnings --data data --domain domain.yml --config config.yml
	$(APP)/wellbeing check

chat: setup ## Talk to the running assistant in the terminal
	@$(APP)/wellbeing chat

train: setup ## Train the model if it is stale
	@$(APP)/wellbeing train

lock: $(VENV)/uv.stamp ## Remake the lock files from requirements/*.in
	$(LOCK) --universal --python-version 3.11 requirements/app.in -o requirements/app.txt
	$(LOCK) --universal --python-version 3.11 requirements/dev.in -o requirements/dev.txt
	$(LOCK) --python-version 3.10 --excludes requirements/engine-excludes.txt requirements/engine.in -o requirements/engine.txt

setup: $(VENV)/app.stamp $(VENV)/engine.stamp ## Make the two environments

clean: ## Remove environments, model and uptake of this machine
	rm -rf $(VENV) var .rasa

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

$(VENV)/engine.stamp: requirements/engine.txt | $(VENV)/uv.stamp
	@echo "Installing the engine's environment"
	@test -x $(ENGINE)/python || uv venv --quiet --python 3.10 $(VENV)/engine
	@uv pip sync --require-hashes --python $(ENGINE)/python requirements/engine.txt
	@touch $@
