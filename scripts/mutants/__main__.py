"""Changes the sources by small mistakes, one at a time, and counts how many of them the tests notice.

All mutants are in one program, built once in a copy of the package; LIMBER_MUTANT chooses one when it starts. A mutant is killed when
a test fails, crashes or does not end. Those that survive, and why they may, are in scripts/mutants/survivors.txt.
Exit status 1: fewer than nine of ten are killed, or one survives without a reason."""

import argparse
import concurrent.futures
import hashlib
import itertools
import re
import time
from pathlib import Path

import operators
import scratch as scratches
import trials

PACKAGE = Path(__file__).resolve().parents[2]

# Where a mistake could lose a warning, a link, a page or the site.
ROOMS = {
    "checker": ["SymptomTree", "SymptomTree/Rules", "SymptomTree/Reading", "SymptomTree/Model", "SymptomTree/Output"],
    "check": ["Site/Check"],
    "front matter": ["SiteModel/Articles", "SiteModel/Clinical", "SiteModel/Fields", "SiteModel/FieldTypes"],
    "dates": ["YAML/CalendarDate", "YAML/WrittenDate", "YAML/Node", "YAML/Fields", "YAML/RepeatedKeys", "YAML/KnownKeys"],
    "links": ["Site/Index"],
    "publishing": ["Site/Publish", "Files/FileReplacement", "Files/OwnFolder", "Files/FolderTree", "Files/BuildLock"],
    "escaping": [
        "Text/EntityText", "Text/JSONText", "Text/JSONWriter", "Text/URLText", "Text/AddressScheme", "Text/UTF8Text",
        "Mustache/Program/Escaping", "Markdown/Render/HTMLText", "Markdown/Render/RawHTML", "Markdown/Render/RawTag",
        "SymptomTree/Picture/SVGCanvas",
    ],
    "prose": ["Writing", "Text/Readability", "Text/Syllables", "SiteModel/Settings/WritingCheck", "SiteModel/Settings/WritingSettings"],
    "pictures": [
        "Site/Read/Drawing", "Site/Read/SVGSize", "Site/Read/ImageSize", "Site/Read/PictureOrientation", "Text/PictureName",
    ],
}  # fmt: skip

# Mistakes that the tests once missed: they are tried whatever the sample is.
ALWAYS = [
    ("Sources/YAML/CalendarDate.swift", "isMultiple(of: 100)"),
    ("Sources/Site/Index/RelatedArticles.swift", "crowd"),
    ("Sources/Writing/ProseScanner.swift", "longestSentence = 30"),
    ("Sources/Site/Publish/Publisher.swift", "replacesMarker ?"),
    ("Sources/Site/Publish/Publisher.swift", '"assets" ?'),
]


def room_of(path):
    """The room of a source, or nothing: a room's entry is a folder without what lies in its folders, or how files' names begin."""
    for room, places in ROOMS.items():
        for place in places:
            place = f"Sources/{place}"
            if str(Path(path).parent) == place or ((PACKAGE / place).is_dir() is False and path.startswith(place)):
                return room
    return None


def candidates(files):
    found = {room: [] for room in ROOMS}
    for path in sorted(path for path in files if path.endswith(".swift")):
        room = room_of(path)
        # One large literal each, which says nothing by itself.
        if room and not re.search(r"DiagnosticCode\+|TreeSchema|WordLists|CommonWords", path):
            found[room] += operators.mutants(path, room, files[path].decode())
    return found


