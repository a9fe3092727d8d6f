import Text

/// Reads a drawing's bytes once, from the front, and notes what may not be there.
struct DrawingReader {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// More elements inside each other than any drawing has; HTML would stop nesting them.
  private static let maximumDepth = 200

  let bytes: [UInt8]
  let place: Drawing.Place
  var at = 0
  var faults: [Drawing.Fault] = []
  var answers: Set<String> = []
  var labels: [DrawingLabel] = []
  /// The lines so far of the text that is being read, and how many elements are around it.
  var lines: [Range<Int>] = []
  private(set) var depthOfText: Int?
  /// Where the root element begins, or the end of the file.
  private(set) var root: Int

  private(set) var open: [Element] = []
  /// Whether what is being read, a start tag included, goes with something refused.
  private(set) var isInRefused = false
  private(set) var hasRoot = false
  /// What was refused already: each name is told once.
  var told: Set<String> = []
  /// Ranges, in order, that readers would not miss.
  var redundant: [Range<Int>] = []

  /// An element whose end has not come yet.
  struct Element {
    let name: String
    let offset: Int
    /// Whether it or one around it was refused. What is in it is read, but not judged: it goes with it.
    let isRefused: Bool
  }

  init(_ bytes: [UInt8], in place: Drawing.Place) {
    self.bytes = bytes
    self.place = place
    root = bytes.count
  }

  mutating func read() {
    do throws(Drawing.Fault) { try readFile() } catch {
      // It may be the refused element's own doing, such as HTML's `<br>`, which has no end.
      if !isInRefused { faults.append(error) }
    }
  }

  /// What nobody sees in its words turns them round or keeps them from being read aloud. One stands for all. What XML refuses is
  /// told with the rest of what keeps it from being XML.
  private mutating func noteHiddenCharacter() {
    let found = HiddenCharacters.all(in: bytes[at...]) + HiddenCharacters.references(in: bytes[at...])
    guard let hidden = found.first(where: { !$0.isSlight && Self.isXML($0.scalar) }) else { return }
    faults.append(
      Drawing.Fault(
        offset: at + hidden.offset, code: .badCharacter, message: hidden.message, hint: hidden.hint))
  }

  private static func isXML(_ scalar: UInt32) -> Bool {
    scalar >= 0x20 && scalar != 0xFFFE && scalar != 0xFFFF
  }

