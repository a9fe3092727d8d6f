# What a target needs and this machine lacks is installed by it: with apt on Linux, with brew on macOS.
LIMBER := .build/release/limber
PYTHON := .venv/bin/python
TESTED := -c release -Xswiftc -enable-testing --scratch-path .build/tests
TESTED_LIMBER := $(CURDIR)/.build/tests/release/limber
SWIFT := Sources Plugins Examples Tests Package.swift

.PHONY: site serve limber test test-all test-sanitize test-mutants fuzz release sbom lint format bench clean

# Builds the generator, then the site in this folder.
site: limber
	$(LIMBER) build
	@echo "The site is in Public. To see it: python3 -m http.server --directory Public"
	@echo "then open http://localhost:8000/"

# Shows the site while it is written.
serve: limber
	$(LIMBER) serve --open --port auto

# `limber serve` starts limber-preview, which lies beside it.
limber:
	scripts/install build
	swift build -c release --product limber
	swift build -c release --product limber-preview

# Formatting, the Swift suites, then the published site in real browsers, two at once; last the preview alone, which hundreds of connections keep busy.
# All with one optimized build, whose insides tests may see: the suites run in less than half the time that they take in a debug build.
# The last line says, in capitals, which of the specifications' suites could not be had; with LIMBER_REQUIRE_SPECS=1 that is a failure.
test:
	scripts/install test
	$(MAKE) lint
	scripts/specifications
	swift build $(TESTED) --build-tests
	swift test $(TESTED) --skip-build --parallel
	$(MAKE) .venv/tests-installed
	LIMBER=$(TESTED_LIMBER) $(PYTHON) -m pytest --numprocesses 2 --dist worksteal --ignore-glob '*/test_serve*.py' Tests/Browser
	LIMBER=$(TESTED_LIMBER) $(PYTHON) -m pytest Tests/Browser/test_serve.py Tests/Browser/test_serve_host.py
	@scripts/specifications report

# The same, and each attack as a whole: every call of a build fails once, a build is killed before each of its calls and 300 times
# at random, each payload is visited, each environment built in. Takes about an hour and a half.
test-all: export LIMBER_TEST_ALL = 1
test-all: export LIMBER_CACHE_SEQUENCES = 500
test-all: test

# The Swift suites again, each time built with a sanitizer: memory that is not the program's, then values that two threads use at
# once. Takes about an hour. What is still held when a program ends is not looked for: the tools of the build end without giving it back.
test-sanitize:
	scripts/install test
	scripts/specifications
	swift build -c release --product limber
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build/address $(SANITIZE)
	swift test --sanitize=thread --scratch-path .build/thread $(SANITIZE)

# Changes the sources by small mistakes, one at a time, and counts how many of them the Swift tests notice;
# more in MUTANTS: make test-mutants MUTANTS="--room dates --seed other"
test-mutants:
	scripts/install build
	python3 scripts/mutants $(MUTANTS)

# Every parser fed for 30 seconds with inputs that seek new branches; more in FUZZ: make fuzz FUZZ="1200 markdown"
fuzz:
	scripts/install build
	scripts/fuzz $(FUZZ)

# What others install, in .build/release-VERSION: programs that run without Swift, a Debian package, an archive, checksums
# (docs/install.md). Takes ten minutes.
release:
	scripts/install build
	scripts/release

# What Limber is made of, as CycloneDX, on standard output: make --silent sbom > limber.cdx.json
sbom:
	@scripts/sbom

lint:
	swift format lint --strict --recursive $(SWIFT)

format:
	swift format --in-place --recursive $(SWIFT)

.venv/tests-installed: Tests/Browser/requirements.txt
	test -x $(PYTHON) || python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

# Further options in BENCH: make bench BENCH="--no-hugo --rounds 3"
bench:
	scripts/install bench
	python3 Benchmarks/run.py $(BENCH)

# Of Public, only what a build published.
clean:
	rm -rf .build .limber .venv .pytest_cache
	test ! -e Public/.limber-output || find Public -mindepth 1 ! -name .gitignore -delete
