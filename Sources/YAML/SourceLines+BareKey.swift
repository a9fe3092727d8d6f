extension SourceLines {
  /// A key whose colon is missing, with its value on the lines below or none at all.
  struct BareKey {
    let offset: Int
    let key: String
    /// Whether what stands below it belongs to it.
    let hasValue: Bool
  }

  /// The nearest line up to `last`, from 0, that is one word alone, where only lines of its own stand between: further in, or entries of a
  /// list.
  static func bareKey(upTo last: Int, in source: UnsafeBufferPointer<UInt8>) -> BareKey? {
    let lines = all(of: source, upTo: last)
    /// How far in a line begins; nil for one that is empty or a comment.
    func margin(_ number: Int) -> Int? {
      let text = lines[number].drop { source[$0] == 0x20 }
      guard let first = text.first, source[first] != UInt8(ascii: "#"), source[first] != 0x0D else {
        return nil
      }
      return text.startIndex - lines[number].lowerBound
    }
    func isEntry(_ number: Int, at margin: Int) -> Bool {
      let text = lines[number].dropFirst(margin)
      return text.first.map { source[$0] } == UInt8(ascii: "-")
        && text.dropFirst().first.map { source[$0] == 0x20 } ?? true
    }
    var below: Int?
    var least = Int.max
    for number in stride(from: min(last, lines.count - 1), through: 0, by: -1) {
      guard let margin = margin(number) else { continue }
      let words = lines[number].dropFirst(margin)
      let word = words.prefix { isInKey(source[$0]) }
      let isAlone = words.dropFirst(word.count).allSatisfy { source[$0] == 0x20 }
      if isAlone, word.contains(where: { (source[$0] | 0x20) &- 0x61 < 26 }), !isEntry(number, at: margin),
        margin <= least, !isInText(number, margin)
      {
        let hasValue =
          below.map { lineBelow in
            let inner = self.margin(of: lines[lineBelow], in: source)
            return inner > margin || isEntry(lineBelow, at: inner)
          } ?? false
        return BareKey(
          offset: word.startIndex,
          key: String(decoding: source[word.startIndex..<word.endIndex], as: UTF8.self),
          hasValue: hasValue)
      }
      // The line of the fault is a key as far in as the word; entries stand as far in as their key.
      least = min(least, isEntry(number, at: margin) || below == nil ? margin : margin - 1)
      if least < 0 { return nil }
      below = number
    }
    return nil

    /// Whether a line is part of a text of several lines: the one above that begins further out opens it.
    func isInText(_ number: Int, _ inner: Int) -> Bool {
      for above in stride(from: number - 1, through: 0, by: -1) {
        guard let outer = margin(above), outer < inner else { continue }
        let end = lines[above].last { source[$0] != 0x20 }.map { source[$0] }
        return end != UInt8(ascii: ":") && !(isEntry(above, at: outer))
      }
      return inner > 0
    }
  }

  private static func margin(of line: Range<Int>, in source: UnsafeBufferPointer<UInt8>) -> Int {
    line.prefix { source[$0] == 0x20 }.count
  }
}
