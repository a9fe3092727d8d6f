import Diagnostics
import Markdown
import SiteModel
import Text

/// What drawings say in words that nothing else on their pages says: people who do not see a drawing get its alternative text, its
/// caption and the text around it (WCAG 2.2, success criteria 1.1.1 and 1.4.5).
struct DrawingTextCheck {
  let index: SiteIndex
  let parsed: [ParsedArticle]

  /// Fewer may well be names of directions and the like.
  private static let fewestWords = 3

  func run() -> [Diagnostic] {
    guard index.files.contains(where: { !$0.labels.isEmpty }) else { return [] }
    return index.articles.indices.filter { index.articles[$0].isPublished }.flatMap(faults)
  }

  private func faults(of number: Int) -> [Diagnostic] {
    let body = parsed[number].body
    // Beside pictures of other sites, which is which is not known.
    guard body.images.count == body.pictureTexts.count else { return [] }
    let drawings = body.images.indices.filter {
      index.files.indices.contains(body.images[$0]) && !index.files[body.images[$0]].labels.isEmpty
    }
    if drawings.isEmpty { return [] }
    let article = index.articles[number]
    let said = Self.folded(
      [body.text.bytes, article.title, article.summary, parsed[number].fieldWords] + body.pictureTexts)
    return drawings.compactMap { picture in
      let file = index.files[body.images[picture]]
      let labels = file.labels.filter(\.isAlwaysShown).map { (label: $0, words: Self.words(of: $0)) }
      let words = Set(labels.flatMap(\.words))
      let missing = words.filter { ByteSearch.first($0, in: said[...]) == nil }
      guard words.count >= Self.fewestWords, 2 * missing.count > words.count,
        let line = line(of: picture, in: body),
        // A link around it that leads nowhere has been told.
        !parsed[number].diagnostics.contains(where: { $0.position?.line == line }),
        let first = labels.first(where: { $0.words.contains(where: missing.contains) })
      else { return nil }
      let shown = first.label.text.count > 80 ? "\(first.label.text.prefix(80))…" : first.label.text
      return .warning(
        .missingAlt, file: article.file, at: Position(line: line, column: 1),
        "`\(PathText.name(of: file.path))` says things that people who cannot see it do not get, such as “\(shown)”.",
        hint: "Say them between the brackets of the picture, in its caption or in the text.")
    }
  }

  /// Where a picture stands; nil within a link, whose page has what it says.
  private func line(of picture: Int, in body: RenderedArticle) -> Int? {
    for block in body.text.blocks {
      let runs = body.text.runs[block.runRange]
      guard let own = runs.first(where: { $0.role == .picture && Int($0.index) == picture }) else { continue }
      let isInLink = runs.contains {
        $0.role == .link && $0.range.lowerBound <= own.range.lowerBound
          && own.range.upperBound <= $0.range.upperBound
      }
      return isInLink ? nil : Int(block.firstLine)
    }
    return 1
  }

  /// Of four letters and more, without the end that a word in the plural has.
  private static func words(of label: DrawingLabel) -> [[UInt8]] {
    folded([Array(label.text.utf8)]).split { !($0 &- 0x61 < 26 || $0 >= 0x80) }.map(Array.init).compactMap {
      let word = $0.last == UInt8(ascii: "s") ? Array($0.dropLast()) : $0
      return word.count > 3 ? word : nil
    }
  }

  /// In small letters of ASCII, with a line end between the texts.
  private static func folded(_ texts: [[UInt8]]) -> [UInt8] {
    texts.joined(separator: [0x0A]).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }
}
