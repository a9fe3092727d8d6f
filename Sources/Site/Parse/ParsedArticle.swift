import Diagnostics
import Markdown
import SiteModel
import Writing

/// An article's text as HTML, with what it links to, cites and shows. A class for the same reason as `Article`.
package final class ParsedArticle: Sendable {
  package let body: RenderedArticle
  /// The first few identifiers of its headings.
  private let outline: [[UInt8]]
  /// The values of the fields, complete.
  let fields: [FieldValue]
  /// The words of those values, one block a line.
  let fieldWords: [UInt8]
  /// Links in those values.
  package let fieldLinks: [RenderedArticle.Link]
  /// What its fields lead to, kept when `ArticleOptions.keepsDestinations` is set.
  let fieldDestinations: [FieldDestination]
  /// Files below `Content` that it shows or links to.
  package let usedFiles: [Int]
  /// Kinds to whose lists it links.
  let linkedLists: [Int]
  package let diagnostics: [Diagnostic]
  /// What readers may trip over in its words.
  let findings: [PlacedFinding]

  /// Whether a warning about words is told of a line.
  func isTold(_ check: WritingCheck, inLine line: Int) -> Bool {
    findings.contains { $0.check == check && $0.position?.line == line }
  }

  /// What it asked of the site's names, kept for a cache.
  let asked: AskedNames.Kept?

  /// Nothing, as of an article that could not be read.
  package convenience init() {
    self.init(body: RenderedArticle(), fields: FieldTexts(), usedFiles: [], findings: [])
  }

  /// `body` brings its own diagnostics.
  init(
    body: RenderedArticle, fields: FieldTexts, usedFiles: [Int], linkedLists: [Int] = [],
    findings: [PlacedFinding], asked: AskedNames.Kept? = nil
  ) {
    var body = body
    diagnostics = body.diagnostics + fields.diagnostics
    body.diagnostics = []
    body.videos = fields.videos + body.videos
    self.body = body
    outline = body.outline.prefix(12).map(\.id)
    self.fields = fields.values
    fieldWords = fields.words
    fieldLinks = fields.links
    fieldDestinations = fields.destinations
    self.usedFiles = usedFiles
    self.linkedLists = linkedLists
    self.findings = findings
    self.asked = asked
  }

  /// Whether a link to `#fragment` of its page leads somewhere in the body.
  package func hasAnchor(_ fragment: [UInt8]) -> Bool {
    // Most lead to one of a few headings, which are sooner compared than hashed.
    for heading in outline where heading == fragment { return true }
    return body.hasAnchor(fragment)
  }

  /// What the fields of the front matter come to.
  package struct FieldTexts {
    var values: [FieldValue] = []
    var words: [UInt8] = []
    var links: [RenderedArticle.Link] = []
    var destinations: [FieldDestination] = []
    var videos: [ShownVideo] = []
    var diagnostics: [Diagnostic] = []
  }
}

/// What a reader may trip over, and where it is written.
struct PlacedFinding: Sendable {
  let check: WritingCheck
  /// As in `ProseFinding`.
  let value: Int
  let position: Position?
}

/// Turns articles into HTML, one after another. One for each worker, since its buffers are reused.
struct ArticleParser {
  private var renderer = ArticleRenderer()
  let references: ArticleReferences
  let index: SiteIndex
  /// What is the same for every article.
  private let defaults: ArticleOptions
  private var scanner: ProseScanner
  /// The kinds whose articles stand in programmes with their steps.
  private let kindsWithSteps: Set<Int>
  /// How the article at hand is read, and what came of its fields so far.
  private var options: ArticleOptions
  private var fields = ParsedArticle.FieldTexts()

  /// Says where each destination is written: for who looks at links, or changes them.
  init(keepingDestinationsOf site: NamedSite) {
    var defaults = site.defaults
    defaults.keepsDestinations = true
    self.init(site.index, defaults: defaults)
  }

  init(
    _ index: SiteIndex, defaults: ArticleOptions, commonNames: CommonNames = CommonNames(),
    keepsQuestions: Bool = false
  ) {
    self.index = index
    var defaults = defaults
    defaults.commonNames = commonNames.names
    self.defaults = defaults
    options = defaults
    references = ArticleReferences(index)
    references.keepsQuestions = keepsQuestions
    scanner = ProseScanner(index.words)
    kindsWithSteps = Set(
      index.configuration.kinds.flatMap { kind in
        kind.programme.map { kind.relations[$0].targets } ?? []
      })
  }

