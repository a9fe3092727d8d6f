import Diagnostics
import Files

/// The drawings that stand beside a question's answers: SVG files in the checkers' folder, put into the page as
/// they are, so that a region can be chosen. A region is an element with `data-answer="ID"`.
package struct BodyPictures: Sendable {
  /// By name, the file's stem.
  package private(set) var markup: [String: [UInt8]] = [:]
  private var drawings: [String: Drawing] = [:]
  /// Nil for a drawing that has faults.
  private(set) var regions: [String: Set<String>?] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// The same in other words.
  func saying(_ words: DrawingWords) -> BodyPictures {
    var pictures = self
    pictures.markup = drawings.mapValues { $0.parts.markup(of: $0.bytes, saying: words) }
    return pictures
  }

  init(_ files: [ContentFile], from folder: SourceFolder) throws(FileFailure) {
    let prefix = SourceTree.checkerFolder + "/"
    for file in files where file.path.hasPrefix(prefix) && file.path.hasSuffix(".svg") {
      let drawing = Drawing(
        try SystemCalls.read(folder.path(to: file.path)), in: .page, file: file.path)
      diagnostics += drawing.diagnostics
      let name = String(file.path.dropFirst(prefix.count).dropLast(4))
      (drawings[name], markup[name]) = (drawing, drawing.markup)
      regions.updateValue(drawing.diagnostics.isEmpty ? drawing.answers : nil, forKey: name)
    }
  }
}
