/// Finds what an author meant as Markdown and CommonMark did not read as such, so that it would stand on the page as
/// it was typed: `##Heading`, a picture whose file name has a space, `[griffin2016]` without its `@`.
struct UnreadMarkdown {
  enum Kind: Equatable {
    /// `#` marks right before the text; how many.
    case heading(Int)
    /// A heading or list whose mark is followed by a no-break space.
    case space
    /// A `•` at the beginning of a line.
    case bullet
    /// `-` or `1.` right before the text; what stands there.
    case item(Range<Int>)
    /// A `|` at the beginning of a paragraph.
    case table
    /// `![` with what follows it; where its address stands, if it has one.
    case picture(address: Range<Int>?)
    /// `[…](…)`; where its address stands.
    case link(address: Range<Int>?)
    /// `[…] (…)`.
    case gap
    /// `[…][…]` or `[[…]]`.
    case reference
    /// The key of a reference outside of `[@…]`.
    case citation([UInt8])
    /// `**`.
    case emphasis
    /// One `*` between two digits, which makes text slanted and is not shown: `3*10`.
    case times
    /// A web address.
    case address
  }

  struct Finding {
    var kind: Kind
    /// Offset in the text.
    var start: Int
  }

  private let bytes: [UInt8]
  private let range: Range<Int>
  private let references: any MarkdownReferences
  private(set) var findings: [Finding] = []
  /// The last `[` that nothing has closed.
  private var bracket: Int?
  /// Where the first `**` stands: a pair of them is reported, one alone may be meant.
  private var firstStars: Int?
  private var hasEmphasis = false

  /// How far behind a bracket its other half is looked for: a text of brackets alone takes linear time.
  private static let reach = 500

  /// The findings in one run of text. `startsLine` says whether the run begins a line of a paragraph.
  static func find(
    in bytes: [UInt8], _ range: Range<Int>, startsLine: Bool, references: any MarkdownReferences
  ) -> [Finding] {
    var i = TextScanner.nextSuspicious(in: bytes, range)
    let beginsWithMark = startsLine && !range.isEmpty && mayBeginMark(bytes[range.lowerBound])
    // Most texts hold nothing of the kind.
    guard beginsWithMark || i < range.upperBound else { return [] }
    var finder = UnreadMarkdown(bytes, range, references)
    if beginsWithMark { finder.beginLine(range.lowerBound) }
    while i < range.upperBound {
      i = finder.look(i)
      i = TextScanner.nextSuspicious(in: bytes, min(i, range.upperBound)..<range.upperBound)
    }
    return finder.findings
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ references: any MarkdownReferences) {
    self.bytes = bytes
    self.range = range
    self.references = references
  }

  private func at(_ i: Int) -> UInt8 { range.contains(i) ? bytes[i] : 0 }

  private func starts(_ i: Int, with text: StaticString) -> Bool {
    text.withUTF8Buffer { text in text.indices.allSatisfy { at(i + $0) == text[$0] } }
  }

  private mutating func note(_ kind: Kind, at start: Int) {
    findings.append(Finding(kind: kind, start: start))
  }

  /// What may stand at `i`; where to go on.
  private mutating func look(_ i: Int) -> Int {
    switch bytes[i] {
    case 0x0A:
      beginLine(i + 1)
      return i + 1
    case UInt8(ascii: "["): return open(i)
    case UInt8(ascii: "]"): return close(i)
    case UInt8(ascii: "*"):
      var end = i
      while at(end) == UInt8(ascii: "*") { end += 1 }
      if end - i >= 2 {
        if let firstStars, !hasEmphasis {
          note(.emphasis, at: firstStars)
          hasEmphasis = true
        }
        firstStars = firstStars ?? i
      }
      return end
    case UInt8(ascii: ":"):
      guard starts(i, with: "://") else { return i + 1 }
      for scheme in ["https", "http"]
      where bytes[range.lowerBound..<i].suffix(scheme.count).elementsEqual(scheme.utf8) {
        note(.address, at: i - scheme.count)
        break
      }
      return skippingAddress(i)
    case UInt8(ascii: "@"): return mention(i)
    default: return i + 1
    }
  }

  private func skippingAddress(_ start: Int) -> Int {
    var i = start
    while at(i).isInAddress { i += 1 }
    return i
  }

  // MARK: Lines

