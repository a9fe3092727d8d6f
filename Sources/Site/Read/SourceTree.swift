import Diagnostics
import Files
import SiteModel
import Text

/// What lies in the source folder, sorted by path, so that no file system's order shows in a site.
package struct SourceTree: Sendable {
  package struct ArticleFile: Sendable {
    /// Relative to the source folder.
    package let path: String
    let kind: Int
  }

  /// A file with the words of an article in another language: `x.es.md` beside `x.md`.
  struct TranslationFile: Sendable {
    /// Relative to the source folder.
    let path: String
    let kind: Int
    /// Its place among the site's languages; the original's is 0.
    let language: Int
    /// The path of the original, which may not be there.
    let original: String
  }

  package private(set) var articles: [ArticleFile] = []
  private(set) var translations: [TranslationFile] = []
  /// Other files with words of one of the site's further languages: red flags, care levels, checkers and their advice.
  private(set) var wordFiles: [String] = []
  /// Everything else below `Content`: pictures, data, downloads.
  private(set) var otherContent: [String] = []
  /// Ids of articles that lie in no kind's folder or have no name that is read, and the names of their folders, which has been told.
  private(set) var strays: Set<String> = []
  /// Files that are read and not there, because they have another name, which has been told.
  private(set) var misnamed: Set<String> = []
  /// `Templates/*.mustache`, then `Templates/partials/**.mustache`.
  package private(set) var templates: [String] = []
  package private(set) var partials: [String] = []
  /// What else lies in `Templates`, which nothing reads.
  private(set) var otherTemplates: [String] = []
  /// Below `Templates/assets`.
  package private(set) var assets: [String] = []
  /// In `Templates/words`, a file for each language.
  package private(set) var words: [String] = []
  /// Below `Templates/root`.
  private(set) var rootFiles: [RootFile] = []

  /// The list of all addresses, beside `site.yaml`.
  package static let addressFile = "addresses.txt"

  /// The files of the checker, which articles' rules do not concern.
  static let checkerFolder = "Content/symptom-checker"

  package init(
    of source: SourceFolder, kinds: [Kind], language: String, languages: [SiteLanguage],
    into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) {
    var strayFolders: Set<Substring> = []
    let codes = languages.map(\.code)
    let content = try Self.files(in: "Content", of: source, into: &diagnostics)
    let paths = codes.count < 2 ? [] : Set(content)
    var misnaming = MisnamedFile(content, languages: languages, language: language)
    for path in content {
      let language = Self.language(of: path, codes)
      if let fault = misnaming.fault(of: path, in: language) {
        diagnostics.append(fault)
        continue
      }
      let isLock = PathText.name(of: path).hasPrefix("~$")
      guard path.hasSuffix(".md"), !path.hasPrefix(Self.checkerFolder + "/"), !isLock else {
        if language != nil, Self.mayHoldWords(path) {
          wordFiles.append(path)
          continue
        }
        if let article = misnaming.misnamedArticle(path) {
          diagnostics.append(article.fault)
          strays.formUnion(article.names)
        } else if let data = MisnamedData(path, among: { Set(content) }) {
          diagnostics.append(data.fault)
          misnamed.insert(data.meant)
        } else {
          otherContent.append(path)
        }
        continue
      }
      let parts = PathText.parts(of: path)
      if parts.count > 2, let kind = kinds.firstIndex(where: { $0.folder == parts[1] }) {
        if let language, let original = languages[language].original(of: path) {
          translations.append(
            TranslationFile(path: path, kind: kind, language: language, original: original))
        } else {
          articles.append(ArticleFile(path: path, kind: kind))
        }
      } else if !kinds.isEmpty {
        let folders = kinds.map(\.folder)
        if parts.count == 2, ArticleFileName.isForAuthors(parts[1]) {
          diagnostics.append(
            .warning(
              .unusedFile, file: path, at: nil,
              "`\(parts[1])` is for those who work on the site, so it is not published.",
              hint: "Move it out of `Content`, or delete it."))
          continue
        }
        strays.insert(String(parts[parts.count - 1].dropLast(".md".count)))
        let place =
          parts.count > 2
          ? "`Content/\(parts[1])` is not the folder of a kind" : "it is not in the folder of a kind"
        // Its original is told.
        if let language, languages[language].original(of: path).map(paths.contains) == true { continue }
        // A folder of another name is one slip, whatever lies in it.
        if parts.count > 2, !strayFolders.insert(parts[1]).inserted { continue }
        if parts.count > 2 { strays.insert(String(parts[1])) }
        diagnostics.append(
          .error(
            .noSuchKindFolder, file: path, at: nil, "This article cannot be published: \(place).",
            hint: parts.count > 2
              ? StrayFolder.hint(for: String(parts[1]), kinds, content)
              : "Move it to one of these folders: \(folders.joined(separator: ", "))."))
      }
    }
    try Self.findStrays(in: source, kinds, misnaming, into: &diagnostics)
    let root = RootFile.folder
    for path in try Self.files(in: "Templates", butFor: root, of: source, into: &diagnostics) {
      if path.hasPrefix("Templates/assets/") {
        assets.append(path)
      } else if path.hasPrefix(WordFile.folder + "/") {
        if WordFile.isNamed(path, into: &diagnostics) {
          words.append(path)
        } else if let meant = WordFile.meant(by: path) {
          misnamed.insert(meant)
        }
      } else if path.hasSuffix(".mustache") {
        if path.hasPrefix("Templates/partials/") { partials.append(path) } else { templates.append(path) }
      } else {
        otherTemplates.append(path)
      }
    }
    guard try SystemCalls.status(source.path(to: root))?.kind == .folder else { return }
    for path in try Self.files(in: root, dotted: true, of: source, into: &diagnostics) {
      let file = RootFile(path)
      if let fault = file.fault { diagnostics.append(fault) } else { rootFiles.append(file) }
    }
  }

  /// Whether there is an article of that path, in the folder of a kind.
  func hasArticle(at path: String) -> Bool {
    var (low, high) = (0, articles.count)
    while low < high {
      let middle = (low + high) / 2
      if SystemCalls.precedes(articles[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    return low < articles.count && articles[low].path == path
  }

  /// Whether a file has the name of a translation of an article.
  package func isTranslation(_ path: String) -> Bool { translations.contains { $0.path == path } }

  /// The files that translate articles.
  package var translationFiles: [String] { translations.map(\.path) }

  /// The files that translate the article at `path`, be they drafts, each with its language's place among the site's.
  package func translations(of path: String) -> [(path: String, language: Int)] {
    translations.filter { $0.original == path }.map { ($0.path, $0.language) }.sorted { $0.1 < $1.1 }
  }

  /// Which further language of the site a file's name says, as `es` in `bridge.es.md`; nil for none.
  private static func language(of path: String, _ codes: [String]) -> Int? {
    guard codes.count > 1, PathText.hasInnerDot(path, ending: ".md".utf8.count) else { return nil }
    let parts = PathText.name(of: path).utf8.split(
      separator: UInt8(ascii: "."), maxSplits: .max, omittingEmptySubsequences: false)
    guard parts.count > 2 else { return nil }
    return codes.indices.dropFirst().first { codes[$0].utf8.elementsEqual(parts[parts.count - 2]) }
  }

  private static func mayHoldWords(_ path: String) -> Bool {
    path.hasPrefix(checkerFolder + "/") && (path.hasSuffix(".md") || path.hasSuffix(".yaml"))
      || ["red-flags.", "translated.", "drawings."].contains { path.hasPrefix("Content/\($0)") }
        && path.hasSuffix(".yaml")
  }

  /// Articles that lie beside `Content` or in a kind's folder there. Other Markdown may be there, such as a `README.md`: an
  /// article has a title and a summary.
  private static func findStrays(
    in source: SourceFolder, _ kinds: [Kind], _ misnaming: MisnamedFile, into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) {
    var names: [String] = []
    for (name, kind) in try SystemCalls.list(source.path) where !name.hasPrefix(".") {
      if kind == .file {
        names.append(name)
        if let fault = misnaming.fault(ofSettings: name) { diagnostics.append(fault) }
      }
      guard kind == .folder else { continue }
      if let article = try firstArticle(inFolderNamedLikeContent: name, of: source, kinds) {
        diagnostics.append(
          .error(
            .noSuchKindFolder, file: article, at: nil,
            "This article cannot be published: it is outside `Content`.",
            hint: "Move everything in `\(name)` to `Content`."))
        continue
      }
      guard kinds.contains(where: { $0.folder == name }) else { continue }
      names += try SystemCalls.list(source.path(to: name)).filter { $0.1 == .file }.map { name + "/" + $0.0 }
    }
    for name in names.sorted(by: SystemCalls.precedes) where name.hasSuffix(".md") {
      let head = String(decoding: try SystemCalls.read(source.path(to: name)).prefix(4096), as: UTF8.self)
      let lines = head.split(whereSeparator: \.isNewline).map(String.init)
      guard lines.first == "---", lines.contains(where: { $0.hasPrefix("title:") }),
        lines.contains(where: { $0.hasPrefix("summary:") })
      else { continue }
      diagnostics.append(
        .error(
          .noSuchKindFolder, file: name, at: nil,
          "This article cannot be published: it is outside `Content`.",
          hint:
            "Move it to the folder of its kind: \(kinds.map { "`Content/\($0.folder)`" }.joined(separator: ", "))."
        ))
    }
  }

  /// `content`, `Contents`: a folder beside `Content`, told once by the first article in it.
  private static func firstArticle(
    inFolderNamedLikeContent name: String, of source: SourceFolder, _ kinds: [Kind]
  ) throws(FileFailure) -> String? {
    guard name != "Content", NearestName.to(name, among: ["Content"]) != nil else { return nil }
    for folder in try SystemCalls.list(source.path(to: name)).filter({ $0.1 == .folder }).map(\.0).sorted()
    where kinds.contains(where: { $0.folder == folder }) {
      let articles = try SystemCalls.list(source.path(to: "\(name)/\(folder)")).map(\.0)
      if let first = articles.filter({ $0.hasSuffix(".md") }).min() { return "\(name)/\(folder)/\(first)" }
    }
    return nil
  }

  /// Every file below a folder, those below `exception` left out. Names that begin with a dot are other programs' business
  /// and are passed over, unless a site publishes files of such names from there (`dotted`); a symbolic link is an error, since
  /// what it shows can change or lie outside the site.
  private static func files(
    in folder: String, butFor exception: String? = nil, dotted: Bool = false, of source: SourceFolder,
    into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> [String] {
    guard let status = try SystemCalls.status(source.path(to: folder)) else {
      diagnostics.append(
        .error(
          .missingFolder, file: nil, at: nil, "The source folder has no `\(folder)`.",
          hint: "Check `--source`."))
      return []
    }
    if status.kind == .link { reportLink(folder, into: &diagnostics) }
    guard status.kind == .folder else { return [] }
    var files: [String] = []
    for (name, kind) in try FolderTree.entries(below: source.path(to: folder), dotted: dotted) {
      let path = folder + "/" + name
      if let exception, path.hasPrefix(exception + "/") { continue }
      if dotted, !RootFile.isPublished(name) { continue }
      if FolderTree.isLeftByDesktop(PathText.name(of: name)) { continue }
      guard FolderTree.hasReadableName(name) else {
        diagnostics.append(
          .error(
            .badFileName, file: path, at: nil, "The name of this file is not UTF-8 text.",
            hint: "Rename it, using only lowercase letters, digits and hyphens."))
        continue
      }
      switch kind {
      case .file: files.append(path)
      case .link: reportLink(path, into: &diagnostics)
      case .folder, .other:
        diagnostics.append(.error(.notAFile, file: path, at: nil, "This is neither a file nor a folder."))
      }
    }
    return files
  }

  private static func reportLink(_ path: String, into diagnostics: inout [Diagnostic]) {
    diagnostics.append(
      .error(
        .symbolicLink, file: path, at: nil, "This is a symbolic link. Sites cannot contain symbolic links.",
        hint: "Replace it with the file itself."))
  }
}
