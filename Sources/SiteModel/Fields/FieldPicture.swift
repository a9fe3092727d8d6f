/// A picture as templates show it.
package struct FieldPicture: Sendable {
  let url: [UInt8]
  /// In pixels.
  let width: Int
  let height: Int
  /// Attributes `srcset`, of the forms that every browser shows and of WebP; empty for a picture of one width.
  let sourceSet: [UInt8]
  let webPSourceSet: [UInt8]

  package init(url: [UInt8], width: Int, height: Int, sourceSet: [UInt8] = [], webPSourceSet: [UInt8] = []) {
    (self.url, self.width, self.height) = (url, width, height)
    (self.sourceSet, self.webPSourceSet) = (sourceSet, webPSourceSet)
  }

  /// What templates see of it and its alternative text, in the order of the values.
  package static let parts: [Shown.Part] = [
    .init("url", .text, "The picture's address."),
    .init("width", .text, "In pixels."),
    .init("height", .text, "In pixels."),
    .init("alt", .text, "What it shows, for people who cannot see it."),
    .init(
      "srcset", .text,
      "The addresses of a photograph in several widths, for the attribute `srcset`; otherwise empty."),
    .init("webp-srcset", .text, "The same as WebP, for `<source type=\"image/webp\">`; otherwise empty."),
  ]

  /// The values of `parts`.
  func values(alt: FieldValue) -> [FieldValue] {
    func text(_ number: Int) -> FieldValue { .text(Array(String(number).utf8)) }
    return [.text(url), text(width), text(height), alt, .text(sourceSet), .text(webPSourceSet)]
  }
}
