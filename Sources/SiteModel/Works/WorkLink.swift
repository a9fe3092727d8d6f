import Diagnostics
import Text
import YAML

/// Where a work can be read: its DOI in whatever form, else its own address, else its number in PubMed.
package struct WorkLink {
  /// Empty when the work names no place.
  private(set) var url: [UInt8] = []
  /// Its DOI in small letters, which count the same, and where it stands.
  private(set) var doi: (name: String, node: Node)?
  /// What is no DOI or no address, though it stands as one.
  private(set) var faults: [Diagnostic] = []

  init(_ work: Node, key: String) {
    if let node = work.value(for: "DOI"), let text = WorkLink.text(node) {
      if let doi = Self.doi(in: text) {
        take(doi, node)
        if Self.isFollowed(doi, in: text) {
          faults.append(
            .warning(
              .badReference, file: node.file, at: node.position,
              "The `DOI` of `\(key)` is `\(text)`, of which only `\(doi)` is read.",
              hint: "Write the DOI alone, without spaces, as it stands on the first page of the article."))
        }
        return
      }
      faults.append(
        .warning(
          .badReference, file: node.file, at: node.position,
          text.hasPrefix("10.")
            ? "The `DOI` of `\(key)` is `\(text)`, but a DOI has a `/` with more behind it."
            : "The `DOI` of `\(key)` is `\(text)`, but a DOI starts with `10.`.",
          hint:
            "Copy it from the first page of the article, such as `10.1136/bjsports-2016-096743`, or remove it."
        ))
    }
    if let node = work.value(for: "note"), let note = WorkLink.text(node), let doi = Self.doi(inNote: note) {
      take(doi, node)
      return
    }
    if let node = work.value(for: "URL"), let text = WorkLink.text(node) {
      if let doi = Self.doi(in: text), text.lowercased().contains("doi.org/") {
        take(doi, node)
        return
      }
      if let address = Self.address(text) {
        url = address
        if let fault = Diagnostic.privateLink(to: address, file: node.file, at: node.position) {
          faults.append(fault)
        }
        return
      }
      faults.append(
        .warning(
          .badReference, file: node.file, at: node.position,
          "The `URL` of `\(key)` is `\(text)`, which readers cannot open.",
          hint: text.contains(":")
            ? "Start it with `https://`, or remove it."
            : "Write `https://\(text.replacing(" ", with: "%20"))`.")
      )
    }
    if let number = WorkLink.text(work.value(for: "PMID")),
      number.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      url = Array("https://pubmed.ncbi.nlm.nih.gov/\(number)/".utf8)
    }
  }

  private mutating func take(_ doi: String, _ node: Node) {
    url = Self.address(ofDOI: doi)
    self.doi = (doi.lowercased(), node)
  }

  /// Without markup around it and white space at its ends.
  private static func text(_ node: Node?) -> String? {
    guard let node, node.kind == .scalar, !node.isEmpty else { return nil }
    let text = EntityText.decoded(node.text).trimmed
    return text.isEmpty ? nil : text
  }

  private static let prefixes = [
    "https://", "http://", "www.", "dx.doi.org/", "doi.org/", "info:doi/", "urn:doi:", "doi:", "doi",
  ]

  /// `10.` and what follows (ISO 26324), without the ways in which it is written as an address; nil for anything else.
  package static func doi(in text: String) -> String? {
    var rest = Substring(text)
    var isAddress = false
    var wasCut = true
    while wasCut, !rest.hasPrefix("10.") {
      wasCut = false
      rest = rest.drop { $0.isWhitespace || $0 == ":" }
      for prefix in prefixes where rest.lowercased().hasPrefix(prefix) {
        rest = rest.dropFirst(prefix.count)
        isAddress = isAddress || prefix.hasSuffix("/")
        wasCut = true
      }
    }
    var name = String(rest.prefix { !$0.isWhitespace })
    if isAddress { name = String(decoding: URLText.decode(Array(name.utf8)[...]), as: UTF8.self) }
    while let last = name.last, ".,;".contains(last) { name.removeLast() }
    guard name.hasPrefix("10."), let slash = name.firstIndex(of: "/"), name[slash...].count > 1,
      name[..<slash].dropFirst(3).allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
    else { return nil }
    return name
  }

  /// Whether more stands behind a DOI than what programs put there, `[doi]`.
  private static func isFollowed(_ doi: String, in text: String) -> Bool {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard let place = parts.firstIndex(where: { $0.contains("10.") }) else { return false }
    return parts[(place + 1)...].contains { !["[doi]", "(doi)", ".", ",", ";"].contains($0.lowercased()) }
  }

  /// `DOI: 10.…` on a line of Zotero's field "Extra".
  private static func doi(inNote note: String) -> String? {
    note.split(whereSeparator: \.isNewline).lazy.filter { $0.lowercased().hasPrefix("doi:") }
      .compactMap { doi(in: String($0)) }.first
  }

  package static func address(ofDOI doi: String) -> [UInt8] {
    Array("https://doi.org/".utf8) + URLText.encode(path: doi)
  }

  /// As it is, but for characters that cannot stand in a URL (RFC 3986, section 2), which are encoded; nil unless it leads
  /// to a page.
  private static func address(_ text: String) -> [UInt8]? {
    let small = text.lowercased()
    guard let start = ["https://", "http://"].first(where: { small.hasPrefix($0) }),
      let first = text.utf8.dropFirst(start.utf8.count).first, !"/?#".utf8.contains(first)
    else { return nil }
    return text.utf8.flatMap { byte in
      URLText.isUnreserved(byte) || ":/?#[]@!$&'()*+,;=%".utf8.contains(byte) ? [byte] : URLText.encoded(byte)
    }
  }
}
