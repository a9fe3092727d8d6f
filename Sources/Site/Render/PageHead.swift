import Mustache
import SiteModel
import YAML

/// What every page has, in the order of `PageTypes.common`.
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

  func values(_ records: SiteRecords) -> [Value] {
    let configuration = records.configuration
    let name = Array(configuration.name.utf8)
    let headTitle = isHome || title == name ? name : title + Array(" – ".utf8) + name
    return [
      records.site, records.navigation(at: url), .text(title), .text(summary), .text(headTitle), .text(url),
      .text(Array(configuration.origin.utf8) + url), .text(Array(configuration.language.utf8)), .flag(isHome),
      .flag(isIndexable), breadcrumbs(configuration), .html(records.structuredData.script(self)),
      .text(records.feedURL), .text(records.manifestURL), .text(ContentPolicy.forPages),
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
    .record(Record(PageTypes.breadcrumb, [.text(title), .text(url)]))
  }
}
