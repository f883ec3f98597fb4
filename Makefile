# make demo    sets everything up and runs the main job on a corpus that ships with slantwise
# make test    sets everything up and passes every check
# make format  formats the code
# make audit   asks the advisory databases about every locked package; needs a network
# make long    runs the tests that take many minutes
# make lock    resolves the dependencies again into the hashed lock files

VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
# uv reads only its own name for a folder of wheels; pip's is taken over where it is set.
UV_FIND_LINKS ?= $(PIP_FIND_LINKS)
export UV_FIND_LINKS
export VIRTUAL_ENV := $(abspath $(VENV))
PYTEST_WORKERS ?= 2

.PHONY: demo test long setup setup-train format lint types unit lock audit clean

demo: setup
	$(BIN)/slantwise compare corpora/demo/articles --actors corpora/demo/actors.yaml --run runs/demo --out runs/demo-report
	@echo
	@echo "The report is runs/demo-report/report.html; open it in a browser."

test: lint types unit

setup: $(VENV)/.setup

$(VENV)/.setup: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --no-deps --editable .
	touch $@

# torch stands apart: which build of 2.13.0 is right (CPU, CUDA) differs by machine.
setup-train: $(VENV)/.setup-train

$(VENV)/.setup-train: $(VENV)/.setup requirements-train.lock
	$(BIN)/uv pip install --quiet torch==2.13.0
	$(BIN)/uv pip install --quiet --require-hashes --no-deps -r requirements-train.lock
	touch $@

lint: setup
	$(BIN)/ruff format --check src tests scripts
	$(BIN)/ruff check src tests scripts

types: setup-train
	$(BIN)/mypy

unit: setup-train
	$(BIN)/pytest -n $(PYTEST_WORKERS)

long: setup-train
	$(BIN)/pytest -m long

format: setup
	$(BIN)/ruff format src tests scripts
	$(BIN)/ruff check --fix src tests scripts

COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11
CUDA := $(foreach name,torch triton cuda-bindings cuda-pathfinder cuda-toolkit setuptools,--no-emit-package $(name))

lock: setup
	$(COMPILE) --extra dev --extra coding pyproject.toml -o requirements.lock
	$(COMPILE) --extra train --constraint requirements.lock pyproject.toml $(CUDA) -o requirements-train.lock.all
	$(BIN)/python scripts/trim_lock.py requirements-train.lock.all requirements.lock > requirements-train.lock
	rm requirements-train.lock.all

# In an environment of its own: the auditor is no part of what it audits.
audit: setup
	$(BIN)/uv tool run --quiet pip-audit --strict --vulnerability-service osv --disable-pip --require-hashes -r requirements.lock

clean:
	rm -rf $(VENV) build dist runs .mypy_cache .ruff_cache .pytest_cache
