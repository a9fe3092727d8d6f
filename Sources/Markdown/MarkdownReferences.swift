import Diagnostics

/// What an article's links, images and citations mean: answered by the site.
package protocol MarkdownReferences {
  /// `destination` is as written, after CommonMark's unescaping, its fragment included: `sign:outer-hip-pain`,
  /// `../signs/outer-hip-pain.md#when-to-worry`, `#here`, `/causes/`, `https://…`.
  func link(to destination: [UInt8]) -> LinkTarget
  /// Whether a link leads to an article that cannot be read, so that nobody knows its title, which has been told.
  func isUnread(_ destination: [UInt8]) -> Bool
  /// What stands in for a link's text when it has none.
  func title(of article: Int) -> [UInt8]
  /// The language of an article that is not in that of the site around it, as a tag; nil for the others.
  func foreignLanguage(of article: Int) -> String?
  func image(at destination: [UInt8]) -> ImageTarget
  /// Whether `destination` is that of a video, by its looks.
  func isVideo(_ destination: [UInt8]) -> Bool
  /// The index of the reference with this key in the site's list, nil when there is none.
  func citation(_ key: [UInt8]) -> Int?
  /// The hint for a key that `citation(_:)` did not know.
  func citationHint(_ key: [UInt8]) -> String?
}

extension MarkdownReferences {
  package func foreignLanguage(of article: Int) -> String? { nil }
  package func isVideo(_ destination: [UInt8]) -> Bool { false }
  package func isUnread(_ destination: [UInt8]) -> Bool { false }
}

/// Where a link goes.
package enum LinkTarget: Sendable {
  /// Outside the site (`https`, `mailto`, `tel`): written as it is.
  case external
  /// Another article (or this one). `url` is without fragment: the one written is added to it and recorded in
  /// `RenderedArticle.links` for checking.
  case article(index: Int, url: [UInt8])
  /// Another page or file of the site; `url` is the whole destination.
  case local(url: [UInt8])
  /// A fragment of this very page.
  case samePage
  /// `cause` is the file of the article that has to change, if it is not the link.
  case refused(code: DiagnosticCode, message: String, hint: String?, cause: String? = nil)
}

/// Where an image is. A width or height of 0 is unknown.
package enum ImageTarget: Sendable {
  case image(index: Int, url: [UInt8], width: Int, height: Int, sources: ImageSources? = nil)
  case video(VideoTarget)
  case refused(code: DiagnosticCode, message: String, hint: String?)
}

/// A picture in several widths, as attributes of HTML (HTML Living Standard, section 4.8.4).
package struct ImageSources: Sendable {
  /// `srcset` of the forms that every browser shows, and of WebP.
  package let plain: [UInt8]
  package let webP: [UInt8]
  /// `sizes`: how wide the page shows it.
  let sizes: [UInt8]

  package init(plain: [UInt8], webP: [UInt8], sizes: [UInt8]) {
    (self.plain, self.webP, self.sizes) = (plain, webP, sizes)
  }
}
