import Diagnostics
import Files
import Site
import SiteModel
import Text

/// The translations of a site, for who begins one or has read one again.
package struct SiteTranslations: Sendable {
  private let source: SourceFolder
  private let reading: SourceReading
  private let site: CheckedSite
  private let report: BuildReport

  /// Refuses a site that cannot be read, or has one language only.
  package static func read(_ options: BuildOptions) async throws -> SiteTranslations {
    let (found, report) = try await SiteBuild(options).checked()
    guard let found, let source = SourceFolder(options.source) else { throw Refusal.faulty(report) }
    guard found.checked.index.configuration.languages.count > 1 else {
      throw Refusal.sentence(
        "This site has one language. Write its languages in `site.yaml` first, such as `languages: {\(found.checked.index.configuration.language): …, es: Español}`."
      )
    }
    return SiteTranslations(source: source, reading: found.reading, site: found.checked, report: report)
  }

  private var configuration: SiteConfiguration { site.index.configuration }

  // MARK: A new translation

  /// The file of a translation to be: the words of the original, to be replaced one by one.
  package struct Draft: Sendable {
    /// Relative to the source folder.
    package let path: String
    package let text: String
    fileprivate let source: SourceFolder

    /// Writes it. A file that came to be there meanwhile stays as it is.
    package func write() throws(FileFailure) {
      try NewFile.write(Array(text.utf8), to: source.path(to: path))
    }
  }

  /// Refuses an article or a language that the site has not, and a translation that is there.
  package func draft(kind name: String, id: String, language code: String) throws -> Draft {
    let language = try language(code)
    guard let kind = configuration.kind(named: name) else {
      throw Refusal.sentence(
        "There is no kind `\(name)`. The kinds are \(configuration.kinds.map { "`\($0.name)`" }.joined(separator: ", "))."
      )
    }
    guard let number = site.index.ids[kind][id.utf8] else {
      let near = NearestName.to(id, among: site.index.ids[kind].names)
      throw Refusal.sentence("There is no \(name) `\(id)`.\(near.map { " Did you mean `\($0)`?" } ?? "")")
    }
    let article = site.index.articles[number]
    guard article.state != .faulty else {
      throw Refusal.sentence("`\(article.file)` has errors. Fix them before you translate it.")
    }
    let path = language.file(of: article.file)
    if try SystemCalls.status(source.path(to: path)) != nil {
      throw Refusal.sentence("The file `\(path)` already exists.")
    }
    let text = try TranslationDraft(
      article, configuration.kinds[kind], bytes: SystemCalls.read(source.path(to: article.file)),
      mark: OriginalState.mark(of: number, in: site.index, site.parsed[number])
    ).text
    return Draft(path: path, text: text, source: source)
  }

  private func language(_ code: String) throws -> SiteLanguage {
    let others = configuration.languages.dropFirst()
    if let language = others.first(where: { $0.code == code.lowercased() }) { return language }
    let names = others.map { "`\($0.code)`" }.joined(separator: ", ")
    throw Refusal.sentence(
      configuration.languages[0].code == code.lowercased()
        ? "`\(code)` is the language of the originals. The languages to translate into are \(names)."
        : "`\(code)` is not a language of this site. Its languages to translate into are \(names).")
  }

  // MARK: Accepting

  /// Notes in a translation that it says what its original says now. `written` is the file's path from the working or the source folder.
  /// Refuses one that lacks something of the original.
  package func accept(_ written: String) throws -> (path: String, isChanged: Bool) {
    let path = relative(written)
    for edition in site.editions {
      let index = edition.index
      guard let number = index.articlePaths[path.utf8],
        index.articles[number].original != nil, index.articles[number].file == path
      else { continue }
      return (path, try accept(path, number))
    }
    // What cannot be read is no article of its edition, nor is what is hidden from readers.
    if let number = site.editions.lazy.compactMap({ $0.edition?.hiddenArticle(at: path) }).first {
      return (path, try accept(path, number))
    }
    for edition in site.editions {
      if let changed = try acceptUnits(of: path, in: edition) { return (path, changed) }
    }
    let faults = report.diagnostics.filter { $0.file == path && $0.severity == .error }
    if !faults.isEmpty { throw Refusal.lacking(faults) }
    if reading.tree.isTranslation(path) {
      throw Refusal.sentence(
        "`\(written)` is a draft, so readers do not get it yet. Delete `draft: true` when it is ready, then try again."
      )
    }
    throw Refusal.sentence("`\(written)` is not a translation of anything on this site.")
  }

  /// The same for a file whose texts stand by ids; nil when it is none of that language.
  private func acceptUnits(of path: String, in edition: CheckedSite) throws -> Bool? {
    guard let language = edition.edition?.language, let all = edition.checkers.units?.all,
      all.contains(where: { $0.file == path })
    else { return nil }
    // A text that has no words yet keeps nobody from accepting the others: each is accepted by itself.
    try refuseFaults(in: path, besides: .translationMissing)
    let file = TranslationLedger.file(language)
    let place = source.path(to: file)
    let written = try SystemCalls.status(place) == nil ? nil : SystemCalls.read(place)
    var damage: [Diagnostic] = []
    var ledger = TranslationLedger(written, file: file, into: &damage)
    if !damage.isEmpty { throw Refusal.lacking(damage) }
    ledger.accept(all.filter { $0.file == path })
    // A file with errors has texts that the site does not know of now.
    if !report.diagnostics.contains(where: { $0.severity == .error }) { ledger.forget(besides: all) }
    let text = Array(ledger.text.utf8)
    if text == written { return false }
    try SystemCalls.replace(place, with: text)
    return true
  }

  private func refuseFaults(in path: String, besides code: DiagnosticCode? = nil) throws {
    let faults = report.diagnostics.filter {
      $0.file == path && $0.severity == .error && $0.code != .translationStale && $0.code != code
    }
    if !faults.isEmpty { throw Refusal.lacking(faults) }
  }

  private func accept(_ path: String, _ number: Int) throws -> Bool {
    try refuseFaults(in: path)
    let bytes = try SystemCalls.read(source.path(to: path))
    let mark = OriginalState.mark(of: number, in: site.index, site.parsed[number])
    guard let changed = TranslationMark.write(mark, in: bytes, file: path) else { return false }
    try SystemCalls.replace(source.path(to: path), with: changed)
    return true
  }

  /// The path from the source folder.
  private func relative(_ written: String) -> String {
    let whole = PathText.absolute(written, from: source.workingFolder)
    let home = PathText.absolute(source.path, from: source.workingFolder)
    return PathText.contains(home, whole) && whole != home
      ? String(whole.dropFirst(home.utf8.count + 1)) : written
  }
}