  private mutating func readFile() throws(Drawing.Fault) {
    if let offset = UTF8Text.firstInvalidByte(in: bytes) {
      throw .malformed(
        offset, "The drawing is not UTF-8 text.", hint: "Save it again as UTF-8.")
    }
    if bytes.starts(with: Self.byteOrderMark) { at = Self.byteOrderMark.count }
    noteHiddenCharacter()
    if has("<?xml"), at + 5 < bytes.count, Self.isSpace(bytes[at + 5]) { try readDeclaration() }
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "<") {
        try readText()
      } else if has("<!--") {
        try readComment()
      } else if has("</") {
        try readEnd()
      } else if has("<!") || has("<?") {
        throw refusedMarkup()
      } else {
        try readStart()
      }
    }
    if let last = open.last {
      throw .malformed(
        last.offset, "`<\(last.name)>` is never closed.", hint: "Add `</\(last.name)>` where it ends.")
    }
    if !hasRoot {
      throw .malformed(
        0, "This is not a drawing: it contains no `<svg>`.", hint: "Save the drawing as SVG again.")
    }
  }

  // MARK: Elements

  private mutating func readEnd() throws(Drawing.Fault) {
    let start = at
    at += 2
    let name = readName()
    skipRedundantSpace()
    guard has(">"), let last = open.last, last.name == name else {
      throw .malformed(
        start, "`</\(Self.shown(name))>` has nothing to close here.",
        hint: open.last.map { "Write `</\($0.name)>` here, or remove this tag." }
          ?? "Remove everything after the first `</svg>`.")
    }
    at += 1
    open.removeLast()
    isInRefused = open.last?.isRefused == true
    if open.count == depthOfText {
      endLabel(of: name)
      depthOfText = nil
    }
  }

  private mutating func readStart() throws(Drawing.Fault) {
    let start = at
    at += 1
    let name = readName()
    if name.isEmpty {
      throw .malformed(
        start, "This `<` is not the start of an element.", hint: "Write `&lt;` for a less-than sign.")
    }
    if open.isEmpty, hasRoot {
      throw .malformed(
        start, "`<\(Self.shown(name))>` comes after the drawing.",
        hint: "Remove everything after the first `</svg>`.")
    }
    if !hasRoot { root = start }
    hasRoot = true
    let isRefused = isInRefused || !isAllowed(name, at: start)
    isInRefused = isRefused
    var names = AttributeNames()
    while skipSpaceBeforeAttribute(), !has(">"), !has("/>") {
      let attribute = try readAttribute()
      if !names.insert(attribute.name) {
        throw .malformed(
          attribute.offset, "The attribute `\(Self.shown(attribute.name))` appears twice in one element.",
          hint: "Remove one of them.")
      }
      if !isRefused { judge(attribute, of: name) }
      if attribute.name == "aria-label" { addLabel([attribute.range], isAlwaysShown: true) }
    }
    let isEmpty = has("/>")
    guard isEmpty || has(">") else {
      throw .malformed(
        start, "The tag `<\(Self.shown(name))` is not complete.",
        hint: "Write it as `<\(Self.shown(name)) name=\"value\">`, with a space before each name.")
    }
    at += isEmpty ? 2 : 1
    if isEmpty {
      isInRefused = open.last?.isRefused == true
      return
    }
    if depthOfText == nil, Self.textElements.contains(name) { depthOfText = open.count }
    open.append(Element(name: name, offset: start, isRefused: isRefused))
    if open.count > Self.maximumDepth {
      throw .unsafe(
        start, "More than \(Self.maximumDepth) elements are nested here.",
        hint: "Remove groups that contain only one thing.")
    }
  }

  struct Attribute {
    let name: String
    let value: String
    let offset: Int
    /// Of the value, without its quotes.
    let range: Range<Int>
  }

  mutating func readAttribute() throws(Drawing.Fault) -> Attribute {
    let offset = at
    let name = readName()
    skipRedundantSpace()
    guard !name.isEmpty, has("=") else {
      throw .malformed(
        offset, "This tag contains something that is not an attribute.",
        hint: "Write attributes as `name=\"value\"`.")
    }
    at += 1
    skipRedundantSpace()
    guard has("\"") || has("'") else {
      throw .malformed(
        offset, "The value of `\(Self.shown(name))` has no quotes.",
        hint: "Write attributes as `name=\"value\"`.")
    }
    let quote = bytes[at]
    at += 1
    let first = at
    var value = ""
    var start = at
    while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "<") {
      try checkCharacter()
      if bytes[at] == UInt8(ascii: "&") {
        value += text(start..<at)
        value.unicodeScalars.append(try readReference())
        start = at
      } else {
        at += 1
      }
    }
    value += text(start..<at)
    guard at < bytes.count, bytes[at] == quote else {
      throw .malformed(
        offset, "The value of `\(Self.shown(name))` is never closed, or it contains a `<`.",
        hint: "Add the closing quote, and write `&lt;` for a less-than sign.")
    }
    let end = at
    at += 1
    // Names of attributes are told apart by a space (XML 1.0, section 3.1).
    if at < bytes.count, !Self.isSpace(bytes[at]), !has(">"), !has("/>"), !has("?>") {
      throw .malformed(
        at, "There is no space after the value of `\(Self.shown(name))`.", hint: "Add a space here.")
    }
    return Attribute(name: name, value: value, offset: offset, range: first..<end)
  }

  // MARK: Bytes

  /// A name may be as long as the file.
  static func shown(_ name: String) -> String { name.count > 40 ? "\(name.prefix(40))…" : name }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func has(_ mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    // The string is constant and has `count` bytes.
    return mark.withUTF8Buffer { mark in
      for place in 0..<count where mark[place] != bytes[at + place] { return false }
      return true
    }
  }

  /// True, so that it can begin a condition.
  @discardableResult
  mutating func skipSpace() -> Bool {
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    return true
  }

  private mutating func readName() -> String {
    let start = at
    while at < bytes.count, bytes[at] > 0x20 {
      switch bytes[at] {
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "?"):
        return text(start..<at)
      default: at += 1
      }
    }
    return text(start..<at)
  }

  /// XML has no control characters but tab and line ends, and neither U+FFFE nor U+FFFF (section 2.2).
  func checkCharacter() throws(Drawing.Fault) {
    switch bytes[at] {
    case 0x09, 0x0A, 0x0D, 0x20..<0xEF, 0xF0...: return
    case 0xEF: if bytes[at + 1] != 0xBF || bytes[at + 2] < 0xBE { return }
    default: break
    }
    throw .malformed(at, "There is a control character here.", hint: "Remove it.")
  }
}
