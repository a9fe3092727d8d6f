import Markdown
import Mustache
import SiteModel
import YAML

/// Lays out the values of an article's page in the order of its type.
struct ArticlePage {
  let index: SiteIndex
  let links: LinkIndex
  let records: SiteRecords
  let backlinks: [[Int32]]
  let parsed: [ParsedArticle]

  /// `related` are the articles that share most with this one; `head` is that of another page about it.
  func record(
    _ number: Int, _ parsed: ParsedArticle, related: [Int32], head: PageHead? = nil
  ) -> Record {
    let article = index.articles[number]
    let kind = index.configuration.kinds[article.kind]
    let type = records.types.articles[article.kind]
    var values: [Value] = []
    values.reserveCapacity(type.fields.count)
    let isHome = kind.isPage && article.id.elementsEqual("index".utf8)
    let structured = ArticleStructuredData(index: index, links: links, common: records.structuredData)
    let own =
      head
      ?? PageHead(
        title: article.title, summary: article.summary, url: article.url,
        isIndexable: article.review.status == .approved,
        isHome: isHome, kind: kind.isPage ? nil : kind,
        structuredPage: isHome ? [] : structured.object(number, parsed))
    values += own.values(records)
    values.append(.text(Array(kind.name.utf8)))
    values.append(.text(article.id))
    values.append(.html(parsed.body.html))
    values.append(contents(parsed.body.outline))
    values.append(.list(article.synonyms.map { .text($0.bytes) }))
    values.append(
      .list(SiteRecords.redFlagGroups(article.redFlags.compactMap { index.redFlags.table[$0.bytes] }, index)))
    values.append(linkedFrom(number))
    values.append(cards(related))
    values.append(references(parsed.body.citations))
    values.append(review(article))
    values.append(.text(Array((article.updated?.text ?? "").utf8)))
    var fields = FieldRecords(article: number, parsed: parsed, index: index, records: records)
    for (slot, field) in kind.fields.enumerated() {
      values.append(fields.value(article.fields[slot], field, type.fields[values.count].type))
    }
    for targets in links.relations[number] { values.append(cards(targets)) }
    for sources in links.inverses[number] { values.append(cards(sources)) }
    if kind.programme != nil { values.append(programme(of: number)) }
    return Record(type, presence(type, values))
  }

  private func cards(_ articles: [Int32]) -> Value { .picks(records.shelf, articles) }

  /// Headings of the second level with those of the third below them. Short pages need no list.
  private func contents(_ outline: [RenderedArticle.Heading]) -> Value {
    let shown = outline.filter { $0.level <= 3 }
    guard shown.count >= 3 else { return .list([]) }
    var entries: [Value] = []
    var at = 0
    while at < shown.count {
      let heading = shown[at]
      var sections: [Value] = []
      at += 1
      while at < shown.count, shown[at].level > 2, heading.level <= 2 {
        sections.append(.record(Record(PageTypes.section, [.text(shown[at].id), .html(shown[at].html)])))
        at += 1
      }
      entries.append(
        .record(
          Record(
            PageTypes.contentsEntry,
            presence(PageTypes.contentsEntry, [.text(heading.id), .html(heading.html), .list(sections)]))))
    }
    return .list(entries)
  }

  private func linkedFrom(_ number: Int) -> Value {
    let sources = backlinks[number]
    guard !sources.isEmpty else { return .list([]) }
    let kinds = index.configuration.kinds
    return .list(
      kinds.indices.compactMap { kind -> Value? in
        let own = sources.filter { Int(index.articleKinds[Int($0)]) == kind }
        guard !own.isEmpty else { return nil }
        return .record(
          Record(
            PageTypes.kindGroup,
            presence(
              PageTypes.kindGroup,
              [.text(Array(kinds[kind].name.utf8)), .text(Array(kinds[kind].title.utf8)), cards(own)])))
      })
  }

  private func references(_ citations: [RenderedArticle.Citation]) -> Value {
    .list(
      citations.enumerated().map { place, citation in
        let work = index.references.works[citation.reference]
        let number = Array(String(place + 1).utf8)
        return .record(
          Record(
            PageTypes.reference,
            [
              .text(number), .text(Array("ref-".utf8) + number), .html(work.html), .text(work.link),
              .text(Array("cite-".utf8) + number + Array("-1".utf8)),
            ]))
      })
  }

  func review(_ article: Article) -> Value {
    let review = article.review
    func text(_ value: String?) -> Value { .text(Array((value ?? "").utf8)) }
    return .record(
      Record(
        PageTypes.review,
        [
          text(review.status.rawValue), .flag(review.status == .pending), .flag(review.status == .approved),
          .flag(review.isOverdue(on: records.today)), text(review.author), text(review.reviewer),
          text(review.reviewed?.text), text(review.due?.text),
        ]))
  }
}
