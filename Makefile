# The commands of the platform; `make help` lists them. Node 26 comes from npm, so any Node with npm is enough to begin with.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
NODE := node_modules/.bin/node
PLATFORM := $(NODE) platform/src/main.ts
FILES ?=
SERVICE ?=
BENCH ?=
QUICK ?=
ATTACK ?=
COUNT ?=
PORT ?= 8090
LANGUAGES ?=
PACTS ?=
FUZZ_RUNS ?= 100
FUZZ_SEED ?= 1
export INSTANCES LAYOUT DEMO
FAULTS := $(if $(QUICK),--quick) $(if $(SCENARIO),--scenario '$(SCENARIO)') $(if $(FACTOR),--factor '$(FACTOR)') $(if $(LIST),--list) \
  $(if $(HELP),--help)

.PHONY: help install generator servers portal mock fuzz clients clients-test consumers verify up down status logs test generate check types lint house drift edges pacts breaking release can-deploy format clean bench attack test-instances faults

help: ## lists the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo '  make up INSTANCES="rs-fem=3 gateway=2"   more instances      make logs SERVICE=rs-fem    logs of one service'
	@echo '  make up LAYOUT=compact                   one process         make test FILES=gateway    tests below a path'
	@echo '  REGARDS_DATABASE_URL=… REGARDS_AMQP_URL=… REGARDS_AMQP_MANAGEMENT_URL=… make up    on servers that run already'

# The lockfile's sum says whether the installed packages are those of this checkout.
install: ## installs what is missing of the Node packages
	@sum=$$(sha256sum < package-lock.json); \
	if [ "$$sum" != "$$(cat node_modules/.lockfile-sum 2>/dev/null || true)" ]; then \
	  command -v npm > /dev/null || { echo 'npm is missing, run: apt-get install nodejs npm' >&2; exit 1; }; \
	  echo 'installing the Node packages (npm ci)'; \
	  npm ci --no-audit --no-fund --loglevel=error; \
	  echo "$$sum" > node_modules/.lockfile-sum; \
	fi

servers: install ## installs what is missing of RabbitMQ and PostgreSQL with PostGIS
	@if [ -z "$${REGARDS_TEST_DATABASE_URL:-}" ]; then $(PLATFORM) install; fi

portal: install ## builds the documentation that the gateway serves at /docs
	@$(NODE) portal/src/main.ts

up: install portal ## starts the platform with its demo and leaves it running
	@exec $(PLATFORM) up

down: ## stops the platform; its data stays
	@if [ -x $(NODE) ]; then exec $(PLATFORM) down; else echo 'nothing runs'; fi

status: install ## shows what runs, how it is and what memory it takes
	@exec $(PLATFORM) status

logs: install ## shows and follows the logs, of one service with SERVICE=…
	@exec $(PLATFORM) logs $(SERVICE)

# What generates code has a lockfile of its own; its tests need it.
generator: install
	@if [ ! -d codegen/node_modules/@asyncapi/generator ]; then \
	  echo 'installing what generates code (npm ci)'; \
	  npm ci --prefix codegen --no-audit --no-fund --loglevel=error; \
	fi

test: servers generator ## runs the tests on a broker and a database of their own
	@npm run --silent test -- $(FILES)

bench: install ## measures beside yardsticks, BENCH=name,name some; QUICK=1 takes minutes; HELP=1 lists them
	@exec $(NODE) bench/src/main.ts $(BENCH) $(if $(QUICK),--quick) $(if $(HELP),--help) $(if $(PEERS),--peers=$(PEERS)) $(if $(ITEMS),--items=$(ITEMS))

attack: install ## attacks the running platform with what its contracts offer; QUICK=1, ATTACK=rights, COUNT=100
	@$(NODE) attack/src/main.ts $(if $(QUICK),--quick) $(if $(COUNT),--count $(COUNT)) $(foreach one,$(ATTACK),--only $(one))

