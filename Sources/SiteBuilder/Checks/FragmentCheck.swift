import Diagnostics

/// Whether every link to a place in a page leads to one.
enum FragmentCheck {
  static func run(_ index: SiteIndex, _ parsed: [ParsedArticle]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (number, article) in parsed.enumerated() where index.articles[number].isPublished {
      for link in article.body.links + article.fieldLinks where !link.fragment.isEmpty {
        let target = link.article ?? number
        guard index.articles[target].isPublished, !parsed[target].body.hasAnchor(link.fragment) else { continue }
        let fragment = String(decoding: link.fragment, as: UTF8.self)
        let headings = parsed[target].body.outline.map { String(decoding: $0.id, as: UTF8.self) }
        let place = target == number ? "this article" : "`\(index.articles[target].file)`"
        diagnostics.append(
          .error(
            .brokenFragment, file: index.articles[number].file, at: link.position,
            "There is no heading `#\(fragment)` in \(place).",
            hint: NearestName.hint(for: fragment, among: headings)
              ?? (headings.isEmpty ? "It has no headings." : "Its headings are \(headings.prefix(12).map { "`#\($0)`" }.joined(separator: ", ")).")))
      }
    }
    return diagnostics
  }
}
