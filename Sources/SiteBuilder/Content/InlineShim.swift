import Diagnostics
import Markdown

extension ArticleRenderer {
  mutating func renderInline(
    _ text: ArraySlice<UInt8>, at position: Position, options: ArticleOptions, references: any MarkdownReferences
  ) -> RenderedArticle {
    var options = options
    options.firstLine = position.line
    var out = render(text, options: options, references: references)
    out.html = Array(out.html.dropFirst(3).dropLast(5))
    return out
  }
}
