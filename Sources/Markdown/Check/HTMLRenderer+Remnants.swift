import Text

/// Lines of other documents that are no text of an article: their headings, captions, page numbers, tables of contents.
extension HTMLRenderer {
  /// What is told of a paragraph, or a line of it, as a whole; `i` is a text in it.
  mutating func reportLine(_ i: Int, _ walk: inout UnreadWalk) {
    let block = walk.block
    if walk.isOutermost, let callout = unboxedCallout(at: i, in: block) {
      let isBlock = i < block + 4 && body.tree.end(of: block + 1) > i
      let start = body.tree.nodes[i].text.range.lowerBound
      warn(
        at: isBlock ? positionOfBlock(block) : position(ofByte: start, inBlock: block),
        Remnant.unboxedCallout(callout).words)
      walk.warnings += 1
    } else if walk.isOutermost, let item = typedItem(i, &walk) {
      warn(at: position(ofByte: item, inBlock: block), Remnant.typedItem.words)
      walk.warnings += 1
    } else if let item = swallowedItem(i, block) {
      warn(at: position(ofByte: item, inBlock: block), Remnant.typedItem.words)
      walk.warnings += 1
    }
    if let remnant = remnantOfDocument(at: i, &walk), !walk.hasTold(remnant) {
      warn(at: positionOfBlock(block), remnant.words)
      walk.warnings += 1
    }
  }

  /// What the paragraph at hand is a remnant of, where `i` is its first text, bold or not.
  func remnantOfDocument(at i: Int, _ walk: inout UnreadWalk) -> Leftover? {
    let (nodes, block) = (body.tree.nodes, walk.block)
    guard i > block, i < block + 4, nodes[block].kind == .paragraph else { return nil }
    let start = i == block + 1 ? i : marked(i)
    guard let start, start == block + 1 else { return nil }
    let text = body.tree.bytes[nodes[i].text.range]
    guard let first = text.first else { return nil }
    if start == i, TrackedChange.begins(text) { return .trackedChange }
    if let label = captionLabel(text, first, &walk) { return label }
    if first == UInt8(ascii: "O") || first == UInt8(ascii: "E"),
      case let last = nodes[body.tree.end(of: block) - 1], last.kind == .text,
      MessageStamp.introduces(text, body.tree.bytes[last.text.range])
    {
      return .mailWords
    }
    if first == 0xE2, start == i, let sign = Self.signOfNote(text), !isBelowCellOrPicture(walk) {
      return .remnant(.markedNote(sign))
    }
    if start == i, walk.isOutermost, PageFurniture.isOfMail(text) { return .mailWords }
    let head = text.startIndex..<min(text.endIndex, text.startIndex + Self.longestLine)
    let line = text[head.lowerBound..<(TextScanner.first(0x0A, in: body.tree.bytes, head) ?? head.upperBound)]
    // Most paragraphs begin with more words than such a line has.
    guard line.count < Self.longestLine else { return nil }
    let isLine = line.endIndex == text.endIndex
    let isWhole = isLine && Int(nodes[start].end) == body.tree.end(of: block)
    if isWhole || isLine && first == UInt8(ascii: "P") {
      let words = isWhole ? line : line + wholeText(ofShortBlock: block)
      if PageNumber.last(in: words) != nil { return .remnant(.pageNumber) }
    }
    if isWhole, walk.isOutermost, PageNumber.isCount(line) { return .remnant(.pageNumber) }
    if isWhole, PageFurniture.isOfPage(line), !isAboveList(block) { return .remnant(.webPage) }
    // Below a picture it says whose that is.
    if PageFurniture.isCopyright(line), !walk.hasPictures { return .remnant(.copyright) }
    guard isWhole || !isLine else { return nil }
    if walk.isOutermost, let remnant = title(line, isWhole, &walk) { return remnant }
    guard isWhole else { return nil }
    return ProseByte.isDigit(first) ? number(text, isBold: start < i, &walk) : otherLine(text)
  }

