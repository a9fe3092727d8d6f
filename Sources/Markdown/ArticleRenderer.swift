import Diagnostics

/// Renders articles, one after another: its buffers are reused, so keep one for each thread.
package struct ArticleRenderer {
  var renderer = HTMLRenderer(dialect: .page)

  package init() {}

  /// The HTML of `body`, UTF-8 without byte-order mark, and what was found on the way. Faults do not stop it:
  /// all are in the result's diagnostics.
  package mutating func render(
    _ body: ArraySlice<UInt8>, options: ArticleOptions, references: any MarkdownReferences,
    mentions: MentionIndex? = nil
  ) -> RenderedArticle {
    renderer.begin(options: options, references: references, mentions: options.autoLink ? mentions : nil)
    if renderer.accepts(body) {
      renderer.load(body)
      renderer.reportMisreadCallouts()
      renderer.reportUnreadMarkdown()
      renderer.renderBody()
    }
    return renderer.finish()
  }
}
