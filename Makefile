# SPDX-License-Identifier: MIT
# The front door. Meson builds; this only names what one can ask for.
PREFIX ?= /usr/local
DESTDIR ?=
FUZZ_SECONDS ?= 60
JOBS := $(shell nproc)
# Lines for what a sanitizer says, and no more; a null pointer ends a program anyway, with the place of it.
SANITIZED := -Doptimization=0 -Ddebug=false -Db_ndebug=false -Db_sanitize=address,undefined -Db_lundef=false \
	-Dwerror=true
CHECKED := -gline-tables-only -fno-sanitize=null,vptr -fno-sanitize-recover=all -D_GLIBCXX_ASSERTIONS

tools: build/build.ninja ## build the tools: build/tools/tt-*
	@said=$$(ninja --quiet -C build -j$(JOBS)); code=$$?; case $$code$$said in 0*warning:*) ;; 0*) exit ;; esac; \
		printf '%s\n' "$$said"; exit $$code

check: ## run every test and check; the last line is the sum
	@tests/run

accept: tools ## write what the command-line cases print now as what they should print; read git diff then
	@tests/house/cases --accept build

demo: tools ## a 48-hour study of a made-up platform: a cohort with refusals, a kill -9 in the middle, a board, CSV, curves
	@ninja --quiet -C build -j$(JOBS) tests/platform/stand_in
	@sh scripts/study

bench: tools ## measure speed and memory against cat, DuckDB, Miller, jq and a bare libcurl loop
	@ninja --quiet -C build -j$(JOBS) tests/platform/stand_in tests/bare_curl
	@tests/bench/run

soak: tools ## follow 20 cohorts of 200 videos for 48 simulated hours with faults throughout, and account for all
	@ninja --quiet -C build -j$(JOBS) tests/platform/stand_in
	@tests/fetching/soak.py build 20 200

fuzz: build/fuzz/build.ninja ## give each parser made-up rubbish for FUZZ_SECONDS (60)
	@tests/house/fuzz $(FUZZ_SECONDS)

install: tools ## install headers, tools, man pages, pkg-config and CMake files: DESTDIR= PREFIX=
	@meson setup --reconfigure -Dprefix=$(PREFIX) build > build/setup.log 2>&1 || { cat build/setup.log; exit 1; }
	@DESTDIR=$(DESTDIR) meson install -C build --quiet --no-rebuild

clean: ## remove everything that was built
	rm -rf build

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2} /^#: / {print "  " substr($$0, 4)} \
		FNR == 1 && NR > 1 {print "\nFollowing videos for days (the manual page is tiktrack.1):"}' Makefile tools/tiktrack.mk

# Meson's own report is kept, and shown only when it fails.
configure = @mkdir -p $(@D) && meson setup $(@D) $(1) > $(@D)/setup.log 2>&1 || { cat $(@D)/setup.log; exit 1; }

# The conductor of cohorts: its targets run the tools that were built here.
include tools/tiktrack.mk
$(conductor_targets): tools
$(conductor_targets): export PATH := $(CURDIR)/build/tools:$(PATH)

build/build.ninja:
	$(call configure)

build/sanitize/build.ninja: export CXX = clang++
build/sanitize/build.ninja:
	$(call configure,$(SANITIZED) "-Dcpp_args=$(CHECKED)")

build/fuzz/build.ninja: export CXX = clang++
build/fuzz/build.ninja:
	$(call configure,$(SANITIZED) "-Dcpp_args=$(CHECKED) -fsanitize=fuzzer-no-link" \
		-Doptimization=1)

.PHONY: tools check accept demo bench soak fuzz install clean help
