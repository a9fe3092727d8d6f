import Mustache
import YAML

extension ArticlePage {
  /// The record `programme`; none for an article without one.
  func programme(of number: Int) -> Value {
    let article = index.articles[number]
    guard let relation = index.configuration.kinds[article.kind].programme,
      let url = Programme.url(of: article, index.configuration),
      let field = records.types.articles[article.kind].fields.first(where: { $0.name == "programme" }),
      case .record(let type) = field.type,
      case .list(.record(let part))? = type.fields.last(where: {
        $0.name == "parts"
      })?.type
    else { return .none }
    let parts = links.relations[number][relation].map { self.part(Int($0), part) }
    return .record(
      Record(
        type, filling: [("url", .text(url)), ("article", records.cards[number]), ("parts", .list(parts))]))
  }

  /// What the template `programme` gets: all that the article's own template gets, under the programme's address.
  /// Nil for an article without one.
  func programmeRecord(_ number: Int) -> (record: Record, url: [UInt8])? {
    let article = index.articles[number]
    let kind = index.configuration.kinds[article.kind]
    guard let url = Programme.url(of: article, index.configuration), let relation = kind.programme else {
      return nil
    }
    let parts = links.relations[number][relation].map { index.articles[Int($0)] }
    let target = index.configuration.kinds[kind.relations[relation].targets[0]]
    let head = PageHead(
      title: Array("\(target.title): ".utf8) + article.title, summary: article.summary, url: url,
      isIndexable: ([article] + parts).allSatisfy { $0.review.status == .approved },
      kind: kind.isPage ? nil : kind, parent: article)
    return (record(number, parsed[number], related: [], head: head), url)
  }

  private func part(_ number: Int, _ type: RecordType) -> Value {
    let article = index.articles[number]
    var values: NamedValues = [
      ("title", .text(article.title)), ("url", .text(article.url)), ("summary", .text(article.summary)),
      ("id", .text(article.id)),
      ("steps", .html(FirstNumberedList.html(in: parsed[number].body.html, of: article.url))),
      ("review", review(article)),
    ]
    var fields = FieldRecords(article: number, parsed: parsed[number], index: index, records: records)
    for (slot, field) in index.configuration.kinds[article.kind].fields.enumerated() {
      let type = type.fields[values.count].type
      values.append((field.name, fields.value(article.fields[slot], field, type)))
    }
    return .record(Record(type, filling: values))
  }
}
