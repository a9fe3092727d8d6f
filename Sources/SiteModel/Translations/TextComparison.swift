import Diagnostics
import Text
import YAML

/// Holds texts of a translation against those that they translate: whether one is still the original's, whether it has its numbers,
/// states the same, and says as much. What it finds is only warned of, since two languages may agree by chance; but a dose is a fact.
package struct TextComparison: Sendable {
  package let original: SiteLanguage
  package let language: SiteLanguage
  /// Of one language for two regions, most texts are equal.
  package let findsUntranslated: Bool
  /// Nil when the words of one of the two are not known.
  package let facts: FactComparison?

  package init(from original: SiteLanguage, to language: SiteLanguage) {
    (self.original, self.language) = (original, language)
    findsUntranslated = LanguageCode.primary(of: original.tag) != LanguageCode.primary(of: language.tag)
    facts = FactComparison(from: original, to: language)
  }

  /// A text and the one that it translates.
  package struct Pair: Sendable {
    let text: ArraySlice<UInt8>
    let file: String
    let position: Position
    let original: ArraySlice<UInt8>
    let originalFile: String
    /// Nil when it is not known.
    let line: Int?
    /// The words of a dose, which no language may change.
    private(set) var isDose = false

    var ofDose: Pair {
      var pair = self
      pair.isDose = true
      return pair
    }

    package init(_ node: Node, of original: some Sequence<UInt8>, in file: String, line: Int?) {
      self.init(
        text: node.bytes, file: node.file, position: node.position, of: original, in: file, line: line)
    }

    package init(
      text: ArraySlice<UInt8>, file: String, position: Position, of original: some Sequence<UInt8>,
      in originalFile: String, line: Int?
    ) {
      (self.text, self.file, self.position) = (text, file, position)
      (self.original, self.originalFile, self.line) = (ArraySlice(original), originalFile, line)
    }
  }

  /// What is wrong with a text that stands by itself. Of one whose original has changed since, that is told, so that what it states is
  /// left out (`isStale`).
  package func faults(_ pair: Pair, isStale: Bool = false) -> [Diagnostic] {
    if findsUntranslated {
      var texts = OriginalTexts()
      texts.add(pair.original, line: pair.line ?? 0)
      if let found = texts.first(in: pair.text, butFor: Self.addresses(in: pair.text)) {
        return [untranslated(pair.text[found.range], pair.file, pair.position, pair.originalFile, pair.line)]
      }
    }
    if isStale { return [] }
    if let fault = emptiness(pair) { return [fault] }
    var wanted = WrittenNumber.all(in: pair.original).map(\.value)
    let written = WrittenNumber.all(in: pair.text).map(\.value)
    if wanted.count > written.count, let one = Self.withoutConverted(pair.original) {
      // A language may leave out the units that its readers do not know.
      let fewer = WrittenNumber.all(in: one[...]).map(\.value)
      if fewer == written { wanted = fewer }
    }
    let missing = wanted.places(lackingIn: written).first.map { wanted[$0] }
    let extra = written.places(lackingIn: wanted).first.map { written[$0] }
    if pair.isDose { return doseFaults(pair, missing: missing, extra: extra) }
    if missing != nil || extra != nil {
      return [number(missing: missing, extra: extra, pair.file, pair.position, pair.originalFile, pair.line)]
    }
    return facts?.slips(pair.text, of: pair.original, areShort: true).map {
      slip($0, pair.file, pair.position, pair.originalFile, pair.line)
    } ?? []
  }

  /// The values of one key of front matter, each beside its original's.
  package static func pairs(_ node: Node, of original: Node) -> [Pair] {
    switch (node.kind, original.kind) {
    case (.scalar, .scalar):
      return [Pair(node, of: original.bytes, in: original.file, line: original.position.line)]
    case (.sequence, .sequence): return zip(node.elements, original.elements).flatMap { pairs($0, of: $1) }
    case (.scalar, .sequence): return original.elements.first.map { pairs(node, of: $0) } ?? []
    case (.sequence, .scalar): return node.elements.first.map { pairs($0, of: original) } ?? []
    case (.mapping, .mapping):
      return node.entries.flatMap { key, value in
        original.value(for: key.text).map { pairs(value, of: $0) } ?? []
      }
    default: return []
    }
  }

  /// A text that says nothing, or far less than the one that it translates.
  private func emptiness(_ pair: Pair) -> Diagnostic? {
    guard let loss = TextLoss(pair.text, of: pair.original) else { return nil }
    return self.loss(loss, pair.text, pair.file, pair.position, pair.originalFile, pair.line)
  }

  // MARK: Reports

  /// A text in the words of the original. `line` is the original's.
  package func untranslated(
    _ text: some Sequence<UInt8>, _ file: String, _ position: Position, _ originalFile: String, _ line: Int?
  ) -> Diagnostic {
    .warning(
      .translationUntranslated, file: file, at: position,
      "“\(Self.excerpt(text))” is what \(Self.place(originalFile, line)) says in \(original.name), word for word.",
      hint: "Write it in \(language.name).")
  }

  /// A number of one text that the other has not; one of the two is there.
  package func number(
    missing: String?, extra: String?, _ file: String, _ position: Position, _ originalFile: String,
    _ line: Int?
  ) -> Diagnostic {
    let place = Self.place(originalFile, line)
    let (message, hint): (String, String)
    switch (missing, extra) {
    case (let missing?, let extra?):
      message = "The original says `\(missing)` (\(place)), and this translation `\(extra)`."
      hint = "Write `\(missing)` here, or correct the original."
    case (let missing?, nil):
      message = "The number `\(missing)` of the original (\(place)) is missing in this translation."
      hint = "Write it here, in digits as the original has it."
    default:
      message = "The original has no number `\(extra ?? "")` here (\(place))."
      hint = "Delete it, or write it in words where the original has words."
    }
    return .warning(.translationNumbers, file: file, at: position, message, hint: hint)
  }

  static func place(_ file: String, _ line: Int?) -> String { line.map { "`\(file):\($0)`" } ?? "`\(file)`" }

  /// The beginning of a text on one line.
  package static func excerpt(_ text: some Sequence<UInt8>) -> String {
    let words = String(decoding: Array(text), as: UTF8.self).split(whereSeparator: \.isWhitespace)
    var shown = ""
    for word in words {
      if !shown.isEmpty, shown.count + word.count > 60 { return shown + "…" }
      shown += (shown.isEmpty ? "" : " ") + word
    }
    return shown
  }
}
