import Markdown
import Mustache
import Text

/// Limber's own words in one language.
package struct Words: Sendable {
  /// By `OwnWord.allCases`.
  private let texts: [OwnWord: String]
  private let language: String

  /// Those that `given` has not are Limber's in that language, and in English for one that Limber does not speak.
  init(in language: String, given: [String: String] = [:]) {
    self.language = language
    let primary = LanguageCode.primary(of: language)
    texts = Dictionary(
      uniqueKeysWithValues: OwnWord.allCases.map {
        ($0, given[$0.rawValue] ?? $0.text(in: primary) ?? $0.texts.english)
      })
  }

  /// UTF-8, not escaped.
  package subscript(word: OwnWord) -> [UInt8] { Array(text(word).utf8) }

  private func text(_ word: OwnWord) -> String { texts[word] ?? word.texts.english }

  /// What a rendered article adds to what its author wrote, but for the heading of emergencies, which the clinic gives.
  var labels: MarkdownLabels {
    var labels = MarkdownLabels()
    labels.note = text(.note)
    labels.tip = text(.tip)
    labels.important = text(.important)
    labels.warning = text(.warning)
    labels.caution = text(.caution)
    labels.emergency = text(.emergency)
    labels.footnotes = text(.footnotes)
    labels.footnote = text(.footnote)
    labels.backToFootnote = text(.backToFootnote)
    labels.reference = text(.reference)
    labels.table = text(.table)
    labels.frameButton = text(.frameButton)
    labels.frameButtonUntitled = text(.frameButtonUntitled)
    labels.frameTitle = text(.frameTitle)
    labels.frameUnknown = text(.frameUnknown)
    labels.videoTranscript = text(.videoTranscript)
    labels.videoFile = text(.videoFile)
    labels.quotationMarks = QuotationMarks(language: language)
    return labels
  }
}
