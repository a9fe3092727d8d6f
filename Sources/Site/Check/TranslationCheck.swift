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

  /// What is wrong with the translations of the articles of these numbers.
  func run(_ numbers: [Int]) -> [Diagnostic] {
    numbers.flatMap { number -> [Diagnostic] in
      var found: [Diagnostic] = []
      if edition.hidden[number] == nil {
        let isTold = isStale(number) && index.configuration.translations.stale != .allow
        found += edition.pairs[number].flatMap { edition.comparison.faults($0, isStale: isTold) }
        found += comparison(of: number, isStale: isTold).run()
      }
      // What differs by mistake would be told again as a change.
      checkState(number, into: &found)
      return found
    }
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
  func isStale(_ number: Int) -> Bool {
    edition.translated[number].map { $0.text != state(number) } ?? false
  }

  /// The mark of what the original says now.
  private func state(_ number: Int) -> String { OriginalState.mark(of: number, in: original, texts[number]) }

  private func checkState(_ number: Int, into found: inout [Diagnostic]) {
    let policy = index.configuration.translations.stale
    guard policy != .allow else { return }
    let path = file(number)
    guard let known = edition.translated[number] else {
      found.append(
        .warning(
          .translationStale, file: path, at: .start,
          "This translation does not say which state of `\(original.articles[number].file)` it is of, so nobody is told when that changes.",
          hint: "Read it beside the original, then run `limber translate accept \(path)`.",
          restsOn: [path]))
      return
    }
    if !isStale(number) { return }
    let message =
      "`\(original.articles[number].file)` has changed since it was translated\(policy == .hide ? ", so readers get it in \(edition.original.name)" : "")."
    let hint =
      "Bring this translation up to date, then run `limber translate accept \(path)`."
    found.append(
      policy == .error
        ? .error(.translationStale, file: path, at: known.position, message, hint: hint)
        : .warning(.translationStale, file: path, at: known.position, message, hint: hint))
  }
}