  private static let longestLine = 120

  /// What stands right above a list may be its author's title for it.
  private func isAboveList(_ block: Int) -> Bool {
    let next = body.tree.end(of: block)
    return next < body.tree.nodes.count && body.tree.nodes[next].kind == .list
  }

  /// `References` above works, and `Contents` above its entries; `line` may be the first of several.
  private func title(_ line: ArraySlice<UInt8>, _ isWhole: Bool, _ walk: inout UnreadWalk) -> Leftover? {
    guard line.count < 40 else { return nil }
    let next = body.tree.end(of: walk.block)
    let below =
      isWhole ? (next < body.tree.nodes.count && next != walk.containerEnd ? next : nil) : walk.block
    guard let below else { return nil }
    let kind = body.tree.nodes[below].kind
    if Self.isTitleOfContents(line, isListed: kind == .list) { return .remnant(.typedContents) }
    if kind == .list || kind == .paragraph, Self.isTitleOfWorks(line), holdsYear(in: below) {
      return .typedWorks
    }
    guard line.first.map({ $0 &- 0x41 < 26 }) ?? false, isWhole, HeadingWords.isCapitals(line),
      Self.mayFollowHeading(kind), !isInCapitals(below), let title = Self.title(line),
      unboxedCallout(at: walk.block + 1, in: walk.block) == nil
    else { return nil }
    return body.tree.nodes[walk.block + 1].kind == .text
      ? .plainHeading(Array(HeadingWords.plain(title).utf8)) : nil
  }

  /// Whether a paragraph goes on in capitals: a sign, or an address.
  private func isInCapitals(_ block: Int) -> Bool {
    guard body.tree.nodes[block].kind == .paragraph, body.tree.nodes[block + 1].kind == .text else {
      return false
    }
    let line = body.tree.bytes[body.tree.nodes[block + 1].text.range].prefix { $0 != 0x0A }
    return !line.contains { $0 &- 0x61 < 26 }
  }

  /// `1.2 When to rest`, `1 Exercises`, and a number alone.
  private func number(_ text: ArraySlice<UInt8>, isBold: Bool, _ walk: inout UnreadWalk) -> Leftover? {
    let number = text.prefix { ProseByte.isDigit($0) || $0 == UInt8(ascii: ".") }
    if number.endIndex == text.endIndex {
      return walk.isOutermost && number.count < 4 && !EmergencyNumber.isOne(text)
        && text.allSatisfy(ProseByte.isDigit)
        ? .remnant(.loneNumber) : nil
    }
    let words = text[number.endIndex...].drop(while: isSpace)
    guard !isBold, words.startIndex > number.endIndex, (words.first ?? 0) &- 0x41 < 26,
      let title = Self.title(words)
    else { return nil }
    let levels = number.split(separator: UInt8(ascii: ".")).count
    if levels > 1, number.last != UInt8(ascii: ".") { return .plainHeading(Array(title)) }
    guard levels == 1, walk.isOutermost, options.stepsURL == nil, title.count < 48,
      isNumberedTitle(walk.block),
      numberedTitles() > 1
    else { return nil }
    return .plainHeading(Array(title))
  }

  /// Whether a paragraph is a number and a title, and what stands below it is no such thing, as in a list.
  private func isNumberedTitle(_ block: Int) -> Bool {
    func begins(_ block: Int) -> Bool {
      guard block + 1 < body.tree.nodes.count, body.tree.nodes[block].kind == .paragraph,
        body.tree.end(of: block) == block + 2, body.tree.nodes[block + 1].kind == .text
      else { return false }
      let text = body.tree.bytes[body.tree.nodes[block + 1].text.range]
      let digits = text.prefix(while: ProseByte.isDigit)
      let rest = text[digits.endIndex...].drop { $0 == UInt8(ascii: ".") }
      return (1...2).contains(digits.count) && rest.first == 0x20
        && (rest.dropFirst().first ?? 0) &- 0x41 < 26
        && text.count < 52 && Self.title(text) != nil
    }
    let next = body.tree.end(of: block)
    return begins(block) && next < body.tree.nodes.count && Self.mayFollowHeading(body.tree.nodes[next].kind)
      && !begins(next)
  }

