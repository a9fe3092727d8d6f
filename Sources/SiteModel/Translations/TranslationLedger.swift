import Diagnostics
import Text
import YAML

/// Which state of its original each text of a file by ids was translated from: red flags, care levels, questions, explanations of
/// the checker, words of `site.yaml`. Articles note it themselves. `limber translate accept` writes the file.
package struct TranslationLedger: Sendable {
  /// By the original's file and the name of the text there.
  private var marks: [String: [String: String]] = [:]

  package static func file(_ language: SiteLanguage) -> String {
    language.file(of: "Content/translated.yaml")
  }

  /// `bytes` are nil when there is no such file.
  package init(_ bytes: [UInt8]?, file: String, into diagnostics: inout [Diagnostic]) {
    guard let bytes, let root = YAMLDocument.parse(bytes[...], file: file, into: &diagnostics)?.root else {
      return
    }
    func report(_ node: YAML.Node, _ what: String) {
      node.reportWrongType(
        what, mustBe: "what `limber translate accept` writes",
        hint: "Delete the file, read the translations again, then run `limber translate accept` on them.",
        into: &diagnostics)
    }
    guard root.kind == .mapping else {
      report(root, "translated.yaml")
      return
    }
    for (original, texts) in root.entries {
      guard texts.kind == .mapping else {
        report(texts, original.text)
        continue
      }
      for (name, mark) in texts.entries {
        if TextState.isOne(mark.text) {
          marks[original.text, default: [:]][name.text] = mark.text
        } else {
          report(mark, name.text)
        }
      }
    }
  }

  /// Nil when nobody accepted a translation of it.
  package func mark(of unit: TranslatedUnit) -> String? { marks[unit.original]?[unit.name] }

  /// Notes that these are of today's originals.
  package mutating func accept(_ accepted: [TranslatedUnit]) {
    for unit in accepted { marks[unit.original, default: [:]][unit.name] = unit.mark }
  }

  /// Forgets what none of `all`, the whole site's, is.
  package mutating func forget(besides all: [TranslatedUnit]) {
    let known = Dictionary(grouping: all, by: \.original).mapValues { Set($0.map(\.name)) }
    marks = marks.filter { known[$0.key] != nil }
    for (original, names) in known { marks[original] = marks[original]?.filter { names.contains($0.key) } }
  }

  /// The file.
  package var text: String {
    var lines = [
      "# Which states of the originals were translated. `limber translate accept` writes this file."
    ]
    for (original, texts) in marks.sorted(by: { $0.key < $1.key }) where !texts.isEmpty {
      lines.append("\(original):")
      lines += texts.sorted { $0.key < $1.key }.map { "  \($0.key): \(JSONText.quoted($0.value))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A text that stands by an id in a file, and its translation.
package struct TranslatedUnit: Sendable {
  /// The file of the original.
  package let original: String
  /// What tells it from others there.
  package let name: String
  /// What the original says now.
  package let mark: String
  /// The file of the translation.
  package let file: String
  /// Where it stands there; nil for all of the file.
  let position: Position?
  /// As diagnostics call it: “The red flag `fever`”.
  let shown: String

  /// Whether every language must have it.
  fileprivate func isAmong(_ required: Set<TranslationPolicy.Required>) -> Bool {
    original != SiteConfiguration.file && required.contains(original == RedFlags.file ? .redFlags : .checker)
  }

  /// Whether it is the same text, whatever it says.
  package func isOf(_ other: TranslatedUnit) -> Bool { original == other.original && name == other.name }

  package init(
    _ shown: String, _ name: String, of original: String, in file: String, at position: Position?,
    words: [String]
  ) {
    var state = TextState()
    for text in words { state.add(text.utf8) }
    (self.original, self.name, self.file, self.position, self.shown) = (original, name, file, position, shown)
    mark = state.mark
  }
}

/// The texts by ids of one language, held against what their originals say now.
package struct TranslatedUnits: Sendable {
  private let ledger: TranslationLedger
  private let policy: TranslationPolicy.Stale
  private let required: Set<TranslationPolicy.Required>
  /// How texts are held against those of the original.
  package let comparison: TextComparison
  package private(set) var all: [TranslatedUnit] = []
  private var unmarked: [TranslatedUnit] = []
  /// Those whose originals have changed since, each with the mark of the state that was translated.
  package private(set) var outdated: [(unit: TranslatedUnit, mark: String)] = []

  package init(_ ledger: TranslationLedger, _ policy: TranslationPolicy, comparison: TextComparison) {
    (self.ledger, self.policy, self.comparison) = (ledger, policy.stale, comparison)
    required = policy.required
  }

  /// Whether the original has changed since, and that is told.
  package func isStale(_ unit: TranslatedUnit) -> Bool {
    policy != .allow && isOutdated(unit)
  }

  /// Whether the original has changed since, whatever is told of that.
  package func isOutdated(_ unit: TranslatedUnit) -> Bool {
    ledger.mark(of: unit).map { $0 != unit.mark } ?? false
  }

  /// Whether readers get the translation: not where the original has changed since and the site then shows the original. `pairs`
  /// are its texts, which are held against those that they translate.
  package mutating func isShown(
    _ unit: TranslatedUnit, _ pairs: [TextComparison.Pair], into diagnostics: inout [Diagnostic]
  ) -> Bool {
    all.append(unit)
    let isStale = isStale(unit)
    if !isStale || policy != .hide {
      diagnostics += pairs.flatMap { comparison.faults($0, isStale: isStale) }
    }
    guard let known = ledger.mark(of: unit) else {
      unmarked.append(unit)
      return true
    }
    guard isStale else { return true }
    outdated.append((unit, known))
    let instead = policy == .hide ? ", so readers get it in \(comparison.original.name)" : ""
    diagnostics.append(
      Diagnostic(
        policy == .error || policy == .hide && unit.isAmong(required) ? .error : .warning,
        .translationStale, file: unit.file, at: unit.position ?? .start,
        "\(unit.shown) of `\(unit.original)` has changed since it was translated\(instead).",
        hint: "Bring these words up to date, then run `limber translate accept \(unit.file)`."))
    return policy != .hide
  }

  /// Translations of which nobody can know whether they are true, each file once.
  package mutating func reportUnmarked(into diagnostics: inout [Diagnostic]) {
    defer { unmarked = [] }
    if policy == .allow { return }
    for (file, units) in Dictionary(grouping: unmarked, by: \.file).sorted(by: { $0.key < $1.key }) {
      let isAll = units.count == all.count { $0.file == file }
      let names = units.prefix(3).map { "`\($0.name)`" }.joined(separator: ", ")
      let rest = units.count > 3 ? " and \(units.count - 3) more" : ""
      diagnostics.append(
        .warning(
          .translationStale, file: file, at: isAll ? nil : units[0].position,
          isAll
            ? "This translation does not say which state of `\(units[0].original)` it is of, so nobody is told when that changes."
            : "Nothing says which state of `\(units[0].original)` these words are of, so nobody is told when that changes: \(names)\(rest).",
          hint: "Read it beside the original, then run `limber translate accept \(file)`."))
    }
  }
}
