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
        message = "A character that cannot be seen (a control character) stands here; YAML does not allow it."
        hint = "Delete it and type the line again."
      } else {
        message = "This is not UTF-8 text."
        hint = "Save the file as UTF-8."
      }
      return
    }
    let isUnclosed = ["end of stream", "',' or", "document indicator"].contains {
      failure.problem.contains($0)
    }
    place = .mark(isUnclosed ? failure.contextMark ?? failure.mark : failure.mark)
    (message, hint) = Self.sentence(for: failure.problem)
    if Self.isTabBlamed(failure.mark, in: source) {
      place = .mark(failure.mark)
      message = "A tab stands here in place of spaces."
      hint = "Indent with spaces, never with tabs."
    } else if failure.problem.contains("',' or"), let mark = failure.contextMark,
      SourceLines.isBracketClosed(at: mark, in: source)
    {
      place = .mark(failure.mark)
      message = "A `,` is missing before this."
      hint =
        failure.problem.contains("'}'")
        ? "Put a `,` behind what stands before it, or a `:` if that is its key."
        : "Put a `,` behind what stands before it."
    } else if Self.isColonBlamed(failure.problem) {
      blameColon(failure, in: source)
    } else if failure.problem.contains("end of stream"), let mark = failure.contextMark,
      let quoted = SourceLines.quotedValue(onLine: mark.line, in: source)
    {
      hint = "Close it with the same quote; if it belongs to the text, write `\(quoted)`."
    } else if let quoted = SourceLines.quotedValue(onLine: failure.mark.line, in: source) {
      // Whatever mark a text begins with, quotes make a text of it.
      let isText = failure.problem.contains("cannot start any token")
      hint =
        isText
        ? "Put the text in quotes: write `\(quoted)`."
        : (hint.map { $0 + " " } ?? "") + "To have it read as text, write `\(quoted)`."
    }
  }

  /// Which of the lines up to the fault misses a colon, or has one too many.
  private mutating func blameColon(_ failure: EventReader.Failure, in source: UnsafeBufferPointer<UInt8>) {
    let line = failure.mark.line
    if let start = Self.keyBehindSpace(line: line, in: source) {
      place = .byte(start)
      message = "This line begins with a space, and the key above it does not."
      hint =
        "Take the space away: keys that belong together begin at the same place. If it goes on with the text above, put the whole text in quotes."
    } else if let slip = Self.keyWithoutSpace(upTo: line, in: source) {
      place = .byte(slip.offset)
      message =
        slip.hasOtherSpace
        ? "The space behind `\(slip.key):` is another character, as word processors have."
        : "A space is missing behind `\(slip.key):`."
      hint =
        slip.hasOtherSpace ? "Delete it and type the space again." : "Write `\(slip.key): `, then the value."
    } else if let slip = SourceLines.lineWithoutColon(upTo: line, in: source) {
      place = .byte(slip.offset)
      message = "This line has no `:` behind its key."
      hint =
        slip.mayGoOn
        ? "If it goes on with the text above, begin it with two spaces; if `\(slip.key)` is a key, write `\(slip.key): \(slip.value)`."
        : "Write `\(slip.key): \(slip.value)`."
    } else if let quoted = SourceLines.quotedValue(onLine: line, in: source) {
      hint = "Put the text in quotes: write `\(quoted)`."
    }
  }

  /// The offset of the line of the fault when it is a key that begins with a space where those above begin at the margin.
  private static func keyBehindSpace(line wanted: Int, in source: UnsafeBufferPointer<UInt8>) -> Int? {
    var isKeyAbove = false
    for (number, line) in SourceLines.all(of: source, upTo: wanted).enumerated() {
      let start = line.first { source[$0] != 0x20 } ?? line.upperBound
      let end = (start..<line.upperBound).first { !SourceLines.isInKey(source[$0]) } ?? line.upperBound
      let isKey = end > start && end < line.upperBound && source[end] == UInt8(ascii: ":")
      let isIndented = start > line.lowerBound
      if number == wanted { return isKey && isIndented && isKeyAbove ? line.lowerBound : nil }
      // A key with its value on its own line has nothing below it.
      isKeyAbove = isKey && !isIndented && source[end + 1..<line.upperBound].contains { $0 > 0x20 }
    }
    return nil
  }

  private static func isColonBlamed(_ problem: String) -> Bool {
    ["mapping values are not allowed", "could not find expected ':'", "did not find expected key"].contains {
      problem.contains($0)
    }
  }

  /// The last line up to `last`, from 0, that begins with a key and a colon with something right behind it: YAML reads
  /// on from there and stumbles over one of the next two lines. Gives where what stands behind the colon begins.
  private static func keyWithoutSpace(
    upTo last: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> (key: String, offset: Int, hasOtherSpace: Bool)? {
    var found: (key: String, offset: Int, hasOtherSpace: Bool)?
    for line in SourceLines.all(of: source, upTo: last).dropFirst(max(0, last - 2)) {
      let end = line.first { !SourceLines.isInKey(source[$0]) } ?? line.upperBound
      guard end > line.lowerBound, end < line.upperBound, source[end] == UInt8(ascii: ":") else { continue }
      let value = source[end + 1..<line.upperBound]
      guard let first = value.first, first > 0x20, !value.starts(with: "//".utf8) else { continue }
      found = (
        String(decoding: source[line.lowerBound..<end], as: UTF8.self), end + 1,
        value.starts(with: [0xC2, 0xA0])
      )
    }
    return found
  }

  private static func sentence(for problem: String) -> (message: String, hint: String?) {
    let known: [(part: String, message: String, hint: String?)] = [
      (
        "mapping values are not allowed", "This `:` cannot stand here.",
        "Put a text that contains `: ` in quotes; check that the line is not indented too far."
      ),
      (
        "could not find expected ':'", "This line has no `:` behind its key.",
        "Write `key: value`; indent the lines of a text that goes on below its key."
      ),
      (
        "block sequence entries are not allowed", "This `-` cannot stand here.",
        "Put each entry of a list on a line of its own, below its key."
      ),
      (
        "mapping keys are not allowed", "This `?` cannot stand here.",
        "Put a text that begins with `? ` in quotes."
      ),
      (
        "cannot start any token", "A text cannot begin with this character.",
        "Put a text that begins with `@`, a back-quote or `%` in quotes."
      ),
      (
        "document indicator", "This quote is not closed before the document ends.",
        "Close it with the same quote."
      ),
      ("end of stream", "This quote is never closed.", "Close it with the same quote."),
      (
        "',' or ']'", "This `[` is never closed, or a comma is missing in it.",
        "Write a list as `[one, two]`."
      ),
      (
        "',' or '}'", "This `{` is never closed, or a comma is missing in it.",
        "Write pairs as `{one: 1, two: 2}`."
      ),
      (
        "did not find expected key", "This line does not fit the lines above it.",
        "Give all keys that belong together the same indentation; put a text with quotes inside it in other quotes."
      ),
      (
        "expected '-' indicator", "This line does not fit the list above it.",
        "Begin each entry with `- `, all with the same indentation."
      ),
      (
        "unknown escape character", "This `\\` means nothing in a text with double quotes.",
        "Write `\\\\` for one backslash, or use single quotes."
      ),
      (
        "hexdecimal", "This escape is not complete.",
        "Write `\\x` and two, `\\u` and four or `\\U` and eight digits."
      ),
      (
        "escape code", "This escape names a character that does not exist.",
        "Write the character itself in its place."
      ),
      (
        "alphabetic or numeric", "A name has to follow `&` and `*`, of letters, digits, `-` and `_`.",
        "Put a text that begins with `&` or `*` in quotes."
      ),
      ("indentation indicator", "The digit behind `|` or `>` cannot be 0.", nil),
      ("comment or line break", "Nothing but a comment can follow here.", "Begin the text on the next line."),
      ("node content", "A value is missing here.", "Remove what stands too much, or put the text in quotes."),
      ("document start", "This does not belong to what stands above.", "Check the indentation."),
      ("tag", "A text cannot begin with `!`.", "Put it in quotes."),
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
