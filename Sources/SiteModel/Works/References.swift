import Diagnostics
import Text
import YAML

/// The works that articles cite, from `Content/references.json` (CSL-JSON as Zotero exports it; schema
/// citeproc-js `csl-data.json`). JSON is read as the YAML it is, which gives every key its position.
package struct References: Sendable {
  package struct Reference: Sendable {
    package let key: String
    package let position: Position
    /// The list entry as HTML, without number and link.
    package let html: [UInt8]
    /// The same in words alone.
    package let words: [UInt8]
    /// `https://doi.org/…`, else the work's own URL, else empty.
    package let link: [UInt8]
  }

  package static let file = "Content/references.json"
  package private(set) var works: [Reference] = []
  package private(set) var table = NameTable()

  package init() {}

  package init(_ bytes: [UInt8], into diagnostics: inout [Diagnostic]) {
    guard let document = YAMLDocument.parse(bytes[...], file: Self.file, into: &diagnostics),
      let root = document.root
    else {
      return
    }
    guard root.kind == .sequence else {
      root.reportWrongType(
        "references.json", mustBe: "a list of works in CSL-JSON, as Zotero exports it", into: &diagnostics)
      return
    }
    for work in root.elements {
      guard work.kind == .mapping, let id = work.value(for: "id"), !id.isEmpty else {
        diagnostics.append(
          .error(
            .badReference, file: Self.file, at: work.position,
            "This work has no `id`, so nothing can cite it."))
        continue
      }
      guard let title = work.value(for: "title"), !title.isEmpty else {
        diagnostics.append(
          .error(.badReference, file: Self.file, at: work.position, "The work `\(id.text)` has no `title`."))
        continue
      }
      let text = ReferenceText(work)
      let reference = Reference(
        key: id.text, position: id.position, html: text.html, words: text.plain, link: Self.link(of: work))
      if let other = table.insert(id.bytes, works.count) {
        diagnostics.append(
          .error(
            .duplicateReference, file: Self.file, at: id.position,
            "The key `\(id.text)` is used twice; first in line \(works[other].position.line)."))
        continue
      }
      works.append(reference)
    }
  }

  private static func link(of work: Node) -> [UInt8] {
    if let doi = work.value(for: "DOI")?.text, !doi.isEmpty {
      let bare = doi.hasPrefix("https://doi.org/") ? String(doi.dropFirst(16)) : doi
      return Array("https://doi.org/".utf8) + URLText.encode(path: bare)
    }
    guard let url = work.value(for: "URL")?.text, url.hasPrefix("https://") || url.hasPrefix("http://") else {
      return []
    }
    return Array(url.utf8)
  }
}
