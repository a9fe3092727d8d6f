import Diagnostics

extension ArticleRenderer {
  /// The HTML of a field of the front matter: one paragraph of the same dialect, without its `<p>`. Blocks
  /// (lists, headings, a second paragraph), footnotes and tables are refused. Every fault is reported at
  /// `position`, the field's place: its text has been through YAML and has no lines of its own.
  package mutating func renderInline(
    _ text: ArraySlice<UInt8>, at position: Position, options: ArticleOptions,
    references: any MarkdownReferences,
    mentions: MentionIndex? = nil
  ) -> RenderedArticle {
    renderer.begin(options: options, references: references, mentions: options.autoLink ? mentions : nil)
    renderer.places.fixed = position
    if renderer.accepts(text) {
      renderer.load(text)
      renderer.reportMisreadCallouts()
      renderer.reportUnreadMarkdown()
      renderer.renderOnlyParagraph(at: position)
    }
    return renderer.finish()
  }
}

extension HTMLRenderer {
  mutating func renderOnlyParagraph(at position: Position) {
    guard body.tree.nodes.count > 1 else { return }
    guard body.tree.nodes[1].kind == .paragraph, body.tree.end(of: 1) == body.tree.nodes.count else {
      return report(
        .notInline, at: position,
        "This must be a single paragraph, not \(Self.name(of: body.tree.nodes[1].kind)).",
        hint:
          "If a line starts with `#`, `-`, `>` or a number and a period, put a `\\` in front of it."
      )
    }
    around.leaf = 1
    collector.openBlock(.paragraph, node: 1, lines: (position.line, position.line), ArticleText.Place())
    render(2..<body.tree.nodes.count)
    collector.closeBlock()
  }

  private static func name(of kind: SyntaxTree.Kind) -> String {
    switch kind {
    case .quote: "a quote"
    case .list, .item: "a list"
    case .heading: "a heading"
    case .codeBlock: "a code block"
    case .htmlBlock: "an HTML block"
    case .tableCell: "a table"
    case .thematicBreak: "a horizontal line"
    case .footnote, .separator: "a footnote"
    default: "more than one paragraph"
    }
  }
}
