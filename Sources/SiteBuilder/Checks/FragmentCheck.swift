import Diagnostics
import Markdown

/// Whether every link to a place in a page leads to one.
enum FragmentCheck {
  static func run(_ index: SiteIndex, _ parsed: [ParsedArticle]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    // By index throughout: copying an article for each of its links costs more than the check.
    for number in parsed.indices where index.articles[number].isPublished {
      for link in parsed[number].body.links where !link.fragment.isEmpty {
        check(link, number, index, parsed, into: &diagnostics)
      }
      for link in parsed[number].fieldLinks where !link.fragment.isEmpty {
        check(link, number, index, parsed, into: &diagnostics)
      }
    }
    return diagnostics
  }

  private static func check(
    _ link: RenderedArticle.Link, _ number: Int, _ index: SiteIndex, _ parsed: [ParsedArticle],
    into diagnostics: inout [Diagnostic]
  ) {
    let target = link.article ?? number
    guard index.articles[target].isPublished, !parsed[target].body.hasAnchor(link.fragment) else { return }
    let fragment = String(decoding: link.fragment, as: UTF8.self)
    let headings = parsed[target].body.outline.map { String(decoding: $0.id, as: UTF8.self) }
    let place = target == number ? "this article" : "`\(index.articles[target].file)`"
    let all = "Its headings are \(headings.prefix(12).map { "`#\($0)`" }.joined(separator: ", "))."
    diagnostics.append(
      .error(
        .brokenFragment, file: index.articles[number].file, at: link.position,
        "There is no heading `#\(fragment)` in \(place).",
        hint: NearestName.to(fragment, among: headings).map { "Did you mean `#\($0)`?" } ?? (headings.isEmpty ? "It has no headings." : all)))
  }
}
