import Diagnostics
import SiteModel
import SymptomTree
import Text
import YAML

/// What drawings say in another language: `Content/drawings.es.yaml`, by what they say in the original's. One drawing is for all
/// languages; nothing but its words differs.
struct DrawingWords: Sendable {
  private var lines: [String: [String]] = [:]
  /// Whether there is such a file.
  let isThere: Bool

  static func file(_ language: SiteLanguage) -> String { language.file(of: "Content/drawings.yaml") }

  /// `source` is nil when there is no file; `files` are all that may be drawings.
  init(
    _ source: SourceFile?, file: String, of files: [ContentFile], _ comparison: TextComparison,
    into diagnostics: inout [Diagnostic]
  ) {
    isThere = source != nil
    guard let source,
      let root = YAMLDocument.parse(source.bytes, file: file, into: &diagnostics)?.root
    else { return }
    guard root.kind == .mapping else {
      root.reportWrongType(
        "drawings.yaml", mustBe: "a mapping of what drawings say to the same in another language",
        into: &diagnostics)
      return
    }
    let known = Dictionary(
      files.flatMap { file in file.labels.map { ($0.text, (count: $0.lines.count, path: file.path)) } },
      uniquingKeysWith: { first, _ in first })
    for (key, value) in root.entries {
      let text = DrawingLabel.plain(key.text)
      guard let (count, path) = known[text] else {
        diagnostics.append(
          .warning(
            .translationFact, file: file, at: key.position, "No drawing says `\(text)`.",
            hint: NearestName.hint(for: text, among: known.keys.sorted()) ?? "Delete it here."))
        continue
      }
      guard let words = value.asWords(text, into: &diagnostics) else { continue }
      let own = words.components(of: DrawingLabel.separator)
      if own.count != count {
        diagnostics.append(
          .error(
            .translationMissing, file: file, at: value.position,
            "The drawing has `\(text)` in \(count) \(count == 1 ? "line" : "lines"), and this is \(own.count).",
            hint: "Write ` / ` where a line ends, as often as the original has it."))
      } else {
        lines[text] = own
        diagnostics += comparison.faults(
          TextComparison.Pair(value, of: text.utf8, in: path, line: nil))
      }
    }
  }

  /// By what drawings say in the original.
  var all: [String: String] { lines.mapValues { $0.joined(separator: DrawingLabel.separator) } }

  /// Nil for what has no words in the language.
  subscript(label: String) -> [String]? { lines[label] }
}

extension String {
  fileprivate func components(of separator: String) -> [String] {
    // Nearly all are one line.
    guard utf8.contains(UInt8(ascii: "/")) else { return [DrawingLabel.plain(self)] }
    return split(separator: separator, omittingEmptySubsequences: false).map {
      DrawingLabel.plain(String($0))
    }
  }
}
