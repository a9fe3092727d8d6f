"""Small changes to a Swift source: what could be written by mistake, one expression at a time.

The source is read line by line with regular expressions, strings and comments blanked out. That misses some expressions and finds
some that are none; what the compiler refuses is dropped later."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """`start..<end` of a file's text reads `changed` instead."""

    path: str
    room: str
    start: int
    end: int
    line: int
    operator: str
    changed: str
    before: str
    """The whole line, without the space around it, as it is …"""
    after: str
    """… and as it would be. The three tell a mutant apart when lines move."""


def blanked(text):
    """The text with every comment as spaces and every string as `"SSS"`, as long as before."""
    out, at = [], 0

    def string_end(begin):
        hashes = re.match(r"#*", text[begin:]).group()
        at = begin + len(hashes)
        quote = '"""' if text.startswith('"""', at) else '"'
        at += len(quote)
        while at < len(text) and not text.startswith(quote + hashes, at):
            if not text.startswith("\\" + hashes, at):
                at += 1
            elif text.startswith("(", at + 1 + len(hashes)):
                at, depth = at + 2 + len(hashes), 1
                while depth:
                    if text[at] in '"#' and re.match(r'#*"', text[at:]):
                        at = string_end(at)
                        continue
                    depth += {"(": 1, ")": -1}.get(text[at], 0)
                    at += 1
            else:
                at += 2 + len(hashes)
        return at + len(quote + hashes)

    while at < len(text):
        if text.startswith("//", at) or text.startswith("/*", at):
            ending = "\n" if text[at + 1] == "/" else "*/"
            end = text.find(ending, at)
            end = len(text) if end < 0 else end + (len(ending) if ending == "*/" else 0)
            out.append(re.sub(r"[^\n]", " ", text[at:end]))
        elif text[at] in '"#' and re.match(r'#*"', text[at : at + 8]):
            end = string_end(at)
            out.append('"' + re.sub(r"[^\n]", "S", text[at + 1 : end - 1]) + '"')
        else:
            end = at + 1
            out.append(text[at])
        at = end
    return "".join(out)


# An operand without closures: a name, a number or a string, with calls, subscripts and members; or several with arithmetic between.
PRIMARY = (
    r"(?:[-!~]?(?:\.?[A-Za-z_$][\w$]*|\d\w*|\"S*\"))"
    r"(?:[?!]?\.[A-Za-z_]\w*|[?!](?=[.\s),])|\((?:[^()\[\]{}]|\([^()]*\))*\)|\[[^\[\]{}]*\])*"
)
CHAIN = rf"{PRIMARY}(?: (?:[-+*/%&|^]|&[-+*]|\.\.<|<<|>>) {PRIMARY})*"
COMPARISON = rf"{CHAIN} (?:==|!=|<=?|>=?) {CHAIN}"
BEFORE = r"(?:^\s*|[({\[,]\s*|\b(?:if|guard|while|return|where|in)\s+|&&\s*|\|\|\s*|\?\s+|:\s+|\s=\s+)"
AFTER = r"(?=\s*(?:[),}\]]|\{|&&|\|\||\belse\b|\?\s|:\s|$))"

# Each comparison becomes the one that is wrong at the border, and the one that is the other way round.
OTHER = {"<": ["<=", ">"], "<=": ["<", ">="], ">": [">=", "<"], ">=": [">", "<="], "==": ["!="], "!=": ["=="]}

SKIPPED = re.compile(r"\s*(?:@|#|import\b|precondition|assert|let\b.*: StaticString)")


def comparisons(line, text):
    for found in re.finditer(rf"{BEFORE}(?P<a>{CHAIN}) (?P<op>==|!=|<=?|>=?) (?P<b>{CHAIN}){AFTER}", line):
        for other in OTHER[found["op"]]:
            left, right = text[found.start("a") : found.end("a")], text[found.start("b") : found.end("b")]
            yield found.start("a"), found.end("b"), f"{found['op']} to {other}", f"{left} {other} {right}"


def connectives(line, text):
    side = rf"(?:{COMPARISON}|{CHAIN})"
    for found in re.finditer(rf"{BEFORE}(?P<a>{side}) (?P<op>&&|\|\|) (?P<b>{side}){AFTER}", line):
        left, right = text[found.start("a") : found.end("a")], text[found.start("b") : found.end("b")]
        other = "||" if found["op"] == "&&" else "&&"
        span = found.start("a"), found.end("b")
        yield *span, f"{found['op']} to {other}", f"{left} {other} {right}"
        yield *span, "left side alone", left
        yield *span, "right side alone", right


def conditions(line, text):
    found = re.match(r"\s*(?:\} else )?(?:if|guard) (?P<all>[^{}]*?) (?:else )?\{", line) or re.search(
        r"\bwhere (?P<all>[^{}]*?) \{", line
    )
    if not found:
        return
    begin, depth, pieces = found.start("all"), 0, []
    for at in range(begin, found.end("all") + 1):
        character = line[at] if at < found.end("all") else ","
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(character, 0)
        if character == "," and depth == 0:
            pieces.append((begin, at))
            begin = at + 1
    for start, end in pieces:
        start += len(line[start:end]) - len(line[start:end].lstrip())
        piece = text[start:end]
        if not piece or re.match(r"(?:let|var|case|try|await)\b|#", piece):
            continue
        yield start, end, "condition negated", f"!({piece})"
        yield start, end, "condition always met", "true"
        yield start, end, "condition never met", "false"


