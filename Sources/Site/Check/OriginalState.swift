import Markdown
import SiteModel

/// What an original says, as a mark that its translations keep: words and callouts, whatever their formatting.
package enum OriginalState {
  package static func mark(of number: Int, in index: SiteIndex, _ parsed: ParsedArticle) -> String {
    let article = index.articles[number]
    var state = TextState()
    state.add(article.title)
    state.add(article.summary)
    for synonym in article.synonyms { state.add(synonym.bytes) }
    for (field, value) in zip(index.configuration.kinds[article.kind].fields, article.fields) {
      add(value, of: field.type, to: &state)
    }
    state.add(parsed.fieldWords)
    for note in article.notes { state.add(note.text) }
    let text = parsed.body.text
    for callout in text.callouts { state.add(callout.kind.rawValue.utf8) }
    for block in text.blocks {
      // The word for a callout's kind, and the heading of all emergencies, are the site's.
      if let words = text.ownWords(of: block) { state.add(text.bytes[words]) }
    }
    for picture in parsed.body.pictureTexts { state.add(picture) }
    for video in parsed.body.videos { state.add(video.transcript) }
    return state.mark
  }

  /// Words alone: numbers and days are facts that every language takes from the original. Those of Markdown are known when it is
  /// rendered.
  private static func add(_ value: FieldValue, of type: any FieldType, to state: inout TextState) {
    guard type.holdsWords else { return }
    switch value {
    case .text(let text): state.add(text)
    case .list(let values): for value in values { add(value, of: type, to: &state) }
    case .group(let values):
      if type.fields.isEmpty {
        for case .text(let text) in values { state.add(text) }
      } else {
        for (field, value) in zip(type.fields, values) { add(value, of: field.type, to: &state) }
      }
    case .none, .html, .flag, .choice, .placed: break
    }
  }
}
