import Diagnostics
import SiteModel
import Text

/// The entries of `navigation` in `site.yaml`, found.
package enum Navigation {
  /// The entries in order, and the articles among them.
  package static func resolve(
    _ index: SiteIndex, hasChecker: Bool, hasSearch: Bool, into diagnostics: inout [Diagnostic]
  ) -> (entries: [NavigationTarget], articles: Set<Int>) {
    let kinds = index.configuration.kinds
    var entries: [NavigationTarget] = []
    var articles: Set<Int> = []
    for entry in index.configuration.navigation {
      func report(_ message: String, _ hint: String?) {
        diagnostics.append(
          .error(.badNavigation, file: SiteConfiguration.file, at: entry.position, message, hint: hint))
      }
      let folders = kinds.filter { !$0.isPage }.map(\.folder)
      if let kind = kinds.first(where: { $0.folder == entry.target && !$0.isPage }) {
        entries.append(
          NavigationTarget(title: Array(kind.title.utf8), url: index.basePath + Array(kind.path.utf8)))
      } else if entry.target == "checker" {
        if hasChecker {
          entries.append(
            NavigationTarget(
              title: GeneratedPages.checkerTitle,
              url: index.basePath + Array(GeneratedPages.checkerURL.utf8)))
        } else {
          report(
            "The site has no symptom checker.",
            "Remove `checker`, or add a checker in `\(SourceTree.checkerFolder)`.")
        }
      } else if entry.target == "search" {
        if hasSearch {
          entries.append(
            NavigationTarget(
              title: GeneratedPages.searchTitle, url: index.basePath + Array(GeneratedPages.searchURL.utf8)))
        } else {
          report(
            "The site has no search page.",
            "Remove `search`, or add the template `\(GeneratedPages.searchTemplate).mustache`.")
        }
      } else if let colon = entry.target.firstIndex(of: ":") {
        let id = entry.target[entry.target.index(after: colon)...]
        guard let kind = index.configuration.kind(named: String(entry.target[..<colon])) else {
          report(
            "There is no kind `\(entry.target[..<colon])`.",
            NearestName.to(String(entry.target[..<colon]), among: kinds.map(\.name)).map {
              "Did you mean `\($0):\(id)`?"
            })
          continue
        }
        guard let number = index.ids[kind][id.utf8] else {
          if index.isStray(id.utf8) { continue }
          report(
            "There is no \(kinds[kind].name) `\(id)`.",
            NearestName.to(String(id), among: index.ids[kind].names).map {
              "Did you mean `\(kinds[kind].name):\($0)`?"
            })
          continue
        }
        let article = index.articles[number]
        if article.isPublished {
          entries.append(NavigationTarget(title: article.title, url: article.url))
          articles.insert(number)
        } else if article.state != .faulty {
          report(
            "`\(entry.target)` is \(article.state.rawValue).", "Remove it until that article is published.")
        }
      } else if !index.isStray(entry.target.utf8) {
        report(
          "`\(entry.target)` is neither the folder of a kind nor `kind:id`.",
          NearestName.hint(for: entry.target, among: folders + ["checker", "search"]))
      }
    }
    return (entries, articles)
  }
}

/// An entry of the navigation, found.
package struct NavigationTarget: Sendable {
  let title: [UInt8]
  let url: [UInt8]
}
