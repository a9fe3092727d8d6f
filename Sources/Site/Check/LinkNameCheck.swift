import Diagnostics
import Markdown
import SiteModel
import Text

/// Links whose text is the name of one article and that lead to another: `[Hip bursitis](../causes/stress-fracture.md)`. Readers take the
/// name for what they get.
struct LinkNameCheck {
  private let index: SiteIndex
  /// The article of each name, its letters small; -1 where several have it.
  private var articles: [[UInt8]: Int32] = [:]
  /// A bit for each of the names' keys: nearly every other text is passed by on this.
  private var keys = [UInt64](repeating: 0, count: 1024)

  /// `glossary` is the article that explains words, among them names of others.
  static func run(_ index: SiteIndex, _ parsed: [ParsedArticle], glossary: Int?) -> [Diagnostic] {
    let check = LinkNameCheck(index)
    return index.articles.indices.flatMap { check.diagnostics(of: $0, parsed, glossary) }
  }

  private init(_ index: SiteIndex) {
    self.index = index
    for (number, article) in index.articles.enumerated() where article.isPublished {
      for name in [article.title] + article.synonyms.map(\.bytes) where name.count > 3 {
        let folded = MentionIndex.folded(name)
        let known = articles[folded]
        articles[folded] = known == nil || known == Int32(number) ? Int32(number) : -1
        let key = Self.key(name[...])
        keys[key >> 6] |= 1 << UInt64(key & 63)
      }
    }
  }

  /// Of the first two letters and the last, whatever their case, and the length: 16 bits.
  private static func key(_ text: ArraySlice<UInt8>) -> Int {
    guard text.count > 1, let last = text.last else { return 0 }
    let (first, second) = (Int(text[text.startIndex] & 0x1F), Int(text[text.startIndex + 1] & 0x1F))
    return (first &* 2048 ^ second &* 64 ^ Int(last & 0x1F) &* 1031 ^ text.count) & 0xFFFF
  }

  private func diagnostics(of number: Int, _ parsed: [ParsedArticle], _ glossary: Int?) -> [Diagnostic] {
    let (article, body) = (index.articles[number], parsed[number].body)
    guard article.hasPage, !body.links.isEmpty else { return [] }
    let text = body.text
    var found: [Diagnostic] = []
    for block in text.blocks {
      for run in text.runs[block.runRange] where run.role == .link && run.index >= 0 {
        let link = body.links[Int(run.index)]
        // A place in a page may be about what the text names.
        guard let target = link.article, link.fragment.isEmpty, target != glossary,
          let meant = other(named: text.bytes[run.range], otherThan: target),
          !hasHeading(text.bytes[run.range], parsed[target].body), !isOfTitle(text.bytes[run.range], target)
        else { continue }
        let line =
          Int(block.firstLine)
          + text.bytes[block.range.lowerBound..<run.range.lowerBound].count { $0 == 0x0A }
        // Words that are too vague for any link are told as such.
        if parsed[number].isTold(.vagueLink, inLine: line) { continue }
        let name = String(decoding: text.bytes[run.range], as: UTF8.self)
        found.append(
          .warning(
            .misleadingLink, file: article.file, at: Position(line: line, column: 1),
            "This link says `\(name)`, which is the name of `\(index.articles[meant].file)`, but it leads to `\(index.articles[target].file)`.",
            hint: "Write `[\(name)](\(address(of: meant, in: article)))`, or change the words."))
      }
    }
    return found
  }

  /// The article whose name the words of a link are, where that is none of the one that it leads to.
  private func other(named words: ArraySlice<UInt8>, otherThan target: Int) -> Int? {
    let key = Self.key(words)
    guard words.count > 3, keys[key >> 6] & 1 << UInt64(key & 63) != 0,
      case let name = MentionIndex.folded(Array(words)), let number = articles[name], number >= 0,
      Int(number) != target
    else { return nil }
    return Int(number)
  }

  private func hasHeading(_ words: ArraySlice<UInt8>, _ body: RenderedArticle) -> Bool {
    let name = MentionIndex.folded(Array(words))
    return body.outline.contains { MentionIndex.folded($0.text) == name }
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
