/// A page that the search finds.
package struct SearchedPage: Sendable {
  /// The number of its group among the titles that `SearchFiles` is given.
  package let group: Int
  package let title: [UInt8]
  /// With the site's base path.
  package let url: [UInt8]
  package let summary: [UInt8]

  package init(group: Int, title: [UInt8], url: [UInt8], summary: [UInt8]) {
    self.group = group
    self.title = title
    self.url = url
    self.summary = summary
  }
}
