import Mustache
import SiteModel
import YAML

extension ArticlePage {
  /// What its templates get as `programme`; nil for an article without one. Its parts are made for a template that shows them.
  func programme(of number: Int, withParts: Bool) -> Programme.Values? {
    let article = index.articles[number]
    guard let relation = index.configuration.kinds[article.kind].programme,
      let url = Programme.url(of: article, index.configuration)
    else { return nil }
    let card = records.shelf.records[number]
    guard withParts else { return Programme.Values(url: url, article: card, parts: []) }
    let stages = StageCheck.stages(of: article, index.configuration)
    let targets = links.relations[number][relation]
    let notes = notes(article, relation, targets)
    let kind = index.configuration.kinds[article.kind].relations[relation].targets[0]
    let ways = Programme.ways(of: kind, in: index.configuration)
    return Programme.Values(
      url: url, article: card,
      parts: targets.map { target in
        part(
          Int(target), stages, note: notes[target],
          neighbors: ways.map { way in records.cards(neighbors(of: target, by: way, among: targets)) })
      })
  }

  /// What the template `programme` gets: all that the article's own template gets, under the programme's address.
  /// Nil for an article without one.
  func programmeRecord(_ number: Int) -> (record: Record, url: [UInt8])? {
    let article = index.articles[number]
    let kind = index.configuration.kinds[article.kind]
    guard let url = Programme.url(of: article, index.configuration), let relation = kind.programme else {
      return nil
    }
    let target = index.configuration.kinds[kind.relations[relation].targets[0]]
    let head = PageHead(
      title: Array("\(target.title): ".utf8) + article.title, summary: article.summary, url: url,
      isIndexable: programmeIsIndexable(number),
      kind: kind.isPage ? nil : kind, parent: article, subject: .programme(number))
    return (record(number, parsed[number], related: [], used.programmes[article.kind], head: head), url)
  }

  /// It may be listed once all that stands in it may.
  func programmeIsIndexable(_ number: Int) -> Bool {
    let article = index.articles[number]
    guard let relation = index.configuration.kinds[article.kind].programme else { return false }
    return article.review.allowsIndexing
      && links.relations[number][relation].allSatisfy { index.articles[Int($0)].review.allowsIndexing }
  }

  /// The articles of a programme to which one of them leads, or which lead to it.
  private func neighbors(of target: Int32, by way: Programme.Way, among targets: [Int32]) -> [Int32] {
    way.isInverse
      ? targets.filter { links.relations[Int($0)][way.relation].contains(target) }
      : targets.filter { links.relations[Int(target)][way.relation].contains($0) }
  }

  private func part(
    _ number: Int, _ stages: [String: Int]?, note: RelationNote?, neighbors: [Cards]
  ) -> Programme.Part {
    let article = index.articles[number]
    return Programme.Part(
      article: article, stage: stages?[String(decoding: article.id, as: UTF8.self)], note: note,
      steps: parsed[number].body.steps,
      review: review(article), fields: fields(of: number, parsed[number]),
      neighbors: neighbors)
  }
}
