import Diagnostics
import Files
import SiteModel
import Text

/// A file below `Content` that is no article: a picture, a download, data.
package struct ContentFile: Sendable {
  /// Relative to the source folder.
  package let path: String
  /// The path of its URL, base path included.
  private(set) var url: [UInt8]
  /// For pictures whose size can be read.
  package var size: ImageSize?
  /// What is published in place of a photograph; nil for what is published as it is.
  package var photograph: Photograph?
  /// For a file under the name of a video.
  var video: VideoReading?
  /// For a file of captions.
  var captions: Captions?
  /// Whose it is, if that is said.
  var credit: PictureCredit?
  /// What is wrong with the file as a whole, told where the file is used.
  package var faults: [Diagnostic] = []
  /// What was read of a drawing, and of which bytes.
  private(set) var drawing: (parts: DrawingParts, hash: FileHash)?
  /// Where the words of its drawing come from, in an edition that has some.
  var words: DrawingWords?

  /// File name endings of what browsers show as pictures.
  static let imageEndings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"]

  /// The drawing as readers of an edition get it, at an address of its own; the file itself where it says nothing in their language.
  func saying(_ words: DrawingWords, in configuration: SiteConfiguration) -> ContentFile {
    guard labels.contains(where: { words[$0.text] != nil }) else { return self }
    var file = self
    let base = configuration.basePath.utf8.count
    file.url = url[..<base] + Array(configuration.languagePath.utf8) + url[base...]
    file.words = words
    return file
  }

  /// What a drawing says.
  var labels: [DrawingLabel] { drawing?.parts.labels ?? [] }

  /// Whether somebody made it for people to look at.
  var isShown: Bool { isImage || VideoReading.isVideo(path) }

  mutating func keep(_ drawing: Drawing, of bytes: [UInt8]) {
    self.drawing = (drawing.parts, FileHash(bytes))
  }

  /// What is published of the drawing that now has these bytes. Those that nobody has judged are not.
  func published(_ bytes: [UInt8], saying words: DrawingWords?) throws(FileFailure) -> [UInt8] {
    guard let drawing, drawing.hash == FileHash(bytes) else { throw .changed(path) }
    return drawing.parts.markup(of: bytes, saying: words)
  }

  var isDrawing: Bool { path.lowercased().hasSuffix(".svg") }

  var isImage: Bool {
    let name = path.lowercased()
    return Self.imageEndings.contains { name.hasSuffix($0) }
  }
}