  /// `bytes` is the whole file.
  mutating func parse(_ number: Int, _ bytes: [UInt8]) -> ParsedArticle {
    let article = index.articles[number]
    references.begin(article)
    options = settings(for: article, number)
    var body = renderer.render(
      bytes[article.bodyStart...], options: options, references: references, mentions: index.mentions)
    if article.isPublished, body.isEmpty {
      body.diagnostics.append(
        .warning(
          .emptyArticle, file: article.file, at: .start, "This article has no text.",
          hint: "Write it below the second `---`, or set `draft: true` for now."))
    }
    if article.isPublished, options.stepsURL != nil, body.steps.isEmpty, body.text.blocks.count > 1,
      !body.diagnostics.contains(where: { $0.code == .lostSteps })
    {
      body.diagnostics.append(
        .warning(
          .lostSteps, file: article.file, at: .start,
          "Printed programs show no steps of this exercise, because its text has no numbered list.",
          hint: "Write each step on a line of its own that starts with `1. `, `2. ` and so on."))
    }
    if article.isPublished {
      body.diagnostics += renderer.unfinishedTexts(of: body, file: article.file)
      body.diagnostics += ArticleRenderer.suggestions(
        in: bytes, from: article.bodyStart, line: article.bodyLine, file: article.file)
      if article.writing[.unreadMarkdown] {
        // What a page chooses to show, and the cards of the home page, stand below its text.
        let isContinued =
          article.id.elementsEqual("index".utf8)
          || article.fields.contains { if case .choice = $0 { true } else { false } }
        body.diagnostics += renderer.emptySections(
          of: body, file: article.file, isContinued: isContinued)
      }
    }
    // The renderer knows the places of what it rendered last only.
    let findings = article.isPublished ? placed(scanner.scan(body, article.writing)) : []
    references.allowsCitations = false
    options.autoLink = false
    fields = ParsedArticle.FieldTexts()
    fields.values = zip(index.configuration.kinds[article.kind].fields, article.fields).map {
      $0.complete($1, in: &self)
    }
    return ParsedArticle(
      body: body, fields: fields, usedFiles: references.usedFiles,
      linkedLists: references.linkedLists.sorted(), findings: findings,
      asked: references.keepsQuestions ? references.asked.kept : nil)
  }

  private mutating func placed(_ findings: [ProseFinding]) -> [PlacedFinding] {
    findings.map { finding in
      let position =
        switch finding.start {
        case .byte(let offset): renderer.position(ofText: Int(offset))
        case .block(let block): renderer.position(ofBlock: Int(block))
        }
      return PlacedFinding(check: finding.check, value: Int(finding.value), position: position)
    }
  }

  private func settings(for article: Article, _ number: Int) -> ArticleOptions {
    var options = defaults
    options.file = article.file
    options.firstLine = article.bodyLine
    options.article = number
    options.stepsURL = kindsWithSteps.contains(article.kind) ? article.url : nil
    options.findsUnreadMarkdown = article.writing[.unreadMarkdown]
    switch article.autoLink {
    case .on, .always: break
    case .off: options.autoLink = false
    case .except(let terms): options.termsNotLinked = Set(terms.map { MentionIndex.folded($0.bytes) })
    }
    return options
  }
}

extension ArticleParser: FieldSite {
  var language: String { index.configuration.language }

  mutating func html(of text: PlacedText) -> [UInt8] {
    let rendered = renderer.renderInline(
      text.bytes[...], at: text.position, options: options, references: references)
    fields.words += rendered.text.bytes
    fields.links += rendered.links
    fields.destinations += rendered.destinations.map { FieldDestination(field: text, written: $0) }
    fields.diagnostics += rendered.diagnostics
    return rendered.html
  }

  mutating func picture(at path: PlacedText) -> FieldPicture? {
    keep(path, isPicture: true)
    switch references.image(at: path.bytes) {
    case .image(_, let url, let width, let height, let sources):
      return FieldPicture(
        url: url, width: width, height: height, sourceSet: sources?.plain ?? [],
        webPSourceSet: sources?.webP ?? [])
    case .video:
      report(
        .badImage, at: path, "`\(path.text)` is a video, but this field shows a picture.",
        "Name a picture, or give the kind a field of the type `video`.")
      return nil
    case .refused(let code, let message, let hint):
      report(
        code, at: path, message,
        hint ?? "Put the picture next to the article, and write its file name: `file: photo.jpg`.")
      return nil
    }
  }

  mutating func video(at path: PlacedText, title: [UInt8]?, captions: PlacedText?, poster: PlacedText?)
    -> FieldVideo?
  {
    for place in [path, captions, poster] { if let place { keep(place, isPicture: true) } }
    switch references.video(at: path.bytes, captions: captions?.bytes, poster: poster?.bytes) {
    case .refused(let code, let message, let hint):
      report(code, at: path, message, hint)
      return nil
    case .image: return nil
    case .video(let target):
      for doubt in target.doubts {
        fields.diagnostics.append(
          .warning(doubt.code, file: options.file, at: path.position, doubt.message, hint: doubt.hint))
      }
      let name = title ?? options.article.map { index.articles[$0].title } ?? []
      fields.videos.append(ShownVideo(target, name: name))
      return FieldVideo(
        html: target.html(title: name, labels: options.labels, frameScript: options.frameScript),
        url: target.url, title: name, poster: target.poster ?? [])
    }
  }

  mutating func file(at path: PlacedText) -> [UInt8]? {
    keep(path, isPicture: false)
    switch references.file(at: path.bytes) {
    case .refused(let code, let message, let hint, _):
      report(
        code, at: path, message,
        hint ?? "Put the file next to the article, and write its name alone, such as `leaflet.pdf`.")
      return nil
    case .local(let url), .article(_, let url): return url
    case .samePage, .external: return nil
    }
  }

  private mutating func keep(_ path: PlacedText, isPicture: Bool) {
    guard options.keepsDestinations else { return }
    fields.destinations.append(FieldDestination(field: path, path: path, isPicture: isPicture))
  }

  private mutating func report(
    _ code: DiagnosticCode, at text: PlacedText, _ message: String, _ hint: String?
  ) {
    fields.diagnostics.append(
      .error(code, file: options.file, at: text.position, message, hint: hint))
  }
}

extension RenderedArticle {
  /// Nothing to read or to look at, and nothing wrong that would be the cause.
  fileprivate var isEmpty: Bool {
    text.blocks.isEmpty && pictureTexts.isEmpty && diagnostics.isEmpty && !html.contains { $0 > 0x20 }
  }
}
