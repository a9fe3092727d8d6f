import Diagnostics
import Markdown

/// An article's text as HTML, with what it links to, cites and shows.
struct ParsedArticle: Sendable {
  var body = RenderedArticle()
  /// The HTML of each Markdown value of the front matter, in the order of the fields.
  var fieldHTML: [[UInt8]] = []
  /// Links in those values.
  var fieldLinks: [RenderedArticle.Link] = []
  /// Files below `Content` that it shows or links to.
  var usedFiles: [Int] = []
  var diagnostics: [Diagnostic] = []
}

/// Turns articles into HTML, one after another. One for each worker, since its buffers are reused.
struct ArticleParser {
  private var renderer = ArticleRenderer()
  private let references: ArticleReferences
  private let index: SiteIndex
  /// What is the same for every article.
  private let defaults: ArticleOptions

  init(_ index: SiteIndex, defaults: ArticleOptions) {
    self.index = index
    self.defaults = defaults
    references = ArticleReferences(index)
  }

  /// `bytes` is the whole file. With `locatesFragments` each link to a place in a page says where it stands.
  mutating func parse(_ number: Int, _ bytes: [UInt8], locatesFragments: Bool = false) -> ParsedArticle {
    let article = index.articles[number]
    references.begin(article)
    var options = options(for: article, number)
    options.locatesFragments = locatesFragments
    var parsed = ParsedArticle()
    parsed.body = renderer.render(
      bytes[article.bodyStart...], options: options, references: references, mentions: index.mentions)
    parsed.diagnostics = parsed.body.diagnostics
    parsed.body.diagnostics = []
    references.allowsCitations = false
    options.autoLink = false
    for field in article.fields { parse(field, options, into: &parsed) }
    parsed.usedFiles = references.usedFiles
    return parsed
  }

  private func options(for article: Article, _ number: Int) -> ArticleOptions {
    var options = defaults
    options.file = article.file
    options.firstLine = article.bodyLine
    options.article = number
    switch article.autoLink {
    case .on: break
    case .off: options.autoLink = false
    case .except(let terms): options.termsNotLinked = Set(terms.map { MentionIndex.folded($0.bytes) })
    }
    return options
  }

  private mutating func parse(
    _ field: FieldValue, _ options: ArticleOptions, into parsed: inout ParsedArticle
  ) {
    switch field {
    case .markdown(let text):
      let rendered = renderer.renderInline(
        text.bytes[...], at: text.position, options: options, references: references)
      parsed.fieldHTML.append(rendered.html)
      parsed.fieldLinks += rendered.links
      parsed.diagnostics += rendered.diagnostics
    case .image(let text, _):
      if case .refused(let code, let message, let hint) = references.image(at: text.bytes) {
        parsed.diagnostics.append(.error(code, file: options.file, at: text.position, message, hint: hint))
      }
    case .group(let values), .list(let values):
      for value in values { parse(value, options, into: &parsed) }
    case .none, .text, .flag, .choice: break
    }
  }
}
