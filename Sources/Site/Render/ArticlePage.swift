import Markdown
import Mustache
import SiteModel

/// The values of an article's page.
struct ArticlePage {
  let index: SiteIndex
  let links: LinkIndex
  let records: SiteRecords
  let backlinks: [[Int32]]
  let parsed: [ParsedArticle]
  /// The numbers of translations whose originals have changed since.
  let staleTranslations: Set<Int>
  /// For each kind the fields that its list of facts has.
  let facts: [[Int]]
  /// What templates show of articles.
  let used: UsedNames

  /// `related` are the articles that share most with this one; `used` is what its template shows; `head` is that of another page
  /// about it.
  func record(
    _ number: Int, _ parsed: ParsedArticle, related: [Int32], _ used: UsedNames.OfTemplate,
    head: PageHead? = nil
  ) -> Record {
    let article = index.articles[number]
    let kind = index.configuration.kinds[article.kind]
    let isHome = kind.isPage && article.id.elementsEqual("index".utf8)
    let structured = ArticleStructuredData(index: index, links: links, common: records.structuredData)
    let own =
      head
      ?? PageHead(
        title: article.title, summary: article.summary, url: article.url,
        isIndexable: article.review.allowsIndexing,
        isHome: isHome, kind: kind.isPage ? nil : kind, subject: isHome ? .home : .article(number),
        structuredPage: isHome ? [] : structured.object(number, parsed))
    let flags = article.redFlags.compactMap { index.redFlags.table[$0.bytes] }
    let fields = fields(of: number, parsed)
    let values = PageTypes.ArticleValues(
      page: own.values(records), article: article, kind: kind, body: parsed.body.html,
      contents: contents(parsed.body.outline),
      warnings: SiteRecords.redFlagGroups(flags, index), linkedFrom: linkedFrom(number),
      related: cards(related),
      references: parsed.body.citations.enumerated().map {
        PageTypes.Citation(number: $0 + 1, work: index.references.works[$1.reference])
      },
      credits: credits(parsed), review: review(article), translation: translation(number),
      fields: fields, facts: facts(article, fields),
      relations: links.relations[number].enumerated().map { slot, targets in
        var cards = records.cards(targets)
        if !article.notes.isEmpty { cards.notes = notes(article, slot, targets) }
        return cards
      },
      inverses: OrderOfText(links: links, parsed: self.parsed).inverses(of: number, index).map {
        [records] in records.cards($0)
      },
      programme: programme(of: number, withParts: used.showsParts))
    return records.types.articles[article.kind].record(of: values, only: used.names)
  }

  /// Whose its pictures and videos are, each once, in the order of their names.
  private func credits(_ parsed: ParsedArticle) -> [PictureCredit] {
    PictureCredit.each(of: parsed.usedFiles.lazy.map { index.files[$0].credit })
  }

  /// What its front matter says in the fields of its kind.
  func fields(of number: Int, _ parsed: ParsedArticle) -> PageTypes.FieldValues {
    let kind = index.articles[number].kind
    return PageTypes.FieldValues(
      values: ClinicHours.fields(parsed.fields, of: index.articles[number], in: index.configuration),
      sameChoice: { [records] field, choice in
        let same = records.articles(of: kind, choosing: choice, in: field)
        return records.cards(
          Array(same.lazy.filter { Int($0) != number }.prefix(PageTypes.choiceLimit)))
      }, language: index.configuration.language)
  }

  /// What stages of care a list of numbers counts is for the checker, not for readers.
  private func facts(_ article: Article, _ fields: PageTypes.FieldValues) -> [ArticleFact] {
    let (kind, checker) = (index.configuration.kinds[article.kind], index.configuration.checker)
    let slots = facts[article.kind].filter {
      checker.causes != article.kind || kind.fields[$0].name != checker.stages
    }
    return ArticleFact.all(slots, of: kind, fields.values, language: fields.language)
  }

  private func cards(_ articles: [Int32]) -> Cards { records.cards(articles) }

  /// What an article says of the targets of one of its relations.
  func notes(_ article: Article, _ slot: Int, _ targets: [Int32]) -> [Int32: RelationNote] {
    var notes: [Int32: RelationNote] = [:]
    for note in article.notes where note.slot == slot {
      let written = note.target.bytes
      let target = targets.first {
        let one = index.articles[Int($0)]
        let kind = index.configuration.kinds[one.kind].name
        return one.id == written || Array("\(kind):".utf8) + one.id == written
      }
      if let target { notes[target] = note }
    }
    return notes
  }

  /// Headings of the second level with those of the third below them. Short pages need no list.
  private func contents(_ outline: [RenderedArticle.Heading]) -> [PageTypes.ContentsEntry] {
    let shown = outline.filter { $0.level <= 3 }
    guard shown.count >= 3 else { return [] }
    var entries: [PageTypes.ContentsEntry] = []
    var takesSections = false
    var letter: [UInt8] = []
    for heading in shown {
      if heading.level > 2, takesSections {
        entries[entries.count - 1].sections.append(PageTypes.ContentsEntry(heading: heading))
      } else {
        let initial = Self.initial(of: heading.text)
        entries.append(
          PageTypes.ContentsEntry(heading: heading, letter: initial == letter ? [] : initial))
        letter = initial
        takesSections = heading.level <= 2
      }
    }
    return entries
  }

  /// The first letter or digit of a text, as a capital. Almost every heading begins with a letter of one byte.
  private static func initial(of text: [UInt8]) -> [UInt8] {
    if let first = text.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) {
      return [first & ~0x20]
    }
    let letter = String(decoding: text, as: UTF8.self).first { $0.isLetter || $0.isNumber }
    return letter.map { Array($0.uppercased().utf8) } ?? []
  }

  private func linkedFrom(_ number: Int) -> [PageTypes.KindGroup] {
    let sources = backlinks[number]
    guard !sources.isEmpty else { return [] }
    let kinds = index.configuration.kinds
    return kinds.indices.compactMap { kind in
      let own = sources.filter { Int(index.articleKinds[Int($0)]) == kind }
      return own.isEmpty ? nil : PageTypes.KindGroup(kind: kinds[kind], articles: cards(own))
    }
  }

  /// What readers of a translation may want to know of its original.
  private func translation(_ number: Int) -> PageTypes.Translation? {
    guard let original = index.articles[number].original,
      let language = index.configuration.languages.first
    else { return nil }
    return PageTypes.Translation(
      original: original, language: language.among(index.configuration.language),
      isStale: staleTranslations.contains(number))
  }

  func review(_ article: Article) -> PageTypes.ReviewState {
    PageTypes.ReviewState(
      review: article.review, today: records.today, language: index.configuration.language)
  }
}
