/// The `**` that are left in one run of text, which CommonMark has not read as bold.
struct StarRuns {
  private var count = 0
  /// The first that stands right before or behind a word, and the last before it that stands alone.
  private var first: (start: Int, opens: Bool, closes: Bool, length: Int)?
  private var alone: Int?
  private var firstAlone: Int?
  private var lastByte: UInt8 = 0
  /// Whether punctuation on one side and a letter on the other keep one from opening or closing.
  private var isBesidePunctuation = false
  /// Whether that letter is no digit, so that `f(x)**2` is not meant.
  private var isBesideWord = false
  /// Whether two letters follow the first; a note to a table has one: `***p < 0.001`.
  private var isBeforeWord = false

  mutating func add(
    _ stars: Range<Int>, in bytes: [UInt8], _ range: Range<Int>, _ edges: UnreadMarkdown.Edges
  ) {
    typealias Side = Strikethrough.Side
    let before: Side =
      stars.lowerBound > range.lowerBound
      ? Strikethrough.side(before: stars.lowerBound, bytes, range) : edges.startsLine ? .space : .punctuation
    let after: Side =
      stars.upperBound < range.upperBound
      ? Strikethrough.side(at: stars.upperBound, bytes, range) : edges.endsLine ? .space : .punctuation
    count += 1
    if before != .space && after != .space && before != after {
      isBesidePunctuation = true
      let letter = before == .letter ? bytes[stars.lowerBound - 1] : bytes[stars.upperBound]
      isBesideWord = letter >= 0x80 || letter.isLetterOfASCII
    }
    let (opens, closes) = (after != .space, before != .space)
    if first == nil, opens || closes {
      first = (stars.lowerBound, opens, closes, stars.count)
      let next = bytes[stars.upperBound..<range.upperBound].prefix(2)
      isBeforeWord = next.count == 2 && next.allSatisfy(ProseByte.isLetter)
      if closes, stars.lowerBound > range.lowerBound { lastByte = bytes[stars.lowerBound - 1] }
    } else if first == nil {
      alone = stars.lowerBound
      firstAlone = firstAlone ?? alone
    }
  }

  /// What to say of them, and where. One that stands alone, or right behind a number as in a table of figures, is meant
  /// to be seen.
  func finding(isCell: Bool) -> (UnreadMarkdown.Kind, start: Int)? {
    guard count > 1 else {
      guard let first, first.length == 2 || first.length == 3 && first.opens && isBeforeWord else {
        return nil
      }
      // Its partner stands in another run of text: CommonMark has made the words between two such pairs bold.
      if isBesidePunctuation, isBesideWord { return (.leftover(.boldBesidePunctuation), first.start) }
      guard first.opens != first.closes else { return nil }
      let isFootnote = first.closes && (isCell || !lastByte.isLetterOfASCII && lastByte != UInt8(ascii: ":"))
      return isFootnote ? nil : (.leftover(.openBold), first.start)
    }
    let kind: UnreadMarkdown.Kind = isBesidePunctuation ? .leftover(.boldBesidePunctuation) : .emphasis
    guard let first else { return firstAlone.map { (kind, $0) } }
    return (kind, first.opens ? first.start : alone ?? first.start)
  }
}
