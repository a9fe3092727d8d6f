import Mustache
import SiteModel
import YAML

/// The values of an article's declared fields, as its template gets them.
struct FieldRecords {
  let article: Int
  let parsed: ParsedArticle
  let index: SiteIndex
  let records: SiteRecords
  /// How many Markdown values were taken from `parsed` already: they come in the order of the fields.
  private var taken = 0

  init(article: Int, parsed: ParsedArticle, index: SiteIndex, records: SiteRecords) {
    self.article = article
    self.parsed = parsed
    self.index = index
    self.records = records
  }

  /// `type` is what `PageTypes` declares for the field.
  mutating func value(_ value: FieldValue, _ field: Field, _ type: ValueType) -> Value {
    switch value {
    case .none: return .none
    case .text(let bytes): return .text(bytes)
    case .flag(let isSet): return .flag(isSet)
    case .markdown:
      let html = taken < parsed.fieldHTML.count ? parsed.fieldHTML[taken] : []
      taken += 1
      return .html(html)
    case .image(let text, let alt): return image(text, alt)
    case .file(let text): return file(text)
    case .choice(let choice): return self.choice(choice, field, type)
    case .group(let inner):
      guard case .group(let fields) = field.type.shown, case .record(let type) = type else { return .none }
      var values: NamedValues = []
      for (slot, value) in inner.enumerated() {
        values.append((fields[slot].name, self.value(value, fields[slot], type.fields[slot].type)))
      }
      return .record(Record(type, filling: values))
    case .list(let entries):
      guard case .list(let type) = type else { return .none }
      let element = Field(name: field.name, type: field.type, isList: false, isRequired: false)
      var values: [Value] = []
      for entry in entries {
        let value = self.value(entry, element, type)
        if case .html = value {
          values.append(.record(Record(PageTypes.item, filling: [("html", value)])))
        } else {
          values.append(value)
        }
      }
      return .list(values)
    }
  }

  private func image(_ text: PlacedText, _ alt: [UInt8]) -> Value {
    let references = ArticleReferences(index)
    references.begin(index.articles[article])
    guard case .image(_, let url, let width, let height) = references.image(at: text.bytes) else {
      return .none
    }
    return .record(
      Record(
        PageTypes.image,
        filling: [
          ("url", .text(url)), ("width", .text(Array(String(width).utf8))),
          ("height", .text(Array(String(height).utf8))), ("alt", .text(alt)),
        ]))
  }

  private func file(_ text: PlacedText) -> Value {
    let references = ArticleReferences(index)
    references.begin(index.articles[article])
    guard case .local(let url) = references.download(at: text.bytes) else { return .none }
    return .text(url)
  }

  /// The choice, and which other articles of the kind made the same.
  private func choice(_ choice: Int, _ field: Field, _ type: ValueType) -> Value {
    guard case .choice(let names) = field.type.shown, case .record(let type) = type else { return .none }
    let same = records.articles(of: index.articles[article].kind, choosing: choice, in: field.name)
    let others = same.lazy.filter { Int($0) != article }.prefix(PageTypes.choiceLimit)
    return .record(
      Record(
        type,
        filling: [
          ("value", .text(Array(names[choice].utf8))), ("articles", .picks(records.shelf, Array(others))),
        ] + names.indices.map { ("is-\(names[$0])", .flag($0 == choice)) }))
  }
}
