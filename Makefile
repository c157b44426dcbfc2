# make site    the site, from content/ into site/    make lint    every check of the code
# make serve   the same, while you write             make test    lint, and every test
# make clean   remove what was made                  make lock    newer dependencies
#
# PYTHON=python3.13 chooses the Python, ARGS=… goes to the command behind site, serve and test.
# The tests run on every core; `make test ARGS="-n 0 -x"` runs them one after another.

PYTHON ?=
ARGS =
VENV := .venv
BIN := $(VENV)/bin
# Windows puts a venv's programs elsewhere.
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
PY := $(BIN)/python

# Only wheels: a source archive would want a compiler, and would run code while it is installed.
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
LOCKED := $(PIP) --only-binary :all: --require-hashes

UV := $(PY) -m uv pip compile --universal --python-version 3.11 --fork-strategy fewest \
	--only-binary :all: --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet

.PHONY: site serve test lint clean lock anew

site: $(VENV)/site.done
	$(PY) build.py $(ARGS)

# The theme prints an advertisement of its successor unless it is told not to.
serve: $(VENV)/site.done
	NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs serve $(ARGS)

test: lint
	$(PY) -m pytest -n auto --dist worksteal $(ARGS)

lint: $(VENV)/test.done
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'
	$(PY) -m tests.scripts.check

clean:
	rm -rf $(VENV) site node_modules .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# pyproject.toml says what we need, the locks say which files exactly. The tests' lock holds the
# site's: a test runs on what the site is built with.
lock: $(VENV)/lock.done
	$(UV) --upgrade requirements/lock.in -o requirements/lock.txt
	$(UV) --upgrade pyproject.toml requirements/install.in -o requirements/site.txt
	$(UV) --upgrade pyproject.toml requirements/install.in --extra test \
		-c requirements/site.txt -o requirements/test.txt

# A .done file is as new as the last installation, so that a second make installs nothing.
$(VENV)/site.done: $(VENV)/pyvenv.cfg requirements/site.txt pyproject.toml
	@echo "installing what the site needs into $(VENV)"
	@$(LOCKED) -r requirements/site.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.done: $(VENV)/site.done requirements/test.txt
	@echo "installing what the tests need into $(VENV)"
	@$(LOCKED) -r requirements/test.txt
	@touch $@

$(VENV)/lock.done: $(VENV)/pyvenv.cfg requirements/lock.txt
	@$(LOCKED) -r requirements/lock.txt
	@touch $@

# A venv dies with the Python it was made from (an upgrade, a moved folder): then it is made anew.
$(VENV)/pyvenv.cfg: $(shell $(PY) -c 'import pip' 2>/dev/null || echo anew)
	@found=; \
	for python in $(if $(PYTHON),'$(PYTHON)',python3 python3.14 python3.13 python3.12 python3.11 python); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			found=$$python; break; \
		fi; \
	done; \
	if test -z "$$found"; then \
		echo "sourcebook needs Python 3.11 or newer, and found none: $(if $(PYTHON),$(PYTHON) is older or missing,say where it is with make PYTHON=/path/to/python3)" >&2; \
		exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$found cannot make a virtual environment: install the package python3-venv (Debian, Ubuntu: apt install python3-venv)" >&2; \
		exit 1; \
	fi; \
	echo "making $(VENV) with $$("$$found" --version)"; \
	rm -rf $(VENV) && "$$found" -m venv $(VENV)
