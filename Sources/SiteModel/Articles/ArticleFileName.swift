import Diagnostics
import Text

/// The name of a file in the folder of a kind, from which an article has its id.
package struct ArticleFileName {
  /// Of no use where there is a fault.
  let id: [UInt8]
  private let path: String
  private let name: Substring
  private let stem: Substring
  private let kind: Kind
  private let configuration: SiteConfiguration
  private let isThere: (String) -> Bool

  /// `path` is relative to the source folder and ends with `.md`; `isThere` says whether there is an article at such a path.
  init(_ path: String, of kind: Kind, _ configuration: SiteConfiguration, isThere: @escaping (String) -> Bool)
  {
    self.path = path
    name = PathText.name(of: path)
    stem = name.dropLast(3)
    id = Array(stem.utf8)
    (self.kind, self.configuration, self.isThere) = (kind, configuration, isThere)
  }

  /// Nil for a name that can be used.
  var fault: Diagnostic? {
    if ArticleID.isValid(id) { return id.elementsEqual("index".utf8) && !kind.isPage ? index : nil }
    if let fault = unknownLanguage { return fault }
    return .error(
      .badFileName, file: path, at: nil,
      "`\(name)` cannot be the file name of an article. Use only lowercase letters and digits, with single hyphens between them.",
      hint: hint)
  }

  /// Other generators take the words above a list from a file of this name.
  private var index: Diagnostic {
    .error(
      .badFileName, file: path, at: nil,
      "`\(name)` cannot be the file name of a \(kind.name): Limber makes the list of them itself.",
      hint:
        "Write the words above the list after `summary:` of `\(kind.name)` in `site.yaml`, and delete this file. If it is an article, give it another name."
    )
  }

  // MARK: What to do

  private var hint: String {
    if Self.isForAuthors(name) {
      return "It is for those who work on the site. Move it out of `Content`, or delete it."
    }
    // What another generator leaves out, this one would publish.
    if stem.hasPrefix("_"), ArticleID.isValid(stem.drop { $0 == "_" }.utf8) {
      return "If it is not for readers, move it out of `Content`, or delete it."
        + " If it is an article, rename it to `\(stem.drop { $0 == "_" }).md`."
    }
    if let translation {
      return "If this translates `\(translation.original)`, rename it to `\(translation.name)`."
    }
    if let copied = CopiedName.original(of: stem) ?? copiedElsewhere {
      return
        "It looks like a copy of `\(copied).md`. Delete it, or, if it is another article, give it another name."
    }
    // `knee-pain.md.md`.
    let own = stem.lowercased().hasSuffix(".md") ? stem.dropLast(3) : stem
    let nearest = ArticleID.nearest(to: String(own))
    if nearest.isEmpty { return "Rename it, using the letters `a` to `z`, such as `knee-pain.md`." }
    if isThere(sibling(nearest)) { return Self.hint(besides: nearest + ".md") }
    return "Rename it to `\(nearest).md`."
      + (CopiedName.numbered(nearest).map { " If it is a copy of `\($0).md`, delete it." } ?? "")
  }

  /// For a file whose right name another one has.
  package static func hint(besides other: String) -> String {
    "`\(other)` is there already. If this is a copy of it, delete this one. If it is another article, give it another name."
  }

  /// Whether a file is for those who work on the site, by its name, which ends with `.md`.
  package static func isForAuthors(_ name: some StringProtocol) -> Bool {
    names.contains(name.dropLast(3).lowercased())
  }

  private static let names: Set = [
    "readme", "read-me", "read_me", "license", "licence", "contributing", "changelog", "authors", "todo",
  ]

  /// `knee-pain` of `knee-pain-DESKTOP-AB12`, as programs that copy files between computers have it, where that is there.
  private var copiedElsewhere: Substring? {
    var end = stem.endIndex
    while let hyphen = stem[..<end].lastIndex(of: "-") {
      end = hyphen
      let start = stem[..<end]
      let rest = stem[hyphen...].dropFirst()
      if rest.first?.isUppercase == true, ArticleID.isValid(start.utf8), isThere(sibling(String(start))) {
        return start
      }
    }
    return nil
  }

  private func sibling(_ id: String) -> String { "\(PathText.folder(of: path))/\(id).md" }

  /// The language of the site that one of its regions stands for, as `es-MX` does for `es`, or that is often written so: `sp`.
  private func meant(by code: String, among others: [String]) -> String? {
    if others.contains(code.lowercased()) { return nil }
    let primary = LanguageCode.primary(of: code).lowercased()
    if primary.utf8.count < code.utf8.count, others.contains(primary) { return primary }
    guard case .tag(let tag)? = LanguageCode.meant(by: code.lowercased()) else { return nil }
    return others.first { $0 == tag.lowercased() }
  }

  /// The name of a translation with another sign before its language: `bridge.es.md` for `bridge_es.md`.
  private var translation: (name: String, original: String)? {
    for code in configuration.languages.dropFirst().map(\.code) {
      for sign in ["_", "-", " ", "("] where stem.lowercased().hasSuffix(sign + code) {
        let original = ArticleID.nearest(to: String(stem.dropLast(code.count + 1)))
        if !original.isEmpty, isThere(sibling(original)) {
          return ("\(original).\(code).md", "\(original).md")
        }
      }
    }
    return nil
  }

  /// A report of a name such as `bridge.fr.md`, in a language that the site has not.
  private var unknownLanguage: Diagnostic? {
    guard let dot = stem.lastIndex(of: "."), ArticleID.isValid(stem[..<dot].utf8) else { return nil }
    let code = String(stem[stem.index(after: dot)...])
    if code.lowercased() == "md" { return nil }
    let original = "\(stem[..<dot]).md"
    let others = configuration.languages.dropFirst().map(\.code)
    if let meant = meant(by: code, among: others) {
      return .error(
        .badFileName, file: path, at: nil, "`\(code)` is not a language of this site.",
        hint: "If this translates `\(original)`, rename it to `\(stem[..<dot]).\(meant).md`.")
    }
    if (2...4).contains(code.count), code.allSatisfy(\.isLetter), !others.contains(code.lowercased()),
      let meant = others.first(where: { code.lowercased().hasPrefix($0) })
        ?? NearestName.to(code, among: others.filter { code.count > $0.count })
    {
      return .error(
        .badFileName, file: path, at: nil, "`\(code)` is not a language of this site.",
        hint: "If this translates `\(original)`, rename it to `\(stem[..<dot]).\(meant).md`.")
    }
    guard LanguageCode.isTag(code), LanguageCode.primary(of: code).utf8.count == 2 else { return nil }
    var fault = Diagnostic.wrongLanguage(
      code, of: original, file: path, language: configuration.language,
      languages: configuration.languages)
    if fault.hint == "Rename it to `\(original)`.", isThere(sibling(String(stem[..<dot]))) {
      fault.hint = Self.hint(besides: original)
    }
    return fault
  }
}
