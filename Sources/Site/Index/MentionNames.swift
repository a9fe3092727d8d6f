import Diagnostics
import Markdown
import SiteModel
import Writing

/// The titles and synonyms that are linked where other articles mention them, and what is said of those that are not: one
/// that two articles share leads to neither, and a word such as "home" to nothing.
struct MentionNames {
  private let articles: [Article]
  private let configuration: SiteConfiguration
  private var never = NameTable()
  private var owners: NameTable
  private var titles: NameTable
  private var names: [Owned] = []
  private(set) var diagnostics: [Diagnostic] = []

  private struct Owned {
    let phrase: Phrase
    /// Nil for a title.
    let synonym: PlacedText?
    var isShared = false
  }

  init(_ articles: [Article], _ configuration: SiteConfiguration) {
    self.articles = articles
    self.configuration = configuration
    owners = NameTable(expecting: articles.count * 2)
    titles = NameTable(expecting: articles.count)
    for term in configuration.neverLinked { never.insert(MentionIndex.folded(Array(term.utf8)), 0) }
    for (number, article) in articles.enumerated() where article.hasPage {
      let kind = configuration.kinds[article.kind]
      if let twin = titles.insert(MentionIndex.folded(article.title), number) {
        report(number, titledLike: twin)
      }
      guard kind.mentions != .none else { continue }
      if kind.mentions == .titlesAndSynonyms { enter(article.title, of: number, nil) }
      for synonym in article.synonyms { enter(synonym.bytes, of: number, synonym) }
    }
  }

  var index: MentionIndex { MentionIndex(phrases: names.lazy.filter { !$0.isShared }.map(\.phrase)) }

  private mutating func enter(_ name: [UInt8], of number: Int, _ synonym: PlacedText?) {
    let folded = MentionIndex.folded(name)
    let article = articles[number]
    // Of a single letter nobody expects that every one in the text is a link.
    guard folded.count > 1, never[folded] == nil else { return }
    if !article.autoLink.isAlways, CommonWords.contains(folded, language: configuration.language) {
      diagnostics.append(
        Self.commonName(
          article.file, synonym?.position ?? article.titlePosition,
          "`\(String(decoding: name, as: UTF8.self))` is a word with many meanings, so Limber does not link it in other articles."
        ))
      return
    }
    guard let other = owners.insert(folded, names.count) else {
      names.append(
        Owned(phrase: Phrase(text: name, article: number, url: article.url), synonym: synonym))
      return
    }
    guard names[other].phrase.article != number else { return }
    names[other].isShared = true
    // Two equal titles are told already.
    if let synonym {
      report(synonym, of: number, otherwiseOf: names[other].phrase.article)
    } else if let synonym = names[other].synonym {
      report(synonym, of: names[other].phrase.article, otherwiseOf: number)
    }
  }

  /// What is said of a name that is linked nowhere.
  static func commonName(_ file: String, _ position: Position, _ message: String) -> Diagnostic {
    .warning(
      .commonName, file: file, at: position, message,
      hint:
        "Write `auto-link: always` here to link it anyway, or add it to `never` under `auto-link` in `site.yaml`."
    )
  }

  private mutating func report(_ number: Int, titledLike twin: Int) {
    let article = articles[number]
    diagnostics.append(
      .warning(
        .sharedSynonym, file: article.file, at: article.titlePosition,
        "`\(String(decoding: article.title, as: UTF8.self))` is also the title of `\(articles[twin].file)`. Readers cannot tell the two apart, and Limber does not link the name in other articles.",
        hint: "Give one of the two a different title.", restsOn: [articles[twin].file]))
  }

  private mutating func report(_ synonym: PlacedText, of number: Int, otherwiseOf other: Int) {
    diagnostics.append(
      .warning(
        .sharedSynonym, file: articles[number].file, at: synonym.position,
        "`\(synonym.text)` is also a name of `\(articles[other].file)`, so Limber does not link it in other articles.",
        hint: "Keep it in only one of the two articles.", restsOn: [articles[other].file]))
  }
}
