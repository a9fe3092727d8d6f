import SiteModel
import Text
import YAML

/// What the pages of articles are made from, as hashes: a page with the hash that it had in the last build has the same bytes.
/// Whatever a template can show of an article has to be in here; what is not known to be the same counts as different.
struct PageFingerprints: Sendable {
  private let index: SiteIndex
  private let links: LinkIndex
  private let backlinks: [[Int32]]
  private let today: CalendarDate
  /// What every page may show: every file that is no article, the navigation, how many articles there are of each kind.
  private let shared: FileHash
  /// For each article its front matter and address, which is all that other pages can show of it.
  private let cards: [FileHash]
  /// For each kind whose pages may list others with the same choice, all of its articles.
  private let kinds: [FileHash?]
  /// Where each article's page is in the site's other languages, to which it leads.
  private let alternates: [SiteIndex]
  /// Translations whose originals have changed since, as their pages say.
  private let stale: Set<Int>

  /// `others` is the hash of the program and of every file of the source that is no article.
  init(
    _ output: SiteOutput, others: FileHash, articles: [SourceReading.ArticleHashes], languages: [SiteIndex]
  ) {
    let site = output.site
    let index = site.index
    alternates = languages.count > 1 ? languages : []
    stale = site.staleTranslations
    self.index = index
    links = site.named.links
    backlinks = site.backlinks
    today = site.named.today
    let cards = index.articles.enumerated().map { number, article in
      var key = RecordWriter()
      key.hash(articles[number].frontMatter)
      key.data(article.url)
      key.text(article.file)
      key.text(article.state.rawValue)
      return FileHash(key.bytes)
    }
    self.cards = cards
    let lists = output.records.byKind.map { list in
      var key = RecordWriter()
      for article in list { key.hash(cards[Int(article)]) }
      return FileHash(key.bytes)
    }
    kinds = zip(index.configuration.kinds, lists).map { kind, list in
      kind.fields.contains { if case .choice = $0.type.shown { true } else { false } } ? list : nil
    }
    var key = RecordWriter()
    key.hash(others)
    key.text(index.configuration.origin + index.configuration.basePath)
    key.number(index.hasFeed ? 1 : 0)
    let menus = site.named.menus
    for entry in (menus.navigation + menus.footer).flatMap({ [$0] + $0.items }) {
      key.data(entry.title)
      key.data(entry.url)
    }
    for (number, (kind, list)) in zip(output.records.byKind, lists).enumerated() {
      key.number(kind.count)
      key.number(output.records.hasFeed[number] ? 1 : 0)
      // Every page may name the clinic's places.
      let isPlaces = index.configuration.clinic?.locations == number
      if output.templates.showsAllArticles || isPlaces { key.hash(list) }
    }
    shared = FileHash(key.bytes)
  }

  /// Of all but what became of texts. `related` are the articles that share most with this one.
  func frame(_ number: Int, related: [Int32]) -> FileHash {
    let article = index.articles[number]
    var key = RecordWriter()
    key.hash(shared)
    add(number, to: &key)
    key.number(stale.contains(number) ? 1 : 0)
    for language in alternates {
      let page = language.articles[number]
      key.number(page.hasPage ? 1 : 0)
      key.data(page.url)
    }
    if let kind = kinds[article.kind] { key.hash(kind) }
    for list in [related, backlinks[number]] + links.relations[number] + links.inverses[number] {
      key.number(list.count)
      for other in list { key.hash(cards[Int(other)]) }
    }
    for part in parts(of: number) {
      add(part, to: &key)
      if let kind = kinds[index.articles[part].kind] { key.hash(kind) }
    }
    return FileHash(key.bytes)
  }

  private func add(_ number: Int, to key: inout RecordWriter) {
    key.hash(cards[number])
    key.number(index.articles[number].review.isOverdue(on: today) ? 1 : 0)
  }

  /// The articles whose steps and fields stand in an article's programme.
  private func parts(of number: Int) -> [Int] {
    guard let relation = index.configuration.kinds[index.articles[number].kind].programme else { return [] }
    return links.relations[number][relation].map { Int($0) }
  }

  /// Of the words by which the search finds an article; nil as long as what became of its text is not known.
  func words(of number: Int, _ texts: [FileHash?]) -> FileHash? {
    guard texts.indices.contains(number), let text = texts[number] else { return nil }
    var key = RecordWriter()
    key.hash(cards[number])
    key.hash(text)
    return FileHash(key.bytes)
  }

  /// Of the article's page and, for its programme, of that. Nil as long as what became of a text is not known: `texts` has the
  /// hash of that for each article.
  func page(_ number: Int, _ frame: FileHash, _ texts: [FileHash?]) -> FileHash? {
    var key = RecordWriter()
    key.hash(frame)
    for one in [number] + parts(of: number) {
      guard let text = texts[one] else { return nil }
      key.hash(text)
    }
    return FileHash(key.bytes)
  }
}
