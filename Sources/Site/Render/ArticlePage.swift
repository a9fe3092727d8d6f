import Markdown
import Mustache
import SiteModel
import YAML

/// The values of an article's page.
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
    let isHome = kind.isPage && article.id.elementsEqual("index".utf8)
    let structured = ArticleStructuredData(index: index, links: links, common: records.structuredData)
    let own =
      head
      ?? PageHead(
        title: article.title, summary: article.summary, url: article.url,
        isIndexable: article.review.status == .approved,
        isHome: isHome, kind: kind.isPage ? nil : kind,
        structuredPage: isHome ? [] : structured.object(number, parsed))
    var values = own.values(records)
    values.reserveCapacity(type.fields.count)
    values.append(("kind", .text(Array(kind.name.utf8))))
    values.append(("id", .text(article.id)))
    values.append(("body", .html(parsed.body.html)))
    values.append(("contents", contents(parsed.body.outline)))
    values.append(("aliases", .list(article.synonyms.map { .text($0.bytes) })))
    let flags = article.redFlags.compactMap { index.redFlags.table[$0.bytes] }
    values.append(("warnings", .list(SiteRecords.redFlagGroups(flags, index))))
    values.append(("linked-from", linkedFrom(number)))
    values.append(("related", cards(related)))
    values.append(("references", references(parsed.body.citations)))
    values.append(("review", review(article)))
    values.append(("updated-on", .text(Array((article.updated?.text ?? "").utf8))))
    var fields = FieldRecords(article: number, parsed: parsed, index: index, records: records)
    for (slot, field) in kind.fields.enumerated() {
      let type = type.fields[values.count].type
      values.append((field.name, fields.value(article.fields[slot], field, type)))
    }
    for (relation, targets) in zip(kind.relations, links.relations[number]) {
      values.append((relation.name, cards(targets)))
    }
    for (inverse, sources) in zip(links.inverseNames[article.kind], links.inverses[number]) {
      values.append((inverse.name, cards(sources)))
    }
    if kind.programme != nil { values.append(("programme", programme(of: number))) }
    return Record(type, filling: values)
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
        sections.append(
          .record(
            Record(
              PageTypes.section, filling: [("id", .text(shown[at].id)), ("title", .html(shown[at].html))])))
        at += 1
      }
      entries.append(
        .record(
          Record(
            PageTypes.contentsEntry,
            filling: [
              ("id", .text(heading.id)), ("title", .html(heading.html)), ("sections", .list(sections)),
            ])))
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
            filling: [
              ("kind", .text(Array(kinds[kind].name.utf8))), ("title", .text(Array(kinds[kind].title.utf8))),
              ("articles", cards(own)),
            ]))
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
            filling: [
              ("number", .text(number)), ("id", .text(Array("ref-".utf8) + number)),
              ("text", .html(work.html)),
              ("link", .text(work.link)), ("back", .text(Array("cite-".utf8) + number + Array("-1".utf8))),
            ]))
      })
  }

  func review(_ article: Article) -> Value {
    let review = article.review
    func text(_ value: String?) -> Value { .text(Array((value ?? "").utf8)) }
    return .record(
      Record(
        PageTypes.review,
        filling: [
          ("status", text(review.status.rawValue)),
          ("is-pending", .flag(review.status == .pending)),
          ("is-approved", .flag(review.status == .approved)),
          ("is-overdue", .flag(review.isOverdue(on: records.today))),
          ("author", text(review.author)),
          ("reviewer", text(review.reviewer)),
          ("reviewed", text(review.reviewed?.text)),
          ("due", text(review.due?.text)),
        ]))
  }
}