  /// Whether a heading's, a list's or a bullet's mark may begin with such a byte.
  private static func mayBeginMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
      UInt8(ascii: "|"), 0xE2:
      true
    default: ProseByte.isDigit(byte)
    }
  }

  private mutating func beginLine(_ i: Int) {
    var end = i
    switch at(i) {
    case UInt8(ascii: "#"):
      while at(end) == UInt8(ascii: "#") { end += 1 }
      if end - i > 6 { return }
      if isNoBreakSpace(end) { return note(.space, at: i) }
      // One `#` may begin a tag, and a heading begins with a capital.
      let isHeading = end - i > 1 ? ProseByte.isLetter(at(end)) : at(end) &- 0x41 < 26
      if isHeading { note(.heading(end - i), at: i) }
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      if isNoBreakSpace(i + 1) {
        note(.space, at: i)
      } else if at(i) == UInt8(ascii: "-"), ProseByte.isLetter(at(i + 1)) {
        note(.item(i..<i + 1), at: i)
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while ProseByte.isDigit(at(end)) { end += 1 }
      guard end - i < 4, at(end) == UInt8(ascii: ".") || at(end) == UInt8(ascii: ")") else { return }
      if isNoBreakSpace(end + 1) {
        note(.space, at: i)
      } else if at(end + 1) &- 0x41 < 26 {
        note(.item(i..<end + 1), at: i)
      }
    case UInt8(ascii: "|"): if i == range.lowerBound { note(.table, at: i) }
    case 0xE2: if starts(i, with: "•") { note(.bullet, at: i) }
    default: break
    }
  }

  /// U+00A0, which word processors put where a space was typed.
  private func isNoBreakSpace(_ i: Int) -> Bool { at(i) == 0xC2 && at(i + 1) == 0xA0 }

  // MARK: Brackets

  private mutating func open(_ i: Int) -> Int {
    let next = at(i + 1)
    // Citations and footnotes are read, or reported, where they are written out.
    if next == UInt8(ascii: "@") || next == UInt8(ascii: "^") {
      return (firstIndex(of: "]", from: i) ?? i) + 1
    }
    if i > range.lowerBound, bytes[i - 1] == UInt8(ascii: "!") {
      let address = address(after: i)
      note(.picture(address: address), at: i - 1)
      return address?.upperBound ?? i + 1
    }
    if next == UInt8(ascii: "[") {
      note(.reference, at: i)
      return (firstIndex(of: "]", from: i) ?? i) + 1
    }
    if let end = firstIndex(of: "]", from: i) {
      let first = bytes[i + 1..<end].prefix { $0 != UInt8(ascii: ";") }
      var key = first.trimmed
      if key.first == UInt8(ascii: "@") { key = key.dropFirst() }
      if !key.isEmpty, key.count < 80, references.citation(Array(key)) != nil {
        note(.citation(Array(key)), at: i)
        return end + 1
      }
    }
    bracket = i
    return i + 1
  }

  private mutating func close(_ i: Int) -> Int {
    defer { bracket = nil }
    guard let start = bracket else { return i + 1 }
    switch at(i + 1) {
    case UInt8(ascii: "("):
      let end = firstIndex(of: ")", from: i + 2)
      note(.link(address: end.map { i + 2..<$0 }), at: start)
      return end ?? i + 2
    case UInt8(ascii: "[") where at(i + 2) != UInt8(ascii: "@") && at(i + 2) != UInt8(ascii: "^"):
      note(.reference, at: start)
      return (firstIndex(of: "]", from: i + 2) ?? i + 1) + 1
    case 0x20:
      guard at(i + 2) == UInt8(ascii: "("), let end = firstIndex(of: ")", from: i + 3),
        isDestination(bytes[i + 3..<end])
      else { return i + 1 }
      note(.gap, at: start)
      return end
    default: return i + 1
    }
  }

  /// Where the address of the picture whose `[` is at `i` stands.
  private func address(after i: Int) -> Range<Int>? {
    var close = firstIndex(of: "]", from: i)
    while let end = close, end - i < Self.reach {
      let start = end + (at(end + 1) == 0x20 ? 2 : 1)
      if at(start) == UInt8(ascii: "(") { return firstIndex(of: ")", from: start).map { start + 1..<$0 } }
      close = firstIndex(of: "]", from: end + 1)
    }
    return nil
  }

  /// Whether what stands between round brackets can hardly be anything but where a link leads.
  private func isDestination(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, !text.contains(0x20) else { return false }
    let isPath = first == UInt8(ascii: "#") || first == UInt8(ascii: "/") || text.starts(with: "../".utf8)
    return isPath || text.contains(UInt8(ascii: ":")) || text.suffix(3).elementsEqual(".md".utf8)
  }

  private func firstIndex(of scalar: Unicode.Scalar, from start: Int) -> Int? {
    let end = min(start + Self.reach, range.upperBound)
    return start < end ? TextScanner.first(UInt8(ascii: scalar), in: bytes, start..<end) : nil
  }

  // MARK: Citations

  /// An `@` with the key of a reference behind it.
  private mutating func mention(_ i: Int) -> Int {
    var end = i + 1
    while at(end).isInKey { end += 1 }
    // A full stop ends the sentence, not the key.
    while end > i + 1, [UInt8(ascii: "."), UInt8(ascii: ",")].contains(bytes[end - 1]) { end -= 1 }
    let key = Array(bytes[i + 1..<max(end, i + 1)])
    if !key.isEmpty, !ProseByte.isLetter(at(i - 1)), references.citation(key) != nil {
      note(.citation(key), at: i)
    }
    return max(end, i + 1)
  }
}

/// What single bytes are in running text.
enum ProseByte {
  /// Of ASCII, or part of a character beyond it that may be one.
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || (0xC3..<0xF8).contains(byte) && byte != 0xE2
  }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension UInt8 {
  /// Goes on with a web address in running text.
  fileprivate var isInAddress: Bool { self > 0x20 && self < 0x7F && self != UInt8(ascii: "<") }
  /// Goes on with the key of a reference in running text.
  fileprivate var isInKey: Bool {
    self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 26
      || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ",")]
        .contains(self)
  }
}
