import Diagnostics
import SiteModel
import Text
import YAML

/// The text of a new translation: the words of the original, each where its translation belongs.
struct TranslationDraft {
  private let article: Article
  private let kind: Kind
  private let bytes: [UInt8]
  private let mark: String

  init(_ article: Article, _ kind: Kind, bytes: [UInt8], mark: String) {
    (self.article, self.kind, self.bytes, self.mark) = (article, kind, bytes, mark)
  }

  var text: String {
    var known: [Diagnostic] = []
    let frontMatter = FrontMatter(in: bytes, file: article.file, into: &known)
    let root = frontMatter.flatMap {
      YAMLDocument.parse(
        bytes[$0.yaml], file: article.file, firstLine: FrontMatter.firstLine, into: &known)?.root
    }
    var lines = [
      "---",
      "# The words of \(article.file): write each in your language. All else comes from there.",
      "title: \(JSONText.quoted(String(decoding: article.title, as: UTF8.self)))",
      "summary: \(JSONText.quoted(String(decoding: article.summary, as: UTF8.self)))",
    ]
    if !article.synonyms.isEmpty {
      lines.append(
        "also-known-as: [\(article.synonyms.map { JSONText.quoted($0.text) }.joined(separator: ", "))]")
    }
    for field in kind.fields where field.type.holdsWords && !field.hasNoWords {
      if let node = root?.value(for: field.name) { lines += self.lines(of: field, node, indent: "") }
    }
    if !article.notes.isEmpty {
      lines.append("\(ArticleTranslation.notes):")
      lines += article.notes.map {
        "  \($0.target.text): \(JSONText.quoted(String(decoding: $0.text, as: UTF8.self)))"
      }
    }
    lines += [
      "draft: true  # Readers get the original. Delete this line when the translation is ready."
    ]
    if kind.allows(.review) { lines.append("review: {status: pending}") }
    lines += [
      "\(ArticleTranslation.translates): \(mark)", "---", "",
    ]
    let body = bytes[(frontMatter?.bodyStart ?? 0)...].drop { $0 == 0x0A || $0 == 0x0D }
    return lines.joined(separator: "\n") + "\n" + String(decoding: body, as: UTF8.self)
  }

  private func lines(of field: Field, _ node: YAML.Node, indent: String) -> [String] {
    let name = "\(indent)\(field.name):"
    guard field.isList, node.kind == .sequence else { return lines(name, field.type, node, indent: indent) }
    if node.elements.isEmpty { return [] }
    return [name]
      + node.elements.flatMap { element -> [String] in
        if field.type.fields.isEmpty, element.kind == .scalar {
          return ["\(indent)  - \(JSONText.quoted(element.text))"]
        }
        var inner = parts(field.type, element, indent: indent + "    ")
        if let first = inner.first {
          inner[0] = "\(indent)  - \(first.dropFirst(indent.utf8.count + 4))"
        }
        return inner
      }
  }

  private func lines(
    _ name: String, _ type: any FieldType, _ node: YAML.Node, indent: String
  ) -> [String] {
    if node.kind == .scalar { return ["\(name) \(JSONText.quoted(node.text))"] }
    let inner = parts(type, node, indent: indent + "  ")
    return inner.isEmpty ? [] : [name] + inner
  }

  /// What is in a mapping: the fields of a group that hold words, or what a picture shows.
  private func parts(_ type: any FieldType, _ node: YAML.Node, indent: String) -> [String] {
    if type.fields.isEmpty {
      return node.value(for: "alt").map { ["\(indent)alt: \(JSONText.quoted($0.text))"] } ?? []
    }
    return type.fields.filter { $0.type.holdsWords && !$0.hasNoWords }.flatMap { field in
      node.value(for: field.name).map { lines(of: field, $0, indent: indent) } ?? []
    }
  }
}
