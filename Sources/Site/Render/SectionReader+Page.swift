import Search
import SiteModel
import SymptomTree

extension SectionReader {
  /// What a page is found by. Red flags count more than text, most of all on the page that shows every one and in the
  /// symptom checker, so that whoever types a warning sign is led there.
  package mutating func addPage(_ page: SearchedPage, _ content: SiteSearch.Content, of site: CheckedSite) {
    addTitle(page.title)
    switch content {
    case .article(let number): addArticle(site.index.articles[number], site.parsed[number], of: site.index)
    case .checker(let tree): addChecker(tree, named: site.checkerName)
    }
  }

  private mutating func addTitle(_ title: [UInt8]) {
    let words = title.split(separator: 0x20).count
    add(name: title, words <= 3 ? .shortTitle : .title)
  }

  private mutating func addArticle(_ article: Article, _ parsed: ParsedArticle, of index: SiteIndex) {
    for synonym in article.synonyms { add(name: synonym.bytes, .name) }
    add(article.summary, .heading)
    for heading in parsed.body.outline { add(heading.text, .heading) }
    if !article.redFlags.isEmpty {
      for flag in article.redFlags.compactMap({ index.redFlags.table[$0.bytes] }) {
        add(Array(index.redFlags.flags[flag].text.utf8), .heading)
      }
    }
    if index.listsRedFlags(article) {
      for flag in index.redFlags.flags {
        add(Array(flag.text.utf8), .name)
        add(Array(flag.level.utf8), .name)
      }
      for level in index.careLevels where index.redFlags.flags.contains(where: { $0.level == level.name }) {
        add(Array(level.heading.utf8), .name)
      }
    }
    add(parsed.body.text.bytes, .text)
    add(parsed.fieldWords, .text)
  }

  private mutating func addChecker(_ tree: Tree, named name: [UInt8]) {
    add(name, .shortTitle)
    for card in tree.careLevels.values { add(Array(card.heading.value.utf8), .heading) }
    for question in tree.questions {
      let weight: SearchWeight = question.stage.value == .redFlag ? .name : .frequent
      add(Array(question.ask.value.utf8), weight)
      for answer in question.choices { add(Array(answer.label.value.utf8), weight) }
    }
    // The names of the care levels that it may come to.
    for outcome in tree.outcomes { add(Array(outcome.level.value.rawValue.utf8), .heading) }
  }
}
