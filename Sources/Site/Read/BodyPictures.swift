import Diagnostics
import Files

/// The drawings that stand beside a question's answers: SVG files in the checkers' folder, put into the page as
/// they are, so that a region can be chosen. A region is an element with `data-answer="ID"`.
package struct BodyPictures: Sendable {
  /// By name, the file's stem.
  package private(set) var markup: [String: [UInt8]] = [:]
  private(set) var regions: [String: Set<String>] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [ContentFile], from folder: SourceFolder) throws(FileFailure) {
    let prefix = SourceTree.checkerFolder + "/"
    for file in files where file.path.hasPrefix(prefix) && file.path.hasSuffix(".svg") {
      let bytes = try SystemCalls.read(folder.path(to: file.path))
      let text = String(decoding: bytes, as: UTF8.self)
      // A drawing in the page is part of the page: nothing in it may run or load anything.
      for danger in [
        "<script", "javascript:", "<foreignObject", "<image", "<use", "xlink:href", " on", "style=",
      ]
      where danger == " on" ? Self.hasEventAttribute(text) : text.contains(danger) {
        diagnostics.append(
          .error(
            .badImage, file: file.path, at: nil,
            "The drawing holds `\(danger.trimmingSpace)`, which a page cannot show safely.",
            hint: "Draw with plain shapes and classes only."))
      }
      let name = String(file.path.dropFirst(prefix.count).dropLast(4))
      let start = text.range(of: "<svg")?.lowerBound ?? text.startIndex
      markup[name] = Array(text[start...].utf8)
      regions[name] = Self.regions(of: text)
    }
  }

  private static func regions(of text: String) -> Set<String> {
    var found: Set<String> = []
    for part in text.split(separator: "data-answer=\"").dropFirst() {
      found.insert(String(part.prefix { $0 != "\"" }))
    }
    return found
  }

  /// Whether any tag has an attribute such as `onclick=`.
  private static func hasEventAttribute(_ text: String) -> Bool {
    text.split(separator: " on").dropFirst().contains { part in
      let name = part.prefix { $0.isLetter }
      return !name.isEmpty && part.dropFirst(name.count).first == "="
    }
  }
}

extension String {
  fileprivate var trimmingSpace: Substring { drop { $0 == " " } }

  fileprivate func range(of mark: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(mark) { return at..<index(at, offsetBy: mark.count) }
      at = index(after: at)
    }
    return nil
  }
}
