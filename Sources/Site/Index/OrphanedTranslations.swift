import Diagnostics
import SiteModel
import Text

/// Translations of articles whose originals are not there: misspelt, or called in their own language, as `puente.es.md` beside `bridge.md`.
struct OrphanedTranslations {
  private let language: SiteLanguage
  private let originals: Set<String>
  private var folders: [Substring: Folder] = [:]

  /// The articles of a folder.
  private struct Folder {
    let names: [String]
    var near: NearestNames
    /// Those without a translation, in order, and by their names without the ending.
    let open: [String]
    let stems: [String: String]
  }

  /// Of the language with this number among the site's.
  init(in tree: SourceTree, _ number: Int, _ language: SiteLanguage) {
    self.language = language
    let paths = tree.articles.map(\.path)
    originals = Set(paths)
    let done = Set(tree.translations.filter { $0.language == number }.map(\.original))
    for (folder, names) in Dictionary(grouping: paths, by: PathText.folder) {
      let open = names.filter { !done.contains($0) }
      folders[folder] = Folder(
        names: names, near: NearestNames(names), open: open,
        stems: Dictionary(open.map { (Self.stem(of: $0), $0) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// A report of one, whose whole file `bytes` are; nil where the original is there and cannot be used, which is told.
  mutating func fault(_ file: String, of original: String, _ bytes: [UInt8]) -> Diagnostic? {
    if originals.contains(original) { return nil }
    return .error(
      .translationOrphan, file: file, at: nil, "This translates `\(original)`, which does not exist.",
      hint: hint(file, of: original, bytes))
  }

  private mutating func hint(_ file: String, of original: String, _ bytes: [UInt8]) -> String {
    let key = PathText.folder(of: file)
    if let near = folders[key]?.near.nearest(to: original) {
      return "Did you mean `\(language.file(of: near))`?"
    }
    guard let folder = folders[key], let example = folder.open.first ?? folder.names.first else {
      return "Write the original first, or delete this file."
    }
    let slug = Self.stem(of: original)
    let address = "To have `\(slug)` in its address, write `slug: \(slug)` in it."
    if let meant = Self.meant(in: folder, bytes) {
      return
        "If it translates `\(meant)`, call it `\(PathText.name(of: language.file(of: meant)))`. \(address)"
    }
    return
      "Call it as its original is called, with `.\(language.code).md` at the end, as `\(PathText.name(of: language.file(of: example)))` for `\(PathText.name(of: example))`. \(address)"
  }

  /// The only article without a translation, or the only one whose name stands in the text, as in those of its pictures.
  private static func meant(in folder: Folder, _ bytes: [UInt8]) -> String? {
    if folder.open.count == 1 { return folder.open[0] }
    var named: Set<String> = []
    for dot in bytes.indices where bytes[dot] == UInt8(ascii: ".") {
      let name = bytes[..<dot].reversed().prefix { URLText.isUnreserved($0) && $0 != UInt8(ascii: ".") }
      guard !name.isEmpty else { continue }
      let stem = String(decoding: bytes[(dot - name.count)..<dot], as: UTF8.self)
      if let path = folder.stems[stem] { named.insert(path) }
    }
    return named.count == 1 ? named.first : nil
  }

  private static func stem(of file: String) -> String {
    String(PathText.name(of: file).dropLast(".md".count))
  }
}
