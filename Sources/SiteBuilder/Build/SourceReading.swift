import Diagnostics
import YAML

/// The stages discover and read: everything a build takes from the source folder, as values.
struct SourceReading: Sendable {
  let configuration: SiteConfiguration
  let tree: SourceTree
  /// Those that could be read as far as their names.
  let articles: [Article]
  /// The bytes of each of `articles`.
  let sources: [[UInt8]]
  let files: [ContentFile]
  let references: References
  let redFlags: RedFlags
  let careLevels: [CareHeading]
  let checkers: [CheckerFiles]

  /// Nil when `site.yaml` leaves nothing to build with.
  static func read(
    _ folder: SourceFolder, options: BuildOptions, workers: Workers, progress: BuildProgress,
    into diagnostics: inout [Diagnostic]
  ) async throws -> SourceReading? {
    guard let settings = try optional("site.yaml", in: folder) else {
      diagnostics.append(
        .error(
          .missingFile, file: SiteConfiguration.file, at: nil, "The source folder has no `site.yaml`.",
          hint: "Is `--source` right? `limber init` makes a new site."))
      return nil
    }
    guard let configuration = SiteConfiguration.read(settings, into: &diagnostics) else { return nil }
    let tree = try SourceTree(of: folder, kinds: configuration.kinds, into: &diagnostics)
    let reader = ArticleReader(
      configuration: configuration, today: options.today, includesDrafts: options.includesDrafts)
    progress.expect(tree.articles.count * 3)
    let read = try await workers.map(tree.articles.count) { number -> ArticleReading in
      let file = tree.articles[number]
      let bytes = try SystemCalls.read(folder.path(to: file.path))
      var found: [Diagnostic] = []
      let article = reader.read(bytes, path: file.path, kind: file.kind, into: &found)
      progress.advance()
      return ArticleReading(article: article, bytes: bytes, diagnostics: found)
    }
    var articles: [Article] = []
    var sources: [[UInt8]] = []
    articles.reserveCapacity(read.count)
    sources.reserveCapacity(read.count)
    for one in read {
      diagnostics += one.diagnostics
      guard let article = one.article else { continue }
      articles.append(article)
      sources.append(one.bytes)
    }
    let references = try optional(References.file, in: folder).map { References($0, into: &diagnostics) }
    let redFlags = try optional(RedFlags.file, in: folder).map { RedFlags($0, into: &diagnostics) }
    return SourceReading(
      configuration: configuration, tree: tree, articles: articles, sources: sources,
      files: try readFiles(tree.otherContent, folder, configuration), references: references ?? References(),
      redFlags: redFlags ?? RedFlags(),
      careLevels: CareHeading.read(try optional(CareHeading.file, in: folder), into: &diagnostics),
      checkers: try CheckerFiles.read(tree.otherContent, from: folder))
  }

  private struct ArticleReading: Sendable {
    let article: Article?
    let bytes: [UInt8]
    let diagnostics: [Diagnostic]
  }

  /// A file that a site may do without.
  private static func optional(_ path: String, in folder: SourceFolder) throws(FileFailure) -> [UInt8]? {
    guard let status = try SystemCalls.status(folder.path(to: path)), status.kind == .file else { return nil }
    return try SystemCalls.read(folder.path(to: path))
  }

  private static func readFiles(
    _ paths: [String], _ folder: SourceFolder, _ configuration: SiteConfiguration
  ) throws(FileFailure) -> [ContentFile] {
    var files: [ContentFile] = []
    for path in paths {
      let url =
        Array(configuration.basePath.utf8)
        + URLText.encode(path: String(path.dropFirst("Content".utf8.count)))
      let isImage = ContentFile(path: path, url: url, size: nil).isImage
      let size = isImage ? ImageSize(of: try SystemCalls.read(folder.path(to: path))) : nil
      files.append(ContentFile(path: path, url: url, size: size))
    }
    return files
  }
}
