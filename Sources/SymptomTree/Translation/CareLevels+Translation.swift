import Diagnostics
import SiteModel
import YAML

extension CareLevels {
  /// The cards in the words of another language: headings and time frames. What has no words there keeps those of the original.
  /// `source` is nil when there is no file. `units` takes each.
  package func translated(
    _ source: SourceFile?, file: String, to language: SiteLanguage, from original: SiteLanguage,
    isRequired: Bool, units: inout TranslatedUnits, into diagnostics: inout [Diagnostic]
  ) -> [CareLevel: CareLevelCard] {
    var reader = SourceReader(file: file)
    var stale: [Diagnostic] = []
    var translated = cards
    var missing = Set(cards.keys)
    var written: [CareLevel: CareLevelCard] = [:]
    let levels = KnownKeys(CareLevel.allCases.map(\.rawValue))
    let hint: KeyHint = "Delete it here: it is what the original says, in every language."
    let keys = KnownKeys(
      ["heading", "time-frame"], hints: ["rank": hint, "phone": hint, "card": hint])
    if let source, let root = reader.root(of: source),
      let fields = reader.fields(root, named: "care levels", allowing: levels)
    {
      for level in CareLevel.allCases {
        guard let node = fields[level.rawValue], var card = translated[level],
          let own = reader.fields(node, named: level.rawValue, allowing: keys)
        else { continue }
        let heading = reader.optionalText("heading", in: own)
        let timeFrame = reader.optionalText("time-frame", in: own)
        guard let heading, let timeFrame else { continue }
        missing.remove(level)
        let unit = TranslatedUnit(
          "The care level `\(level.rawValue)`", level.rawValue, of: self.file, in: file, at: node.position,
          words: [card.heading.value, card.timeFrame.value])
        let pairs = [(heading, card.heading), (timeFrame, card.timeFrame)].map { own, original in
          TextComparison.Pair(
            text: ArraySlice(own.value.utf8), file: file, position: own.position, of: original.value.utf8,
            in: self.file, line: original.position.line)
        }
        var words = card
        (words.heading, words.timeFrame) = (heading, timeFrame)
        written[level] = words
        if units.isShown(unit, pairs, into: &stale) {
          card = words
          card.isStale = units.isOutdated(unit)
        } else {
          card.foreign = original
        }
        translated[level] = card
      }
    }
    let isRead = reader.diagnostics.errors == 0
    diagnostics +=
      reader.diagnostics + stale + CareLevelWording(written, file: file, language: language.tag).diagnostics
    guard isRead else { return translated }
    for level in missing { translated[level]?.foreign = original }
    let what =
      source == nil
      ? ["Each care level"] : missing.sorted(by: >).map { "The care level `\($0.rawValue)`" }
    for one in what {
      diagnostics.append(
        .missingWords(
          one, file: file, at: nil, in: language, from: original,
          hint: "Write its `heading` and `time-frame` in `\(file)`.", isRequired: isRequired))
    }
    return translated
  }
}