def numbers(line, text):
    found = list(re.finditer(r"(?<![\w.$#])(?:0x[0-9A-Fa-f_]+|\d+)(?!\w|\.\d)", line))
    if len(found) > 6:
        return
    for number in found:
        span, value = number.span(), number.group()
        if line[: span[0]].endswith("<") and not line[: span[0]].endswith("..<"):
            continue
        if value.startswith("0x"):
            yield *span, "number + 1", f"{value} + 1"
            continue
        yield *span, "number + 1", str(int(value) + 1)
        if value == "1" and line[: span[0]].endswith("+ "):
            yield *span, "+ 1 to - 1", "-1"
        elif int(value) > 0:
            yield *span, "number - 1", str(int(value) - 1)


def truths(line, text):
    for found in re.finditer(r"(?<![\w.])(?:true|false)\b", line):
        yield *found.span(), "truth", "false" if found.group() == "true" else "true"


def extremes(line, text):
    for found in re.finditer(r"(?<![\w.])(min|max)(\((?:[^(){}]|\([^()]*\))*\))", line):
        other = "max" if found[1] == "min" else "min"
        yield *found.span(), f"{found[1]} to {other}", other + text[found.start(2) : found.end(2)]


def swaps(line, text):
    if re.search(r"\b(?:func|init|case|enum|typealias)\b", line):
        return
    call = rf"(?<![\w.)\]?!])(?P<f>[A-Za-z_][\w.]*)\((?P<m>\w+: )?(?P<a>{CHAIN}), (?P<n>\w+: )?(?P<b>{CHAIN})\)"
    for found in re.finditer(call, line):
        part = {name: text[slice(*found.span(name))] if found[name] else "" for name in "fmanb"}
        if bool(part["m"]) != bool(part["n"]) or (part["a"][:1] == '"') != (part["b"][:1] == '"'):
            continue
        if part["f"] in ("if", "guard", "return", "min", "max", "zip") or part["a"] == part["b"]:
            continue
        swapped = f"{part['f']}({part['m']}{part['b']}, {part['n']}{part['a']})"
        yield *found.span(), "arguments swapped", swapped


# What a function gives back that ends before it begins.
NOTHING = [
    (r"$", [""]), (r"-> Bool$", ["false", "true"]), (r"-> Int$", ["0"]), (r"-> .*\?$", ["nil"]),
    (r"-> \[[^:]*\]$", ["[]"]), (r"-> \[[^\[\]]*: .*\]$", ["[:]"]), (r"-> String$", ['""']),
]  # fmt: skip


def early_ends(line, text, following):
    found = re.match(r"\s*(?:\w+ )*func [^{}]*?\)(?: throws| rethrows)?(?P<gives> -> [^{}]+?)? \{$", line)
    if not found:
        return
    gives = (found["gives"] or "").strip()
    depth, end = 1, 0
    while depth and end < len(following):
        depth += {"{": 1, "}": -1}.get(following[end], 0)
        end += 1
    body = following[:end].strip()
    if gives and (body.startswith("return") or not re.search(r"^\s*return\b", body, re.M)):
        return
    for pattern, values in NOTHING:
        if re.match(pattern, gives):
            for value in values:
                yield len(line), len(line), "early end", f" return {value}".rstrip()


def mutants(path, room, text):
    """Every change to one file, in the order of its lines."""
    hidden, begin = blanked(text), 0
    for number, line in enumerate(text.split("\n"), 1):
        code = hidden[begin : begin + len(line)]
        if code.strip() and not SKIPPED.match(code):
            following = hidden[begin + len(line) :]
            # A pattern must be known when it is compiled; what stands behind it need not.
            code = re.sub(r"^\s*case\b[^:]*(?::|$)", lambda pattern: " " * len(pattern.group()), code)
            changes = list(early_ends(code, line, following))
            for operator in (conditions, connectives, comparisons, numbers, truths, extremes, swaps):
                changes += operator(code, line)
            seen = set()
            for start, end, name, changed in changes:
                after = (line[:start] + changed + line[end:]).strip()
                if after in seen or after == line.strip():
                    continue
                seen.add(after)
                yield Mutant(path, room, begin + start, begin + end, number, name, changed, line.strip(), after)
        begin += len(line) + 1


def rewritten(text, numbered):
    """The text in which each of `numbered` (number → mutant of this file) is chosen by its number. A span may lie in another; one
    that only overlaps another is left out. Gives back the text and the numbers in it."""
    kept = {}
    # In an order of its own, so that the same mutants make the same text, and nothing is built again.
    for number, one in sorted(numbered.items(), key=lambda item: (item[1].start - item[1].end, item[0])):
        if all(
            one.end <= other.start or one.start >= other.end or (other.start <= one.start and one.end <= other.end)
            for other in kept.values()
        ):
            kept[number] = one
    spans = {}
    for number, one in kept.items():
        spans.setdefault((one.start, one.end), []).append(number)

    def write(start, end, but=None):
        out, at = [], start
        inside = sorted(
            (span for span in spans if start <= span[0] and span[1] <= end and span != but),
            key=lambda span: (span[0], -span[1]),
        )
        for span in inside:
            if span[0] < at:
                continue
            out.append(text[at : span[0]])
            numbers = spans[span]
            if span[0] == span[1]:
                out += [f" if mutant({number}) {{{kept[number].changed} }};" for number in numbers]
            else:
                choice = "".join(f"mutant({number}) ? ({kept[number].changed}) : " for number in numbers)
                out.append(f"({choice}({write(*span, but=span)}))")
            at = span[1]
        return "".join(out) + text[at:end]

    return write(0, len(text)), set(kept)
