# make run: set everything up and serve the dashboard.  make test: set up and check everything.
# All that is installed goes into .venv; what apt has to add is said, and done only as root.

PORT ?= 8501
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

.PHONY: run test check format messages clean help
.DELETE_ON_ERROR:

run: $(VENV)/run.stamp
	@echo "Policy Timeline: http://localhost:$(PORT)  (stop with Ctrl-C)"
	@$(BIN)/python -m streamlit run app.py --server.headless true --server.port $(PORT)

test: $(VENV)/test.stamp
	@sh scripts/browser.sh $(BIN)/python
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: $(VENV)/run.stamp
	@$(BIN)/python -m timeline check

format: $(VENV)/test.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The messages of the code into the Chinese catalogue, where the new ones wait to be translated.
messages: $(VENV)/test.stamp
	@mkdir -p build
	$(BIN)/pybabel -q extract --no-wrap --no-location -k mark -k mark_plural:1,2 -k _column:2 -k Schema:1 -k Exporter:1 -o build/timeline.pot timeline ui pages
	$(BIN)/pybabel -q update --no-wrap --no-fuzzy-matching --ignore-obsolete --omit-header -D timeline -i build/timeline.pot -d timeline/locale

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help:
	@sed -n 1,2p Makefile
	@echo "make run | test | check | format | messages | clean"

$(VENV)/run.stamp: requirements.txt
	@sh scripts/venv.sh $(PYTHON) $(VENV)
	@echo "Installing requirements.txt into $(VENV) ..."
	@$(PIP) install -r requirements.txt
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements-dev.txt
	@echo "Installing requirements-dev.txt into $(VENV) ..."
	@$(PIP) install -r requirements-dev.txt
	@touch $@
