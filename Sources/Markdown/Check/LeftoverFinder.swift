import Text

/// Finds leftovers of other programs that begin with signs which few articles have. What of them an article has is found
/// first, by looking for single bytes; the runs of most articles are not looked at.
struct LeftoverFinder {
  /// For each byte whether something may begin with it.
  private let stops: [Bool]
  private(set) var findings: [UnreadMarkdown.Finding] = []
  private(set) var bytes: [UInt8] = []
  private(set) var range = 0..<0
  private(set) var edges = UnreadMarkdown.Edges()
  /// Whether the run has been told of for columns made of tabs, spaces or bars.
  var hasColumns = false
  /// Whether an entry of a table of contents has been told of: one for all.
  var hasEntry = false
  /// The first tab between words in the run.
  var startOfTabs: Int?
  /// The first number in round brackets that may cite a work.
  var typedCitation = TypedCitation.Row()
  /// The name of a command in braces that nothing has ended yet.
  private var macro: [UInt8] = []

  /// Nil when there can be nothing in `source`.
  init?(in source: [UInt8]) {
    let pairs = BytePairs(in: source)
    var signs: [UInt8] = []
    for sign in "{^~`&\t".utf8 where pairs.has(sign) { signs.append(sign) }
    for sign in "=+%w$_?".utf8 where pairs.has(sign, sign) { signs.append(sign) }
    if pairs.has(UInt8(ascii: "?"), UInt8(ascii: ")")) { signs.append(UInt8(ascii: "?")) }
    if pairs.has(UInt8(ascii: "_"), before: ProseByte.isLetter) { signs.append(UInt8(ascii: "_")) }
    if pairs.has(UInt8(ascii: "!"), 0x20) { signs.append(UInt8(ascii: "!")) }
    if pairs.has(UInt8(ascii: "C"), UInt8(ascii: "l")) { signs.append(UInt8(ascii: "C")) }
    if pairs.has(UInt8(ascii: "|")) { signs.append(UInt8(ascii: "|")) }
    if Self.mayHoldInstruction(source, pairs) { signs.append(UInt8(ascii: "(")) }
    if "ovwms!".utf8.contains(where: { pairs.has(UInt8(ascii: "<"), $0) }) { signs.append(UInt8(ascii: "<")) }
    // Dots that lead to a page number; three go out as an ellipsis. Two alone begin the path of nearly every link.
    if pairs.has(UInt8(ascii: "."), UInt8(ascii: ".")) && Self.has(Self.ellipsis, in: source)
      || pairs.has(0xA6, 0xE2) && Self.has(Self.twoEllipses, in: source)
    {
      signs.append(0xE2)
    }
    if pairs.has(0x20, UInt8(ascii: ".")) && Self.has(Self.spacedDots, in: source)
      || pairs.has(UInt8(ascii: "."), before: ProseByte.isDigit) && Self.hasGluedNumber(source)
    {
      signs.append(UInt8(ascii: "."))
    }
    if pairs.has(UInt8(ascii: ":"), UInt8(ascii: "l")) { signs.append(UInt8(ascii: "m")) }
    if pairs.has(UInt8(ascii: "\\"), UInt8(ascii: "[")) { signs.append(InlineMark.escapedBracket) }
    if pairs.has(0xC3, before: { [0x82, 0x83, 0xA2, 0xAF, 0xB0].contains($0) }) { signs.append(0xC3) }
    for sign in [0xEE, 0xEF] as [UInt8] where pairs.has(sign) { signs.append(sign) }
    // Raised numbers.
    if pairs.has(0xC2, before: { [0xB2, 0xB3, 0xB9].contains($0) }) { signs.append(0xC2) }
    if pairs.has(0xE2, 0x81) { signs.append(0xE2) }
    // `【12†source】`, as chatbots cite.
    if pairs.has(0xE3, 0x80) { signs.append(0xE3) }
    if pairs.has(0x20, 0x20), TextScanner.hasGap(in: source) { signs.append(0x20) }
    signs += Self.signsOfWords(in: source, pairs) + Self.signsOfSlips(in: source, pairs)
    guard !signs.isEmpty else { return nil }
    var stops = [Bool](repeating: false, count: 256)
    for sign in signs { stops[Int(sign)] = true }
    self.stops = stops
  }

