# Two commands: `make demo` builds the Hunan filing, `make test` passes the tests.
# Both set up what they need in .venv; nothing else on the machine is touched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OUT ?= out

.PHONY: demo test lint rules schema pages clean

demo: $(READY)
	$(BIN)/govdocs build data/2017-hunan.yaml -o $(OUT)

test: $(READY)
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

rules: $(READY)
	$(BIN)/govdocs rules --write docs/rules

schema: $(READY)
	$(BIN)/govdocs schema -o schemas/case.schema.json
	$(BIN)/govdocs schema --kind 重点绩效评价 -o schemas/evaluation.schema.json

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,cluster]'
	touch $(READY)

clean:
	rm -rf $(VENV) $(OUT) dist build
