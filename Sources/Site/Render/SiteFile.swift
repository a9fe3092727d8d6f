import Files

/// One file of the finished site that is no article's page, made when it is asked for.
package struct SiteFile: Sendable {
  /// Relative to the output folder.
  package let path: String
  package let contents: @Sendable () throws(FileFailure) -> [UInt8]
  /// Whether `contents` reads it in the source folder, where it may change or go.
  package let isFromSource: Bool
  /// The article that a page is made from besides its own page.
  let article: Int?
  /// The photograph that it is a version of.
  let photograph: (original: Photograph, version: Photograph.Version)?

  package init(
    _ path: String, isFromSource: Bool = false, article: Int? = nil,
    contents: @escaping @Sendable () throws(FileFailure) -> [UInt8]
  ) {
    self.path = path
    self.isFromSource = isFromSource
    self.article = article
    photograph = nil
    self.contents = contents
  }

  /// One version of a photograph.
  init(
    _ original: Photograph, _ version: Photograph.Version,
    contents: @escaping @Sendable () throws(FileFailure) -> [UInt8]
  ) {
    path = original.place(of: version)
    self.contents = contents
    isFromSource = true
    article = nil
    photograph = (original, version)
  }

  /// A file whose bytes are known already.
  package init(_ path: String, _ bytes: [UInt8]) { self.init(path) { () throws(FileFailure) in bytes } }
}
