extension SourceLines {
  /// The mark of a list's entry on a line among keys: `- rf-calf:` or `- {label: …}` where the lines above in its column are keys.
  static func dashAmongKeys(
    onLine number: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> (offset: Int, hint: String)? {
    let lines = all(of: source, upTo: number)
    guard number < lines.count else { return nil }
    func column(_ line: Range<Int>) -> Int { line.prefix { source[$0] == 0x20 }.count }
    func isKey(from start: Int, to end: Int) -> Bool {
      let word = source[start..<end].prefix { isInKey($0) }
      return !word.isEmpty && word.endIndex < end && source[word.endIndex] == UInt8(ascii: ":")
    }
    let line = lines[number]
    let start = line.lowerBound + column(line)
    guard source[start..<line.upperBound].starts(with: "- ".utf8) else { return nil }
    let above = lines[..<number].filter { range in
      let first = range.first { source[$0] > 0x20 }
      return first.map { source[$0] != UInt8(ascii: "#") } ?? false
    }
    guard let other = above.last(where: { column($0) <= column(line) }), column(other) == column(line),
      isKey(from: other.lowerBound + column(other), to: other.upperBound),
      // The entries of a list may begin below the key that they belong to.
      above.last != other
        || source[other].drop(while: { $0 != UInt8(ascii: ":") }).dropFirst().contains(where: { $0 > 0x20 })
    else { return nil }
    let rest = source[start..<line.upperBound].dropFirst(2).drop { $0 == 0x20 }
    if isKey(from: rest.startIndex, to: line.upperBound) {
      return (start, "Delete the `- `: keys have none in front of them.")
    }
    guard rest.first == UInt8(ascii: "{") else { return nil }
    return (start, "Write a name and a colon in place of the `-`, such as `new-one: {…}`.")
  }
}