  private static let ellipsis = Array("...".utf8)
  private static let twoEllipses = Array("……".utf8)
  private static let spacedDots = Array(". . .".utf8)

  /// Whether a phrase stands somewhere.
  static func has(_ phrase: [UInt8], in source: [UInt8]) -> Bool {
    ByteSearch.first(phrase, in: source[...]) != nil
  }

  /// Those in one run of text.
  mutating func find(in bytes: [UInt8], _ range: Range<Int>, _ edges: UnreadMarkdown.Edges) -> [UnreadMarkdown
    .Finding]
  {
    (self.bytes, self.range, self.edges) = (bytes, range, edges)
    // The buffer is reused for the next article.
    defer { self.bytes = [] }
    findings.removeAll(keepingCapacity: true)
    (hasColumns, startOfTabs) = (false, nil)
    var i = nextStop(from: range.lowerBound)
    while i < range.upperBound { i = nextStop(from: max(look(i), i + 1)) }
    return findings
  }

  private func nextStop(from start: Int) -> Int {
    // The pointers are used only inside the closures, at places of the run and at one of 256 bytes.
    bytes.withUnsafeBufferPointer { bytes in
      stops.withUnsafeBufferPointer { stops in
        var i = start
        while i < range.upperBound, !stops[Int(bytes[i])] { i += 1 }
        return i
      }
    }
  }

  func at(_ i: Int) -> UInt8 { range.contains(i) ? bytes[i] : 0 }

  mutating func note(_ leftover: Leftover, _ i: Int) { note(.leftover(leftover), i) }

  mutating func note(_ kind: UnreadMarkdown.Kind, _ i: Int, in block: Int? = nil) {
    findings.append(.init(kind: kind, start: i, block: block))
  }

