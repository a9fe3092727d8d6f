import Diagnostics
import YAML

/// A file for readers to download: its path, relative to the article.
struct FileType: PlainFieldType {
  static let name = "file"
  static let documentation = (
    meaning: "A file to download: its path, starting from the article; templates get its address",
    example: "`leaflet.pdf`"
  )
  let schema = Schema.words.described("The file's path, starting from this file.")
  let hint = "A file next to this one"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asPlacedText(name, into: &diagnostics).map { .placed($0) } ?? .none
  }

  func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue {
    if case .placed(let path) = value, let url = site.file(at: path) { .text(url) } else { .none }
  }

  func example(today: CalendarDate) -> String { "leaflet.pdf" }

  let standsOnCards = true

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    if case .text(let address) = value { .link(address) } else { nil }
  }
}
