# Eén opdracht per doel; alles komt in .venv, uit een slotbestand met hashes.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
UPGRADE ?=

.PHONY: help run test test-faults test-atspi bench bundle handleiding bomen lock qt-libs test-tools keuring clean

help:
	@echo "make run     start het programma (zonder scherm: maakt een voorbeeld)"
	@echo "make test    stijl, typen, lagen en alle tests"
	@echo "make test-faults  doodt, stoort en onderbreekt de kluis honderden keren"
	@echo "make test-atspi   scoort een pagina zoals een schermlezer dat doet"
	@echo "make keuring laat veraPDF elk verslag keuren, ook het allergrootste"
	@echo "make bench   meet de snelheid"
	@echo "make handleiding  maak de beelden van de handleiding opnieuw"
	@echo "make bomen   schrijf opnieuw wat een schermlezer van elke pagina leest"
	@echo "make bundle  maak het losse programma in dist/indicatietool"
	@echo "make lock    leg de versies opnieuw vast (nieuwere: make lock UPGRADE=--upgrade)"
	@echo "make clean   gooi weg wat hier gebouwd is"

run: $(VENV)/stamp-run qt-libs
	@scripts/run $(PY)

test: $(VENV)/stamp-dev qt-libs test-tools
	@scripts/check $(PY)

test-faults: $(VENV)/stamp-dev qt-libs test-tools
	@FOUTEN=grondig QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 tests/faults

test-atspi: $(VENV)/stamp-dev qt-libs
	@scripts/setup-atspi
	@ATSPI=verplicht $(PY) -m pytest -q -rs tests/gui/test_toegankelijk_atspi.py

keuring: $(VENV)/stamp-dev test-tools
	@$(PY) -m tests.verslag.keurlijst

bench: $(VENV)/stamp-dev qt-libs
	@QT_QPA_PLATFORM=offscreen $(PY) -m benchmarks

handleiding: $(VENV)/stamp-dev qt-libs
	@$(PY) -m tests.handleiding

bomen: $(VENV)/stamp-dev qt-libs
	@$(PY) -m tests.gui.snapshots

bundle: $(VENV)/stamp-dev qt-libs
	$(PY) -m PyInstaller --noconfirm --log-level WARN build.spec
	@echo "Het programma staat in dist/indicatietool/."

# The stamps make a second run cheap; what `dev` installs holds all of `run`.
$(VENV)/stamp-run: requirements/run.txt pyproject.toml scripts/setup-venv
	@scripts/setup-venv $(PYTHON) $(VENV) requirements/run.txt
	@touch $@

$(VENV)/stamp-dev: requirements/dev.txt pyproject.toml scripts/setup-venv
	@scripts/setup-venv $(PYTHON) $(VENV) requirements/dev.txt
	@touch $@ $(VENV)/stamp-run

# A copy that was moved still points to the old place.
ifneq ($(shell cat $(VENV)/path 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/stamp-run $(VENV)/stamp-dev
endif

qt-libs:
	@scripts/setup-qt-libs

test-tools:
	@scripts/setup-test-tools

LOCK := build/uv/bin/python -m uv pip compile pyproject.toml --quiet --universal \
	--python-version 3.11 --generate-hashes --no-annotate --no-header $(UPGRADE)

lock:
	@$(PYTHON) -m venv build/uv
	@build/uv/bin/python -m pip install --quiet uv
	$(LOCK) --extra setup --extra dev --output-file requirements/dev.txt
	$(LOCK) --extra setup --constraint requirements/dev.txt --output-file requirements/run.txt

clean:
	rm -rf build dist voorbeeld-uitvoer .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
