import Diagnostics
import Text
import YAML

/// Reads an article's file and its front matter against the kind that its folder says.
package struct ArticleReader: Sendable {
  package let configuration: SiteConfiguration
  package let today: CalendarDate
  package let includesDrafts: Bool

  package init(configuration: SiteConfiguration, today: CalendarDate, includesDrafts: Bool) {
    self.configuration = configuration
    self.today = today
    self.includesDrafts = includesDrafts
  }

  /// The article; nil, with a diagnostic, when not even its name can be used. One that cannot be read any
  /// further comes back as `faulty`, so that links to it are not reported as well. `path` is relative to the
  /// source folder and ends with `.md`.
  package func read(
    _ bytes: [UInt8], path: String, kind index: Int, into diagnostics: inout [Diagnostic]
  ) -> Article? {
    guard let id = id(of: path, into: &diagnostics) else { return nil }
    let kind = configuration.kinds[index]
    var article = ArticleContent(
      kind: index, id: id, file: path, url: url(of: id, kind), relations: kind.relations.count,
      fields: kind.fields.count)
    article.title = id
    article.state = .faulty
    guard let fields = frontMatter(of: bytes, &article, into: &diagnostics) else { return Article(article) }
    article.state = .published
    diagnostics += DoubtfulValues(bytes[..<article.bodyStart], fields, file: path).found
    readCommon(fields, into: &article, &diagnostics)
    if article.isPublished, article.shownDespite == nil,
      let unwritten = DoubtfulValues.unwritten(
        bytes[article.bodyStart...], line: article.bodyLine, file: path)
    {
      diagnostics.append(unwritten)
    }
    readReview(fields[.review], into: &article, &diagnostics)
    for (slot, field) in kind.fields.enumerated() {
      if let node = fields[field.name] {
        article.fields[slot] = field.read(node, into: &diagnostics)
      } else if field.isRequired {
        diagnostics.append(.error(.missingKey, file: path, at: .start, "The key `\(field.name)` is missing."))
      }
    }
    for (slot, relation) in kind.relations.enumerated() {
      guard let node = fields[relation.name] else { continue }
      let example = relation.targets.count == 1 ? "[some-id]" : "[kind:some-id]"
      article.relations[slot] =
        node.asTexts(relation.name, of: "ids", example: example, into: &diagnostics)?.map(PlacedText.init)
        ?? []
    }
    return Article(article)
  }

  /// Finds and parses the front matter, and notes in `article` where the body begins.
  private func frontMatter(
    of bytes: [UInt8], _ article: inout ArticleContent, into diagnostics: inout [Diagnostic]
  ) -> Fields? {
    let path = article.file
    guard bytes.count <= configuration.maximumArticleBytes else {
      diagnostics.append(
        .error(
          .articleTooLarge, file: path, at: nil,
          "The article has \(bytes.count) bytes; at most \(configuration.maximumArticleBytes) are read.",
          hint: "Split it into several articles, or raise `max-bytes` under `markdown` in `site.yaml`."))
      return nil
    }
    if let offset = UTF8Text.firstInvalidByte(in: bytes) {
      diagnostics.append(
        .error(
          .notUTF8, file: path, at: Position(ofByte: offset, in: bytes), "The file is not UTF-8 text.",
          hint: "Save it again with the encoding UTF-8."))
      return nil
    }
    guard let frontMatter = FrontMatter(in: bytes, file: path, into: &diagnostics),
      let document = YAMLDocument.parse(
        bytes[frontMatter.yaml], file: path, firstLine: FrontMatter.firstLine, into: &diagnostics)
    else { return nil }
    article.bodyStart = frontMatter.bodyStart
    article.bodyLine = frontMatter.bodyLine
    guard let root = document.root else {
      for key in ["title", "summary"] {
        diagnostics.append(.error(.missingKey, file: path, at: .start, "The key `\(key)` is missing."))
      }
      return nil
    }
    return Fields(
      root, named: "front matter", allowing: configuration.kinds[article.kind].keys, into: &diagnostics)
  }

  private func id(of path: String, into diagnostics: inout [Diagnostic]) -> [UInt8]? {
    let bytes = path.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) } ?? bytes.startIndex
    let id = Array(bytes[start...].dropLast(3))
    if ArticleID.isValid(id) { return id }
    let name = path[start...]
    let stem = name.dropLast(3)
    let nearest = ArticleID.nearest(to: String(stem))
    diagnostics.append(
      .error(
        .badFileName, file: path, at: nil,
        "`\(name)` cannot be an article's file name: only small letters, digits and single hyphens between them.",
        hint: nearest.isEmpty ? nil : "Rename it to `\(nearest).md`."))
    return nil
  }

  private func url(of id: [UInt8], _ kind: Kind) -> [UInt8] {
    let base = Array(configuration.basePath.utf8) + Array(kind.path.utf8)
    return kind.isPage && id == Array("index".utf8) ? base : base + id + [UInt8(ascii: "/")]
  }

  private func readCommon(
    _ fields: Fields, into article: inout ArticleContent, _ diagnostics: inout [Diagnostic]
  ) {
    if let node = fields.required(FrontMatterKey.title.name, missingAt: .start, into: &diagnostics) {
      article.title = oneLine(node, FrontMatterKey.title.name, limit: 200, into: &diagnostics)
    }
    if let node = fields.required(FrontMatterKey.summary.name, missingAt: .start, into: &diagnostics) {
      article.summary = oneLine(node, FrontMatterKey.summary.name, limit: 200, into: &diagnostics)
    }
    article.synonyms = texts(
      fields, .alsoKnownAs, of: "texts", example: "[runner's hip]", into: &diagnostics)
    article.redirects = texts(
      fields, .redirectFrom, of: "old addresses", example: "[/old-page/]", into: &diagnostics)
    article.redFlags = texts(
      fields, .redFlags, of: "red-flag ids", example: "[rf-some-flag]", into: &diagnostics)
    article.updated = fields[.updated]?.asDate("updated", into: &diagnostics)
    article.order = fields[.order]?.asInteger("order", into: &diagnostics)
    readAutoLink(fields[.autoLink], into: &article, &diagnostics)
    article.writing =
      fields[.writing].map { configuration.writing.switches(changedBy: $0, into: &diagnostics) }
      ?? configuration.writing.switches
    let isDraft = fields[.draft]?.asBool("draft", into: &diagnostics) ?? false
    let publishOn = fields[.publishOn]?.asDate("publish-on", into: &diagnostics)
    let expiresOn = fields[.expiresOn]?.asDate("expires-on", into: &diagnostics)
    if let publishOn, let expiresOn, let node = fields[.expiresOn], expiresOn <= publishOn {
      diagnostics.append(
        .error(
          .datesOutOfOrder, file: article.file, at: node.position,
          "`expires-on` (\(expiresOn)) is not after `publish-on` (\(publishOn)), so the article would never be published."
        ))
    }
    var hidden: PublicationState?
    if isDraft {
      hidden = .draft
    } else if let publishOn, today < publishOn {
      hidden = .scheduled
    } else if let expiresOn, expiresOn <= today {
      hidden = .expired
    }
    if includesDrafts { article.shownDespite = hidden } else if let hidden { article.state = hidden }
  }

  /// A text for headings and lists: one line, not overlong.
  private func oneLine(_ node: Node, _ name: String, limit: Int, into diagnostics: inout [Diagnostic])
    -> [UInt8]
  {
    let bytes = node.bytes
    // Most titles and summaries need no look at their characters.
    if bytes.count <= limit, !node.isEmpty, Self.isOneLine(bytes) { return Array(bytes) }
    guard let text = node.asText(name, into: &diagnostics) else { return [] }
    let length = text.unicodeScalars.count
    if length > limit {
      diagnostics.append(
        .error(
          .textTooLong, file: node.file, at: node.position,
          "`\(name)` has \(length) characters; at most \(limit) are allowed."))
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    return Array(words.joined(separator: " ").utf8)
  }

  /// Whether single spaces are the only white space, and none is at an end.
  private static func isOneLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in bytes {
      if byte < 0x20 || byte == UInt8(ascii: " ") && previous == byte { return false }
      previous = byte
    }
    return previous != UInt8(ascii: " ")
  }

  private func texts(
    _ fields: Fields, _ key: FrontMatterKey, of what: String, example: String,
    into diagnostics: inout [Diagnostic]
  ) -> [PlacedText] {
    fields[key]?.asTexts(key.name, of: what, example: example, into: &diagnostics)?.map(PlacedText.init) ?? []
  }

  private func readAutoLink(
    _ node: Node?, into article: inout ArticleContent, _ diagnostics: inout [Diagnostic]
  ) {
    guard let node else { return }
    if node.kind == .sequence {
      let terms = node.asTexts("auto-link", of: "terms", example: "[hip pain]", into: &diagnostics) ?? []
      article.autoLink = .except(terms.map(PlacedText.init))
    } else if node.isPlain, node.matches("true") || node.matches("false") {
      article.autoLink = node.matches("true") ? .on : .off
    } else {
      node.reportWrongType(
        "auto-link", mustBe: "`true`, `false`, or a list of terms that are not to be linked",
        into: &diagnostics)
    }
  }
}
