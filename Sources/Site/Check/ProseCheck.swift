import Diagnostics
import Markdown
import SiteModel
import Writing

/// Says what readers may trip over in the words of the articles, at its place.
struct ProseCheck: Sendable {
  let index: SiteIndex
  let parsed: [ParsedArticle]
  let sources: [[UInt8]]
  let defaults: ArticleOptions
  /// The article whose headings are words that the site explains.
  let glossary: Int?

  private var settings: WritingSettings { index.configuration.writing }

  /// What the site explains: which words of the jargon, by their number.
  struct Explained: Equatable, Sendable {
    fileprivate var numbers: Set<Int> = []
  }

  /// The words that a heading of the glossary, or the title or a synonym of an article, explains.
  func explained() -> Explained {
    let lists = index.words
    guard !lists.jargon.isEmpty else { return Explained() }
    var numbers: [[[UInt8]]: Int] = [:]
    for phrase in lists.phrases where phrase.use == .jargon { numbers[phrase.words] = phrase.number }
    var explained = Explained()
    func explain(_ name: [UInt8]) {
      if let number = numbers[ProseWords(name, 0..<name.count, .markdown).map(\.text)] {
        explained.numbers.insert(number)
      }
    }
    for article in index.articles where article.isPublished {
      explain(article.title)
      for synonym in article.synonyms { explain(synonym.bytes) }
    }
    if let glossary {
      for heading in parsed[glossary].body.outline {
        explain(heading.text)
        for name in heading.text.split(separator: UInt8(ascii: ",")) { explain(Array(name)) }
      }
    }
    return explained
  }

  /// What is wrong in each of the articles that have a fault, or in those of the given numbers.
  func run(_ workers: Workers, _ explained: Explained, only numbers: [Int]? = nil) async throws
    -> [Int: [Diagnostic]]
  {
    let numbers = (numbers ?? Array(parsed.indices)).filter {
      !parsed[$0].findings.isEmpty && index.articles[$0].isPublished
    }
    let found = try await workers.map(numbers.count) { diagnostics(of: numbers[$0], explained) }
    var byArticle: [Int: [Diagnostic]] = [:]
    for (number, diagnostics) in zip(numbers, found) where !diagnostics.isEmpty {
      byArticle[number] = diagnostics
    }
    return byArticle
  }

  private func diagnostics(of number: Int, _ explained: Explained) -> [Diagnostic] {
    let phrases = index.words.phrases
    let findings = parsed[number].findings.filter {
      $0.check != .unexplainedWord || !explained.numbers.contains(phrases[Int($0.value)].number)
    }
    if findings.isEmpty { return [] }
    var parser = ArticleParser(index, defaults: defaults)
    let rendered = parser.locatingText(of: number, sources[number])
    var locator = ProseLocator(rendered, source: sources[number])
    return findings.prefix(Self.mostInOneArticle).map { finding in
      let (message, hint) = words(for: finding, rendered)
      return .warning(
        finding.check.code, file: index.articles[number].file,
        at: position(of: finding, rendered, &locator), message, hint: hint)
    }
  }

  /// Who has mended as many will see the others.
  private static let mostInOneArticle = 100

  private func position(
    of finding: ProseFinding, _ article: RenderedArticle, _ locator: inout ProseLocator
  ) -> Position? {
    switch finding.check {
    case .hardToRead: locator.position(ofBlockAt: finding.range.lowerBound)
    case .skippedHeading: locator.position(ofHeadingIn: article.outline[Int(finding.value)].line)
    default: locator.position(of: finding.range)
    }
  }

  private func words(for finding: ProseFinding, _ article: RenderedArticle) -> (String, hint: String) {
    let value = Int(finding.value)
    let written = ProseWords(article.html, finding.range, .html).map {
      String(decoding: $0.text, as: UTF8.self)
    }
    switch finding.check {
    case .hardToRead:
      return (
        "This section is written for readers of \(value / 10).\(value % 10) years; it should suit those of 14.",
        "Shorten the sentences and use words that people say, then check again."
      )
    case .longSentence:
      return ("This sentence has \(value) words; at most 30 are easy to follow.", "Make two of it.")
    case .unexplainedWord:
      let word = index.words.phrases[value].text
      return (
        "`\(word)` is a word that readers may not know, and the site does not explain it.",
        "Use a plain word, or explain it under a heading `\(word)` in "
          + (glossary.map { "`\(index.articles[$0].file)`." }
            ?? "the article that `writing: {glossary: …}` names.")
      )
    case .absoluteClaim:
      if index.words.phrases[value].words == Claim.address {
        return (
          "\"You have\" tells readers what they have, which only an examination can.",
          "Write \"you may have\", or what it can feel like."
        )
      }
      return (
        "`\(written.joined(separator: " "))` promises more than anybody can.",
        "Say what is known: \"may\", \"often\", \"in most people\"."
      )
    case .skippedHeading:
      let level = article.outline[value].level
      let before = value > 0 ? article.outline[value - 1].level : 1
      return (
        value > 0
          ? "This heading has the level \(level), and the one before it \(before): a level is left out."
          : "The first heading has the level \(level): the one below the title is 2.",
        "Begin it with `\(String(repeating: "#", count: before + 1))`."
      )
    case .vagueLink:
      return (
        "The link `\(written.joined(separator: " "))` does not say where it leads.",
        "Link words that do: many readers go from link to link."
      )
    case .unreadMarkdown, .orphan: return ("", "")
    }
  }
}
