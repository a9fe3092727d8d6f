import Text

/// Where a drawing's parts stand in its bytes, so that a file that was read once is not read again to be published.
struct DrawingParts: Sendable {
  /// Where the `<svg` stands.
  private let root: Int
  /// Ranges, in order, that nobody who looks at the drawing would miss (`DrawingReader+Redundant.swift`).
  private let redundant: [Range<Int>]
  /// What it says, in the order of the file.
  let labels: [DrawingLabel]

  init(root: Int, redundant: [Range<Int>], labels: [DrawingLabel]) {
    (self.root, self.redundant, self.labels) = (root, redundant, labels)
  }

  /// What is published of the drawing whose bytes these are, in its own words where there are no others.
  func markup(of bytes: [UInt8], saying words: DrawingWords? = nil) -> [UInt8] {
    var edits = redundant.map { (range: $0, text: [UInt8]()) }
    if let words {
      edits = (edits + said(in: words)).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    var markup: [UInt8] = []
    markup.reserveCapacity(bytes.count - root + 256)
    var at = root
    for edit in edits where edit.range.lowerBound >= at {
      markup += bytes[at..<edit.range.lowerBound]
      markup += edit.text
      at = edit.range.upperBound
    }
    return markup + bytes[at...]
  }

  private func said(in words: DrawingWords) -> [(range: Range<Int>, text: [UInt8])] {
    var said: [(range: Range<Int>, text: [UInt8])] = []
    var at = 0
    for label in labels.sorted(by: { $0.lines[0].lowerBound < $1.lines[0].lowerBound }) {
      guard let lines = words[label.text], lines.count == label.lines.count else { continue }
      for (range, line) in zip(label.lines, lines) where range.lowerBound >= at {
        var text: [UInt8] = []
        XMLText.escape(line.utf8, quotes: true, into: &text)
        said.append((range, text))
        at = range.upperBound
      }
    }
    return said
  }
}
