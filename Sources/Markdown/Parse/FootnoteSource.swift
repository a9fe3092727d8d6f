/// The texts of footnotes (`[^id]: text`, continued by lines indented by four), which cmark would take for
/// link definitions or paragraphs.
///
/// Before parsing, each becomes a list item with the same indentation, so that cmark parses its blocks. It runs into no
/// other list: an empty heading stands before it, and its mark is one that the article does not begin a list with. What
/// was taken for one inside code or HTML is found out afterwards and left alone: only then is a second parse needed.
struct FootnoteSource {
  struct Definition {
    /// In lower case.
    var id: [UInt8]
    /// Line, from 0, of the source before.
    var line: Int
    /// Line, from 1, of `text`.
    var parsedLine = 0
    /// Whether it is part of code or HTML.
    var isRejected = false
    /// The last line, from 0, of the source before; set when a list follows that it must not run into.
    var lastLine: Int?
    /// The item in the tree.
    var item: Int?
  }

  let source: [UInt8]
  private(set) var definitions: [Definition] = []
  private(set) var text: [UInt8] = []
  /// For every line of `text` the line, from 0, of the source before.
  private(set) var lineMap: [Int32] = []
  private var separators: Set<Int32> = []
  private let lines: SourceLines
  /// Takes four columns, as many as the lines that continue a footnote are indented by.
  private var bullet = Self.bullets[0]

  private static let bullets = ["-   ", "+   ", "*   ", "1)  ", "1.  "].map { Array($0.utf8) }

  /// Nil when no line of `source` begins a footnote's text.
  init?(_ source: [UInt8]) {
    guard TextScanner.contains(UInt8(ascii: "^"), in: source) else { return nil }
    self.source = source
    lines = SourceLines(source)
    var hasMisplaced = false
    for number in 1...lines.count {
      let range = lines.range(number)
      guard let mark = Self.mark(source, range) else { continue }
      if mark.lowerBound == range.lowerBound {
        let id = source[mark.lowerBound + 2..<mark.upperBound - 2].map {
          (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
        }
        definitions.append(Definition(id: id, line: number - 1))
      } else {
        hasMisplaced = true
      }
    }
    guard hasMisplaced || !definitions.isEmpty else { return nil }
    bullet = unusedBullet
    rewrite()
  }

  /// A mark that no line begins a list with. Where all five are used, a list may have to be set apart afterwards.
  private var unusedBullet: [UInt8] {
    var used: Set<UInt8> = []
    for number in 1...lines.count {
      var line = source[lines.range(number)].drop { $0 == 0x20 }
      let digits = line.prefix { (0x30...0x39).contains($0) }
      line = line[digits.endIndex...]
      if let mark = line.first { used.insert(digits.isEmpty ? mark : mark | 0x80) }
    }
    return Self.bullets.first {
      let isNumber = $0[0] == UInt8(ascii: "1")
      return !used.contains(isNumber ? $0[1] | 0x80 : $0[0])
    } ?? Self.bullets[0]
  }

  /// The range of `[^id]:` when it is the first thing on a line but for white space and containers' marks.
  private static func mark(_ source: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    var i = line.lowerBound
    skipping: while i < line.upperBound {
      switch source[i] {
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ")"):
        i += 1
      default: break skipping
      }
    }
    let start = i
    guard i + 4 < line.upperBound, source[i] == UInt8(ascii: "["), source[i + 1] == UInt8(ascii: "^") else {
      return nil
    }
    i += 2
    while i < line.upperBound, source[i] > 0x20, source[i] != UInt8(ascii: "]"),
      source[i] != UInt8(ascii: "[")
    { i += 1 }
    guard i > start + 2, i + 1 < line.upperBound, source[i] == UInt8(ascii: "]"),
      source[i + 1] == UInt8(ascii: ":")
    else {
      return nil
    }
    return start..<i + 2
  }

  /// Parses until what was taken for a footnote's text is one: once more where code or HTML holds what looks like one.
  mutating func parse(into tree: inout SyntaxTree) {
    CMark.parse(text, smart: true, into: &tree)
    for _ in 0..<2 where !find(in: tree) { CMark.parse(text, smart: true, into: &tree) }
  }

  private mutating func rewrite() {
    text.removeAll(keepingCapacity: true)
    lineMap.removeAll(keepingCapacity: true)
    separators.removeAll()
    var next = 0
    var ends: Set<Int> = []
    for number in 1...lines.count {
      let range = lines.range(number)
      let line = Int32(truncatingIfNeeded: number - 1)
      if next < definitions.count, definitions[next].line == number - 1 {
        defer { next += 1 }
        if !definitions[next].isRejected {
          appendSeparator(line)
          if let last = definitions[next].lastLine { ends.insert(last) }
          definitions[next].parsedLine = lineMap.count + 1
          text.append(contentsOf: bullet)
          var start = range.lowerBound + definitions[next].id.count + 4
          while start < range.upperBound, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
          text.append(start..<range.upperBound, of: source)
          lineMap.append(line)
          if ends.contains(number - 1) { appendSeparator(line) }
          continue
        }
      } else if let mark = Self.mark(source, range) {
        text.append(range.lowerBound..<mark.lowerBound, of: source)
        text.append(contentsOf: EscapeSentinels.footnote.reference)
        text.append(mark.lowerBound + 1..<range.upperBound, of: source)
        lineMap.append(line)
        if ends.contains(number - 1) { appendSeparator(line) }
        continue
      }
      text.append(range, of: source)
      lineMap.append(line)
      if ends.contains(number - 1) { appendSeparator(line) }
    }
  }

  private mutating func appendSeparator(_ line: Int32) {
    if let last = text.last, last != 0x0A { text.append(0x0A) }
    text.append("# \n")
    lineMap.append(line)
    separators.insert(Int32(truncatingIfNeeded: lineMap.count))
  }

  /// Finds the definitions in the tree parsed from `text`. False when some were none, or ran into a list after
  /// them: then `text` has changed and must be parsed again.
  mutating func find(in tree: SyntaxTree) -> Bool {
    var isSettled = true
    var lists: [Int32: Int] = [:]
    var i = 1
    while i < tree.nodes.count {
      if tree.nodes[i].kind == .list { lists[tree.nodes[i].firstLine] = i }
      i = tree.end(of: i)
    }
    for index in definitions.indices where !definitions[index].isRejected {
      guard let list = lists[Int32(truncatingIfNeeded: definitions[index].parsedLine)] else {
        definitions[index].isRejected = true
        isSettled = false
        continue
      }
      definitions[index].item = list + 1
      if tree.end(of: list + 1) < tree.end(of: list) {
        let last = Int(tree.nodes[list + 1].lastLine) - 1
        definitions[index].lastLine =
          lineMap.indices.contains(last) ? Int(lineMap[last]) : definitions[index].line
        isSettled = false
      }
    }
    if !isSettled { rewrite() }
    return isSettled
  }

  /// Takes the definitions and what sets them apart out of the flow.
  func mark(_ tree: inout SyntaxTree) {
    for definition in definitions where !definition.isRejected {
      if let item = definition.item { tree.nodes[item - 1].kind = .footnote }
    }
    for i in tree.nodes.indices
    where tree.nodes[i].kind == .heading && separators.contains(tree.nodes[i].firstLine) {
      tree.nodes[i].kind = .separator
    }
  }
}
