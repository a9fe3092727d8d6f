import Diagnostics
import Markdown
import SiteModel
import Text

/// Holds each translation against its original, and against the state that the original has now.
struct TranslationCheck {
  let edition: Edition
  /// The index, the texts and the files of the original.
  let original: SiteIndex
  let texts: [ParsedArticle]
  let sources: [[UInt8]]
  /// Those of the edition.
  let index: SiteIndex
  let parsed: [ParsedArticle]
  let words: TranslationSources

  struct Found: Sendable {
    var diagnostics: [Diagnostic] = []
    /// Whether the original has changed since it was translated.
    var isStale = false
  }

  /// What is wrong with the translations of the articles of these numbers, and which of them are stale.
  func run(_ numbers: [Int], _ workers: Workers) async throws -> (diagnostics: [Diagnostic], stale: Set<Int>)
  {
    let found = try await workers.map(numbers.count) { check(numbers[$0]) }
    let stale = zip(numbers, found).filter(\.1.isStale).map(\.0)
    return (found.flatMap(\.diagnostics), Set(stale))
  }

  /// A home page that only the original has: in its place, readers get lists alone.
  var faultsOfHome: [Diagnostic] {
    guard index.home == nil, let home = original.home, edition.hidden[home] == nil else { return [] }
    let article = original.articles[home]
    let (language, kind) = (edition.language, original.configuration.kinds[article.kind].name)
    return [
      .warning(
        .translationMissing, file: article.file, at: .start,
        "The home page has no translation into \(language.name): there, `\(index.configuration.homePath)` has none of this text.",
        hint: "Run `limber new \(kind) index --language \(language.code)`, then translate it.")
    ]
  }

  /// How the message about a translation begins that nobody has translated yet.
  static let copyStart = "This file is a copy of "

  /// A file that says the same as its original, which somebody copied to translate it.
  private func copy(_ number: Int) -> Diagnostic? {
    guard edition.comparison.findsUntranslated,
      let own = edition.translations[number].map({ words.articles[$0].bytes }),
      own.suffix(64).elementsEqual(sources[number].suffix(64)), own.elementsEqual(sources[number])
    else { return nil }
    let (article, language) = (original.articles[number], edition.language)
    let kind = original.configuration.kinds[article.kind].name
    let id = String(decoding: article.id, as: UTF8.self)
    return .error(
      .translationUntranslated, file: file(number), at: .start,
      "\(Self.copyStart)`\(article.file)`, so \(language.name) readers get the text in \(edition.original.name).",
      hint:
        "Delete it, run `limber new \(kind) \(id) --language \(language.code)`, and translate what that writes."
    )
  }

  private func check(_ number: Int) -> Found {
    if let copy = copy(number) { return Found(diagnostics: [copy]) }
    var found = Found(isStale: isStale(number))
    if edition.hidden[number] == nil {
      let isTold = found.isStale && index.configuration.translations.stale != .allow
      found.diagnostics += edition.pairs[number].flatMap { edition.comparison.faults($0, isStale: isTold) }
      found.diagnostics += comparison(of: number, isStale: isTold).run()
    }
    // What differs by mistake would be told again as a change.
    checkState(number, into: &found)
    return found
  }

  private func comparison(of number: Int, isStale: Bool) -> BodyComparison {
    let source = edition.translations[number].map { words.articles[$0].bytes } ?? []
    return BodyComparison(
      original: BodyComparison.Body(
        file: original.articles[number].file, texts[number].body, usedFiles: texts[number].usedFiles,
        source: sources[number][...]),
      own: BodyComparison.Body(
        file: file(number), parsed[number].body, usedFiles: parsed[number].usedFiles, source: source[...]),
      index: original, words: edition.comparison, isStale: isStale)
  }

  private func file(_ number: Int) -> String { (edition.hidden[number] ?? index.articles[number]).file }

  // MARK: State

  /// Whether the original of an article has changed since it was translated.
  private func isStale(_ number: Int) -> Bool {
    edition.translated[number].map { $0.text != state(number) } ?? false
  }

  /// The mark of what the original says now.
  private func state(_ number: Int) -> String { OriginalState.mark(of: number, in: original, texts[number]) }

  private func checkState(_ number: Int, into found: inout Found) {
    let policy = index.configuration.translations.stale
    guard policy != .allow else { return }
    let path = file(number)
    guard let known = edition.translated[number] else {
      found.diagnostics.append(
        .warning(
          .translationStale, file: path, at: .start,
          "This translation does not say which state of `\(original.articles[number].file)` it is of, so nobody is told when that changes.",
          hint: "Read it beside the original, then run `limber translate accept \(path)`.",
          restsOn: [path]))
      return
    }
    if !found.isStale { return }
    let message =
      "`\(original.articles[number].file)` has changed since it was translated\(policy == .hide ? ", so readers get it in \(edition.original.name)" : "")."
    let hint =
      "Bring this translation up to date, then run `limber translate accept \(path)`."
    found.diagnostics.append(
      policy == .error
        ? .error(.translationStale, file: path, at: known.position, message, hint: hint)
        : .warning(.translationStale, file: path, at: known.position, message, hint: hint))
  }
}
