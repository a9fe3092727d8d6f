import Diagnostics
import Markdown
import SiteModel
import Writing

/// Says what readers may trip over in the words of the articles, at its place.
struct ProseCheck: Sendable {
  let index: SiteIndex
  let parsed: [ParsedArticle]
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
    var explained = Explained()
    func explain(_ name: [UInt8]) {
      if let number = lists.jargon(named: name) { explained.numbers.insert(number) }
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

  /// Whether the glossary that `site.yaml` names was not found, so that nobody knows which words it explains.
  private var hasLostGlossary: Bool { glossary == nil && index.configuration.writing.glossary != nil }

  /// What is wrong in each article, or in each of those of the given numbers.
  func run(_ explained: Explained, only numbers: [Int]? = nil) -> [[Diagnostic]] {
    (numbers ?? Array(parsed.indices)).map {
      index.articles[$0].hasPage ? diagnostics(of: $0, explained) : []
    }
  }

  private func diagnostics(of number: Int, _ explained: Explained) -> [Diagnostic] {
    let article = parsed[number]
    let phrases = index.words.phrases
    var found: [Diagnostic] = article.findings.lazy.filter {
      $0.check != .unexplainedWord
        || !index.hasStrays && !hasLostGlossary && !explained.numbers.contains(phrases[$0.value].number)
    }.prefix(ProseScanner.mostInOneArticle).map { finding in
      let (message, hint) = words(for: finding, article.body.outline)
      return .warning(
        finding.check.code, file: index.articles[number].file, at: finding.position, message, hint: hint)
    }
    // What is left out is not left out without a word.
    if found.count >= ProseScanner.mostInOneArticle, let last = found.last {
      found.append(
        .warning(
          last.code, file: last.file, at: last.position,
          "There may be more places like these in the rest of the article.",
          hint: "Fix those that are listed, then check again."))
    }
    return found
  }

  private func words(
    for finding: PlacedFinding, _ outline: [RenderedArticle.Heading]
  ) -> (String, hint: String) {
    let value = finding.value
    var written: String { index.words.phrases[value].shown }
    switch finding.check {
    case .hardToRead:
      if index.words.formula == .fernandezHuerta {
        return (
          "This section has an ease of reading of \(value / 10).\(value % 10) (Fernández Huerta); aim for 60 or more.",
          "Use shorter sentences and everyday words, then check again."
        )
      }
      return (
        "This section has a reading age of \(value / 10).\(value % 10); aim for 14 or younger.",
        "Use shorter sentences and everyday words, then check again."
      )
    case .longSentence:
      return (
        "This sentence has \(value) words. Sentences of more than 30 words are hard to follow.",
        "Split it into two sentences."
      )
    case .unexplainedWord:
      let word = index.words.phrases[value].text
      return (
        "Readers may not know the word `\(word)`, and the site does not explain it.",
        "Use a plain word, or explain it under a heading `\(word)` in "
          + (glossary.map { "`\(index.articles[$0].file)`." }
            ?? "the article that `writing: {glossary: …}` points to.")
      )
    case .absoluteClaim:
      return Self.words(forClaim: value, index)
    case .skippedHeading:
      let level = outline[value].level
      let before = value > 0 ? outline[value - 1].level : 1
      return (
        value > 0
          ? "This heading has level \(level), but the one before it has level \(before): a level is skipped."
          : "The first heading has level \(level). Below the title, it must have level 2.",
        "Start it with `\(String(repeating: "#", count: before + 1))`."
      )
    case .vagueLink:
      return (
        "The link text `\(written)` does not say where the link goes.",
        "Use words that name the page: many readers go from link to link."
      )
    case .unreadMarkdown, .orphan: return ("", "")
    }
  }

  private static func words(forClaim value: Int, _ index: SiteIndex) -> (String, hint: String) {
    let written = index.words.phrases[value].shown
    if Claim.addresses.contains(index.words.phrases[value].words) {
      if index.words.formula == .fernandezHuerta {
        return (
          "“\(written)” tells readers what is wrong with them, but only an examination can show that.",
          "Write “puede tener”, or describe what it can feel like."
        )
      }
      return (
        "\"You have\" tells readers what is wrong with them, but only an examination can show that.",
        "Write \"you may have\", or describe what it can feel like."
      )
    }
    return (
      "`\(written)` promises more than anyone can.",
      "Say only what is known, with words such as \"may\", \"often\" or \"in most people\"."
    )
  }

  /// Promises and judgments in a text that is no article, which `position` finds in it by its bytes.
  static func claims(
    in text: RenderedArticle, _ scanner: inout ProseScanner, _ index: SiteIndex, file: String,
    position: (Int) -> Position?
  ) -> [Diagnostic] {
    guard index.configuration.writing.switches[.absoluteClaim] else { return [] }
    return scanner.scan(text, WritingSwitches(only: .absoluteClaim)).compactMap { finding in
      guard case .byte(let offset) = finding.start else { return nil }
      let (message, hint) = words(forClaim: Int(finding.value), index)
      return .warning(
        finding.check.code, file: file, at: position(Int(offset)), message, hint: hint)
    }
  }
}
