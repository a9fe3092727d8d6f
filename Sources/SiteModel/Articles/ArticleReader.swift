import Diagnostics
import Text
import YAML

/// Reads an article's file and its front matter against the kind that its folder says.
package struct ArticleReader: Sendable {
  package let configuration: SiteConfiguration
  package let today: CalendarDate
  package let includesDrafts: Bool
  /// Whether the source has an article at a path.
  private let isThere: @Sendable (String) -> Bool
  /// For each kind its own fields that hold a day.
  private let dayFields: [[String]]
  /// For each kind the fields with which what it is about begins and ends.
  private let periods: [(start: String, end: String)?]

  package init(
    configuration: SiteConfiguration, today: CalendarDate, includesDrafts: Bool,
    isThere: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.configuration = configuration
    self.isThere = isThere
    self.today = today
    self.includesDrafts = includesDrafts
    dayFields = configuration.kinds.map { $0.fields.filter { $0.type is DateType }.map(\.name) }
    periods = configuration.kinds.map(Self.period(of:))
  }

  /// The article; nil, with a diagnostic, when not even its name can be used. One that cannot be read any
  /// further comes back as `faulty`, so that links to it are not reported as well. `path` is relative to the
  /// source folder and ends with `.md`.
  package func read(
    _ bytes: [UInt8], path: String, kind index: Int, into diagnostics: inout [Diagnostic]
  ) -> Article? {
    let kind = configuration.kinds[index]
    let name = ArticleFileName(path, of: kind, configuration, isThere: isThere)
    if let fault = name.fault {
      diagnostics.append(fault)
      return nil
    }
    let id = name.id
    let before = diagnostics.count
    var reading = ArticleReading(
      article: ArticleContent(
        kind: index, id: id, file: path, url: url(of: id, kind), relations: kind.relations.count,
        fields: kind.fields.count), today: today, months: configuration.review.months)
    reading.article.title = id
    if kind.oversight == .exempt { reading.article.review = Review(status: .exempt) }
    reading.article.state = .faulty
    guard let fields = frontMatter(of: bytes, &reading.article, into: &diagnostics) else {
      return Article(reading.article)
    }
    reading.article.state = .published
    diagnostics +=
      DoubtfulValues(
        fields, file: path, today: today, dates: dayFields[index]
      ).found
    for key in FrontMatterKey.read {
      if let node = fields[key.name] {
        key.take(KeyedNode(name: key.name, node: node), &reading)
      } else if key.isRequired {
        _ = fields.required(key.name, missingAt: .start, into: &reading.diagnostics)
      }
    }
    diagnostics += reading.diagnostics
    let names = reading.diagnostics.filter { $0.code == .reviewInvalid }.map(\.position)
    if !names.isEmpty {
      // A reviewer called TBD is told as no person.
      diagnostics[before...].removeAll { $0.code == .unfinishedText && names.contains($0.position) }
    }
    if let node = fields[.review],
      let forgotten = reading.article.review.forgotten(
        node.file, FrontMatterKey.daysOfChanges { fields[$0] }, today: today)
    {
      diagnostics.append(forgotten)
    }
    if reading.article.review.status == .approved {
      reading.article.review.lapse(after: FrontMatterKey.daysOfChanges { fields[$0] })
    }
    reading.article.writing =
      reading.writing.map { configuration.writing.switches(changedBy: $0, into: &diagnostics) }
      ?? configuration.writing.switches
    let hidden = reading.hidden(into: &diagnostics)
    // Where a kind's own fields say what there is to say, an article needs no text.
    let speaks = kind.fields.contains { Self.speaks($0) && fields[$0.name] != nil }
    if let period = periods[index] { lookAt(period, fields, path, into: &diagnostics) }
    if hidden == nil, !speaks,
      let unwritten = DoubtfulValues.unwritten(
        bytes[reading.article.bodyStart...], line: reading.article.bodyLine, file: path)
    {
      diagnostics.append(unwritten)
    }
    if includesDrafts {
      reading.article.shownDespite = hidden
    } else if let hidden {
      reading.article.state = hidden
    }
    if reading.article.review.status == .withdrawn { reading.article.state = .withdrawn }
    for (slot, field) in kind.fields.enumerated() {
      if let node = fields[field.name] {
        reading.article.fields[slot] = field.read(node, into: &diagnostics)
        if index == configuration.checker.causes, field.name == configuration.checker.stages {
          lookAtStages(field.name, node, reading.article.fields[slot], into: &diagnostics)
        }
      } else if field.isRequired, !fields.isMisspelt(field.name) {
        diagnostics.append(
          .error(
            .missingKey, file: path, at: .start, "The key `\(field.name)` is missing.",
            hint: Fields.hint(forMissing: field.name)))
      }
    }
    for (slot, relation) in kind.relations.enumerated() {
      guard let node = fields[relation.name] else {
        // What it names is not known, but it is no relation that was forgotten.
        if fields.isMisspelt(relation.name) { reading.article.relations[slot] = [] }
        continue
      }
      let read = RelationTargets(node, of: relation, slot: slot, into: &diagnostics)
      reading.article.relations[slot] = read.targets ?? []
      if !read.notes.isEmpty { reading.article.notes += read.notes }
    }
    ScriptText.report(in: fields.node, from: before, into: &diagnostics)
    if reading.article.state != .published {
      // What its author has still to write is nobody else's business yet.
      diagnostics[before...].removeAll { $0.code == .unfinishedText }
    }
    return Article(reading.article)
  }

  /// Finds and parses the front matter, and notes in `article` where the body begins.
  private func frontMatter(
    of bytes: [UInt8], _ article: inout ArticleContent, into diagnostics: inout [Diagnostic]
  ) -> Fields? {
    root(of: bytes, &article, into: &diagnostics).flatMap {
      Fields(
        $0, named: "front matter", allowing: configuration.kinds[article.kind].keys(of: $0),
        into: &diagnostics)
    }
  }

  /// The same without a look at the keys.
  func root(
    of bytes: [UInt8], _ article: inout ArticleContent, into diagnostics: inout [Diagnostic]
  ) -> Node? {
    let path = article.file
    guard bytes.count <= configuration.maximumArticleBytes else {
      diagnostics.append(
        .error(
          .articleTooLarge, file: path, at: nil,
          "The article has \(bytes.count) bytes; the limit is \(configuration.maximumArticleBytes).",
          hint: "Split it into several articles, or raise `max-bytes` under `markdown` in `site.yaml`."))
      return nil
    }
    if let foreign = ForeignFile(bytes[...]) {
      diagnostics.append(.error(.notUTF8, file: path, at: .start, foreign.message, hint: foreign.hint))
      return nil
    }
    if let fault = Diagnostic.notText(bytes, file: path) {
      diagnostics.append(fault)
      return nil
    }
    guard let frontMatter = FrontMatter(in: bytes, file: path, into: &diagnostics),
      let document = YAMLDocument.parse(
        bytes[frontMatter.yaml], file: path, firstLine: FrontMatter.firstLine, into: &diagnostics)
    else { return nil }
    article.bodyStart = frontMatter.bodyStart
    article.bodyLine = frontMatter.bodyLine
    guard let root = document.root else {
      for key in FrontMatterKey.all where key.isRequired {
        diagnostics.append(
          .error(
            .missingKey, file: path, at: .start, "The key `\(key.name)` is missing.",
            hint: Fields.hint(forMissing: key.name)))
      }
      return nil
    }
    return root
  }

  private static func speaks(_ field: Field) -> Bool {
    field.type is TextType || field.type is MarkdownType
      || field.type is GroupType
        && field.name != FrontMatterKey.changes.name
  }

  func url(of id: [UInt8], _ kind: Kind) -> [UInt8] {
    let base = Array(configuration.basePath.utf8) + Array(kind.path.utf8)
    return kind.isPage && id == Array("index".utf8) ? base : base + id + [UInt8(ascii: "/")]
  }
}

