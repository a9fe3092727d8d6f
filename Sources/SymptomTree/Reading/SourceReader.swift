import Diagnostics
import SiteModel
import YAML

/// Reads one file's nodes as what their keys want and collects what is wrong.
struct SourceReader {
  let file: String
  var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func report(
    _ code: DiagnosticCode, at position: Position, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(.error(code, file: file, at: position, message, hint: hint))
  }

  /// The document's outermost node.
  mutating func root(of source: SourceFile) -> Node? {
    guard let document = YAMLDocument.parse(source.bytes, file: file, into: &diagnostics) else { return nil }
    if let root = document.root {
      ScriptText.report(in: root, from: diagnostics.count, into: &diagnostics)
      return root
    }
    report(.emptyValue, at: .start, "This file is empty.")
    return nil
  }

  mutating func fields(_ node: Node, named name: String, allowing keys: KnownKeys) -> Fields? {
    Fields(node, named: name, allowing: keys, into: &diagnostics)
  }

  /// A text that has to be there; empty, after a report, when it is not.
  mutating func text(_ key: String, in fields: Fields, missingAt position: Position) -> Placed<String> {
    guard let node = fields.required(key, missingAt: position, into: &diagnostics) else {
      return Placed("", at: position)
    }
    return Placed(node.asWords(key, allowsTags: true, into: &diagnostics) ?? "", at: node.position)
  }

  mutating func optionalText(_ key: String, in fields: Fields) -> Placed<String>? {
    guard let node = fields[key], let text = node.asWords(key, allowsTags: true, into: &diagnostics) else {
      return nil
    }
    return Placed(text, at: node.position)
  }

  /// Unlike an article, a checker or its translation has no page that says that it was taken back.
  mutating func refuseWithdrawn(_ review: Node) {
    guard let status = review.value(for: "status"), status.matches("withdrawn") else { return }
    report(
      .reviewInvalid, at: status.position,
      "A symptom checker cannot be `withdrawn`: it would stay on the site, without a word that nobody answers for it.",
      hint:
        "To take it back, move this file and those beside it with the same name out of `Content/symptom-checker`. To have it read again, write `status: pending`."
    )
  }

  /// A list of texts that may be left out.
  mutating func texts(
    _ key: String, of what: String, example: String, whenEmpty hint: String? = nil, in fields: Fields
  ) -> [Placed<String>] {
    let nodes =
      fields[key]?.asTexts(key, of: what, example: example, whenEmpty: hint, into: &diagnostics) ?? []
    return nodes.map { Placed($0.text, at: $0.position) }
  }

  /// One of a few words that has to be there.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, in fields: Fields, missingAt position: Position
  ) -> Placed<Word>? {
    guard let node = fields.required(key, missingAt: position, into: &diagnostics),
      let text = node.asText(key, into: &diagnostics)
    else { return nil }
    if let word = Word(rawValue: text) { return Placed(word, at: node.position) }
    diagnostics.append(.unknownWord(text, of: key, among: Word.allCases.map(\.rawValue), node))
    return nil
  }

  /// A key that is an id.
  mutating func id(_ node: Node) -> Placed<String> {
    let text = node.text
    checkID(text, at: node.position)
    return Placed(text, at: node.position)
  }

  mutating func checkID(_ text: String, at position: Position) {
    guard !Identifier.isValid(text) else { return }
    report(
      .treeInvalidID, at: position, "`\(text)` cannot be an id.",
      hint: "Use lowercase letters, digits and hyphens, at most 40. Start with a letter.")
  }
}
