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

  init(_ text: ArticleText) {
    self.text = text
    sections = [Section(heading: nil, blocks: 0..<0)]
    var isFootnote = false
    for (number, block) in text.blocks.enumerated() {
      if block.heading >= 0 {
        sections.append(Section(heading: Int(block.heading), blocks: number..<number + 1))
      } else if block.place.isFootnotes, !isFootnote {
        isFootnote = true
        sections.append(Section(heading: nil, blocks: number..<number + 1))
      } else {
        let last = sections.count - 1
        sections[last].blocks = sections[last].blocks.lowerBound..<number + 1
      }
    }
  }

  /// The first line of a section, in the file.
  func firstLine(_ section: Int) -> Int? {
    sections[section].blocks.first.map { Int(text.blocks[$0].firstLine) }
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
    var found = 0
    for number in sections.indices where sections[number].heading != nil {
      if let first = firstLine(number), first <= line { found = number } else { break }
    }
    return found
  }
}
