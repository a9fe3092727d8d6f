import Diagnostics
import Files
import SiteModel
import SymptomTree
import Text

/// The files of a site that hold words of its further languages, as they were read.
package struct TranslationSources: Sendable {
  /// One for each of the tree's translations.
  private(set) var articles: [TextFile]
  /// Red flags, care levels, checkers and their advice, by path.
  let others: [String: TextFile]
  /// For each language its words for `site.yaml`; none for the original.
  let settings: [TextFile?]
  /// Of the files in which letters are two characters, by path.
  private let composed: [String: ComposedText]

  /// A file of text.
  struct TextFile: Sendable {
    /// The whole file, each letter one character; empty once it was forgotten.
    fileprivate(set) var bytes: [UInt8]
    fileprivate let composed: ComposedText?

    fileprivate init(_ path: String, from folder: SourceFolder) throws(FileFailure) {
      self.init(try SystemCalls.read(folder.path(to: path)))
    }

    fileprivate init(_ written: [UInt8]) {
      composed = ComposedText(written[...])
      bytes = composed?.bytes ?? written
    }
  }

  static func read(
    _ tree: SourceTree, _ configuration: SiteConfiguration, from folder: SourceFolder, _ workers: Workers
  ) async throws -> TranslationSources {
    let articles = try await workers.map(tree.translations.count) {
      try TextFile(tree.translations[$0].path, from: folder)
    }
    var others: [String: TextFile] = [:]
    for path in tree.wordFiles { others[path] = try TextFile(path, from: folder) }
    var settings: [TextFile?] = []
    for (number, language) in configuration.languages.enumerated() {
      settings.append(
        number == 0
          ? nil : try SourceReading.optional(SiteTranslation.file(language), in: folder).map { TextFile($0) })
    }
    return TranslationSources(tree, articles: articles, others: others, settings: settings)
  }

  private init(
    _ tree: SourceTree, articles: [TextFile], others: [String: TextFile], settings: [TextFile?]
  ) {
    self.articles = articles
    self.others = others
    self.settings = settings
    var composed: [String: ComposedText] = [:]
    for (path, file) in others { composed[path] = file.composed }
    for (number, file) in articles.enumerated() { composed[tree.translations[number].path] = file.composed }
    self.composed = composed
  }

  /// A file of the checkers or the red flags; nil when it is not there.
  func file(_ path: String) -> SourceFile? {
    others[path].map { SourceFile(name: path, bytes: $0.bytes[...]) }
  }

  /// Of all but the articles.
  var hashes: [FileHash] {
    others.keys.sorted().flatMap { path in
      [FileHash(Array(path.utf8))] + (others[path].map { [FileHash($0.bytes)] } ?? [])
    } + settings.compactMap { $0.map { FileHash($0.bytes) } }
  }

  mutating func forgetTexts() {
    for number in articles.indices { articles[number].bytes = [] }
  }

  /// Whether places in some text are others in its file.
  var haveOtherColumns: Bool { !composed.isEmpty }

  /// A place in a text as its file has it.
  func written(_ position: Position, in file: String) -> Position {
    guard let text = composed[file] else { return position }
    return Position(
      line: position.line, column: text.writtenColumn(line: position.line, column: position.column))
  }
}
