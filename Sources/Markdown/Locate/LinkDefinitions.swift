/// The link definitions of an article (CommonMark, section 4.7): where each destination is written. A line that looks
/// like one counts; this decides about places in reports, not about HTML.
enum LinkDefinitions {
  static func find(in text: [UInt8]) -> [[UInt8]: Int] {
    var found: [[UInt8]: Int] = [:]
    var line = 0
    while line < text.count {
      let end = TextScanner.first(0x0A, in: text, line..<text.count) ?? text.count
      let start = BlockMarks.skip(text, line..<end, labels: false).text
      line = end + 1
      guard start < end, text[start] == UInt8(ascii: "["), let close = labelEnd(text, start),
        close + 1 < text.count, text[close + 1] == UInt8(ascii: ":")
      else { continue }
      var destination = close + 2
      while destination < text.count, isSpace(text[destination]) { destination += 1 }
      if destination < text.count, text[destination] == UInt8(ascii: "<") { destination += 1 }
      let label = normalized(text[start + 1..<close])
      if found[label] == nil { found[label] = destination }
    }
    return found
  }

  /// Behind the last byte of the destination at `start` (CommonMark, section 6.3): before the `>` when it stands in
  /// pointed brackets, else before white space.
  static func end(ofDestination start: Int, in text: [UInt8]) -> Int {
    let isPointed = start > 0 && text[start - 1] == UInt8(ascii: "<")
    var i = start
    while i < text.count, text[i] != 0x0A, isPointed ? text[i] != UInt8(ascii: ">") : text[i] > 0x20 {
      i += text[i] == UInt8(ascii: "\\") && i + 1 < text.count ? 2 : 1
    }
    return min(i, text.count)
  }

  /// The `]` that closes the label at `start`, which has at most 999 characters.
  private static func labelEnd(_ text: [UInt8], _ start: Int) -> Int? {
    var i = start + 1
    while i < min(text.count, start + 4000), text[i] != UInt8(ascii: "[") {
      if text[i] == UInt8(ascii: "]") { return i }
      i += text[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// White space collapsed, letter case folded.
  static func normalized(_ label: ArraySlice<UInt8>) -> [UInt8] {
    let words = String(decoding: label, as: UTF8.self).lowercased().utf8.split(whereSeparator: isSpace)
    return Array(words.joined(separator: CollectionOfOne(0x20)))
  }
}
