import Diagnostics
import SiteModel

/// That somebody counts visits, which some page has to tell readers in words: the privacy page, from the setting itself.
struct UnstatedAnalytics {
  let index: SiteIndex
  let parsed: [ParsedArticle]
  let design: SiteDesign

  private static let name = "site.analytics.name"

  var faults: [Diagnostic] {
    unstated
      + DeniedCounting(index: index, parsed: parsed, design: design).faults(in: index.articles.indices)
  }

  private var unstated: [Diagnostic] {
    // What is lost in a word is told there.
    guard let analytics = index.configuration.analytics, let pages = design.pages,
      !design.hasUnreadableWords, !design.lostValues.contains("name"), !isStated(by: pages)
    else { return [] }
    return [
      .error(
        .badConfiguration, file: SiteConfiguration.file, at: analytics.script.position,
        "No page tells readers that `\(analytics.name)` learns of their visits.", hint: hint(pages))
    ]
  }

  private func isStated(by pages: DesignedPages) -> Bool {
    if isStated(by: pages.home, assuming: [:]) { return true }
    // Articles of a kind whose choices are the same show the same.
    var asked: Set<[String]> = []
    return index.articles.contains { article in
      guard article.hasPage else { return false }
      let choices = choices(of: article)
      let asks = ["\(article.kind)"] + choices.filter(\.value).keys.sorted()
      return asked.insert(asks).inserted && isStated(by: pages.articles[article.kind], assuming: choices)
    }
  }

  private func isStated(by page: ShownPage, assuming: [String: Bool]) -> Bool {
    let assuming = assuming.merging([PageTypes.previewName: false]) { $1 }
    return page.reasonAgainst(Self.name, in: .text, assuming: assuming) == nil
  }

  /// What conditions on the choices in its front matter come to: `shows.is-visits`, and `shows` itself.
  private func choices(of article: Article) -> [String: Bool] {
    var found: [String: Bool] = [:]
    for (field, value) in zip(index.configuration.kinds[article.kind].fields, article.fields) {
      guard !field.isList, case .choice(let names) = field.type.shown else { continue }
      let chosen: Int? = if case .choice(let number) = value { number } else { nil }
      found[field.name] = chosen != nil
      for (number, name) in names.enumerated() { found["\(field.name).is-\(name)"] = number == chosen }
    }
    return found
  }

  private static let statement =
    "{{#site.analytics}}<p>{{name}} counts visits to these pages.</p>{{/site.analytics}}"

  /// Where a template states it already and only no page asks for it, what a page has to say.
  private func hint(_ pages: DesignedPages) -> String {
    for (number, kind) in index.configuration.kinds.enumerated() {
      for field in kind.fields where !field.isList {
        guard case .choice(let names) = field.type.shown else { continue }
        let stated = names.first { name in
          isStated(
            by: pages.articles[number], assuming: ["\(field.name).is-\(name)": true, field.name: true])
            && !isStated(by: pages.articles[number], assuming: ["\(field.name).is-\(name)": false])
        }
        if let stated {
          return
            "Write `\(field.name): \(stated)` in the front matter of the privacy page, such as `Content/\(kind.folder)/privacy.md`."
        }
      }
    }
    return "Write `\(Self.statement)` in `Templates/\(pageName).mustache`, where the privacy page shows it."
  }

  private var pageName: String {
    let kinds = index.configuration.kinds
    return (kinds.first(where: \.isPage) ?? kinds.first)?.name ?? "layout"
  }
}
