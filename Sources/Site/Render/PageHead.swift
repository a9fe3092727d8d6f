import Mustache
import SiteModel
import YAML

/// What every page has: the names of `PageTypes.common`.
struct PageHead {
  let title: [UInt8]
  let summary: [UInt8]
  let url: [UInt8]
  let isIndexable: Bool
  var isHome = false
  /// The kind under whose list the page stands.
  var kind: Kind?
  /// The article below which the page stands, if it is not one itself.
  var parent: Article?
  /// The page itself as a JSON-LD object; empty for lists and the like.
  var structuredPage: [UInt8] = []

  func values(_ records: SiteRecords) -> NamedValues {
    let configuration = records.configuration
    let name = Array(configuration.name.utf8)
    let headTitle = isHome || title == name ? name : title + Array(" – ".utf8) + name
    return [
      ("site", records.site),
      ("navigation", records.navigation(at: url)),
      ("title", .text(title)),
      ("summary", .text(summary)),
      ("head-title", .text(headTitle)),
      ("url", .text(url)),
      ("canonical", .text(Array(configuration.origin.utf8) + url)),
      ("language", .text(Array(configuration.language.utf8))),
      ("is-home", .flag(isHome)),
      ("is-indexable", .flag(isIndexable)),
      ("breadcrumbs", breadcrumbs(configuration)),
      ("structured-data", .html(records.structuredData.script(self))),
      ("feed-url", .text(records.feedURL)),
      ("manifest-url", .text(records.manifestURL)),
      ("content-policy", .text(ContentPolicy.forPages)),
    ]
  }

  private func breadcrumbs(_ configuration: SiteConfiguration) -> Value {
    guard !isHome else { return .list([]) }
    let base = Array(configuration.basePath.utf8)
    var trail = [crumb(Array(configuration.name.utf8), base + [UInt8(ascii: "/")])]
    if let kind { trail.append(crumb(Array(kind.title.utf8), base + Array(kind.path.utf8))) }
    if let parent { trail.append(crumb(parent.title, parent.url)) }
    return .list(trail)
  }

  private func crumb(_ title: [UInt8], _ url: [UInt8]) -> Value {
    .record(Record(PageTypes.breadcrumb, filling: [("title", .text(title)), ("url", .text(url))]))
  }
}
