import Diagnostics
import Markdown
import Text

/// Whether every link to a place in a page leads to one.
struct FragmentCheck: Sendable {
  let index: SiteIndex
  let parsed: [ParsedArticle]

  /// What is wrong in each of the articles that have a fault, or in those of the given numbers.
  func run(_ workers: Workers, only numbers: [Int]? = nil) async throws -> [Int: [Diagnostic]] {
    let found = try await workers.map(numbers?.count ?? parsed.count) { place in
      diagnostics(of: numbers?[place] ?? place)
    }
    var byArticle: [Int: [Diagnostic]] = [:]
    for (place, diagnostics) in found.enumerated() where !diagnostics.isEmpty {
      byArticle[numbers?[place] ?? place] = diagnostics
    }
    return byArticle
  }

  private func diagnostics(of number: Int) -> [Diagnostic] {
    guard index.articles[number].isPublished else { return [] }
    let links = parsed[number].body.links.filter { isBroken($0, number) }
    return (links + parsed[number].fieldLinks.filter { isBroken($0, number) }).map {
      diagnostic($0, number)
    }
  }

  private func isBroken(_ link: RenderedArticle.Link, _ number: Int) -> Bool {
    guard !link.fragment.isEmpty else { return false }
    let target = link.article ?? number
    return !parsed[target].hasAnchor(link.fragment) && index.articles[target].isPublished
  }

  private func diagnostic(_ link: RenderedArticle.Link, _ number: Int) -> Diagnostic {
    let target = link.article ?? number
    let fragment = String(decoding: link.fragment, as: UTF8.self)
    let headings = parsed[target].body.outline.map { String(decoding: $0.id, as: UTF8.self) }
    let place = target == number ? "this article" : "`\(index.articles[target].file)`"
    let all = "Its headings are \(headings.prefix(12).map { "`#\($0)`" }.joined(separator: ", "))."
    return .error(
      .brokenFragment, file: index.articles[number].file, at: link.position,
      "There is no heading `#\(fragment)` in \(place).",
      hint: NearestName.to(fragment, among: headings).map { "Did you mean `#\($0)`?" }
        ?? (headings.isEmpty ? "It has no headings." : all))
  }
}
