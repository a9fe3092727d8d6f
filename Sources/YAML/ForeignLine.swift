/// A line as other languages write it, or a first line that begins further in than those below it: YAML stumbles over the next one. For
/// reports only.
extension SlippedLine {
  /// `// a note` and `<!-- a note -->`, right above the fault or on its line.
  static func foreignComment(nearLine last: Int, in source: UnsafeBufferPointer<UInt8>) -> SlippedLine? {
    let lines = SourceLines.all(of: source, upTo: last)
    // Data between braces has no comments at all.
    if let first = source.first(where: { $0 > 0x20 }), "[{".utf8.contains(first) { return nil }
    for line in lines.suffix(4).reversed() {
      let start = line.first { source[$0] != 0x20 } ?? line.upperBound
      let text = source[start..<line.upperBound]
      let sign = ["//", "<!--"].first { text.starts(with: $0.utf8) }
      guard let sign else { continue }
      let isClosed = sign == "//" || text.suffix(3).elementsEqual("-->".utf8)
      var words = String(decoding: text.dropFirst(sign.utf8.count), as: UTF8.self)[...]
      if words.hasSuffix("-->") { words = words.dropLast(3) }
      let note = words.split(separator: " ").joined(separator: " ")
      return SlippedLine(
        offset: start, message: "A comment starts with `#` here, not with `\(sign)`.",
        hint: note.isEmpty || note.utf8.count > 80 || !isClosed
          ? "Write `# ` at the beginning of each line of the comment, and delete its marks."
          : "Write `# \(note)`.")
    }
    return nil
  }

  /// The first key when it is further in than the one below it, which is the line of the fault.
  static func indentedStart(aboveLine wanted: Int, in source: UnsafeBufferPointer<UInt8>) -> SlippedLine? {
    let lines = SourceLines.all(of: source, upTo: wanted)
    func column(_ line: Range<Int>) -> Int { line.prefix { source[$0] == 0x20 }.count }
    func key(_ line: Range<Int>) -> ArraySlice<UInt8>? {
      let text = source[line].dropFirst(column(line))
      let name = text.prefix { SourceLines.isInKey($0) }
      return !name.isEmpty && name.endIndex < line.upperBound && source[name.endIndex] == UInt8(ascii: ":")
        ? Array(name)[...] : nil
    }
    guard wanted < lines.count, key(lines[wanted]) != nil,
      let first = lines[..<wanted].first(where: { line in
        line.first { source[$0] > 0x20 }.map { source[$0] != UInt8(ascii: "#") } ?? false
      }), let name = key(first), column(first) > 0, column(lines[wanted]) == 0
    else { return nil }
    let spaces = column(first) - column(lines[wanted])
    let above = spaces == 1 ? "the space" : "the \(spaces) spaces"
    return SlippedLine(
      offset: first.lowerBound,
      message:
        "This line starts with \(spaces == 1 ? "a space" : "\(spaces) spaces"), but the keys below it do not.",
      hint:
        "Remove \(above) in front of `\(String(decoding: name, as: UTF8.self)):`, and of any line below it that has as many."
    )
  }

  /// A key that begins between the columns of two levels above it: one space further in than the one that it belongs to.
  static func betweenLevels(line wanted: Int, in source: UnsafeBufferPointer<UInt8>) -> SlippedLine? {
    let lines = SourceLines.all(of: source, upTo: wanted)
    func column(_ line: Range<Int>) -> Int { line.prefix { source[$0] == 0x20 }.count }
    guard wanted < lines.count, case let own = column(lines[wanted]), own > 0,
      case let text = source[lines[wanted]].dropFirst(own),
      case let name = text.prefix(while: { SourceLines.isInKey($0) }), !name.isEmpty,
      source[name.endIndex...].first == UInt8(ascii: ":"),
      // What has a value of its own may belong to either level.
      !source[name.endIndex..<lines[wanted].upperBound].dropFirst().contains(where: { $0 > 0x20 })
    else { return nil }
    // The levels that are open here, the innermost first.
    var (inner, outer) = (Int?.none, Int?.none)
    for line in lines[..<wanted].reversed() where outer == nil {
      guard let first = line.first(where: { source[$0] > 0x20 }), source[first] != UInt8(ascii: "#") else {
        continue
      }
      let one = column(line)
      if one == own { return nil }
      if one > own { inner = one } else { outer = one }
    }
    guard let inner, let outer, own - outer == 1, inner - own > 0 else { return nil }
    let key = String(decoding: name, as: UTF8.self)
    return SlippedLine(
      offset: lines[wanted].lowerBound,
      message: "This line starts with a space too many: no key above it begins in its column.",
      hint: "Remove one space in front of `\(key):`.")
  }

  /// A `*` that was meant as the mark of a list: `* Begin slowly`.
  static func starAsMark(onLine number: Int, in source: UnsafeBufferPointer<UInt8>) -> SlippedLine? {
    let lines = SourceLines.all(of: source, upTo: number)
    guard number < lines.count, let start = lines[number].first(where: { source[$0] != 0x20 }),
      source[start] == UInt8(ascii: "*"), start + 1 < lines[number].upperBound, source[start + 1] == 0x20
    else { return nil }
    return SlippedLine(
      offset: start, message: "`*` begins no entry of a list here.",
      hint: "Write `- ` in place of `* `, on each line of the list.")
  }
}
