import Text

/// What libyaml found wrong, in words for someone who does not know YAML's grammar.
struct SyntaxProblem {
  enum Place {
    case mark(EventReader.Mark)
    /// Offset in the source.
    case byte(Int)
  }

  var place: Place
  var message: String
  var hint: String?

  init(_ failure: EventReader.Failure, in source: UnsafeBufferPointer<UInt8>) {
    if let offset = failure.byteOffset {
      place = .byte(offset)
      if failure.problem.contains("control") || failure.problem.contains("Unicode") {
        message = "There is an invisible control character here, which YAML does not allow."
        hint = "Delete it and type the line again."
      } else {
        message = "This is not UTF-8 text."
        hint = "Save the file as UTF-8."
      }
      return
    }
    if let mark = MergeConflict.mark(in: Array(source)[...], equalSigns: .neverMeant) {
      place = .byte(mark)
      (message, hint) = (MergeConflict.message, MergeConflict.hint)
      return
    }
    let isUnclosed = ["end of stream", "',' or", "document indicator"].contains {
      failure.problem.contains($0)
    }
    place = .mark(isUnclosed ? failure.contextMark ?? failure.mark : failure.mark)
    (message, hint) = Self.sentence(for: failure.problem)
    if Self.isTabBlamed(failure.mark, in: source) {
      place = .mark(failure.mark)
      message = "This line is indented with a tab."
      hint = "Indent with spaces instead."
    } else if failure.problem.contains("alphabetic or numeric"),
      let slip = SlippedLine.starAsMark(onLine: failure.mark.line, in: source)
    {
      take(slip)
    } else if Self.isColonBlamed(failure.problem) || failure.problem.contains("document start"),
      let slip = SlippedLine.foreignComment(nearLine: failure.mark.line, in: source)
    {
      take(slip)
    } else if failure.problem.contains("document start"),
      let slip = SlippedLine.indentedStart(aboveLine: failure.mark.line, in: source)
    {
      take(slip)
    } else if failure.problem.contains("document start"),
      let bracket = SourceLines.byte(at: failure.mark, in: source), "[{".utf8.contains(bracket)
    {
      message = "A second list starts here, but the file must be one list."
      hint =
        bracket == UInt8(ascii: "[")
        ? "Write a `,` in place of the `]` before it and this `[`."
        : "Write `[` before the first `{`, a `,` between two entries, and `]` after the last."
    } else if let quote = UnclosedQuote.find(
      beforeFaultOnLine: failure.mark.line, inBrackets: failure.problem.contains("',' or"), in: source)
    {
      place = .byte(quote.offset)
      message = "This quote is never closed."
      hint = quote.closed.map { "Write `\($0)`." } ?? "Add the same quote at the end of the text."
    } else if failure.problem.contains("',' or"), let mark = failure.contextMark,
      let comment = SourceLines.comment(onLine: mark.line, in: source)
    {
      place = .byte(comment)
      message = "This `#` has a space before it, so it and the rest of the line are ignored."
      hint =
        "Put the text that contains it in quotes: `\"…\"`. If it is a comment, move it to a line of its own."
    } else if failure.problem.contains("',' or"), let slip = BraceSlip(colonAt: failure.mark, in: source) {
      place = slip.offset.map(Place.byte) ?? .mark(failure.mark)
      (message, hint) = (slip.message, slip.hint)
    } else if failure.problem.contains("',' or"), let mark = failure.contextMark,
      SourceLines.isBracketClosed(at: mark, in: source)
    {
      place = .mark(failure.mark)
      message = "There is no `,` before this."
      hint =
        failure.problem.contains("'}'")
        ? "Add a `,` after the value before it, or a `:` if that is its key."
        : "Add a `,` after the value before it."
    } else if failure.problem.contains("',' or"), let mark = failure.contextMark,
      let list = SourceLines.unclosedBracket(at: mark, in: source)
    {
      message = "This `\(list.bracket)` is never closed."
      hint = "Add `\(list.bracket == "[" ? "]" : "}")` behind `\(list.last)`."
    } else if failure.problem.contains("expected '-' indicator")
      || failure.problem.contains("did not find expected key"),
      let slip = SlippedLine.besideDash(nearLine: failure.mark.line, in: source)
    {
      take(slip)
    } else if Self.isColonBlamed(failure.problem),
      let slip = SlippedLine.dedented(beforeLine: failure.mark.line, in: source)
    {
      take(slip)
    } else if failure.problem.contains("did not find expected key")
      || failure.problem.contains("expected '-' indicator"),
      let quoted = SourceLines.requotedValue(onLine: failure.mark.line, in: source)
    {
      message = "The text ends at the quote before this."
      hint = "Write `\(quoted)`."
    } else if failure.problem.contains("did not find expected key"),
      let slip = SlippedLine.betweenLevels(line: failure.mark.line, in: source)
    {
      take(slip)
    } else if Self.isColonBlamed(failure.problem) {
      blameColon(failure, in: source)
    } else if failure.problem.contains("expected '-' indicator"),
      let quoted = SourceLines.quotedValue(onLine: failure.mark.line, in: source)
    {
      message = "The list entry ends before this."
      hint = "Put the text in quotes: write `\(quoted)`."
    } else if failure.problem.contains("end of stream"), let mark = failure.contextMark,
      let quoted = SourceLines.quotedValue(onLine: mark.line, in: source)
    {
      hint = "Add the same quote at the end. If the quote is part of the text, write `\(quoted)`."
    } else if let quoted = SourceLines.quotedValue(onLine: failure.mark.line, in: source) {
      // Whatever mark a text begins with, quotes make a text of it.
      let isText = ["cannot start any token", "alphabetic or numeric", "mapping keys are not", "tag"].contains
      {
        failure.problem.contains($0)
      }
      let isSign =
        failure.problem.contains("comment or line break")
        && SourceLines.beginsWithMore(onLine: failure.mark.line, in: source)
      hint =
        isText || isSign
        ? "Put the text in quotes: write `\(quoted)`."
        : (hint.map { $0 + " " } ?? "") + "If it is text, write `\(quoted)`."
    }
  }

  private mutating func take(_ slip: SlippedLine) {
    (place, message, hint) = (.byte(slip.offset), slip.message, slip.hint)
  }

  static let gluedDash: (message: String, hint: String) = (
    "There is no space after this `-`.", "Write `- ` in front of each entry of the list."
  )

  /// Which of the lines up to the fault misses a colon, or has one too many.
  private mutating func blameColon(_ failure: EventReader.Failure, in source: UnsafeBufferPointer<UInt8>) {
    let line = failure.mark.line
    if let dash = SourceLines.dashAmongKeys(onLine: line, in: source) {
      place = .byte(dash.offset)
      (message, hint) = ("This is an entry of a list, but the lines above it are keys.", dash.hint)
    } else if let slip = SlippedLine.strangelyIndented(upTo: line, in: source)
      ?? SlippedLine.behindSpace(line: line, in: source)
    {
      take(slip)
    } else if let dash = SourceLines.gluedDash(upTo: line, in: source) {
      place = .byte(dash)
      (message, hint) = Self.gluedDash
    } else if let slip = SlippedLine.withoutSpace(upTo: line, in: source) {
      take(slip)
    } else if let bare = SourceLines.bareKey(upTo: line, in: source) {
      place = .byte(bare.offset)
      message = "This line has no `:` after its key."
      hint =
        bare.hasValue
        ? "Write `\(bare.key):`."
        : "Write `\(bare.key):` with its value behind it, or delete the line."
    } else if let slip = SourceLines.lineWithoutColon(upTo: line, in: source) {
      place = .byte(slip.offset)
      message = "This line has no `:` after its key."
      hint =
        slip.mayGoOn
        ? "If this continues the text above, start it with \(slip.margin == 0 ? "two" : String(slip.margin + 2)) spaces. If `\(slip.key)` is a key, write `\(slip.key): \(slip.value)`."
        : "Write `\(slip.key): \(slip.value)`."
    } else if let quoted = SourceLines.quotedValue(onLine: line, in: source) {
      hint = "Put the text in quotes: write `\(quoted)`."
    }
  }

  private static func isColonBlamed(_ problem: String) -> Bool {
    ["mapping values are not allowed", "could not find expected ':'", "did not find expected key"].contains {
      problem.contains($0)
    }
  }

  private static func sentence(for problem: String) -> (message: String, hint: String?) {
    let known: [(part: String, message: String, hint: String?)] = [
      (
        "mapping values are not allowed", "This `:` is not allowed here.",
        "Put text that contains `: ` in quotes, and check that the line is not indented too far."
      ),
      (
        "could not find expected ':'", "This line has no `:` after its key.",
        "Write `key: value`. If the text continues below its key, indent those lines."
      ),
      (
        "block sequence entries are not allowed", "This `-` is not allowed here.",
        "Put each list entry on its own line, below the key."
      ),
      (
        "mapping keys are not allowed", "This `?` is not allowed here.",
        "Put text that starts with `? ` in quotes."
      ),
      (
        "cannot start any token", "Text cannot start with this character.",
        "Put text that starts with `@`, a backtick or `%` in quotes."
      ),
      (
        "document indicator", "This quote is never closed.",
        "Add the same quote at the end."
      ),
      ("end of stream", "This quote is never closed.", "Add the same quote at the end."),
      (
        "',' or ']'", "This `[` is never closed, or a comma is missing inside it.",
        "Write a list as `[one, two]`."
      ),
      (
        "',' or '}'", "This `{` is never closed, or a comma is missing inside it.",
        "Write pairs as `{one: 1, two: 2}`."
      ),
      (
        "did not find expected key", "This line does not fit the lines above it.",
        "Indent all keys at the same level equally. If a text contains quotes, put the other kind of quotes around it."
      ),
      (
        "expected '-' indicator", "This line does not fit the list above it.",
        "Start each entry with `- `, and indent them all equally."
      ),
      (
        "unknown escape character", "This `\\` has no meaning inside double quotes.",
        "Write `\\\\` for a backslash, or use single quotes."
      ),
      (
        "hexdecimal", "This escape is not complete.",
        "Write `\\x` with two digits, `\\u` with four or `\\U` with eight."
      ),
      (
        "escape code", "This escape stands for a character that does not exist.",
        "Replace it with the character itself."
      ),
      (
        "alphabetic or numeric", "After `&` or `*`, write a name with letters, digits, `-` and `_`.",
        "If it is text, put it in quotes."
      ),
      ("indentation indicator", "The digit after `|` or `>` cannot be 0.", nil),
      ("comment or line break", "Only a comment can follow here.", "Start the text on the next line."),
      ("node content", "A value is missing here.", "Add the value, or put the text in quotes."),
      ("document start", "This does not belong to the lines above.", "Check the indentation."),
      ("tag", "Text cannot start with `!`.", "Put it in quotes."),
      ("nesting", "This is nested too deeply.", nil),
    ]
    for one in known where problem.contains(one.part) { return (one.message, one.hint) }
    return ("This is not valid YAML (\(problem)).", nil)
  }

  /// Whether a tab stands at the fault, or in the indentation of its line.
  private static func isTabBlamed(_ mark: EventReader.Mark, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    var character = 0
    var isIndentation = true
    var hasTab = false
    for byte in source where byte & 0xC0 != 0x80 {
      if character == mark.index { return byte == 0x09 || (isIndentation && hasTab) }
      switch byte {
      case 0x0A, 0x0D: (isIndentation, hasTab) = (true, false)
      case 0x09: hasTab = hasTab || isIndentation
      case 0x20: break
      default: isIndentation = false
      }
      character += 1
    }
    return false
  }

  /// The offset of the first line that begins with `%`. Directives are refused before libyaml sees them: it compares
  /// every `%TAG` with all before it.
  static func directive(in source: UnsafeBufferPointer<UInt8>) -> Int? {
    // First without branches, so that it runs over many bytes at once.
    var found: UInt8 = 0
    for byte in source { found |= byte == UInt8(ascii: "%") ? 1 : 0 }
    guard found != 0 else { return nil }
    for (place, byte) in source.enumerated() where byte == UInt8(ascii: "%") {
      if place == 0 || source[place - 1] == 0x0A || source[place - 1] == 0x0D { return place }
    }
    return nil
  }

  /// A tag as it was written: libyaml has turned `!!` into its prefix.
  static func shortTag(_ tag: [UInt8]) -> String {
    let text = String(decoding: tag, as: UTF8.self)
    let prefix = "tag:yaml.org,2002:"
    return text.hasPrefix(prefix) ? "!!" + text.dropFirst(prefix.count) : text
  }
}
