import Diagnostics
import SiteModel
import Text

/// A translation of an article whose original is not there: misspelt, or called in its own language, as `puente.es.md` beside `bridge.md`.
enum OrphanedTranslation {
  /// `bytes` is the whole file, `number` its language's place among the site's.
  static func fault(
    _ file: String, of original: String, _ bytes: [UInt8], in tree: SourceTree, _ number: Int,
    _ language: SiteLanguage
  ) -> Diagnostic {
    .error(
      .translationOrphan, file: file, at: nil, "This translates `\(original)`, which does not exist.",
      hint: hint(file, of: original, bytes, in: tree, number, language))
  }

  private static func hint(
    _ file: String, of original: String, _ bytes: [UInt8], in tree: SourceTree, _ number: Int,
    _ language: SiteLanguage
  ) -> String {
    let folder = PathText.folder(of: file)
    let names = tree.articles.map(\.path).filter { PathText.folder(of: $0) == folder }
    if let near = NearestName.to(original, among: names) {
      return "Did you mean `\(language.file(of: near))`?"
    }
    let done = Set(tree.translations.filter { $0.language == number }.map(\.original))
    let open = names.filter { !done.contains($0) }
    guard let example = open.first ?? names.first else {
      return "Write the original first, or delete this file."
    }
    let slug = stem(of: original)
    let address = "To have `\(slug)` in its address, write `slug: \(slug)` in it."
    if let meant = meant(among: open, bytes) {
      return
        "If it translates `\(meant)`, call it `\(PathText.name(of: language.file(of: meant)))`. \(address)"
    }
    return
      "Call it as its original is called, with `.\(language.code).md` at the end, as `\(PathText.name(of: language.file(of: example)))` for `\(PathText.name(of: example))`. \(address)"
  }

  /// The only article without a translation, or the only one whose name stands in the text, as in those of its pictures.
  private static func meant(among open: [String], _ bytes: [UInt8]) -> String? {
    if open.count == 1 { return open[0] }
    let named = open.filter { ByteSearch.first(Array("\(stem(of: $0)).".utf8), in: bytes[...]) != nil }
    return named.count == 1 ? named[0] : nil
  }

  private static func stem(of file: String) -> String {
    String(PathText.name(of: file).dropLast(".md".count))
  }
}