def sample(found, count, seed):
    """So many mutants, from each room alike; which, only the seed and the mutants themselves decide. At most two of a line, and no
    more than a quarter are changed numbers, of which there are most."""
    chosen = []
    for room, mutants in found.items():
        quota, numbers, lines = -(-count // len(found)), 0, {}
        order = sorted(
            mutants, key=lambda one: hashlib.sha256(f"{seed}\n{one.path}\n{one.before}\n{one.after}".encode()).digest()
        )
        taken = []
        for one in order:
            always = any(one.path.startswith(path) and text in one.before for path, text in ALWAYS)
            number = one.operator.startswith("number")
            if not always and (
                len(taken) >= quota or lines.get((one.path, one.line), 0) >= 2 or (number and numbers >= quota // 4)
            ):
                continue
            numbers += number
            lines[one.path, one.line] = lines.get((one.path, one.line), 0) + 1
            taken.append(one)
        chosen += taken
    return chosen


def by_room(mutants):
    """The numbers of each room's mutants."""
    return [[number for number, one in mutants.items() if one.room == room] for room in ROOMS]


def reasons():
    """(path, line before, line after) → why this change cannot be noticed, or need not be."""
    found, path, before, after = {}, "", "", ""
    file = Path(__file__).with_name("survivors.txt")
    for line in file.read_text().splitlines() if file.exists() else []:
        if line.startswith("Sources/"):
            path = line
        elif line.startswith("- "):
            before = line[2:]
        elif line.startswith("+ "):
            after = line[2:]
        elif line.startswith("= "):
            found[path, before, after] = line[2:]
    return found


def main():
    options = argparse.ArgumentParser(prog="make test-mutants", description=__doc__)
    options.add_argument("--count", type=int, default=320, help="how many mutants are chosen (320)")
    options.add_argument("--all", action="store_true", help="every mutant there is; takes days")
    options.add_argument("--seed", default="limber", help="decides which are chosen")
    options.add_argument("--room", action="append", choices=list(ROOMS), help="only of this room")
    options.add_argument("--jobs", type=int, default=2, help="how many are tried at a time (2)")
    options.add_argument("--minutes", type=float, default=1e6, help="stop after so many and count what was tried until then")
    options.add_argument("--longest", type=float, default=60, help="leave out suites that alone take more seconds (60)")
    options.add_argument("--budget", type=float, default=1e6, help="for each mutant, suites that take so many seconds together")
    options.add_argument("--only", help="only mutants whose file, line or change matches this expression")
    options.add_argument("--list", action="store_true", help="only shows which are chosen")
    options.add_argument("--scratch", type=Path, default=PACKAGE / ".build/mutants", help="where the copy is built")
    options = options.parse_args()

    files = scratches.snapshot(PACKAGE)
    found = candidates(files)
    if options.room:
        found = {room: found[room] for room in options.room}
    print(f"Seed {options.seed}; mutants there could be: " + ", ".join(f"{room} {len(all)}" for room, all in found.items()))
    chosen = sum(found.values(), []) if options.all else sample(found, options.count, options.seed)
    if options.only:
        chosen = [one for one in chosen if re.search(options.only, f"{one.path}:{one.line} {one.before} {one.after}")]
    if options.list:
        for one in chosen:
            print(f"{one.room}, {one.path}:{one.line}, {one.operator}\n- {one.before}\n+ {one.after}")
        return 0
    scratch = options.scratch.resolve()
    scratch.mkdir(parents=True, exist_ok=True)
    mutants = scratches.build(files, scratch, dict(enumerate(chosen)))
    print(f"{len(mutants)} of {len(chosen)} mutants are built", flush=True)
    reach = trials.Reach(scratch, files, mutants, options.jobs, options.longest)
    print(f"Without a mutant, {len(reach.seconds)} suites pass in {sum(reach.seconds.values()):.0f} s", flush=True)

    known, survivors, killed, rooms = reasons(), [], 0, {room: [0, 0] for room in found}
    # The rooms in turn, so that a run that stops early has tried some of each.
    order = [number for turn in itertools.zip_longest(*by_room(mutants)) for number in turn if number is not None]
    end = time.monotonic() + 60 * options.minutes
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        tasks = {
            pool.submit(trials.verdict, scratch, reach, number, mutants[number].path, end, options.budget): number
            for number in order
        }
        for task in concurrent.futures.as_completed(tasks):
            if task.result() is None:
                continue
            noticed, tried = task.result()
            one = mutants[tasks[task]]
            rooms[one.room][1] += 1
            done = sum(tried for _, tried in rooms.values())
            if noticed:
                killed += 1
                rooms[one.room][0] += 1
                print(f"{done}/{len(mutants)} killed by {noticed}: {one.path}:{one.line}, {one.operator}", flush=True)
                continue
            reason = known.get((one.path, one.before, one.after))
            survivors.append(reason)
            print(
                f"{done}/{len(mutants)} SURVIVES {tried} suites: {one.room}, {one.path}:{one.line}, {one.operator}\n"
                f"{one.path}\n- {one.before}\n+ {one.after}\n= {reason or 'no reason is written down'}",
                flush=True,
            )
    for room, (dead, tried) in rooms.items():
        print(f"{room}: {dead} of {tried} killed")
    unexplained = survivors.count(None)
    done = killed + len(survivors)
    share = 100 * killed / max(1, done)
    print(
        f"{done} mutants, {killed} killed ({share:.1f} %), {len(survivors)} survive, {unexplained} without a reason"
    )
    return 1 if unexplained or share < 90 else 0


if __name__ == "__main__":
    raise SystemExit(main())
