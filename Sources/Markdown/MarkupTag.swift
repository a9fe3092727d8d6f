/// A tag in markup that is no Markdown, as a template's: read as raw HTML in an article is.
package struct MarkupTag {
  /// In small letters; empty for what is no element.
  package let name: String
  package let isEnd: Bool
  package let end: Int
  /// The names in small letters, the values without quotes.
  package let attributes: [(name: String, value: Range<Int>)]
  /// Whether its element has no end tag.
  package var isVoid: Bool { tag.isVoid }
  let tag: RawTag

  /// Nil when the `<` at `start` begins none.
  package init?(_ markup: [UInt8], at start: Int) {
    guard let tag = RawTag(markup[start...]) else { return nil }
    (name, isEnd, end) = (tag.name, tag.isEnd, tag.end)
    self.tag = tag
    // A tag of a template that stands right before a name, as a section does, is no part of it.
    attributes = tag.attributes(markup, start).map {
      ($0.name.contains("\u{FFFD}") ? $0.name.filter { $0 != "\u{FFFD}" } : $0.name, $0.value)
    }
  }

  /// Where the end tag of the element called `name` begins, from `start` on, or where the markup ends.
  package static func end(of name: String, in markup: [UInt8], from start: Int) -> Int {
    RawTag.place(ofEnd: name, in: markup, start..<markup.count) ?? markup.count
  }
}
