/// Finds what an author meant as Markdown and CommonMark did not read as such, so that it would stand on the page as
/// it was typed: `##Heading`, a picture whose file name has a space, `[griffin2016]` without its `@`.
struct UnreadMarkdown {
  enum Kind: Equatable {
    /// `#` marks right before the text; how many.
    case heading(Int)
    /// A heading or list whose mark is followed by a no-break space.
    case space
    /// A `•` at the beginning of a line, or of an item that has a mark already.
    case bullet(isItem: Bool, isInner: Bool)
    /// The first of several lines or paragraphs that begin as those of a list do.
    case list
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
    /// A callout as another tool writes it.
    case callout(Callout)
    /// What other programs read or leave behind.
    case leftover(Leftover)

    var isError: Bool { if case .callout = self { true } else { false } }
  }

  /// What is around a run of text.
  struct Edges {
    /// Whether it begins, and ends, a line of a paragraph.
    var startsLine = false
    var endsLine = true
    /// Whether it begins an item of a list.
    var startsItem = false
    var isCell = false
    /// The number with which the numbered list above would go on.
    var nextNumber = 0
    /// The node of the block.
    var block = 0
    /// Where the outermost list ends that it stands in; 0 for none.
    var listEnd = 0
  }

  struct Finding {
    var kind: Kind
    /// Offset in the text.
    var start: Int
    /// The node of the block that it stands in, where that is not the one at hand.
    var block: Int?
  }

  let bytes: [UInt8]
  let range: Range<Int>
  let edges: Edges
  let references: any MarkdownReferences
  private(set) var findings: [Finding] = []
  /// Whether the day and time of a message was told: one stands for all.
  var hasStamp = false
  /// The last `[` that nothing has closed.
  var bracket: Int?
  private var stars = StarRuns()
  /// The lines with marks of lists so far.
  var list: TypedList

  /// How far behind a bracket its other half is looked for: a text of brackets alone takes linear time.
  static let reach = 500

  /// The findings in one run of text.
  static func find(
    in bytes: [UInt8], _ range: Range<Int>, _ edges: Edges, _ list: inout TypedList,
    references: any MarkdownReferences
  ) -> [Finding] {
    var i = TextScanner.nextSuspicious(in: bytes, range)
    let beginsWithMark = edges.startsLine && !range.isEmpty && mayBeginMark(bytes, range)
    if edges.startsLine, !beginsWithMark { _ = list.add(nil, at: 0, in: edges.block) }
    // Most texts hold nothing of the kind.
    guard beginsWithMark || i < range.upperBound else { return [] }
    var finder = UnreadMarkdown(bytes, range, edges, list, references)
    defer { list = finder.list }
    if beginsWithMark { finder.beginLine(range.lowerBound) }
    while i < range.upperBound {
      i = finder.look(i)
      i = TextScanner.nextSuspicious(in: bytes, min(i, range.upperBound)..<range.upperBound)
    }
    if let (kind, start) = finder.stars.finding(isCell: edges.isCell) { finder.note(kind, at: start) }
    return finder.findings
  }

  private init(
    _ bytes: [UInt8], _ range: Range<Int>, _ edges: Edges, _ list: TypedList,
    _ references: any MarkdownReferences
  ) {
    self.list = list
    self.bytes = bytes
    self.range = range
    self.edges = edges
    self.references = references
  }

  func at(_ i: Int) -> UInt8 { range.contains(i) ? bytes[i] : 0 }

  func starts(_ i: Int, with text: StaticString) -> Bool {
    text.withUTF8Buffer { text in text.indices.allSatisfy { at(i + $0) == text[$0] } }
  }

  mutating func note(_ kind: Kind, at start: Int, in block: Int? = nil) {
    findings.append(Finding(kind: kind, start: start, block: block))
  }

  /// What may stand at `i`; where to go on.
  private mutating func look(_ i: Int) -> Int {
    switch bytes[i] {
    case 0x0A:
      dividedWord(i)
      beginLine(i + 1)
      return i + 1
    case UInt8(ascii: "["): return open(i)
    case UInt8(ascii: "]"): return close(i)
    case UInt8(ascii: "*"):
      var end = i
      while at(end) == UInt8(ascii: "*") { end += 1 }
      if end - i >= 2 {
        stars.add(i..<end, in: bytes, range, edges)
      } else if OpenEmphasis.begins(at: i, bytes, range, edges) {
        let isMark =
          OpenEmphasis.startsLine(i, bytes, range, edges) && !(edges.startsItem && i == range.lowerBound)
        note(.leftover(isMark ? .looseStar : .openEmphasis(bytes[i])), at: i)
      }
      return end
    case UInt8(ascii: ":"):
      if at(i + 1) == UInt8(ascii: "\\"), let end = localPath(i) { return end }
      guard starts(i, with: "://") else { return shortCode(i) }
      if starts(i, with: ":///"), bytes[range.lowerBound..<i].suffix(4).elementsEqual("file".utf8) {
        note(.leftover(.remnant(.localPath)), at: i - 4)
      }
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

  /// `C:\Users\Ann\knee.jpg`.
  private mutating func localPath(_ i: Int) -> Int? {
    guard i > range.lowerBound, bytes[i - 1].isLetterOfASCII,
      i - 1 == range.lowerBound || !bytes[i - 2].isWordOfASCII,
      let end = PictureFile.endOfPath(bytes[(i + 1)..<range.upperBound])
    else { return nil }
    note(.leftover(.remnant(.localPath)), at: i - 1)
    return end
  }

  private func skippingAddress(_ start: Int) -> Int {
    var i = start
    while at(i) > 0x20, at(i) < 0x7F, at(i) != UInt8(ascii: "<") { i += 1 }
    return i
  }

  /// `:warning:`, which chats and GitHub show as a picture.
  private mutating func shortCode(_ i: Int) -> Int {
    guard i == range.lowerBound || !bytes[i - 1].isWordOfASCII && bytes[i - 1] != UInt8(ascii: ":") else {
      return i + 1
    }
    let name = bytes[i + 1..<range.upperBound].prefix(32).prefix {
      $0.isWordOfASCII || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
    }
    guard name.count > 1, at(name.endIndex) == UInt8(ascii: ":"),
      name.contains(where: \.isLetterOfASCII) || name.elementsEqual("+1".utf8),
      !at(name.endIndex + 1).isWordOfASCII, at(name.endIndex + 1) != UInt8(ascii: ":")
    else { return i + 1 }
    note(.leftover(.shortCode), at: i)
    return name.endIndex + 1
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
