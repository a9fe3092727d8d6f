import Diagnostics
import Files
import SiteModel
import Text

/// An entry of `Content/references.json`, to be filled in.
package struct NewReference: Sendable {
  package let key: String
  /// Relative to the source folder.
  package let path = References.file
  private let text: [UInt8]
  private let source: SourceFolder

  private static let longestKey = 80

  /// `name` is the new work's key, or its DOI in whatever form, of which the key is made. Refuses a key or DOI that is there
  /// already, a key that no citation could name, and a file that cannot be read or is a symbolic link.
  package init(_ name: String, in site: SiteInventory) throws {
    source = site.source
    let doi = WorkLink.doi(in: name)
    key = doi.map(Self.key(of:)) ?? name
    try Self.check(key, doi, in: site.index.references)
    let status = try SystemCalls.status(source.path(to: path))
    guard status == nil || status?.kind == .file else {
      throw Refusal.sentence("`\(path)` is not a file, so nothing can be added to it.")
    }
    let old = status == nil ? [] : try SystemCalls.read(source.path(to: path))
    guard site.index.references.isReadable, let text = Self.adding(Self.entry(key, doi), to: old) else {
      throw Refusal.sentence(
        "`\(path)` is not a valid list of works. Run `limber check` to see what is wrong.")
    }
    self.text = text
    // Whatever the file is like, all that was in it has to be there still.
    var found: [Diagnostic] = []
    let references = References(text, into: &found)
    guard references.works.map(\.key) == site.index.references.works.map(\.key) + [key] else {
      throw Refusal.sentence("`\(path)` does not end with the `]` of a list. Add the entry by hand.")
    }
  }

  /// Puts the file in place in one step.
  package func write() throws(FileFailure) {
    let place = source.path(to: path)
    try FolderTree.make(String(PathText.folder(of: place)))
    try SystemCalls.replace(place, with: text)
  }

  /// The last part of a DOI: `10.1136/bjsports-2016-096743` is `bjsports-2016-096743`.
  private static func key(of doi: String) -> String {
    let name = doi.split(separator: "/", maxSplits: 1).last ?? ""
    return ArticleID.nearest(to: String(name.prefix(longestKey)))
  }

  private static func check(_ key: String, _ doi: String?, in references: References) throws(Refusal) {
    let isPlain = key.utf8.allSatisfy { URLText.isUnreserved($0) || $0 == UInt8(ascii: ":") }
    guard !key.isEmpty, key.utf8.count <= longestKey, isPlain else {
      throw .sentence(
        "`\(key)` cannot be a reference key. Use letters, digits, `-` and `_`, such as `griffin2016`.")
    }
    if references.table[key.utf8] != nil {
      throw .sentence(
        "`\(References.file)` already has a work `\(key)`. Cite it as `[@\(key)]`, or choose another key."
      )
    }
    let link = doi.map { String(decoding: WorkLink.address(ofDOI: $0), as: UTF8.self).lowercased() }
    if let link,
      let work = references.works.first(where: {
        String(decoding: $0.link, as: UTF8.self).lowercased() == link
      })
    {
      throw .sentence("The work `\(work.key)` already has that DOI. Cite it as `[@\(work.key)]`.")
    }
  }

  private static func entry(_ key: String, _ doi: String?) -> [String] {
    [
      "{", "  \"id\": \(JSONText.quoted(key)),", "  \"type\": \"article-journal\",", "  \"title\": \"\",",
      "  \"author\": [{\"family\": \"\", \"given\": \"\"}],", "  \"container-title\": \"\",",
      "  \"issued\": {\"date-parts\": [[\"\"]]},", "  \"volume\": \"\",", "  \"issue\": \"\",",
      "  \"page\": \"\",",
      "  \"DOI\": \(JSONText.quoted(doi ?? ""))", "}",
    ]
  }

  /// `old` with the entry before its last bracket, every other byte as it was; nil when it is no list.
  private static func adding(_ entry: [String], to old: [UInt8]) -> [UInt8]? {
    let isBlank = old.allSatisfy { $0 <= 0x20 }
    let start = isBlank ? Array("[\n]\n".utf8) : old
    guard let close = start.lastIndex(of: UInt8(ascii: "]")),
      let last = start[..<close].lastIndex(where: { $0 > 0x20 })
    else { return nil }
    let end = start.contains(0x0D) ? "\r\n" : "\n"
    let lines = entry.map { end + "  " + $0 }.joined()
    let needsComma = start[last] != UInt8(ascii: "[") && start[last] != UInt8(ascii: ",")
    let gap = start[(last + 1)..<close]
    let closing = gap.contains(0x0A) ? "" : end
    return Array(start[...last]) + (needsComma ? [UInt8(ascii: ",")] : []) + Array(lines.utf8)
      + Array(closing.utf8)
      + Array(start[(last + 1)...])
  }
}