/// An article whose front matter is being read.
struct ArticleReading {
  var article: ArticleContent
  var diagnostics: [Diagnostic] = []
  var isDraft = false
  var publishOn: CalendarDate?
  var expiresOn: (date: CalendarDate, place: Position)?
  /// Which checks of its words it changes.
  var writing: Node?
  let today: CalendarDate
  /// How long an approval holds.
  let months: Int

  init(article: ArticleContent, today: CalendarDate, months: Int) {
    self.article = article
    self.today = today
    self.months = months
  }

  /// Why its dates, or that it is a draft, keep it from visitors; nil when nothing does.
  func hidden(into diagnostics: inout [Diagnostic]) -> PublicationState? {
    if let publishOn, let expiresOn, expiresOn.date <= publishOn {
      diagnostics.append(
        .error(
          .datesOutOfOrder, file: article.file, at: expiresOn.place,
          "`expires-on` (\(expiresOn.date)) is not after `publish-on` (\(publishOn)), so the article would never be published.",
          hint:
            "Write a later date after `expires-on:`, such as `\(publishOn.adding(months: 12))`, or delete that line."
        ))
      // What leads to it is no slip of its own.
      return isDraft ? .draft : nil
    }
    if isDraft { return .draft }
    if let publishOn, today < publishOn { return .scheduled }
    if let expiresOn, expiresOn.date <= today { return .expired }
    return nil
  }
}
