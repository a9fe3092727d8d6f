import Diagnostics
import SiteModel

/// Drawings that readers of an edition get with words of the original.
struct DrawingWordsCheck {
  let edition: Edition
  let index: SiteIndex

  /// `files` are those that its pages show; `inPages` those drawn in the checkers' pages.
  func run(_ files: Set<Int>, inPages: Set<Int>) -> [Diagnostic] {
    let place = DrawingWords.file(edition.language)
    let lacking = files.union(inPages).sorted().compactMap { number -> (path: String, labels: [String])? in
      let labels = index.files[number].labels.filter {
        ($0.isAlwaysShown || inPages.contains(number)) && edition.drawingWords[$0.text] == nil
      }
      return labels.isEmpty ? nil : (index.files[number].path, labels.map(\.text))
    }
    func missing(_ what: String, _ hint: String) -> Diagnostic {
      .missingWords(
        what, file: place, at: nil, in: edition.language, from: edition.original, hint: hint,
        isRequired: false)
    }
    if lacking.isEmpty { return [] }
    if !edition.drawingWords.isThere {
      let count = lacking.count == 1 ? "1 drawing" : "\(lacking.count) drawings"
      return [
        missing(
          "What \(count) of this site say\(lacking.count == 1 ? "s" : "")",
          "Write `\(place)`, such as `\"\(lacking[0].labels[0])\": …`. One drawing is for all languages.")
      ]
    }
    return lacking.map { path, labels in
      let shown = labels.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
      return missing(
        "What `\(path)` says (\(shown)\(labels.count > 3 ? " and \(labels.count - 3) more" : ""))",
        "Write it in `\(place)`, such as `\"\(labels[0])\": …`.")
    }
  }
}
