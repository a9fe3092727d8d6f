import Diagnostics
import Files

/// The drawings that stand beside a question's answers: SVG files in the checkers' folder, put into the page as
/// they are, so that a region can be chosen. A region is an element with `data-answer="ID"`.
package struct BodyPictures: Sendable {
  /// By name, the file's stem.
  package private(set) var markup: [String: [UInt8]] = [:]
  /// Nil for a drawing that has faults.
  private(set) var regions: [String: Set<String>?] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// The same in other words.
  func saying(_ words: DrawingWords) -> BodyPictures {
    var pictures = self
    pictures.markup = markup.mapValues {
      Drawing.saying({ words[$0] }, in: $0, labels: Drawing($0, in: .page, file: "").labels)
    }
    return pictures
  }

  init(_ files: [ContentFile], from folder: SourceFolder) throws(FileFailure) {
    let prefix = SourceTree.checkerFolder + "/"
    for file in files where file.path.hasPrefix(prefix) && file.path.hasSuffix(".svg") {
      let drawing = Drawing(
        try SystemCalls.read(folder.path(to: file.path)), in: .page, file: file.path)
      diagnostics += drawing.diagnostics
      let name = String(file.path.dropFirst(prefix.count).dropLast(4))
      markup[name] = drawing.markup
      regions.updateValue(drawing.diagnostics.isEmpty ? drawing.answers : nil, forKey: name)
    }
  }
}
