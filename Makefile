# Every habit of the project, one line each. All paths are relative, so that the folder may be named anything.
PYTHON ?= python3
VENV := .venv/bin/python
PIP := $(VENV) -m pip install -qq --disable-pip-version-check --require-hashes
LOCK := $(VENV) -m uv pip compile pyproject.toml --no-config --quiet --no-header --no-annotate --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard services/*/translations/*/LC_MESSAGES/*.po))
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run demo demo-province test chaos bench up down status lint format setup translations lock clean

help: ## 显示本说明 · explain every target
	@echo "容错纠错备案与审查平台 Rongcuo"
	@echo
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name line; do \
		printf '  make %-13s %s\n' "$$name" "$$line"; done

run: .venv/runtime $(CATALOGUES) ## 单进程启动整个平台（8000 端口） · start the whole platform in one process on port 8000
	@deploy/system-packages fonts-noto-cjk fonts-noto-core fonts-hanazono || echo "没有中文字体，文书要等装好字体才能生成 · letters wait until a Chinese font is installed"
	@exec $(VENV) -m rongcuo run $(ARGS)

demo: .venv/runtime $(CATALOGUES) ## 走完演示案例后退出 · play the scenarios through the running code and exit
	@deploy/system-packages fonts-noto-cjk fonts-noto-core fonts-hanazono || echo "没有中文字体，文书要等装好字体才能生成 · letters wait until a Chinese font is installed"
	@exec $(VENV) -m rongcuo demo $(ARGS)

demo-province: .venv/runtime $(CATALOGUES) ## 一省十四县：各为一个节点，演示后与省级汇总核对 · a province and the nodes of 14 counties, played and compared
	@deploy/system-packages rabbitmq-server fonts-noto-cjk fonts-noto-core fonts-hanazono
	@exec $(VENV) -W ignore -m deploy.demo_province $(ARGS)

test: setup ## 安装所需并运行全部测试 · install what is needed and run every test
	@deploy/system-packages rabbitmq-server postgresql chromium fonts-noto-cjk fonts-noto-core fonts-hanazono poppler-utils
	@exec $(VENV) -m deploy.run_tests

bench: .venv/runtime $(CATALOGUES) ## 测量各项保证的代价，写入 var/bench.json · measure what the guarantees cost, beside their floors
	@deploy/system-packages rabbitmq-server postgresql fonts-noto-cjk fonts-noto-core fonts-hanazono
	@exec $(VENV) -m bench $(ARGS)

chaos: setup ## 故障试验（全量，约四小时） · break things on purpose at full size, about four hours
	@deploy/system-packages rabbitmq-server postgresql fonts-noto-cjk fonts-noto-core fonts-hanazono poppler-utils
	@exec $(VENV) -m tests.chaos $(ARGS)

up: .venv/runtime $(CATALOGUES) ## 本地部署：RabbitMQ、PostgreSQL、每个服务一个进程 · local deployment, all state in var/
	@deploy/system-packages rabbitmq-server postgresql fonts-noto-cjk fonts-noto-core fonts-hanazono
	@exec $(VENV) -m deploy.up start

down: ## 停止本地部署，保留数据 · stop the local deployment, keep its data
	@if [ -x $(VENV) ]; then exec $(VENV) -m deploy.up stop; fi

status: ## 查看本地部署 · show what of the local deployment runs
	@if [ -x $(VENV) ]; then exec $(VENV) -m deploy.up status; fi

lint: setup ## 检查风格、类型、模块边界和部署文件 · check style, types, the walls between modules, and what deploys
	@$(VENV) -m ruff check .
	@$(VENV) -m mypy
	@.venv/bin/lint-imports --no-cache
	@$(VENV) -m deploy.lint

format: setup ## 整理导入和可自动修复的风格 · sort imports and mend what can be mended
	@$(VENV) -m ruff check --fix-only .

setup: .venv/development $(CATALOGUES) ## 建立 .venv 并安装锁定的依赖 · make .venv with the locked dependencies

translations: $(CATALOGUES) ## 编译界面的英文 · compile the console's English

lock: setup ## 重新锁定依赖及其哈希 · lock the dependencies and their hashes anew
	@$(LOCK) --upgrade --output-file requirements/runtime.lock
	@$(LOCK) --upgrade --group dev --output-file requirements/dev.lock

clean: down ## 删除 .venv 和 var（含本地数据） · remove .venv and var, local data included
	@rm -rf .venv var

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "需要 Python 3.11 或更新版本 · Python 3.11 or newer is needed" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || deploy/system-packages python3-venv
	@$(PYTHON) -m venv .venv

.venv/runtime: requirements/runtime.lock | .venv/bin/python
	@echo "安装依赖（首次约一分钟） · Installing dependencies (about a minute the first time)"
	@$(PIP) -r $<
	@touch $@

.venv/development: requirements/dev.lock .venv/runtime
	@echo "安装开发与测试依赖 · Installing what developing and testing need"
	@$(PIP) -r $<
	@touch $@

%.mo: %.po | .venv/runtime
	@$(VENV) -m babel.messages.frontend -q compile -i $< -o $@
