"""A copy of the package that holds every mutant at once, chosen by number when a program starts."""

import json
import re
import subprocess
from pathlib import Path

import operators

CHOICE = """#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

private let chosen = getenv("LIMBER_MUTANT").map { Int(atol($0)) } ?? -1

/// One byte for each mutant, shared with the programs that tests start: whether its place was reached.
private nonisolated(unsafe) let reached: UnsafeMutablePointer<UInt8>? = {
  guard let path = getenv("LIMBER_MUTANTS_REACHED") else { return nil }
  let file = open(path, O_RDWR)
  guard file >= 0, let memory = mmap(nil, 65536, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) else { return nil }
  return memory.assumingMemoryBound(to: UInt8.self)
}()

@usableFromInline @inline(never) package func mutant(_ number: Int) -> Bool {
  if let reached { reached[number] = 1 }
  return number == chosen
}
"""


# As `make test` builds: optimized, since the suites then take less than half the time. What chooses a mutant is not inlined.
OPTIMIZED = ["-c", "release", "-Xswiftc", "-enable-testing"]


def write(path, content):
    """Only what is new, so that the next build is a short one."""
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def snapshot(package):
    """Every file of the package as it is now (path → bytes): what is edited while a long run goes on does not change it."""
    listed = subprocess.run(
        ["git", "-C", package, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True, capture_output=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    # The versions of the dependencies, so that none is asked for again.
    paths = [path for path in [*listed, "Package.resolved"] if path and (package / path).is_file()]
    return {path: (package / path).read_bytes() for path in paths}


def copy(files, scratch, mutants):
    """Writes the files with `mutants` (number → mutant) into the folder. Gives back those that fit."""
    by_path, kept = {}, {}
    for number, one in mutants.items():
        by_path.setdefault(one.path, {})[number] = one
    for path, content in files.items():
        if path in by_path:
            text, numbers = operators.rewritten(content.decode(), by_path[path])
            kept.update({number: by_path[path][number] for number in sorted(numbers)})
            if not path.startswith("Sources/Text/") and not re.search(r"^import Text$", text, re.M):
                text = "import Text\n" + text
            content = text.encode()
        elif path == "Package.swift":
            content = content.replace(b".treatAllWarnings(as: .error)", b".treatAllWarnings(as: .warning)")
        write(scratch / path, content)
    write(scratch / "Sources/Text/Mutant.swift", CHOICE.encode())
    return kept


def refused(scratch, output, mutants):
    """The numbers of the mutants in the lines with which the compiler found fault."""
    lines = set(re.findall(rf"{re.escape(str(scratch))}/(\S+\.swift):(\d+):\d+: error:", output))
    numbers = set()
    for path, line in lines:
        extra = 1 if (scratch / path).read_text().startswith("import Text\n") else 0
        line = int(line) - extra
        here = {number for number, one in mutants.items() if one.path == path and one.line == line}
        if not here:
            before = [(one.line, number) for number, one in mutants.items() if one.path == path and one.line < line]
            here = {max(before)[1]} if before else set()
        numbers |= here
    return numbers


def build(files, scratch, mutants):
    """Builds the tests, without the mutants that do not compile, which are remembered. Gives back those that do."""
    memory = scratch / ".build/refused.json"
    known = json.loads(memory.read_text()) if memory.exists() else []
    mutants = {number: one for number, one in mutants.items() if [one.path, one.before, one.after] not in known}
    while True:
        mutants = copy(files, scratch, mutants)
        run = subprocess.run(
            ["swift", "build", *OPTIMIZED, "--build-tests", "--package-path", scratch], capture_output=True, text=True
        )
        if run.returncode == 0:
            return mutants
        gone = refused(scratch, run.stdout + run.stderr, mutants)
        if not gone:
            raise SystemExit(run.stdout[-6000:] + run.stderr[-2000:])
        print(f"{len(gone)} mutants do not compile; building again without them", flush=True)
        known += [[mutants[number].path, mutants[number].before, mutants[number].after] for number in gone]
        memory.write_text(json.dumps(known))
        mutants = {number: one for number, one in mutants.items() if number not in gone}