  private func numberedTitles() -> Int {
    body.tree.nodes.indices.lazy.filter { body.tree.nodes[$0].kind == .paragraph && isNumberedTitle($0) }
      .prefix(2).count
  }

  /// `INSERT FIGURE 1 HERE`, `IMG_2041.JPG`.
  private func otherLine(_ text: ArraySlice<UInt8>) -> Leftover? {
    guard text.count < 80 else { return nil }
    if ByteSearch.begins(text, with: "insert "), ByteSearch.begins(text.suffix(5), with: " here"),
      Self.inserted.contains(where: { ByteSearch.begins(text.dropFirst(7), with: $0) })
    {
      return .unwritten(Array(text))
    }
    return PictureFile.isName(text) ? .remnant(.pictureName(Array(text))) : nil
  }

  private static let inserted: [StaticString] = [
    "figure ", "picture ", "image ", "photo ", "table ", "diagram ", "video ", "logo ", "link ", "map ",
    "text ",
    "name ", "date ", "chart ", "graph ", "screenshot ",
  ]

  /// `Figure 1: The hip`, where there is no picture, and `Table 1. Doses`, where there is no table.
  private func captionLabel(_ text: ArraySlice<UInt8>, _ first: UInt8, _ walk: inout UnreadWalk) -> Leftover?
  {
    guard Self.mayBeginLabel(text),
      let label = Self.labels.first(where: { ByteSearch.begins(text, with: $0) })
    else { return nil }
    var rest = text.dropFirst(label.utf8CodeUnitCount)
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst() }
    let gap = rest.prefix { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }
    let number = rest[gap.endIndex...].prefix(while: ProseByte.isDigit)
    guard !gap.isEmpty, (1...2).contains(number.count) else { return nil }
    let behind = rest[number.endIndex...]
    let isMark =
      behind.isEmpty || [0x3A, 0x2E, 0x0A].contains(behind.first ?? 0)
      || [" \u{2013} ", " \u{2014} ", " - ", "\u{2013}", "\u{2014}", " | "].contains {
        behind.starts(with: $0.utf8)
      }
    guard isMark else { return nil }
    let isTable = first == UInt8(ascii: "T")
    return (isTable ? walk.hasTables : walk.hasPictures) ? nil : isTable ? .remnant(.lostTable) : .lostFigure
  }

  /// Its first two letters tell nearly every text apart.
  private static func mayBeginLabel(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 1 else { return false }
    let second = text[text.startIndex + 1] | 0x20
    switch text[text.startIndex] {
    case UInt8(ascii: "F"), UInt8(ascii: "f"):
      return second == UInt8(ascii: "i") || second == UInt8(ascii: "o")
    case UInt8(ascii: "T"): return second == UInt8(ascii: "a")
    case UInt8(ascii: "P"): return second == UInt8(ascii: "h") || second == UInt8(ascii: "i")
    case UInt8(ascii: "I"): return second == UInt8(ascii: "m") || second == UInt8(ascii: "l")
    case UInt8(ascii: "D"): return second == UInt8(ascii: "i")
    default: return false
    }
  }

  private static let labels: [StaticString] = [
    "figure", "figura", "fig", "table", "tabla", "photo", "picture", "image", "illustration", "diagram",
    "foto",
    "imagen",
  ]

  /// The further words of a paragraph of a few nodes, without their marks.
  private func wholeText(ofShortBlock block: Int) -> ArraySlice<UInt8> {
    let end = body.tree.end(of: block)
    guard end - block < 10 else { return [] }
    var bytes: [UInt8] = []
    for i in (block + 2)..<end where body.tree.nodes[i].kind == .text {
      bytes += body.tree.bytes[body.tree.nodes[i].text.range]
    }
    return bytes[...]
  }
}
