import Diagnostics
import Markdown
import SiteModel
import Text

/// What drawings say in words that nothing else on their pages says: people who do not see a drawing get its alternative text, its
/// caption and the text around it (WCAG 2.2, success criteria 1.1.1 and 1.4.5).
struct DrawingTextCheck {
  private let index: SiteIndex

  /// Fewer may well be names of directions and the like.
  private static let fewestWords = 3

  /// Nil where no drawing says anything.
  init?(_ index: SiteIndex) {
    guard index.files.contains(where: { !$0.labels.isEmpty }) else { return nil }
    self.index = index
  }

  func diagnostics(of number: Int, _ text: ParsedArticle) -> [Diagnostic] {
    guard index.articles[number].isPublished, !text.body.images.isEmpty else { return [] }
    let body = text.body
    // Beside pictures of other sites, which is which is not known.
    guard body.images.count == body.pictureTexts.count else { return [] }
    let drawings = body.images.indices.filter {
      index.files.indices.contains(body.images[$0]) && !index.files[body.images[$0]].labels.isEmpty
    }
    if drawings.isEmpty { return [] }
    let article = index.articles[number]
    let said = Self.beginnings(
      of: [body.text.bytes, article.title, article.summary, text.fieldWords] + body.pictureTexts)
    let unsaid = drawings.compactMap { picture in
      label(of: index.files[body.images[picture]], lackingIn: said).map { (picture: picture, label: $0) }
    }
    if unsaid.isEmpty { return [] }
    let lines = Self.lines(in: body)
    return unsaid.compactMap { picture, label in
      guard let line = lines[picture],
        // A link around it that leads nowhere has been told.
        !text.diagnostics.contains(where: { $0.position?.line == line })
      else { return nil }
      let name = PathText.name(of: index.files[body.images[picture]].path)
      let shown = label.text.count > 80 ? "\(label.text.prefix(80))…" : label.text
      return .warning(
        .missingAlt, file: article.file, at: Position(line: line, column: 1),
        "`\(name)` says things that people who cannot see it do not get, such as “\(shown)”.",
        hint: "Say them between the brackets of the picture, in its caption or in the text.")
    }
  }

  /// The first of a drawing's labels that its page does not say, where it says less than half of what the drawing does.
  private func label(of drawing: ContentFile, lackingIn said: Set<[UInt8]>) -> DrawingLabel? {
    let labels = drawing.labels.filter(\.isAlwaysShown).map {
      (label: $0, words: Self.words(in: Array($0.text.utf8)))
    }
    let words = Set(labels.flatMap(\.words))
    let missing = words.subtracting(said)
    guard words.count >= Self.fewestWords, 2 * missing.count > words.count else { return nil }
    return labels.first { !missing.isDisjoint(with: $0.words) }?.label
  }

  /// Where each picture stands; without those in a link, whose page has what they say.
  private static func lines(in body: RenderedArticle) -> [Int: Int] {
    var lines: [Int: Int] = [:]
    for block in body.text.blocks {
      let runs = body.text.runs[block.runRange]
      var link: Range<Int>?
      for run in runs {
        if run.role == .link { link = run.range }
        guard run.role == .picture else { continue }
        // The range of a picture is empty, and so is that of a link around a picture alone.
        let isInLink = link.map {
          $0.lowerBound <= run.range.lowerBound && run.range.upperBound <= $0.upperBound
        }
        if isInLink != true { lines[Int(run.index)] = Int(block.firstLine) }
      }
    }
    return lines
  }

  /// Of four letters and more, without the end that a word in the plural has, and no longer than anybody tells words apart.
  private static func words(in text: [UInt8]) -> [[UInt8]] {
    folded(text).compactMap {
      let word = $0.last == UInt8(ascii: "s") ? $0.dropLast() : $0
      return word.count < shortest ? nil : Array(word.prefix(longest))
    }
  }

  /// Those with which the words of some texts begin, so that `press` is in `presses` and `pressing`.
  private static func beginnings(of texts: [[UInt8]]) -> Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    for word in texts.lazy.flatMap(folded) where word.count >= shortest {
      for count in shortest...min(word.count, longest) { found.insert(Array(word.prefix(count))) }
    }
    return found
  }

  private static let shortest = 4
  private static let longest = 16

  /// The words of a text, in small letters of ASCII.
  private static func folded(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.map(\.small).split { !($0 &- 0x61 < 26 || $0 >= 0x80) }
  }
}