  /// What may stand at `i`; where to go on.
  private mutating func look(_ i: Int) -> Int {
    switch bytes[i] {
    case UInt8(ascii: "{"): return brace(i)
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "_"):
      return doubled(i)
    case UInt8(ascii: "^"): return caret(i)
    case UInt8(ascii: "~"): return tilde(i)
    case 0x09: tab(i)
    case UInt8(ascii: "`"): return backtick(i)
    case UInt8(ascii: "&"): entity(i)
    case UInt8(ascii: "!"): wordError(i)
    case UInt8(ascii: "w"): return webAddress(i)
    case 0xC3: return garbled(i)
    case 0xEE, 0xEF: return unusual(i)
    case 0xC2: raisedNumber(i)
    case 0xE2: if at(i + 1) == 0x80 { return apostrophes(i) ?? dots(i) } else { raisedNumber(i) }
    case UInt8(ascii: "'"): return apostrophes(i) ?? i + 1
    case UInt8(ascii: "#"): return hashtags(i)
    case 0xD0, 0xD1: return foreignLetter(i)
    case UInt8(ascii: ":"): macro(ofAsciiDoc: i)
    case UInt8(ascii: "t"): turnedRange(i)
    case UInt8(ascii: "o"): beyondScale(i)
    case UInt8(ascii: "3"): dayOfMonth(i)
    case 0xE3: return chatbotCitation(i)
    case UInt8(ascii: "C"): prompt(i)
    case UInt8(ascii: "A"), UInt8(ascii: "S"), UInt8(ascii: "M"), UInt8(ascii: "0"): remnantOfMessage(i)
    case UInt8(ascii: "N"), UInt8(ascii: "X"), UInt8(ascii: "x"): return openNumber(i)
    case UInt8(ascii: "\\"): return formula(i)
    case UInt8(ascii: "."): if ProseByte.isDigit(at(i + 1)) { gluedNumber(i) } else { return spacedDots(i) }
    case UInt8(ascii: "m"): listOfOffice(i)
    case UInt8(ascii: "?"): return questionMarks(i)
    case UInt8(ascii: "|"): return bar(i)
    case UInt8(ascii: "("): if ProseByte.isDigit(at(i + 1)) { typedCitation(i) } else { instruction(i) }
    case UInt8(ascii: "<"): officeTag(i)
    case 0x20: return gap(i)
    case InlineMark.escapedBracket:
      guard at(i + 1) == UInt8(ascii: "@"), let end = index(of: UInt8(ascii: "]"), from: i, within: 80) else {
        return i + 1
      }
      let key = bytes[i + 2..<end]
      if !key.isEmpty, !key.contains(where: { isSpace($0) || $0 == UInt8(ascii: "[") }) {
        note(.escapedCitation(Array(key)), i)
      }
      return end
    default: break
    }
    return i + 1
  }

  /// Where a byte next stands in the same run, at most so far away.
  func index(of byte: UInt8, from start: Int, within reach: Int) -> Int? {
    let end = min(start + reach, range.upperBound)
    return start < end ? TextScanner.first(byte, in: bytes, start..<end) : nil
  }

  func startsLine(_ i: Int) -> Bool {
    i == range.lowerBound ? edges.startsLine : bytes[i - 1] == 0x0A
  }

  // MARK: Braces

  private mutating func brace(_ i: Int) -> Int {
    guard let close = index(of: UInt8(ascii: "}"), from: i, within: 300) else { return i + 1 }
    // A callout of another tool is told of as such.
    let line = bytes[range.lowerBound..<i].suffix(40).split(separator: 0x0A, omittingEmptySubsequences: false)
      .last
    if startsLine(i), ForeignCallout.begun(by: bytes[i..<range.upperBound]) != nil { return close + 1 }
    if let line, line.starts(with: ":::".utf8) { return close + 1 }
    let inside = bytes[i + 1..<close]
    switch at(i + 1) {
    case UInt8(ascii: "#"): note(.headingName, i)
    case UInt8(ascii: "."), UInt8(ascii: ":"): note(.attributes, i)
    case _ where Self.isFieldCode(inside): note(.fieldCode, i)
    case UInt8(ascii: "{"), UInt8(ascii: "%"):
      let name = inside.drop { !$0.isWordOfASCII && $0 != UInt8(ascii: "/") }
      // A link with a space in its address is told as one.
      if i > range.lowerBound + 1, bytes[i - 1] == UInt8(ascii: "("), bytes[i - 2] == UInt8(ascii: "]"),
        inside.contains(0x20)
      {
        return close + 1
      }
      // What ends a command that has been told of.
      let isEnd = name.first == UInt8(ascii: "/") || name.starts(with: "end".utf8)
      if !isEnd, !name.isEmpty { note(.template, i) }
      return close + (at(close + 1) == UInt8(ascii: "}") ? 2 : 1)
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: ">"):
      guard at(i + 2) == at(i + 1) else { return i + 1 }
      note(.template, i)
    default:
      let name = inside.prefix { $0.isWordOfASCII || $0 == UInt8(ascii: "-") }
      guard let first = name.first, first.isLetterOfASCII else { return i + 1 }
      if inside[name.endIndex...].first == UInt8(ascii: "=") {
        // `:contentReference[oaicite:0]{index=0}` is what a chatbot cites with.
        let before = bytes[range.lowerBound..<i].suffix(60)
        if let start = ByteSearch.first(Array(":contentReference[".utf8), in: before)?.lowerBound {
          note(.foreignCitation, start)
        } else {
          note(.attributes, i)
        }
      } else if Self.macros.contains(String(decoding: name, as: UTF8.self)) {
        // The second `{code}` ends what the first begins.
        let isEnd = name.elementsEqual(macro) && name.endIndex == close
        if !isEnd { note(.template, i) }
        macro = isEnd || name.elementsEqual("toc".utf8) ? [] : Array(name)
      } else if isForeignCitation(inside, at: i) {
        note(.foreignCitation, i)
      } else if let command = command(before: i), command.count > 1, command.allSatisfy(\.isLetterOfASCII) {
        note(.template, command.startIndex - 1)
      } else {
        return i + 1
      }
    }
    return close + 1
  }

  private static let macros: Set = [
    "toc", "code", "noformat", "expand", "excerpt", "color", "anchor", "section",
  ]

  // MARK: Pairs of signs

  /// `==x==`, `++x++`, `%%x%%`; a line of `== x ==`.
  private mutating func doubled(_ i: Int) -> Int {
    let sign = bytes[i]
    var end = i
    while at(end) == sign { end += 1 }
    guard end - i >= 2 else {
      if sign == UInt8(ascii: "_"), OpenEmphasis.begins(at: i, bytes, range, edges) {
        note(.openEmphasis(sign), i)
      }
      return end
    }
    if sign == UInt8(ascii: "_"), end - i > 2 ? isBlank(i..<end) : isOpenNumber(i..<end) {
      note(.unwritten(Array(bytes[i..<end])), i)
      return end
    }
    if sign == UInt8(ascii: "_"), end - i > 3, at(end) == 0x20, at(i - 1) == 0x20, at(i - 2).isLetterOfASCII {
      return entry(i, end)
    }
    let before = i > range.lowerBound ? bytes[i - 1] : 0x20
    if sign == UInt8(ascii: "="), startsLine(i), at(end) == 0x20 {
      let line = bytes[i..<range.upperBound].prefix { $0 != 0x0A }.trimmed
      let isClosed = line.suffix(end - i).allSatisfy { $0 == sign } && line.count > 2 * (end - i)
      guard isClosed || isOpenHeading(line, end) else { return end }
      note(.foreignHeading, i)
      return line.endIndex
    }
    guard end - i == 2,
      sign == UInt8(ascii: "%") ? !ProseByte.isDigit(before) : !isSpace(at(end)) && at(end) != 0
    else { return end }
    var from = end
    // A text of such signs alone takes no longer than another.
    for _ in 0..<8 {
      guard let close = index(of: sign, from: from, within: 300) else { break }
      from = close + 1
      let mayBehindSpace = sign == UInt8(ascii: "%") || sign == UInt8(ascii: "_")
      guard at(close + 1) == sign, mayBehindSpace || !isSpace(bytes[close - 1]) else { continue }
      guard let leftover = pair(sign, before: before, end..<close) else { return end }
      note(leftover, i)
      return close + 2
    }
    if sign == UInt8(ascii: "%") { note(.comment, i) }
    // `__init` is a name of a program.
    let word = bytes[end..<range.upperBound].prefix { $0 > 0x20 }
    if sign == UInt8(ascii: "_"), isSpace(before) || before == UInt8(ascii: "("), ProseByte.isLetter(at(end)),
      word.count > 1, !word.contains(sign), !edges.isCell
    {
      note(.openUnderscores, i)
    }
    return end
  }

  /// What two doubled signs with `inside` between them were meant as.
  private func pair(_ sign: UInt8, before: UInt8, _ inside: Range<Int>) -> Leftover? {
    switch sign {
    case UInt8(ascii: "="): .highlight
    case UInt8(ascii: "%"): .comment
    case UInt8(ascii: "$"):
      bytes[inside].contains { "\\^_=".utf8.contains($0) } ? .formula : nil
    case UInt8(ascii: "_"):
      !before.isWordOfASCII && ProseByte.isLetter(at(inside.lowerBound))
        && !at(inside.upperBound + 2).isWordOfASCII
        ? .underscores : nil
    default: before.isWordOfASCII ? nil : .inserted
    }
  }
}
