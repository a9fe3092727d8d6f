import Text

/// What stands at the beginning of a line of a paragraph.
extension UnreadMarkdown {
  /// Whether a heading's, a list's or a bullet's mark may begin a text, which is not empty.
  static func mayBeginMark(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let byte = bytes[range.lowerBound]
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
      UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "{"),
      UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "h"), UInt8(ascii: "o"), 0xC2, 0xE2, 0xEF, 0xF0:
      return true
    case 0xC3: return range.count > 2 && bytes[range.lowerBound + 2] == 0x09
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      guard range.count > 2 else { return false }
      switch bytes[range.lowerBound + 1] {
      case UInt8(ascii: ")"), UInt8(ascii: "."), 0x09: return true
      case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "I"), UInt8(ascii: "V"):
        return byte | 0x20 == 0x69
      case UInt8(ascii: "t"), UInt8(ascii: "T"): return byte == UInt8(ascii: "S")
      default: return false
      }
    default: return ProseByte.isDigit(byte)
    }
  }

  mutating func beginLine(_ i: Int) {
    let hadBullet = list.hadBullet
    list.hadBullet = false
    let mark = Self.mayBegin(at(i)) && !isBullet(i) ? TypedMark(bytes, i..<range.upperBound) : nil
    if let (start, block) = list.add(mark, at: i, in: edges.block) {
      note(.list, at: start, in: block)
    }
    switch at(i) {
    case UInt8(ascii: "#"): if hasHashtags(i) { note(.leftover(.hashtags), at: i) } else { heading(i) }
    case UInt8(ascii: "+") where i == range.lowerBound && isGrid(i): note(.leftover(.grid), at: i)
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      if isNoBreakSpace(i + 1) {
        note(.space, at: i)
      } else if at(i) == UInt8(ascii: "*"), at(i + 1) == UInt8(ascii: "["), isAbbreviation(i + 1) {
        note(.leftover(.abbreviation), at: i)
      } else if at(i) == UInt8(ascii: "-")
        ? ProseByte.isLetter(at(i + 1))
        : at(i) == UInt8(ascii: "+") && at(i + 1) &- 0x41 < 26 && at(i + 2) &- 0x61 < 26
      {
        noteItem(i..<i + 1)
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if !hasStamp, MessageStamp.begins(bytes[i..<range.upperBound]) {
        hasStamp = true
        note(.leftover(.messageStamp), at: i)
      } else if !pageNumber(i) {
        number(i)
      }
    // Of a paragraph's first line that is told where its block is known.
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      if i > range.lowerBound, TrackedChange.begins(bytes[i..<range.upperBound]) {
        note(.leftover(.trackedChange), at: i)
      } else if i - 2 >= range.lowerBound, WarningOpening.endsSentence(bytes[i - 2]),
        let callout = WarningOpening.callout(ofLine: bytes[i..<range.upperBound])
      {
        note(.leftover(.remnant(.unboxedCallout(callout))), at: i)
      } else if at(i) == UInt8(ascii: "P") {
        _ = pageNumber(i)
      }
    case UInt8(ascii: "|"): if i == range.lowerBound { note(.table, at: i) }
    case 0xC2, 0xC3, 0xE2, 0xEF:
      if isBullet(i) {
        bullet(i)
      } else if isNoBreakSpace(i), isMark(behindSpaces: i) {
        note(.leftover(.spaceBefore), at: i)
      } else if let sign = wideMark(i) {
        note(.leftover(.wideMark(sign)), at: i)
      } else if at(i) == 0xE2, i == range.lowerBound, isTableRule(i) {
        note(.table, at: i)
      }
    case UInt8(ascii: ":"):
      if i == range.lowerBound, isTableRule(i) { note(.table, at: i) } else { colon(i) }
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "{"), UInt8(ascii: "."):
      if let callout = ForeignCallout.begun(by: bytes[i..<range.upperBound]) {
        note(.callout(callout), at: i)
      }
    case UInt8(ascii: "h"):
      // Textile and Jira.
      if at(i + 1) &- 0x31 < 6, at(i + 2) == UInt8(ascii: "."), at(i + 3) == 0x20 {
        note(.leftover(.foreignHeading), at: i)
      }
    case UInt8(ascii: "o") where at(i + 1) == 0x20 || isNoBreakSpace(i + 1):
      // A sentence does not begin with a small letter; a line of one in Spanish may.
      let isItem = at(i + 1) == 0x20 && at(i + 2) &- 0x41 < 26
      if i == range.lowerBound || hadBullet || isItem { bullet(i) }
    case UInt8(ascii: "o"), UInt8(ascii: "q"), UInt8(ascii: "v"), UInt8(ascii: "w"):
      // Signs of a symbol font as letters.
      if at(i + 1) == 0x09 { bullet(i) }
    default: break
    }
  }

  /// Whether the mark of a heading, list or quote stands behind special spaces.
  private func isMark(behindSpaces i: Int) -> Bool {
    var mark = i
    while isNoBreakSpace(mark) || at(mark) == 0x20 { mark += isNoBreakSpace(mark) ? 2 : 1 }
    var end = mark
    switch at(mark) {
    case UInt8(ascii: "#"): while at(end) == UInt8(ascii: "#") { end += 1 }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"): end += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while ProseByte.isDigit(at(end)) { end += 1 }
      guard at(end) == UInt8(ascii: ".") || at(end) == UInt8(ascii: ")") else { return false }
      end += 1
    default: return false
    }
    return at(end) == 0x20 && end - mark < 7
  }

  /// The sign of ASCII for a full-width one (U+FF01 to U+FF5E) that begins a line as a mark would.
  private func wideMark(_ i: Int) -> UInt8? {
    guard at(i) == 0xEF, at(i + 1) == 0xBC, (0x81...0xBF).contains(at(i + 2)),
      case let sign = at(i + 2) - 0x60, "#*-+>".utf8.contains(sign)
    else { return nil }
    var end = i
    while at(end) == 0xEF, at(end + 1) == 0xBC, at(end + 2) == at(i + 2) { end += 3 }
    return at(end) == 0x20 ? sign : nil
  }

  /// `#knee #pain`: two tags or more.
  private func hasHashtags(_ i: Int) -> Bool {
    guard ProseByte.isLetter(at(i + 1)) else { return false }
    var end = i + 1
    while at(end).isWordOfASCII || at(end) >= 0x80 || at(end) == UInt8(ascii: "-")
      || at(end) == UInt8(ascii: "_")
    {
      end += 1
    }
    return at(end) == 0x20 && at(end + 1) == UInt8(ascii: "#") && ProseByte.isLetter(at(end + 2))
  }

  /// A page's number on a line below another.
  private mutating func pageNumber(_ i: Int) -> Bool {
    guard i > range.lowerBound,
      case let line = bytes[i..<range.upperBound].prefix(24).prefix(while: { $0 != 0x0A }),
      let number = PageNumber.last(in: line), number.lowerBound == i
    else { return false }
    note(.leftover(.remnant(.pageNumber)), at: i)
    return true
  }

  /// Whether a mark such as `a)` or `–` may begin with such a byte.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte.isWordOfASCII || byte == 0x28 || byte == 0x2A || byte == 0x2B || byte == 0x2D || byte >= 0xE2
  }

  /// Whether `[MRI]: …` stands at `i`.
  private func isAbbreviation(_ i: Int) -> Bool {
    let name = bytes[i + 1..<range.upperBound].prefix(40).prefix { $0 != UInt8(ascii: "]") && $0 != 0x0A }
    return !name.isEmpty && at(name.endIndex) == UInt8(ascii: "]")
      && at(name.endIndex + 1) == UInt8(ascii: ":")
  }

  private mutating func bullet(_ i: Int) {
    let isInner = list.addBullet(at(i) < 0x80 ? 0 : at(i) < 0xE0 ? at(i + 1) : at(i + 1) ^ at(i + 2))
    let isItem = edges.startsItem && i == range.lowerBound
    if list.isTold(isItem ? .bulletInItem : isInner ? .innerBullet : .bullet, until: edges.listEnd) { return }
    note(.bullet(isItem: isItem, isInner: isInner), at: i)
  }

  /// A mark without its space.
  private mutating func noteItem(_ mark: Range<Int>) {
    let slip: TypedList.Slip = ProseByte.isDigit(bytes[mark.lowerBound]) ? .noSpaceBehindNumber : .noSpace
    if !list.isTold(slip, until: edges.listEnd) { note(.item(mark), at: mark.lowerBound) }
  }

  /// Whether the paragraph's first line is the one below a table's header, its hyphens as dashes: `—|:—:`.
  private func isTableRule(_ i: Int) -> Bool {
    let line = bytes[i..<range.upperBound].prefix { $0 != 0x0A }
    return line.contains(UInt8(ascii: "|"))
      && line.allSatisfy {
        [0x20, 0x2D, 0x3A, 0x7C, 0xE2, 0x80, 0x93, 0x94].contains($0)
      }
  }

  /// `+---+---+`; hyphens have become dashes.
  private func isGrid(_ i: Int) -> Bool {
    let line = bytes[i..<range.upperBound].prefix { $0 != 0x0A }
    return line.count > 4 && line.last == UInt8(ascii: "+")
      && line.allSatisfy { [0x2B, 0x2D, 0x3D, 0x3A, 0xE2, 0x80, 0x93, 0x94].contains($0) }
  }

  /// A word of small letters that a line ends in the middle of, as those of a PDF do: `treat-`, `ment`. Half a word may stand before
  /// another: `short-` and `or long-term`.
  mutating func dividedWord(_ i: Int) {
    guard i - range.lowerBound > 2, bytes[i - 1] == UInt8(ascii: "-"), bytes[i - 2] &- 0x61 < 26,
      bytes[i - 3] &- 0x61 < 26, at(i + 1) &- 0x61 < 26
    else { return }
    let next = bytes[i + 1..<range.upperBound].prefix(12).prefix(while: ProseByte.isLetter)
    if Self.words.contains(String(decoding: next, as: UTF8.self)) { return }
    note(.leftover(.dividedWord), at: i - 1)
  }

  /// What stands between half a word and a whole one, in the languages of the region.
  private static let words: Set = [
    "and", "or", "to", "as", "but", "nor", "versus", "vs", "y", "e", "o", "u", "a", "und", "oder", "bis",
    "et", "ou",
    "en", "of",
  ]

  private mutating func heading(_ i: Int) {
    var end = i
    while at(end) == UInt8(ascii: "#") { end += 1 }
    if end - i > 6 {
      if at(end) == 0x20, ProseByte.isLetter(at(end + 1)) { note(.leftover(.deepHeading), at: i) }
      return
    }
    if isNoBreakSpace(end) { return note(.space, at: i) }
    // One `#` may begin a tag, and a heading begins with a capital.
    let isHeading = end - i > 1 ? ProseByte.isLetter(at(end)) : at(end) &- 0x41 < 26
    if isHeading { note(.heading(end - i), at: i) }
  }

  private mutating func number(_ i: Int) {
    var end = i
    while ProseByte.isDigit(at(end)) { end += 1 }
    guard end - i < 4, at(end) == UInt8(ascii: ".") || at(end) == UInt8(ascii: ")") else { return }
    if isNoBreakSpace(end + 1) {
      note(.space, at: i)
    } else if at(end + 1) &- 0x41 < 26 {
      noteItem(i..<end + 1)
    } else if at(end + 1) == 0x20, edges.nextNumber > 1 {
      // Only a list that begins with 1 may follow a line without an empty one between.
      let number = bytes[i..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      if number == edges.nextNumber { note(.leftover(.gluedItem(number)), at: i) }
    }
  }

  private mutating func colon(_ i: Int) {
    if starts(i, with: ":::") {
      let line = bytes[i..<range.upperBound].prefix { $0 != 0x0A }
      if let callout = ForeignCallout.begun(by: line) {
        note(.callout(callout), at: i)
      } else if line.contains(where: \.isLetterOfASCII) {
        note(.leftover(.container), at: i)
      }
    } else if at(i + 1) == 0x20 || at(i + 1) == 0x09 {
      // The meaning follows its word at once, or stands alone.
      let before = bytes[range.lowerBound..<i].dropLast()
      if !before.contains(0x0A), before.count < 80 { note(.leftover(.definition), at: i) }
    }
  }

  /// A dot, a box or an arrow with a space behind it, as word processors begin lines; some are of a symbol font.
  private func isBullet(_ i: Int) -> Bool {
    var length = at(i) < 0xE0 ? 2 : 3
    switch (at(i), at(i + 1), at(i + 2)) {
    case (0xE2, 0x80, 0xA2): return true
    case (0xC2, 0xB7, _), (0xE2, 0x80, 0xA3), (0xE2, 0x81, 0x83): break
    // Dots of mathematics.
    case (0xE2, 0x88, 0x99), (0xE2, 0x8B, 0x85): break
    // `§`, `ü`, `Ø` and `à`: signs of a symbol font as letters.
    case (0xC2, 0xA7, 0x20): return at(i + 3) &- 0x41 < 26
    case (0xC2, 0xA7, 0x09), (0xC3, 0xBC, 0x09), (0xC3, 0x98, 0x09), (0xC3, 0xA0, 0x09): return true
    // Squares, circles and triangles; ornaments.
    case (0xE2, 0x96, 0xA0...0xBF), (0xE2, 0x97, 0x80...0xAF): break
    case (0xE2, 0x9D, 0x96), (0xE2, 0x9E, 0xA2), (0xE2, 0x9E, 0xA4): break
    case (0xEF, 0x80...0xA3, _): if Leftover.isSign(bytes[i..<range.upperBound]) { return false }
    default: length = 0
    }
    guard length > 0 else { return false }
    return at(i + length) == 0x20 || at(i + length) == 0x09 || isNoBreakSpace(i + length)
  }

  /// U+00A0, which word processors put where a space was typed.
  func isNoBreakSpace(_ i: Int) -> Bool { at(i) == 0xC2 && at(i + 1) == 0xA0 }
}
