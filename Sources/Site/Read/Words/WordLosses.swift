import Diagnostics
import Text

/// What the words of the site's own language have lost, which no original tells: the values that have to stand in them, or any
/// text at all.
struct WordLosses {
  private let file: WordFile
  /// Of each word the values that have to stand in it, each with where they do.
  private var wanted: [String: [(value: String, source: String?)]] = [:]
  private let used: Set<String>

  /// `others` are the same words in other languages, `used` those that templates ask for.
  init(_ file: WordFile, others: [WordFile], used: Set<String>) {
    self.file = file
    self.used = used
    for entry in file.entries where used.contains(entry.key) {
      wanted[entry.key] = PatientWord.named(entry.key)?.values.map { ($0, nil) }
    }
    for other in others where other.isReadable {
      for entry in other.entries where used.contains(entry.key) {
        let known = Set(wanted[entry.key, default: []].map(\.value))
        // Where each has what the other lacks, the translation is told of it.
        if lacksAnything(entry) { continue }
        for name in TranslatedWords.names(in: entry.text) where !known.contains(String(name)) {
          wanted[entry.key, default: []].append((String(name), "\(other.path):\(entry.position.line)"))
        }
      }
    }
  }

  private func lacksAnything(_ translation: WordFile.Entry) -> Bool {
    let own = file.entries.first { $0.key == translation.key }.map { TranslatedWords.names(in: $0.text) }
    let others = Set(TranslatedWords.names(in: translation.text))
    return own?.contains { !others.contains($0) } ?? true
  }

  /// The words that lack values, and these.
  var lost: [(entry: WordFile.Entry, value: String, source: String?)] {
    file.entries.flatMap { entry in
      let own = Set(TranslatedWords.names(in: entry.text))
      return wanted[entry.key, default: []].filter { !own.contains($0.value[...]) }
        .map { (entry, $0.value, $0.source) }
    }
  }

  var faults: [Diagnostic] {
    var told: Set<String> = []
    return lost.filter { told.insert($0.entry.key).inserted }.map { fault(in: $0.entry, $0.value, $0.source) }
      + sameTexts
  }

  private func fault(in entry: WordFile.Entry, _ value: String, _ source: String?) -> Diagnostic {
    let missing = "The text of `\(entry.key)` does not have `{{\(value)}}` in it"
    let says = PatientWord.named(entry.key).map { ", so pages would not say \($0.says)" }
    return .warning(
      .doubtfulValue, file: file.path, at: entry.position,
      source.map { "\(missing), as `\($0)` has." } ?? "\(missing)\(says ?? "").",
      hint: entry.text.contains("{\(value)}")
        ? "Write `{{\(value)}}` in place of `{\(value)}`." : "Put `{{\(value)}}` where it belongs.")
  }

  /// Opposites in the same words.
  private var sameTexts: [Diagnostic] {
    func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    func entry(_ key: String) -> WordFile.Entry? {
      used.contains(key) ? file.entries.first { $0.key == key } : nil
    }
    return PatientWord.opposites.compactMap { one, other in
      guard let first = entry(one), let second = entry(other), !letters(first.text).isEmpty,
        letters(first.text) == letters(second.text)
      else { return nil }
      return .warning(
        .doubtfulValue, file: file.path, at: first.position,
        "`\(one)` has the same text as `\(other)`, which says something else.",
        hint: "Write what each of them stands for.")
    }
  }
}

extension WordFile {
  /// Texts that only hold a place.
  var unwritten: [Diagnostic] {
    let signs: Set = ["-", "–", "—", "?", "??", "???", "...", "…", "n/a", "xx", "xxx"]
    return entries.filter { signs.contains($0.text.lowercased()) }.map { entry in
      .warning(
        .unfinishedText, file: path, at: entry.position,
        "The text of `\(entry.key)` is `\(entry.text)`, which readers would see.",
        hint: "Write the text.")
    }
  }
}
