import Mustache
import SiteModel

/// What the templates of articles' pages look up of them: making the rest would take longer than showing it.
struct UsedNames: Sendable {
  /// For each kind, and for the home page.
  let articles: [OfTemplate]
  let home: OfTemplate
  /// For each kind; nothing where it has no programmes.
  let programmes: [OfTemplate]

  struct OfTemplate: Sendable {
    /// For each name of an article.
    let names: [Bool]
    /// Whether the parts of its programme.
    let showsParts: Bool

    init(_ template: Template, _ layout: RecordLayout<PageTypes.ArticleValues>) {
      names = layout.names(usedBy: template)
      showsParts = Programme.showsParts(template, layout.type)
    }
  }

  init(articles: [Template], programmes: [Template?], home: Template, _ types: PageTypes) {
    self.articles = zip(articles, types.articles).map { OfTemplate($0, $1) }
    self.home = OfTemplate(home, types.home)
    self.programmes = zip(zip(articles, programmes), types.articles).map { OfTemplate($0.1 ?? $0.0, $1) }
  }
}
