import Diagnostics
import SiteModel
import Text

/// Holds a file of words against that of the site's own language: what is put into a text must not get lost in another language,
/// such as the number to call.
struct TranslatedWords {
  let file: WordFile
  let original: WordFile
  let comparison: TextComparison
  /// Words of which the original has lost something, so that it is no measure.
  let doubtful: Set<String>

  /// One fault for each text at most.
  var faults: [Diagnostic] {
    let originals = Dictionary(original.entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let copied = comparison.findsUntranslated ? copied(originals) : []
    let found = copied.isEmpty ? [] : [untranslated(copied.count)]
    return found
      + file.entries.flatMap { entry -> [Diagnostic] in
        guard let other = originals[entry.key], !doubtful.contains(entry.key), !copied.contains(entry.key)
        else {
          return []
        }
        if let lost = lost(entry, other) { return [lost] }
        let pair = TextComparison.Pair(
          text: Array(Self.withoutTags(entry.text).utf8)[...], file: file.path, position: entry.position,
          of: Array(Self.withoutTags(other.text).utf8), in: original.path, line: other.position.line)
        return comparison.faults(pair)
      }
  }

  /// The keys of what is still the original's, if that is half of the file: it was copied, so one fault says it all.
  private func copied(_ originals: [String: WordFile.Entry]) -> Set<String> {
    // What is names and signs alone is the same in many languages.
    let said = file.entries.filter { $0.text.utf8.count { ($0 | 0x20) &- 0x61 < 26 } > 3 }
    let copied = said.filter { $0.text == originals[$0.key]?.text }
    return copied.count < 5 || copied.count * 2 < said.count ? [] : Set(copied.map(\.key))
  }

  private func untranslated(_ count: Int) -> Diagnostic {
    .warning(
      .translationUntranslated, file: file.path, at: file.entries.first?.position,
      "\(count) texts of this file are what `\(original.path)` says in \(comparison.original.name), word for word.",
      hint: "Write them in \(comparison.language.name).")
  }

  private func lost(_ entry: WordFile.Entry, _ other: WordFile.Entry) -> Diagnostic? {
    let own = Self.names(in: entry.text)
    guard let name = Self.names(in: other.text).first(where: { !own.contains($0) }) else { return nil }
    return .error(
      .wrongType, file: file.path, at: entry.position,
      "The text of `\(entry.key)` must have `{{\(name)}}` in it, as `\(original.path):\(other.position.line)` has.",
      hint: "Put `{{\(name)}}` where it belongs in this language.")
  }

  /// What its tags name, in their order: `{{phone}}`, `{{#phone}}`, but no comments.
  static func names(in text: String) -> [Substring] {
    tags(in: text).compactMap { tag in
      let name = text[tag].dropFirst(2).drop { "{&#^/ ".contains($0) }.prefix { !" }".contains($0) }
      return name.isEmpty || name.hasPrefix("!") ? nil : name
    }
  }

  private static func withoutTags(_ text: String) -> String {
    var text = text
    for tag in tags(in: text).reversed() { text.replaceSubrange(tag, with: " ") }
    return text
  }

  private static func tags(in text: String) -> [Range<String.Index>] {
    // Few have one, and the search for a text in a text is dear.
    guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
    var found: [Range<String.Index>] = []
    var rest = text.startIndex
    while let start = text[rest...].firstRange(of: "{{")?.lowerBound,
      let end = text[start...].firstRange(of: "}}")?.upperBound
    {
      found.append(start..<end)
      rest = end
    }
    return found
  }
}
