import Diagnostics
import Markdown
import SiteModel
import Text

/// Holds the text of a translation against its original's: the same callouts, steps, citations, pictures, headings and tables, and, as
/// far as can be told, its links, its numbers, and no sentence that is still the original's.
struct BodyComparison {
  struct Body {
    let file: String
    let rendered: RenderedArticle
    /// Files below `Content` that it shows or links to.
    let usedFiles: [Int]
    /// The whole file, to find the places of citations.
    let source: ArraySlice<UInt8>
    let sections: TextSections

    init(file: String, _ rendered: RenderedArticle, usedFiles: [Int], source: ArraySlice<UInt8>) {
      (self.file, self.rendered, self.usedFiles, self.source) = (file, rendered, usedFiles, source)
      sections = TextSections(rendered.text)
    }

    var text: ArticleText { rendered.text }
  }

  let original: Body
  let own: Body
  /// Of the original.
  let index: SiteIndex
  let words: TextComparison
  /// Whether the original has changed since, which is told.
  let isStale: Bool
  /// Whether each sentence is one that patients act on, as in the texts of a checker.
  var judgesAll = false

  func run() -> [Diagnostic] {
    var found: [Diagnostic] = []
    compareCallouts(into: &found)
    if found.isEmpty, !isStale { compareCalloutTexts(into: &found) }
    compareSteps(into: &found)
    compareCitations(into: &found)
    comparePictures(into: &found)
    compareHeadings(into: &found)
    // What a section that is missing holds would be told again.
    if found.isEmpty { compareTables(into: &found) }
    if found.isEmpty, !isStale { compareLists(into: &found) }
    if found.isEmpty, !isStale, judgesAll { compareParagraphs(into: &found) }
    if found.isEmpty, !isStale {
      compareLinks(into: &found)
      compareNumbers(into: &found)
      if found.isEmpty { compareFacts(into: &found) }
    }
    findUntranslated(into: &found)
    return found
  }

  func place(_ line: Int) -> String { "`\(original.file):\(line)`" }

  func at(_ line: Int) -> Position { Position(line: max(line, 1), column: 1) }

  /// Whether both have the same headings, so that sections can be held against each other.
  var haveSameSections: Bool {
    let (theirs, mine) = (original.sections.sections, own.sections.sections)
    return theirs.count == mine.count
      && zip(theirs, mine).allSatisfy { level($0, original) == level($1, own) }
  }

  func level(_ section: TextSections.Section, _ body: Body) -> Int? {
    section.heading.map { body.rendered.outline[$0].level }
  }

  /// Where in the translation something is missing that the original has in a section; nil for one that is not known.
  func end(ofSection section: Int?) -> Position {
    guard let section, haveSameSections else { return at(own.sections.lastLine) }
    return at(own.sections.lastLine(section))
  }

  // MARK: Callouts

  private func compareCallouts(into found: inout [Diagnostic]) {
    let (theirs, mine) = (original.text, own.text)
    let (wanted, written) = (theirs.callouts.map(\.kind), mine.callouts.map(\.kind))
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
    var position: Position
    if same < written.count {
      position = at(line(mine, same))
    } else {
      let first = theirs.callouts[min(same, wanted.count - 1)].blockRange.first
      position = end(
        ofSection: first.map { original.sections.section(ofLine: Int(theirs.blocks[$0].firstLine)) })
    }
    if let first = missing.first {
      let total = missing.count == 1 ? "" : " (and \(missing.count - 1) more)"
      message =
        "The original has \(mark(wanted[first])) at \(place(line(theirs, first)))\(total), and this translation does not."
      hint =
        "Write it here with the words of the original, starting with `> [!\(wanted[first].rawValue.uppercased())]`."
    } else if written.count > wanted.count {
      let extra = written.indices.first { $0 >= wanted.count || written[$0] != wanted[$0] } ?? same
      position = at(line(mine, extra))
      message = "This translation has \(mark(written[extra])), and the original has no such callout here."
      hint = "Delete it, or write it in `\(original.file)`, too."
    } else {
      message =
        "The callouts stand in another order than in the original, which has \(mark(wanted[same])) here (\(place(line(theirs, same))))."
      hint = "Put them in the order of the original."
    }
    found.append(.error(.translationCallouts, file: own.file, at: position, message, hint: hint))
  }

  // MARK: Steps

  private func compareSteps(into found: inout [Diagnostic]) {
    let (wanted, written) = (original.rendered.steps, own.rendered.steps)
    if wanted.count == written.count { return }
    let lines = wanted.first.flatMap { first in wanted.last.map { (first.line, $0.line) } }
    let range = lines.map { " (`\(original.file):\($0)`\($0 == $1 ? "" : " to line \($1)"))" } ?? ""
    found.append(
      .error(
        .translationSteps, file: own.file,
        at: written.last.map { at($0.line) }
          ?? end(ofSection: wanted.first.map { original.sections.section(ofLine: $0.line) }),
        "The original has \(wanted.count) \(wanted.count == 1 ? "step" : "steps")\(range), and this translation has \(written.count).",
        hint: "Write the same steps as `\(original.file)`, each as an item of one numbered list."))
  }

  // MARK: Pictures

  private func comparePictures(into found: inout [Diagnostic]) {
    let (wanted, written) = (original.rendered.images, own.rendered.images)
    if wanted == written { return }
    func name(_ image: Int) -> String {
      index.files.indices.contains(image) ? index.files[image].path : "a picture of another site"
    }
    let (message, hint): (String, String)
    let position: Position
    // The first of each that the other has not, or less often.
    let same = zip(wanted, written).prefix { $0 == $1 }.count
    let missing = wanted.places(lackingIn: written).first
    let extra = written.places(lackingIn: wanted).first
    if let missing {
      let line = pictureLine(missing, original)
      position = end(ofSection: line.map { original.sections.section(ofLine: $0) })
      message =
        "The original shows `\(name(wanted[missing]))`\(line.map { " (\(place($0)))" } ?? ""), and this translation does not."
      hint = "Show it here, with `![…](…)` and what it shows in this language."
    } else if let extra {
      position = at(pictureLine(extra, own) ?? own.sections.lastLine)
      message = "This translation shows `\(name(written[extra]))`, and the original does not."
      hint = "Delete it, or show it in `\(original.file)`, too."
    } else {
      position = at(pictureLine(same, own) ?? own.sections.lastLine)
      message =
        "The pictures stand in another order than in the original, which shows `\(name(wanted[same]))` here."
      hint = "Show the pictures of `\(original.file)`, in its order."
    }
    found.append(.error(.translationPictures, file: own.file, at: position, message, hint: hint))
  }

  /// The line of a picture; nil when other pictures than those that are files stand in the text.
  func pictureLine(_ picture: Int, _ body: Body) -> Int? {
    guard body.rendered.images.count == body.rendered.pictureTexts.count else { return nil }
    for block in body.text.blocks {
      for run in body.text.runs[block.runRange] where run.role == .picture && Int(run.index) == picture {
        return Int(block.firstLine)
      }
    }
    return nil
  }
}
