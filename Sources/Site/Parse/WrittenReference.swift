import Diagnostics
import Markdown
import SiteModel
import Text

/// A place where a text of the site names an article or a file, and the bytes that do: what has to change when it gets
/// another name.
package struct WrittenReference: Sendable {
  package enum Target: Sendable, Hashable {
    case article(Int)
    /// What an article's page leads to for printing.
    case programme(Int)
    case file(Int)
  }

  package enum Place: Sendable {
    /// In the file itself, from there on.
    case text(Position)
    /// In the scalar of YAML that begins there, from that byte of its value on.
    case scalar(Position, offset: Int)
    /// In a file, but nobody knows where: near there, if that is known.
    case unknown(Position?)
  }

  /// Relative to the source folder.
  package let file: String
  package let target: Target
  package let place: Place
  /// What is written there, such as `../signs/outer-hip-pain.md#when` or `sign:outer-hip-pain`.
  package let written: [UInt8]
  /// Whether it is shown there: others lead to it.
  package let isPicture: Bool

  init(file: String, target: Target, place: Place, written: [UInt8], isPicture: Bool = false) {
    self.file = file
    self.target = target
    self.place = place
    self.written = written
    self.isPicture = isPicture
  }
}

/// What a field of the front matter leads to.
struct FieldDestination: Sendable {
  /// The field's value.
  let field: PlacedText
  let written: RenderedArticle.WrittenDestination
  /// Whether the value is Markdown, or itself the path.
  let isMarkdown: Bool

  init(field: PlacedText, written: RenderedArticle.WrittenDestination) {
    self.field = field
    self.written = written
    isMarkdown = true
  }

  init(field: PlacedText, path: PlacedText, isPicture: Bool) {
    self.field = field
    written = .init(
      isPicture: isPicture, meant: path.bytes,
      written: .init(bytes: path.bytes, position: path.position, offset: 0))
    isMarkdown = false
  }
}

extension ArticleParser {
  /// Where an article, whose whole file is `bytes`, names others and files. The parser's options keep destinations.
  mutating func references(ofArticle number: Int, _ bytes: [UInt8]) -> [WrittenReference] {
    let article = index.articles[number]
    var found = destinations(inArticle: number, bytes) { _ in true }
    for (slot, relation) in index.configuration.kinds[article.kind].relations.enumerated() {
      for text in article.relations[slot] ?? [] {
        guard let named = index.article(named: text.bytes, by: relation) else { continue }
        found.append(
          WrittenReference(
            file: article.file, target: .article(named), place: .scalar(text.position, offset: 0),
            written: text.bytes))
      }
    }
    return found
  }

  /// The same of a translation: what it says in words, and of what it notes something. All else is written in its original.
  mutating func references(ofTranslation number: Int, _ bytes: [UInt8]) -> [WrittenReference] {
    let article = index.articles[number]
    let kind = index.configuration.kinds[article.kind]
    var found = destinations(inArticle: number, bytes, where: \.isMarkdown)
    for key in ArticleTranslation.noted(in: bytes, file: article.file) {
      guard
        let note = article.notes.first(where: {
          $0.isAbout(key.bytes, of: kind, index.configuration.kinds)
        }),
        let named = index.article(named: key.bytes, by: kind.relations[note.slot])
      else { continue }
      found.append(
        WrittenReference(
          file: article.file, target: .article(named), place: .scalar(key.position, offset: 0),
          written: key.bytes))
    }
    return found
  }

  /// What the links and pictures of an article lead to, those of its fields where they are wanted.
  private mutating func destinations(
    inArticle number: Int, _ bytes: [UInt8], where isWanted: (FieldDestination) -> Bool
  ) -> [WrittenReference] {
    references.reachesUnpublished = true
    let parsed = parse(number, bytes)
    let article = index.articles[number]
    references.begin(article)
    let meanings = DestinationMeanings(references: references, index: index)
    var found = meanings.written(parsed.body.destinations, in: article.file)
    for one in parsed.fieldDestinations where isWanted(one) {
      guard let target = meanings.target(of: one.written, isPath: !one.isMarkdown) else { continue }
      let position = one.field.position
      found.append(
        WrittenReference(
          file: article.file, target: target,
          place: one.written.written.map { .scalar(position, offset: $0.offset) } ?? .unknown(position),
          written: one.written.written?.bytes ?? [], isPicture: one.written.isPicture))
    }
    return found
  }
}

/// What destinations lead to, published or not.
struct DestinationMeanings {
  /// `begin` has set the file that they stand in.
  let references: ArticleReferences
  let index: SiteIndex

  /// Those of a text's destinations that lead to articles and files.
  func written(_ destinations: [RenderedArticle.WrittenDestination], in file: String) -> [WrittenReference] {
    destinations.compactMap { one in
      target(of: one).map {
        WrittenReference(
          file: file, target: $0, place: one.written.map { .text($0.position) } ?? .unknown(nil),
          written: one.written?.bytes ?? [], isPicture: one.isPicture)
      }
    }
  }

  /// `isPath` is true of a value that is itself the path of a file.
  func target(of one: RenderedArticle.WrittenDestination, isPath: Bool = false) -> WrittenReference.Target? {
    let known = references.usedFiles.count
    if one.isPicture {
      _ = references.image(at: one.meant)
    } else if isPath {
      _ = references.file(at: one.meant)
    } else {
      let destination = withoutOwnHost(one.meant)
      if case .article(let number, _) = references.link(to: destination) { return .article(number) }
      if references.usedFiles.count == known { return programme(at: destination).map { .programme($0) } }
    }
    // What belongs to a video comes behind it.
    return references.usedFiles.count > known ? .file(references.usedFiles[known]) : nil
  }

  /// An address of the site itself, written out, as a path.
  private func withoutOwnHost(_ destination: [UInt8]) -> [UInt8] {
    let home = SiteIndexBuilder.folded((index.configuration.origin + index.configuration.basePath).utf8)
    guard SiteIndexBuilder.folded(destination).starts(with: home),
      destination.dropFirst(home.count).first == UInt8(ascii: "/")
    else { return destination }
    return Array(destination.dropFirst(home.count))
  }

  private func programme(at destination: [UInt8]) -> Int? {
    guard destination.first == UInt8(ascii: "/") else { return nil }
    let path = destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let own = Programme.articleAddress(ofProgramme: SiteIndexBuilder.folded(URLText.decode(path))),
      let place = index.urls[own], case .article(let number) = index.targets[place],
      Programme.url(of: index.articles[number], index.configuration) != nil
    else { return nil }
    return number
  }
}

extension SiteIndex {
  /// The addresses of an article's pages without the base path: its own, and that of its programme if it has one.
  package func addresses(of number: Int) -> [[UInt8]] {
    let article = articles[number]
    return [article.url, Programme.url(of: article, configuration)].compactMap { url in
      url.map { Array($0.dropFirst(basePath.count)) }
    }
  }

  /// The article that an entry of a relation names, an id or `kind:id`; nil when there is none.
  func article(named text: [UInt8], by relation: Relation) -> Int? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
      return relation.targets.count == 1 ? ids[relation.targets[0]][text] : nil
    }
    guard let kind = kindNames[text[..<colon]], relation.targets.contains(kind) else { return nil }
    return ids[kind][text[(colon + 1)...]]
  }
}
