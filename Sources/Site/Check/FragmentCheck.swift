import Diagnostics
import Markdown
import Text

/// Whether every link to a place in a page leads to one.
struct FragmentCheck: Sendable {
  let index: SiteIndex
  let parsed: [ParsedArticle]
  /// The original's name, where this is another language: of what is not translated, readers get that.
  var original: String?
  /// Articles of which readers get the original, as has been told.
  var hidden: Set<Int> = []

  /// What is wrong in each article, or in each of those of the given numbers.
  func run(_ workers: Workers, only numbers: [Int]? = nil) async throws -> [[Diagnostic]] {
    try await workers.map(numbers?.count ?? parsed.count, start: HeadingHints()) { hints, place in
      diagnostics(of: numbers?[place] ?? place, &hints)
    }
  }

  /// The places in pages that links to missing ones lead to, put in order once: headings first. One for each worker.
  private struct HeadingHints {
    private var pages: [Int: (names: NearestNames, all: String)] = [:]

    mutating func hint(for fragment: String, in page: Int, _ article: RenderedArticle) -> String {
      if pages[page] == nil {
        let headings = article.outline.map(\.id)
        let others = article.identifiers.subtracting(headings).sorted { $0.lexicographicallyPrecedes($1) }
        let names = (headings + others).map { String(decoding: $0, as: UTF8.self) }
        let all = names.prefix(headings.isEmpty ? 12 : min(12, headings.count)).map { "`#\($0)`" }
          .joined(separator: ", ")
        pages[page] = (
          NearestNames(names),
          names.isEmpty
            ? "It has no headings."
            : headings.isEmpty
              ? "It has no headings. A link can lead to \(all)." : "The headings there are \(all)."
        )
      }
      let near = pages[page]?.names.nearest(to: fragment)
      return near.map { "Did you mean `#\($0)`?" } ?? pages[page]?.all ?? ""
    }
  }

  private func diagnostics(of number: Int, _ hints: inout HeadingHints) -> [Diagnostic] {
    guard index.articles[number].hasPage else { return [] }
    let links = parsed[number].body.links.filter { isBroken($0, number) }
    return (links + parsed[number].fieldLinks.filter { isBroken($0, number) }).map {
      diagnostic($0, number, &hints)
    }
  }

  private func isBroken(_ link: RenderedArticle.Link, _ number: Int) -> Bool {
    guard !link.fragment.isEmpty else { return false }
    let target = link.article ?? number
    return !parsed[target].hasAnchor(link.fragment) && index.articles[target].isPublished
      && !hidden.contains(target)
  }

  private func diagnostic(
    _ link: RenderedArticle.Link, _ number: Int, _ hints: inout HeadingHints
  ) -> Diagnostic {
    let target = link.article ?? number
    let fragment = String(decoding: link.fragment, as: UTF8.self)
    let place = target == number ? "this article" : "`\(index.articles[target].file)`"
    if let original, index.articles[target].foreign != nil, index.articles[number].foreign == nil {
      return .warning(
        .brokenFragment, file: index.articles[number].file, at: link.position,
        "\(place) has no translation, so this link leads to the top of the page in \(original): there is no heading `#\(fragment)`.",
        hint: hints.hint(for: fragment, in: target, parsed[target].body))
    }
    return .error(
      .brokenFragment, file: index.articles[number].file, at: link.position,
      "There is no heading `#\(fragment)` in \(place).",
      hint: hints.hint(for: fragment, in: target, parsed[target].body))
  }
}
