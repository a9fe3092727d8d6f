import Diagnostics
import Markdown
import SiteModel
import Text

/// Holds each translation against its original: the same callouts, steps, citations and pictures, and of the state that the original
/// has now.
struct TranslationCheck {
  let edition: Edition
  /// The index and the texts of the original.
  let original: SiteIndex
  let texts: [ParsedArticle]
  /// Those of the edition.
  let index: SiteIndex
  let parsed: [ParsedArticle]

  /// What is wrong with the translations of the articles of these numbers.
  func run(_ numbers: [Int]) -> [Diagnostic] {
    numbers.flatMap { number -> [Diagnostic] in
      var found: [Diagnostic] = []
      if edition.hidden[number] != nil {
        checkState(number, into: &found)
        return found
      }
      compareCallouts(number, into: &found)
      compareSteps(number, into: &found)
      compareCitations(number, into: &found)
      comparePictures(number, into: &found)
      // What differs by mistake would be told again as a change.
      checkState(number, into: &found)
      return found
    }
  }

  private func file(_ number: Int) -> String { (edition.hidden[number] ?? index.articles[number]).file }

  private func place(_ number: Int, line: Int) -> String { "`\(original.articles[number].file):\(line)`" }

  // MARK: Callouts

  private func compareCallouts(_ number: Int, into found: inout [Diagnostic]) {
    let (theirs, own) = (texts[number].body.text, parsed[number].body.text)
    let (wanted, written) = (theirs.callouts.map(\.kind), own.callouts.map(\.kind))
    if wanted == written { return }
    func line(_ text: ArticleText, _ callout: Int) -> Int {
      text.callouts[callout].blockRange.first.map { Int(text.blocks[$0].firstLine) } ?? 1
    }
    func mark(_ kind: Callout) -> String { "`[!\(kind.rawValue.uppercased())]`" }
    // The most dangerous that is missing is told first, at the place where it would stand.
    let same = zip(wanted, written).prefix { $0 == $1 }.count
    let counts = Dictionary(grouping: wanted, by: { $0 }).mapValues(\.count)
    let ownCounts = Dictionary(grouping: written, by: { $0 }).mapValues(\.count)
    let missing = wanted.indices.dropFirst(same).filter {
      (ownCounts[wanted[$0]] ?? 0) < (counts[wanted[$0]] ?? 0)
    }
    let message: String
    let hint: String
    var at = same < written.count ? Position(line: line(own, same), column: 1) : Position.start
    if let first = missing.first {
      let total = missing.count == 1 ? "" : " (and \(missing.count - 1) more)"
      message =
        "The original has \(mark(wanted[first])) at \(place(number, line: line(theirs, first)))\(total), and this translation does not."
      hint =
        "Write it here with the words of the original, starting with `> [!\(wanted[first].rawValue.uppercased())]`."
    } else if written.count > wanted.count {
      let extra = written.indices.first { $0 >= wanted.count || written[$0] != wanted[$0] } ?? same
      at = Position(line: line(own, extra), column: 1)
      message = "This translation has \(mark(written[extra])), and the original has no such callout here."
      hint = "Delete it, or write it in `\(original.articles[number].file)`, too."
    } else {
      message =
        "The callouts stand in another order than in the original, which has \(mark(wanted[same])) here (\(place(number, line: line(theirs, same))))."
      hint = "Put them in the order of the original."
    }
    found.append(.error(.translationCallouts, file: file(number), at: at, message, hint: hint))
  }

  // MARK: Steps

  private func compareSteps(_ number: Int, into found: inout [Diagnostic]) {
    let (wanted, written) = (texts[number].body.steps.count, parsed[number].body.steps.count)
    if wanted == written { return }
    found.append(
      .error(
        .translationSteps, file: file(number), at: .start,
        "The original has \(wanted) \(wanted == 1 ? "step" : "steps"), and this translation has \(written).",
        hint:
          "Write the same steps as `\(original.articles[number].file)`, each as an item of one numbered list."
      ))
  }

  // MARK: Citations

  private func compareCitations(_ number: Int, into found: inout [Diagnostic]) {
    let works = original.references.works
    func counts(_ article: ParsedArticle) -> [Int: Int] {
      Dictionary(article.body.citations.map { ($0.reference, $0.mentions) }, uniquingKeysWith: +)
    }
    let (wanted, written) = (counts(texts[number]), counts(parsed[number]))
    for (work, count) in wanted.sorted(by: { $0.key < $1.key }) where (written[work] ?? 0) != count {
      let own = written[work] ?? 0
      found.append(
        .error(
          .translationCitations, file: file(number), at: .start,
          "The original cites `\(works[work].key)` \(Self.times(count)), and this translation \(own == 0 ? "never" : Self.times(own)).",
          hint: "Write `[@\(works[work].key)]` where `\(original.articles[number].file)` has it."))
    }
    for (work, _) in written.sorted(by: { $0.key < $1.key }) where wanted[work] == nil {
      found.append(
        .error(
          .translationCitations, file: file(number), at: .start,
          "This translation cites `\(works[work].key)`, and the original does not.",
          hint: "Delete the citation, or cite the work in `\(original.articles[number].file)`, too."))
    }
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  // MARK: Pictures

  private func comparePictures(_ number: Int, into found: inout [Diagnostic]) {
    let (wanted, written) = (texts[number].body.images, parsed[number].body.images)
    if wanted == written { return }
    func name(_ image: Int) -> String {
      original.files.indices.contains(image) ? original.files[image].path : "a picture of another site"
    }
    let (message, hint): (String, String)
    if let missing = wanted.first(where: { !written.contains($0) }) {
      message = "The original shows `\(name(missing))`, and this translation does not."
      hint = "Show it here, with `![…](…)` and what it shows in this language."
    } else if let extra = written.first(where: { !wanted.contains($0) }) {
      message = "This translation shows `\(name(extra))`, and the original does not."
      hint = "Delete it, or show it in `\(original.articles[number].file)`, too."
    } else {
      message = "The pictures stand in another order than in the original, or one of them more than once."
      hint = "Show the pictures of `\(original.articles[number].file)`, in its order."
    }
    found.append(.error(.translationPictures, file: file(number), at: .start, message, hint: hint))
  }

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
          hint: "Read it beside the original, then run `limber translate accept \(path)`."))
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
