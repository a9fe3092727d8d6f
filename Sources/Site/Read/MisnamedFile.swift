import Diagnostics
import SiteModel
import Text

/// Files that were meant to hold words and are not read, because of their names.
struct MisnamedFile {
  private let content: [String]
  /// Of the site, the original's first; none for a site of one language.
  private let languages: [SiteLanguage]
  /// Of the original.
  private let language: String
  /// The files below `Content`, once a name looks as if it said a language.
  private lazy var paths = Set(content)

  init(_ content: [String], languages: [SiteLanguage], language: String) {
    (self.content, self.languages, self.language) = (content, languages, language)
  }

  // MARK: Translations

  /// A report of a file below `Content` that was meant as a translation. `number` is the place of the language that its name says.
  mutating func fault(of path: String, in number: Int?) -> Diagnostic? {
    let name = PathText.name(of: path)
    // Nearly all names have one dot, and say more than a language.
    guard
      name.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 || languages.count > 1 && name.utf8.count < 16
    else { return nil }
    let folder = PathText.folder(of: path)
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1] == "md", languages.dropFirst().contains(where: { $0.code == parts[0] }) {
      return .error(
        .badFileName, file: path, at: nil, "`\(name)` does not say which article it translates.",
        hint: "Rename it after its original, such as `bridge.\(name)` for `bridge.md`.")
    }
    guard parts.count > 2, let ending = Self.endings[parts[parts.count - 1].lowercased()] else { return nil }
    let code = String(parts[parts.count - 2])
    let original = parts.dropLast(2).joined(separator: ".") + ending
    if folder == "Content", original == SiteConfiguration.file, Self.isLanguage(code) {
      let meant = languages.dropFirst().first { $0.code == code.lowercased() }
      return .error(
        .badFileName, file: path, at: nil, "The words of `site.yaml` are not read from this folder.",
        hint: "Move it next to `site.yaml`, as `\(meant?.file(of: original) ?? String(name))`.")
    }
    let source = "\(folder)/\(original)"
    if let number, name.hasSuffix(ending) {
      // Of an article that is missing, its translation is told when it is read.
      guard path.hasPrefix(SourceTree.checkerFolder + "/") || source == RedFlags.file, !paths.contains(source)
      else { return nil }
      return orphan(path, of: source, in: languages[number])
    }
    // Translations of articles are told where the names of articles are read.
    let isOfChecker = path.hasPrefix(SourceTree.checkerFolder + "/")
    guard ending == ".yaml" || isOfChecker, Self.isLanguage(code),
      isOfChecker || Self.others.contains(source) || paths.contains(source)
    else { return nil }
    return .wrongLanguage(code, of: original, file: path, language: language, languages: languages)
  }

  /// A report of a file beside `site.yaml` that was meant as its translation.
  func fault(ofSettings name: String) -> Diagnostic? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == "site", let ending = Self.endings[parts[2].lowercased()],
      ending == ".yaml", Self.isLanguage(parts[1]),
      !languages.dropFirst().contains(where: { $0.file(of: SiteConfiguration.file) == name })
    else { return nil }
    return .wrongLanguage(
      parts[1], of: SiteConfiguration.file, file: name, language: language, languages: languages)
  }

  private static let endings = ["md": ".md", "yaml": ".yaml", "yml": ".yaml"]

  /// What has no file in the original's language, or not at once.
  private static let others: Set = [
    RedFlags.file, "Content/drawings.yaml", "Content/translated.yaml", CareHeading.file,
  ]

  private static func isLanguage(_ code: String) -> Bool {
    LanguageCode.isTag(code) && LanguageCode.primary(of: code).utf8.count == 2
  }

  private mutating func orphan(_ path: String, of source: String, in language: SiteLanguage) -> Diagnostic {
    let folder = PathText.folder(of: path)
    let ending = source.suffix(3)
    let others = content.filter {
      PathText.folder(of: $0) == folder && $0.hasSuffix(ending)
        && PathText.name(of: $0).split(separator: ".").count == 2
    }
    return .error(
      .translationOrphan, file: path, at: nil, "This translates `\(source)`, which does not exist.",
      hint: NearestName.to(source, among: others).map { "Did you mean `\(language.file(of: $0))`?" }
        ?? "Write the original first, or delete this file.")
  }

  // MARK: Articles

  /// Other names that programs give to Markdown.
  private static let otherEndings = [
    ".md.txt", ".md.text", ".md.doc", ".md.docx", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtxt",
    ".mdtext", ".mdx",
    ".md",
  ]

  /// A report of a file that was meant as an article and is not read as one, because of the end of its name; and by what others
  /// may name it.
  mutating func misnamedArticle(_ path: String) -> (fault: Diagnostic, names: [String])? {
    let name = PathText.name(of: path)
    let small = name.lowercased()
    guard !name.hasSuffix(".md"), let ending = Self.otherEndings.first(where: { small.hasSuffix($0) }) else {
      return nil
    }
    var stem = name.dropLast(ending.count)
    // That of a translation goes on with its language.
    let code = languages.dropFirst().map(\.code).first { stem.lowercased().hasSuffix("." + $0) }
    if let code { stem = stem.dropLast(code.utf8.count + 1) }
    let id = ArticleID.nearest(to: String(stem)) + (code.map { "." + $0 } ?? "")
    return (
      .error(
        .badFileName, file: path, at: nil,
        "`\(name)` is not read, because the file name of an article must end in `.md`.",
        hint: !id.isEmpty && paths.contains("\(PathText.folder(of: path))/\(id).md")
          ? ArticleFileName.hint(besides: id + ".md") : "Rename it to `\(id.isEmpty ? "name" : id).md`."),
      [String(stem), id, String(name)]
    )
  }
}
