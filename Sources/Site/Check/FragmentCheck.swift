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

  /// Of a translated site, the originals by the same numbers.
  var originals: [ParsedArticle]?

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
    let broken = parsed[number].body.links.filter { isBroken($0, number) }
    // The mark of a comment and the comment itself lead to each other.
    let hasMark = broken.contains { Self.isComment($0) && Self.isMark($0) }
    let links = hasMark ? broken.filter { !Self.isComment($0) || Self.isMark($0) } : broken
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

  /// `#cmnt1` and `#cmnt_ref1`, with which Google Docs links a comment and what it is about.
  private static func isComment(_ link: RenderedArticle.Link) -> Bool {
    link.fragment.starts(with: "cmnt".utf8)
  }
  private static func isMark(_ link: RenderedArticle.Link) -> Bool {
    !link.fragment.starts(with: "cmnt_".utf8)
  }

  /// What the heading of the original is in this language.
  private func translated(_ fragment: [UInt8], in page: Int) -> String? {
    guard let originals,
      case (let theirs, let mine) = (originals[page].body.outline, parsed[page].body.outline),
      theirs.count == mine.count, let place = theirs.firstIndex(where: { $0.id.elementsEqual(fragment) })
    else { return nil }
    return "Did you mean `#\(String(decoding: mine[place].id, as: UTF8.self))`?"
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
    if target == number, Self.isComment(link) {
      return .error(
        .brokenFragment, file: index.articles[number].file, at: link.position,
        "This link belongs to a comment in the document that the text was copied from.",
        hint: "Delete it, with its brackets, and the comment itself where it was copied, too.")
    }
    return .error(
      .brokenFragment, file: index.articles[number].file, at: link.position,
      "There is no heading `#\(fragment)` in \(place).",
      hint: translated(Array(link.fragment), in: target)
        ?? hints.hint(for: fragment, in: target, parsed[target].body))
  }
}