test-instances: servers generator ## runs the services' tests with several instances of each service (INSTANCES=3; 2 without)
	@REGARDS_TEST_INSTANCES=$(or $(INSTANCES),2) npm run --silent test -- services platform/test/journey

faults: servers ## breaks everything and counts what is left (QUICK=1, SCENARIO=M1,O3, FACTOR=0.1, LIST=1, HELP=1)
	@ls /usr/lib/*/faketime/libfaketime.so.1 > /dev/null 2>&1 || [ "$$(id -u)" != 0 ] || { echo 'installing libfaketime'; apt-get -qq install --yes --no-install-recommends libfaketime > /dev/null; }
	@exec $(NODE) faults/src/main.ts $(FAULTS)

mock: install ## plays a service (SERVICE=…, all without) by the examples of its contract, at PORT
	@exec $(NODE) mock/src/main.ts '$(SERVICE)' $(PORT)

# FUZZ_RUNS inputs an operation or message, drawn from FUZZ_SEED; schemathesis from outside where it is installed.
fuzz: servers ## generated input for every operation and message (FUZZ_RUNS=100 FUZZ_SEED=1)
	@REGARDS_FUZZ_RUNS=$(FUZZ_RUNS) REGARDS_FUZZ_SEED=$(FUZZ_SEED) npm run --silent test -- fuzz/test
	@$(NODE) fuzz/src/schemathesis.ts $(FUZZ_RUNS)

clients: generator ## makes the packages of dist/clients: TypeScript, Python and Java (needs Java); LANGUAGES=… some
	@$(NODE) codegen/src/clients.ts $(foreach one,$(LANGUAGES),--language $(one))

clients-test: clients ## tries these packages on a platform that is up
	@$(NODE) codegen/clients/smoke/run.ts $(LANGUAGES)

consumers: clients ## runs the tests of examples/consumers, which write their pacts (needs Java and Python)
	@$(NODE) pact/src/outside/consumers.ts

verify: servers generator ## holds the platform to the pacts that another team has in a folder (PACTS=…)
	@test -n '$(PACTS)' || { echo 'PACTS=… names the folder of the pacts; docs/consumers.md tells more' >&2; exit 2; }
	@REGARDS_PACTS='$(abspath $(PACTS))' npm run --silent test -- pact/test/outside

generate: install ## generates code from the contracts (needs Java)
	@$(NODE) codegen/src/generate.ts

check: types lint house drift edges breaking ## types, lint, import rules, drift, edges without a pact, breaking changes

types: generator ## checks the types
	@npm run --silent types
	@$(NODE) node_modules/typescript/bin/tsc --noEmit -p codegen/tsconfig.json

lint: install ## looks for mistakes the types do not show
	@npm run --silent lint

house: install ## holds every import to the rules of house/src/rules.ts
	@npm run --silent house

drift: install ## lints the contracts and compares the generated code with them (needs Java)
	@$(NODE) codegen/src/generate.ts --check

edges: install ## prints who calls and hears whom with the pact of each; red when one has none
	@$(NODE) pact/src/edges/main.ts

breaking: generator ## compares the contracts with those released last; red when one breaks and its version does not say so
	@$(NODE) codegen/src/breaking/main.ts

release: generator ## makes the present contracts the released ones
	@$(NODE) codegen/src/breaking/main.ts --release
	@$(NODE) pact/src/deploy/main.ts --release

can-deploy: generator ## tells whether SERVICE=… works with its neighbours as they were released, and what breaks
	@$(NODE) pact/src/deploy/main.ts "$(SERVICE)"

pacts: ## whether the pacts that the last tests wrote are those that are committed
	@git diff --exit-code --stat -- 'pact/*.json'

format: install ## formats the sources
	@npm run --silent format

clean: ## stops the platform and removes its data, passwords and logs
	@if [ -x $(NODE) ]; then $(PLATFORM) clean; fi
