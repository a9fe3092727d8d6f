import Diagnostics

/// A file below `Content` that is no article: a picture, a download, data.
package struct ContentFile: Sendable {
  /// Relative to the source folder.
  package let path: String
  /// The path of its URL, base path included.
  let url: [UInt8]
  /// For pictures whose size can be read.
  package var size: ImageSize?
  /// What is published in place of a photograph; nil for what is published as it is.
  package var photograph: Photograph?
  /// What is wrong with the file as a whole, told where the file is used.
  package var faults: [Diagnostic] = []

  /// File name endings of what browsers show as pictures.
  static let imageEndings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"]

  var isDrawing: Bool { path.lowercased().hasSuffix(".svg") }

  var isImage: Bool {
    let name = path.lowercased()
    return Self.imageEndings.contains { name.hasSuffix($0) }
  }
}
