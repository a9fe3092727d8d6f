import Diagnostics
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
    /// Whether something is wrong with it that has been told.
    package let isFaulty: Bool
  }

  package static let file = "Content/references.json"
  package private(set) var works: [Reference] = []
  package private(set) var table = NameTable()

  /// False when nobody can know which works there are: whatever cites one is not wrong for that.
  package private(set) var isReadable = true

  /// What programs export, not what a person types: ten thousand works have 3 MB and half a million values.
  private static let limits = Limits(bytes: 64_000_000, nodes: 16_000_000, expandedBytes: 64_000_000)

  /// No works, or, unless it `isReadable`, nobody knows which.
  package init(isReadable: Bool = true) { self.isReadable = isReadable }

  /// Without `today`, years are not held against it.
  package init(_ bytes: [UInt8], today: CalendarDate? = nil, into diagnostics: inout [Diagnostic]) {
    if let format = Self.otherFormat(bytes) {
      isReadable = false
      diagnostics.append(
        .error(
          .badReference, file: Self.file, at: .start, "This is \(format), not CSL-JSON.",
          hint: "In Zotero, Mendeley or EndNote, export the works as \"CSL JSON\"."))
      return
    }
    let curly = CurlyQuote(in: bytes)
    let before = diagnostics.count
    let document =
      curly?.isCertain == true
      ? nil : YAMLDocument.parse(bytes[...], file: Self.file, limits: Self.limits, into: &diagnostics)
    guard let document else {
      isReadable = false
      if curly == nil, let slip = ReferencesSlip(in: bytes, file: Self.file) {
        diagnostics.removeSubrange(before...)
        diagnostics.append(slip.fault)
      }
      if let curly {
        diagnostics.removeSubrange(before...)
        diagnostics.append(
          .error(
            .badReference, file: Self.file, at: Position(ofByte: curly.offset, in: bytes),
            "This quote is curly, so it neither begins nor ends a text.",
            hint: "Replace the curly quotes around keys and texts with straight quotes (`\"`)."))
      }
      return
    }
    guard let root = document.root else { return }
    guard root.kind == .sequence else {
      isReadable = false
      root.reportWrongType(
        "references.json", mustBe: "a list of works in CSL-JSON, as Zotero exports it",
        hint: root.kind == .mapping ? Self.hint(forMapping: root) : nil,
        into: &diagnostics)
      return
    }
    var dois: [String: Int] = [:]
    var titles = SharedTitles()
    // What Better BibTeX calls a work, where its `id` is something else.
    var otherKeys: [(key: Node, work: Int)] = []
    for work in root.elements {
      guard work.kind == .mapping, let id = work.value(for: "id"), !id.isEmpty else {
        // Whatever cites it is not wrong for that.
        isReadable = false
        diagnostics.append(
          .error(
            .badReference, file: Self.file, at: work.position,
            "This work has no `id`, so it cannot be cited.",
            hint: work.kind != .mapping
              ? "Write each work as `{\"id\": \"griffin2016\", \"title\": \"…\"}`."
              : "Add one, such as `\"id\": \"griffin2016\",`, after its `{`."))
        continue
      }
      let hasTitle = WorkField(work.value(for: "title")) != nil
      if !hasTitle {
        diagnostics.append(
          .error(
            .badReference, file: Self.file, at: work.position, "The work `\(id.text)` has no `title`.",
            hint: "Write its `title`, or delete the work."))
      }
      if let other = table.insert(id.bytes, works.count) {
        diagnostics.append(
          .error(
            .duplicateReference, file: Self.file, at: id.position,
            "The key `\(id.text)` is used twice; the first is on line \(works[other].position.line)."))
        continue
      }
      let citable = Self.citable(id.text)
      if let citable {
        diagnostics.append(
          .warning(
            .badReference, file: Self.file, at: id.position,
            "The key `\(id.text)` cannot be cited, because of a space or mark in it.",
            hint: "Change it to `\(citable)`, here and where it is used."))
        // Whoever cites it as it shall be called is right already.
        table.insert(citable.utf8, works.count)
      }
      let text = ReferenceText(work)
      let link = WorkLink(work, key: id.text)
      diagnostics += link.faults
      diagnostics += WorkDoubts(work, key: id.text, hasTitle: hasTitle, today: today).found
      if let (doi, node) = link.doi {
        if let other = dois[doi].map({ works[$0] }) {
          diagnostics.append(
            .warning(
              .duplicateReference, file: Self.file, at: node.position,
              "`\(id.text)` has the same DOI as `\(other.key)` on line \(other.position.line).",
              hint:
                "If both are one study, keep only one of them and cite it everywhere. If not, correct the DOI."
            ))
        } else {
          dois[doi] = works.count
        }
      }
      if let (node, other) = titles.add(work, number: works.count, doi: link.doi?.name) {
        diagnostics.append(
          .warning(
            .duplicateReference, file: Self.file, at: node.position,
            "`\(id.text)` has the same title and year as `\(works[other].key)` on line \(works[other].position.line).",
            hint: "If both are one study, keep only one of them and cite it everywhere."))
      }
      if let key = work.value(for: "citation-key"), key.kind == .scalar, !key.isEmpty {
        otherKeys.append((key, works.count))
      }
      // One that has been told to be wrong is known all the same, so that nothing that cites it is told as well.
      let reference = Reference(
        key: id.text, position: id.position, html: text.html, words: text.plain, link: link.url,
        isFaulty: !hasTitle || citable != nil)
      works.append(reference)
    }
    for (key, work) in otherKeys where table[key.bytes] == nil { table.insert(key.bytes, work) }
  }

  /// What makes a list of works of one mapping.
  private static func hint(forMapping root: Node) -> String {
    if root.value(for: "id") != nil { return "Add `[` before the first `{` and `]` after the last `}`." }
    return root.entries.contains { $0.value.kind == .sequence }
      ? "Delete what is before the first `[` and after the last `]`."
      : "In Zotero, Mendeley or EndNote, export the works as \"CSL JSON\"."
  }

  /// A key without what ends it in a citation; nil for one without such signs.
  private static func citable(_ key: String) -> String? {
    let name = key.filter { !$0.isWhitespace && !"[]@,;".contains($0) }
    return name == key || name.isEmpty ? nil : name
  }

  /// What programs export literature as, and is none of ours.
  private static func otherFormat(_ bytes: [UInt8]) -> String? {
    let text = bytes.drop { $0 <= 0x20 || $0 >= 0x80 }
    let beginnings = [
      ("@", "BibTeX"), ("TY  -", "RIS"), ("<", "XML"), ("%0", "an EndNote file"),
      ("PMID-", "a PubMed file"),
    ]
    return beginnings.first { text.starts(with: $0.0.utf8) }?.1
  }
}

/// Works with one title and one year, which are most likely one work under two keys.
private struct SharedTitles {
  private var works: [String: (number: Int, doi: String?)] = [:]

  /// Where the title stands and the number of an earlier work that has it, too. Two DOIs are two works, and one is told by its DOI;
  /// short titles such as "Editorial" are of many.
  mutating func add(_ work: Node, number: Int, doi: String?) -> (title: Node, other: Int)? {
    guard let node = work.value(for: "title"), let title = WorkField(node)?.text, title.utf8.count > 25 else {
      return nil
    }
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    let key = "\(words) \(WorkDate(work).text)"
    guard let other = works[key] else {
      works[key] = (number, doi)
      return nil
    }
    return doi != nil && other.doi != nil ? nil : (node, other.number)
  }
}
