# Needs Python 3.11+ and make. `make run` and `make test` make .venv themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
RUNS := $(VENV)/.runs
NEXT := $(VENV)/dash-next
# each process that starts would compile every module anew where the environment forbids to keep what was compiled
export PYTHONDONTWRITEBYTECODE :=
SYNC = UV_PROJECT_ENVIRONMENT=$(VENV) $(BIN)/uv sync --quiet --locked --inexact

.PHONY: setup run test dash-next deploy-test check coverage wings bench size wheel bundle words sentences translations format

setup: $(READY)

$(READY): $(RUNS)
	@echo "Installing the tools for tests ..."
	@$(SYNC)
	@touch $(READY)

$(RUNS): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	@echo "Installing what the dashboard needs into $(VENV) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "On Debian: apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet "uv>=0.9"
	@$(SYNC) --no-default-groups
	@touch $(RUNS)

run: $(RUNS)
	@EXERCISE=$(EXERCISE) $(BIN)/bukhara serve

wheel: $(READY)
	@$(BIN)/python -m hatchling build -t wheel
	@$(BIN)/python -m tests.licences > dist/licences.txt
	@$(BIN)/uv export --quiet --locked --no-dev --no-emit-project --no-header -o dist/requirements.txt

# everything for a machine without a network: Linux x86-64, Python 3.11 to 3.13
bundle: wheel
	@rm -rf dist/bundle && mkdir -p dist/bundle/wheels
	@cp dist/bukhara_monitor-*.whl dist/bundle/wheels/ && cp dist/licences.txt dist/requirements.txt dist/bundle/
	@for version in 3.11 3.12 3.13; do \
	  $(BIN)/uv pip compile --quiet dist/requirements.txt --no-deps --generate-hashes --python-version $$version \
	    --python-platform x86_64-manylinux_2_28 -o dist/for-$$version.txt && \
	  $(BIN)/python -m pip download --quiet --require-hashes --only-binary :all: --python-version $$version \
	    $(addprefix --platform manylinux,_2_28_x86_64 _2_27_x86_64 _2_24_x86_64 _2_17_x86_64 2014_x86_64 _2_5_x86_64 1_x86_64) \
	    -d dist/bundle/wheels -r dist/for-$$version.txt || exit 1; done
	@cp docs/deploy.md dist/bundle/
	@cd dist/bundle && find . -type f ! -name SHA256SUMS | sort | xargs sha256sum > SHA256SUMS
	@echo "dist/bundle: $$(ls dist/bundle/wheels | wc -l) wheels"

check: $(READY)
	@$(BIN)/python -m pytest -q -p no:playwright -n auto --dist loadfile tests/project tests/unit

test: $(READY)
	@$(BIN)/python -m tests.services
	@$(BIN)/python -m pytest -q -n auto --dist loadfile

deploy-test: $(READY)
	@$(BIN)/python -m pytest -q -rP -o python_files='rehearsal_*.py' tests/deploy

dash-next: $(READY)
	@UV_PROJECT_ENVIRONMENT=$(NEXT) $(BIN)/uv sync --quiet --locked
	@$(BIN)/uv pip install --quiet --python $(NEXT) --prerelease allow --upgrade-package dash dash
	@$(BIN)/uv pip show --python $(NEXT) dash | head -2
	@$(NEXT)/bin/python -m pytest -q -n auto --dist loadfile $(or $(ONLY),tests/project/test_library_internals.py tests/web tests/browser)

coverage: $(READY)
	@$(BIN)/python -m tests.services
	@$(BIN)/python -m pytest -q -n auto --dist loadfile --cov --cov-report=term:skip-covered

wings: $(READY)
	@$(BIN)/python -m tests.without_a_wing $(ONLY)

bench: $(READY)
	@$(BIN)/python -m tests.services
	@$(BIN)/python -m tests.bench

size: $(READY)
	@$(BIN)/python -m tests.size

words: $(READY)
	@$(BIN)/python -m tests.project.catalogue

sentences: $(READY)
	@$(BIN)/python -m tests.stages.sentences $(or $(TO),$(VENV)/sentences.md)

translations: $(READY)
	@$(BIN)/python -m tests.translations $(if $(FROM),read $(LANGUAGE) $(FROM),write $(LANGUAGE) \
		$(or $(TO),$(LANGUAGE).xlsx) $(wildcard $(VENV)/sentences.md))

format: $(READY)
	@$(BIN)/ruff format --quiet .
