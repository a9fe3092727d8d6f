/// A template as the markup that it writes: where tags stand, nothing of what they put out is known.
package struct TemplateMarkup: Sendable {
  package let source: TemplateSource
  /// The template's bytes, each byte of a tag being `unknown`, and of a comment a space.
  package let bytes: [UInt8]
  private let tags: [Token]

  /// Stands for what a tag puts out. No UTF-8 has it.
  package static let unknown: UInt8 = 0xFF

  init(_ syntax: Syntax) {
    source = syntax.source
    tags = syntax.tags
    var bytes = syntax.source.bytes
    for tag in syntax.tags {
      let paint = tag.kind == .comment ? 0x20 : Self.unknown
      for place in tag.extent { bytes[place] = paint }
    }
    self.bytes = bytes
  }

  /// Whether a tag in a range may put out elements: a partial, or a value that is not escaped.
  package func putsOutMarkup(in range: Range<Int>) -> Bool {
    tags.contains {
      range.contains($0.extent.lowerBound)
        && ($0.kind == .unescaped || $0.kind == .partial || $0.kind == .parent || $0.kind == .block)
    }
  }

  /// Where sections, blocks and parents begin and end.
  package enum Edge {
    case section, block, end
  }

  /// Each of them, ascending.
  package var edges: [(offset: Int, edge: Edge)] {
    tags.compactMap { tag in
      switch tag.kind {
      case .section, .inverted: (tag.extent.lowerBound, .section)
      case .block, .parent: (tag.extent.lowerBound, .block)
      case .close: (tag.extent.lowerBound, .end)
      default: nil
      }
    }
  }

  /// The name of the variable that stands at the beginning of `range`, and where its tag ends; nil when something else does.
  package func variable(at start: Int) -> (name: String, end: Int)? {
    var (low, high) = (0, tags.count)
    while low < high {
      let middle = (low + high) / 2
      if tags[middle].extent.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    guard low < tags.count, tags[low].extent.lowerBound == start,
      tags[low].kind == .variable || tags[low].kind == .unescaped
    else { return nil }
    return (String(decoding: source.bytes[tags[low].name], as: UTF8.self), tags[low].extent.upperBound)
  }
}
