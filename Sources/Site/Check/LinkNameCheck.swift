import Diagnostics
import Markdown
import SiteModel
import Text

/// Links whose text is the name of one article and that lead to another: `[Hip bursitis](../causes/stress-fracture.md)`. Readers take the
/// name for what they get.
struct LinkNameCheck {
  private let index: SiteIndex
  /// The article of each name, its letters small; -1 where several have it. Names that no link may have are left out.
  private var articles: [[UInt8]: Int32] = [:]

  /// A link that may have the name of an article for its text.
  private struct Link {
    let article: Int
    let target: Int
    let key: Int
    let words: Range<Int>
    let line: Int
  }

  /// For each article, or for each of those at `numbers`. The article that explains words has names of others among them.
  static func run(
    _ named: NamedSite, _ parsed: [ParsedArticle], only numbers: [Int]? = nil
  ) -> [[Diagnostic]] {
    let index = named.index
    let links = (numbers ?? Array(index.articles.indices)).map { number in
      index.articles[number].hasPage
        ? Self.links(in: parsed[number], of: number, index, glossary: named.glossary) : []
    }
    let check = LinkNameCheck(index, of: links.joined())
    return links.map { links in links.compactMap { check.diagnostic(of: $0, parsed) } }
  }

  private init(_ index: SiteIndex, of links: some Sequence<Link>) {
    self.index = index
    var asked = KeySet()
    for link in links { asked.insert(link.key) }
    if asked.isEmpty { return }
    for (number, article) in index.articles.enumerated() where article.isPublished {
      for name in [article.title] + article.synonyms.map(\.bytes)
      where name.count > 3 && asked.contains(Self.key(name[...])) {
        let folded = MentionIndex.folded(name)
        let known = articles[folded]
        articles[folded] = known == nil || known == Int32(number) ? Int32(number) : -1
      }
    }
  }

  /// A bit for each key.
  private struct KeySet {
    private var bits: [UInt64] = []

    var isEmpty: Bool { bits.isEmpty }

    mutating func insert(_ key: Int) {
      if bits.isEmpty { bits = [UInt64](repeating: 0, count: LinkNameCheck.keys >> 6) }
      bits[key >> 6] |= 1 << UInt64(key & 63)
    }

    func contains(_ key: Int) -> Bool { bits[key >> 6] & 1 << UInt64(key & 63) != 0 }
  }

  /// How many keys there are: so many that tens of thousands of names leave most of them free.
  private static let keys = 1 << 20

  /// Of the letters of English, whatever their case, the digits, and how many characters are between them.
  private static func key(_ text: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text {
      let small = byte | 0x20
      let isLetter = small &- 0x61 < 26
      hash = (hash ^ UInt64(isLetter ? small : byte &- 0x30 < 10 ? byte : 0)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(keys - 1))
  }

  /// The links of a text that may have such a name: all but those whose words are the title of what they lead to.
  private static func links(
    in article: ParsedArticle, of number: Int, _ index: SiteIndex, glossary: Int?
  ) -> [Link] {
    if article.body.links.isEmpty { return [] }
    let text = article.body.text
    var found: [Link] = []
    for block in text.blocks {
      for run in text.runs[block.runRange] where run.role == .link && run.index >= 0 {
        let link = article.body.links[Int(run.index)]
        let words = text.bytes[run.range]
        // A place in a page may be about what the text names.
        guard let target = link.article, link.fragment.isEmpty, target != glossary, words.count > 3,
          !isSameButForCase(words, index.articles[target].title)
        else { continue }
        let line =
          Int(block.firstLine)
          + text.bytes[block.range.lowerBound..<run.range.lowerBound].count { $0 == 0x0A }
        found.append(
          Link(article: number, target: target, key: key(words), words: run.range, line: line))
      }
    }
    return found
  }

  private static func isSameButForCase(_ words: ArraySlice<UInt8>, _ title: [UInt8]) -> Bool {
    words.count == title.count && zip(words, title).allSatisfy { $0 == $1 || $0.small == $1.small }
  }

  private func diagnostic(of link: Link, _ parsed: [ParsedArticle]) -> Diagnostic? {
    let article = index.articles[link.article]
    let words = parsed[link.article].body.text.bytes[link.words]
    // Words that are too vague for any link are told as such.
    guard let meant = other(named: words, otherThan: link.target),
      !hasHeading(words, parsed[link.target]), !isOfTitle(words, link.target),
      !parsed[link.article].isTold(.vagueLink, inLine: link.line)
    else { return nil }
    let name = String(decoding: words, as: UTF8.self)
    return .warning(
      .misleadingLink, file: article.file, at: Position(line: link.line, column: 1),
      "This link says `\(name)`, which is the name of `\(index.articles[meant].file)`, but it leads to `\(index.articles[link.target].file)`.",
      hint: "Write `[\(name)](\(address(of: meant, in: article)))`, or change the words.")
  }

  /// The article whose name the words of a link are, where that is none of the one that it leads to.
  private func other(named words: ArraySlice<UInt8>, otherThan target: Int) -> Int? {
    guard let number = articles[MentionIndex.folded(Array(words))], number >= 0, Int(number) != target
    else { return nil }
    return Int(number)
  }

  private func hasHeading(_ words: ArraySlice<UInt8>, _ article: ParsedArticle) -> Bool {
    let name = MentionIndex.folded(Array(words))
    return article.body.outline.contains { MentionIndex.folded($0.text) == name }
  }

  /// Whether the title of the article that it leads to has all its words: `[Snapping hip]` of "Snapping or clicking at the hip".
  private func isOfTitle(_ words: ArraySlice<UInt8>, _ target: Int) -> Bool {
    let title = Set(MentionIndex.folded(index.articles[target].title).split(separator: 0x20))
    return MentionIndex.folded(Array(words)).split(separator: 0x20).allSatisfy(title.contains)
  }

  /// As articles write it.
  private func address(of number: Int, in article: Article) -> String {
    let path = index.articles[number].file
    let folder = PathText.relativeFolder(
      "/" + PathText.folder(of: path), from: "/" + PathText.folder(of: article.file))
    return folder + PathText.name(of: path)
  }
}
