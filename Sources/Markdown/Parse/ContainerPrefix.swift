/// Where a line's own text begins inside the quotes and list items that hold it (CommonMark, sections 5.1
/// and 5.2).
struct ContainerPrefix {
  private struct Container {
    var isQuote: Bool
    /// List item: the line on which it begins, from 1, and the columns that its marker takes.
    var firstLine: Int
    var width: Int
  }

  private var containers: [Container] = []

  /// `ancestors` from the outermost: the quotes and items of the tree around a block.
  init(ancestors: [SyntaxTree.Node], lines: SourceLines) {
    for node in ancestors {
      containers.append(Container(isQuote: node.kind == .quote, firstLine: Int(node.firstLine), width: 0))
      guard node.kind == .item else { continue }
      let line = lines.range(Int(node.firstLine))
      let outer = offset(inLine: Int(node.firstLine), lines, depth: containers.count - 1) ?? line.lowerBound
      containers[containers.count - 1].width = Self.markerWidth(lines.text[outer..<line.upperBound])
    }
  }

  /// The offset in the source of the text of line `number`, from 1; nil when the line lacks a mark or the
  /// indentation that its containers ask for (a lazy continuation line).
  func offset(inLine number: Int, _ lines: SourceLines) -> Int? {
    offset(inLine: number, lines, depth: containers.count)
  }

  private func offset(inLine number: Int, _ lines: SourceLines, depth: Int) -> Int? {
    let line = lines.range(number)
    var i = line.lowerBound
    for container in containers[..<depth] {
      if container.isQuote {
        while i < line.upperBound, lines.text[i] == 0x20 || lines.text[i] == 0x09 { i += 1 }
        guard i < line.upperBound, lines.text[i] == UInt8(ascii: ">") else { return nil }
        i += 1
        if i < line.upperBound, lines.text[i] == 0x20 || lines.text[i] == 0x09 { i += 1 }
      } else {
        var columns = 0
        while columns < container.width, i < line.upperBound {
          if number != container.firstLine, lines.text[i] != 0x20, lines.text[i] != 0x09 { return nil }
          columns += lines.text[i] == 0x09 ? 4 - columns % 4 : 1
          i += 1
        }
      }
    }
    return i
  }

  /// The columns of a list item's marker with the spaces before and after it.
  private static func markerWidth(_ line: ArraySlice<UInt8>) -> Int {
    var i = line.startIndex
    while i < line.endIndex, line[i] == 0x20 { i += 1 }
    while i < line.endIndex, (0x30...0x39).contains(line[i]) { i += 1 }
    i += 1
    let marker = i - line.startIndex
    var spaces = 0
    while i < line.endIndex, line[i] == 0x20 || line[i] == 0x09 {
      spaces += line[i] == 0x09 ? 4 - (marker + spaces) % 4 : 1
      i += 1
    }
    let isBlank = i >= line.endIndex || line[i] == 0x0A
    return marker + (isBlank || spaces > 4 ? 1 : spaces)
  }
}

/// A text and where its lines are.
struct SourceLines {
  let text: [UInt8]
  private var starts: [Int] = [0]

  init(_ text: [UInt8]) {
    self.text = text
    while let start = starts.last, let end = TextScanner.first(0x0A, in: text, start..<text.count) {
      starts.append(end + 1)
    }
    if starts.last == text.count, starts.count > 1 { starts.removeLast() }
  }

  var count: Int { starts.count }

  /// The bytes of line `number`, from 1, with its line end.
  func range(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= starts.count else { return text.count..<text.count }
    return starts[number - 1]..<(number < starts.count ? starts[number] : text.count)
  }
}
