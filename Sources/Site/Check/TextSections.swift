import Markdown

/// The parts of a text that its headings begin, to find in a translation what stands in the same place.
struct TextSections {
  struct Section {
    /// Its heading's place in the outline; nil for what stands before the first, and for footnotes.
    let heading: Int?
    /// Of the text's blocks, its heading among them.
    fileprivate(set) var blocks: Range<Int>
  }

  private let text: ArticleText
  /// What stands before the first heading is there, even if it is nothing.
  private(set) var sections: [Section]
  /// The line of each heading, in order, and the section that it begins.
  private let beginnings: [(line: Int, section: Int)]

  init(_ text: ArticleText) {
    self.text = text
    sections = [Section(heading: nil, blocks: 0..<0)]
    var beginnings: [(line: Int, section: Int)] = []
    var isFootnote = false
    for (number, block) in text.blocks.enumerated() {
      if block.heading >= 0 {
        beginnings.append((Int(block.firstLine), sections.count))
        sections.append(Section(heading: Int(block.heading), blocks: number..<number + 1))
      } else if block.place.isFootnotes, !isFootnote {
        isFootnote = true
        sections.append(Section(heading: nil, blocks: number..<number + 1))
      } else {
        let last = sections.count - 1
        sections[last].blocks = sections[last].blocks.lowerBound..<number + 1
      }
    }
    self.beginnings = beginnings
  }

  /// The last line of a section, where what it lacks would stand; that of what is before it, when nothing is in it.
  func lastLine(_ section: Int) -> Int {
    for number in sections.indices.prefix(section + 1).reversed() {
      if let line = sections[number].blocks.map({ text.blocks[$0].lastLine }).max() { return Int(line) }
    }
    return text.blocks.first.map { Int($0.firstLine) } ?? 1
  }

  /// The last line of the text, footnotes left out.
  var lastLine: Int {
    text.blocks.lazy.filter { !$0.place.isFootnotes }.map { Int($0.lastLine) }.max() ?? 1
  }

  /// The section that a line of the file stands in.
  func section(ofLine line: Int) -> Int {
    // Looked for once for each citation that is missing.
    var (low, high) = (0, beginnings.count)
    while low < high {
      let middle = (low + high) / 2
      if beginnings[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : beginnings[low - 1].section
  }
}
