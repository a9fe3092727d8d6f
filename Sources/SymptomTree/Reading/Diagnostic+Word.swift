import Diagnostics
import Text
import YAML

extension Diagnostic {
  /// A word where one of a few is wanted.
  static func unknownWord(_ word: String, of key: String, among words: [String], _ node: Node) -> Diagnostic {
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    return .error(
      .treeUnknownWord, file: node.file, at: node.position, "`\(key)` is `\(word)`, but it must be \(list).",
      hint: NearestName.hint(for: word, among: words))
  }
}
