/// A video as templates show it.
package struct FieldVideo: Sendable {
  /// All of it: the player or the button, its caption, and what is said.
  let html: [UInt8]
  let url: [UInt8]
  let title: [UInt8]
  /// Empty for a video without one.
  let poster: [UInt8]

  package init(html: [UInt8], url: [UInt8], title: [UInt8], poster: [UInt8]) {
    (self.html, self.url, self.title, self.poster) = (html, url, title, poster)
  }

  package static let parts: [Shown.Part] = [
    .init(
      "html", .html, "The video, ready to stand in the page: with its captions, and what is said below it."),
    .init("url", .text, "The video's address; at a video host, that of the frame."),
    .init("title", .text, "What it shows."),
    .init("poster", .text, "The address of the picture that stands there until it plays; otherwise empty."),
  ]

  /// The values of `parts`.
  var values: [FieldValue] { [.html(html), .text(url), .text(title), .text(poster)] }
}
