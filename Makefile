# `make demo` shows what sayso does; `make test` says whether it does it. Python 3.11 or newer, make and git are all
# that is needed; everything installed goes into .venv, but what training needs (torch): that goes into training/.venv.
# Another interpreter: `make demo PYTHON=/path/to/python3.12`.

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
    $$python -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
PIP := -m pip install -qq --disable-pip-version-check

# Where the checkpoints of `make train` are.
RUNS ?= runs
FLOAT = $(wildcard $(RUNS)/float.onnx)

.PHONY: help demo demo-web test fuzz faults lint docs train accuracy bench clean
.DEFAULT_GOAL := help

help: ## what there is to make
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

demo: .venv/sayso ## install sayso in .venv and print the account of examples/report.txt
	@$(BIN)/sayso read examples/report.txt --published 2019-03-14 --outlet "The Harbour Times"

# The ledger is made anew when there is none; what is corrected in it stays.
demo-web: build/demo.db ## install sayso with its pages in .venv and open a small ledger at http://127.0.0.1:8080
	@$(BIN)/sayso serve --ledger $<

build/demo.db: .venv/web examples/reports.jsonl
	@mkdir -p build && rm -f $@ $@-*
	@$(BIN)/sayso add examples/reports.jsonl --ledger $@

# All three run whatever the others find, the tests last, in two processes; those of a file share what it makes.
test: .venv/test ## install what the tests need in .venv, check style and types, and run every test
	@found=0; \
	$(BIN)/ruff check . || found=1; \
	$(BIN)/mypy || found=1; \
	$(BIN)/python -m pytest -n 2 --dist loadfile || found=$$?; \
	exit $$found

# The same inputs each time, eighty times as many as `make test` tries. Two minutes.
fuzz: .venv/test ## try hostile input of every kind: no crash, no hang, no memory beyond the limit
	@FUZZ=2000 $(BIN)/python -m pytest tests/test_intake_fuzz.py

lint: .venv/test ## check style and types alone
	@$(BIN)/ruff check . && $(BIN)/mypy

docs: .venv/test ## make again what is generated in docs/: the examples and the picture
	@$(BIN)/python docs/generate.py

# With the same weights in floating point at hand, what int8 costs is measured too.
accuracy: .venv/test ## measure the weights that ship against the corpora in ../shared: docs/accuracy.md
	@$(BIN)/python -m evaluation --out docs/accuracy.md $(FLOAT:%=--float-graph %)

faults: .venv/test ## kill `sayso add` fifty times and compare what it leaves: some minutes
	@$(BIN)/python -m benchmarks.faults --kills 50

# A ledger of 100,000 reports takes half an hour.
bench: .venv/test ## measure speed, memory, ledgers and pages: docs/performance.md, docs/scale.md, docs/serving.md
	@$(BIN)/python -m benchmarks --out docs/performance.md
	@mkdir -p build && rm -f build/grown.db
	@$(BIN)/python -m benchmarks.ledger --keep build/grown.db --out docs/scale.md
	@$(BIN)/python -m benchmarks.web --ledger build/grown.db --out docs/serving.md

# Two hours on two cores of a processor that multiplies bfloat16, more on others; stopped, it goes on from its last
# checkpoint. glibc keeps its memory: training gives back and takes the same blocks at every step.
train: training/.venv/train ## train the language model from the corpora in ../shared, into runs/
	@MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=4294967296 MALLOC_TOP_PAD_=268435456 \
	training/.venv/bin/python -m training $(RUNS)
	@training/.venv/bin/python -m training.mean $(RUNS)/events.pt $(RUNS)/finish.pt $(RUNS)/mean.pt
	@training/.venv/bin/python -m training.mean $(RUNS)/mean.pt $(RUNS)/widen.pt $(RUNS)/ship.pt
	@training/.venv/bin/python -m training.export $(RUNS)/ship.pt $(RUNS)/reader.onnx
	@training/.venv/bin/python -m training.export $(RUNS)/ship.pt $(RUNS)/float.onnx --float
	@training/.venv/bin/python -m training.forces $(RUNS)/reader.onnx $(RUNS)/forces.tsv
	@echo "To use these weights: cp $(RUNS)/reader.onnx $(RUNS)/forces.tsv src/sayso/reader/weights/"

clean: ## remove what was installed and built; checkpoints stay
	rm -rf .venv training/.venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# --- environments, made again when pyproject.toml changes -------------------------------------------------------------

.venv/sayso: pyproject.toml
	$(call new_environment,.venv)
	@$(BIN)/python $(PIP) --editable .
	@touch $@

.venv/web: .venv/sayso
	@$(BIN)/python $(PIP) --editable '.[web]'
	@touch $@

.venv/test: .venv/sayso
	@$(BIN)/python $(PIP) --editable '.[test]'
	@touch $@

training/.venv/train: pyproject.toml
	$(call new_environment,training/.venv)
	@training/.venv/bin/python $(PIP) --editable '.[train]'
	@touch $@

define new_environment
@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "sayso needs Python 3.11 or\
 newer with its module venv, and found none (Debian: apt-get install python3 python3-venv). If it has another name\
 here: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; }
@echo "making $(1), once: about a minute" >&2
@"$(PYTHON)" -m venv --clear $(1)
endef
