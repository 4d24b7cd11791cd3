# Interview-GPT: `make run` is all it takes. `make help` lists the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check install -qq
# Workers of the test suite (some of them wait), and more arguments for pytest:
# make test ARGS="-k resume -x". Each worker has tests that stand together, for what they share
# (servers, browsers, what was read once), and takes from the others when it is done.
WORKERS ?= 3
SPREAD = -n $(WORKERS) --dist worksteal
ARGS ?=
BENCH ?=

# Chinese on the console, whatever the locale says.
export PYTHONUTF8 = 1

.PHONY: help
help:  ## 列出所有目标 / list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' Makefile

.PHONY: install
install: $(VENV)/pyvenv.cfg  ## 建立 .venv 并安装依赖 / make .venv and install what the server needs
	@cmp -s requirements.txt $(VENV)/installed.txt || { \
	    echo "正在安装依赖，首次约需一两分钟… / Installing what the server needs, a minute or two the first time…" && \
	    $(PIP) -r requirements.txt && cp requirements.txt $(VENV)/installed.txt; }

.PHONY: install-dev
install-dev: install
	@cat requirements.txt requirements-dev.txt | cmp -s - $(VENV)/installed-dev.txt || { \
	    echo "正在安装开发依赖… / Installing what building and testing need…" && \
	    $(PIP) -r requirements-dev.txt && \
	    cat requirements.txt requirements-dev.txt > $(VENV)/installed-dev.txt; }

$(VENV)/pyvenv.cfg:
	@for python in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14; do \
	    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	    python=; \
	done; \
	if [ -z "$$python" ]; then \
	    echo "Python 3.11 or newer is needed, and none was found (or say which: make PYTHON=/path/to/python)." >&2; \
	    exit 1; \
	fi; \
	$$python -m venv $(VENV) || { \
	    rm -rf $(VENV); \
	    echo "$$python cannot make a virtual environment (on Debian and Ubuntu: apt install python3-venv)." >&2; \
	    exit 1; \
	}

.PHONY: run
run: install  ## 启动服务 / serve on http://127.0.0.1:9999 (INTERVIEWGPT_PORT, INTERVIEWGPT_ADDRESS)
	@exec $(PY) manage.py serve

.PHONY: dev
dev: install  ## 开发模式，改动后自动重启 / serve with debug on and restart on changes
	@$(PY) manage.py bootstrap
	@INTERVIEWGPT_DEBUG=1 $(PY) manage.py runserver

.PHONY: test
test: install-dev  ## 运行全部测试 / run the whole suite
	@$(PY) -m pytest $(SPREAD) $(ARGS)

.PHONY: test-postgres
test-postgres: install-dev  ## 在 PostgreSQL 上运行用到数据库的测试 / what uses the database, on INTERVIEWGPT_TEST_POSTGRES
	@[ -n "$$INTERVIEWGPT_TEST_POSTGRES" ] || { \
	    echo "Set INTERVIEWGPT_TEST_POSTGRES, like postgres://user:password@127.0.0.1:5432/postgres" >&2; \
	    exit 1; }
	@DATABASE_URL="$$INTERVIEWGPT_TEST_POSTGRES" $(PY) -m pytest $(SPREAD) --database-only $(ARGS)

.PHONY: bench
bench: install-dev  ## 与同类实现并排测量 / measure beside the peer: make bench BENCH="--rounds 5"
	@$(PIP) -r benchmarks/requirements.txt
	@cd benchmarks && ../$(PY) -m bench $(BENCH)

.PHONY: coverage
coverage: install-dev  ## 测试覆盖率 / run the suite and say what it does not reach
	@$(PY) -m pytest $(SPREAD) --cov --cov-report=term $(ARGS)

.PHONY: check
check: install-dev  ## 静态检查 / lint, format, types, system checks, migrations, translations
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@# Django's system checks come before this, as before any command.
	@$(PY) manage.py makemigrations --check --dry-run
	@.ci/translations

.PHONY: format
format: install-dev  ## 整理代码格式 / sort imports and format
	@$(PY) -m ruff check --select I --fix --quiet .
	@$(PY) -m ruff format .

.PHONY: messages
messages: install  ## 更新并编译翻译（需要 gettext）/ collect and compile translations (needs gettext)
	@command -v msgfmt >/dev/null || { echo "gettext is needed (apt install gettext)." >&2; exit 1; }
	@$(PY) manage.py makemessages --locale zh_Hans --locale en --add-location file --no-wrap \
	    --ignore $(VENV) --ignore var --ignore benchmarks
	@# What is compiled goes by file times, which git sets as it likes.
	@touch interviewgpt/locale/*/LC_MESSAGES/django.po
	@$(PY) manage.py compilemessages --ignore $(VENV)

.PHONY: clean
clean:  ## 删除缓存与 .venv，保留数据 / remove caches and .venv; data in var/ stays
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.* htmlcov
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
