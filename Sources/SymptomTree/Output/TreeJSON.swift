import Diagnostics
import SiteModel
import Text

/// The published form of a proven tree, as `TreeSchema` describes it.
struct TreeJSON {
  private let tree: Tree
  private let index: ClinicalIndex
  private let options: TreeOptions
  /// Advice as JSON, by name: many outcomes say the same.
  private var advice: [String: [UInt8]] = [:]

  static func bytes(of tree: Tree, index: ClinicalIndex, options: TreeOptions) -> [UInt8] {
    var json = JSONWriter()
    TreeJSON(tree: tree, index: index, options: options).write(to: &json)
    return json.bytes + [0x0A]
  }

  private init(tree: Tree, index: ClinicalIndex, options: TreeOptions) {
    self.tree = tree
    self.index = index
    self.options = options
    for name in tree.questions.map(\.help) + tree.outcomes.flatMap({ [$0.advice, $0.seekCareIf] }) {
      guard let name, advice[name.value] == nil, let text = index.advice[name.value] else { continue }
      var quoted: [UInt8] = []
      JSONText.append(quoted: text.html, to: &quoted)
      advice[name.value] = quoted
    }
  }

  /// All keys are in byte order, so that the same tree is always the same bytes.
  private func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("$schema", TreeSchema.fileName)
      json.key("careLevels")
      json.object { json in
        for level in CareLevel.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
          if let card = tree.careLevels[level] { careLevel(level, card, &json) }
        }
      }
      json.key("content")
      json.object(content)
      json.key("flags")
      json.object(flags)
      flagLanguages(&json)
      json.key("format")
      json.number(1)
      json.member("id", tree.id.value)
      json.member("language", tree.language)
      json.key("nodes")
      json.object(nodes)
      json.key("review")
      json.object(review)
      json.member("start", tree.start.value)
      json.member("title", tree.title.value)
      if let foreign = tree.foreignTitle { json.member("titleLang", foreign.tag) }
      json.member("version", tree.version.value.text)
    }
  }

  private func careLevel(_ level: CareLevel, _ card: CareLevelCard, _ json: inout JSONWriter) {
    json.key(level.rawValue)
    json.object { json in
      json.member("card", card.colour.rawValue)
      json.member("heading", card.heading.value)
      if let foreign = card.foreign { json.member("lang", foreign.tag) }
      if let phone = card.phone { json.member("phone", phone.value) }
      json.key("rank")
      json.number(level.rank)
      json.member("timeFrame", card.timeFrame.value)
    }
  }

  /// The articles that outcomes name.
  private func content(_ json: inout JSONWriter) {
    guard tree.showsCauses else { return }
    var articles: [(key: String, title: String, url: String, summary: String, foreign: SiteLanguage?)] = []
    for name in Set(tree.outcomes.flatMap { $0.causes.map(\.value) }) {
      guard let kind = options.causeKind, let one = index.causes[name] else { continue }
      articles.append(("\(kind):\(name)", one.title, one.url, one.summary, one.foreign))
    }
    for name in Set(tree.outcomes.flatMap { $0.stretches.map(\.value) }) {
      guard let kind = options.stretchKind, let one = index.stretches[name] else { continue }
      articles.append(("\(kind):\(name)", one.title, one.url, one.summary, one.foreign))
    }
    articles.sort { $0.key < $1.key }
    for article in articles {
      json.key(article.key)
      json.object { json in
        if let foreign = article.foreign { json.member("lang", foreign.tag) }
        json.member("summary", article.summary)
        json.member("title", article.title)
        json.member("url", article.url)
      }
    }
  }

  /// Why each flag that is asked matters.
  private func flags(_ json: inout JSONWriter) {
    for name in askedFlags {
      if let why = index.flags[name]?.why { json.member(name, why) }
    }
  }

  /// The language of each reason that is not in that of the tree; no such key where all are.
  private func flagLanguages(_ json: inout JSONWriter) {
    let languages = askedFlags.compactMap { name in
      index.flags[name].flatMap { flag in flag.why == nil ? nil : flag.foreign.map { (name, $0.tag) } }
    }
    if languages.isEmpty { return }
    json.key("flagsLang")
    json.object { json in
      for (name, tag) in languages { json.member(name, tag) }
    }
  }

  private var askedFlags: [String] {
    Set(tree.questions.flatMap(\.answers).compactMap { $0.flag?.value }).sorted()
  }

  private func nodes(_ json: inout JSONWriter) {
    let ids = (tree.questions.map(\.id.value) + tree.outcomes.map(\.id.value)).enumerated()
    for (node, id) in ids.sorted(by: { $0.element < $1.element }) {
      json.key(id)
      json.object { json in
        if node < tree.questions.count {
          question(tree.questions[node], &json)
        } else {
          outcome(tree.outcomes[node - tree.questions.count], &json)
        }
      }
    }
  }

  private func question(_ question: Question, _ json: inout JSONWriter) {
    json.key("answers")
    json.array { json in
      for one in question.answers { answer(one, &json) }
    }
    json.member("ask", question.ask.value)
    html("help", question.help, &json)
    json.member("kind", question.kind.value.rawValue)
    if let foreign = question.foreign { json.member("lang", foreign.tag) }
    if let none = question.none {
      json.key("none")
      answer(none, &json)
    }
    if let picture = question.picture { json.member("picture", picture.value) }
    json.member("stage", question.stage.value.rawValue)
  }

  private func answer(_ answer: Answer, _ json: inout JSONWriter) {
    json.object { json in
      if let flag = answer.flag { json.member("flag", flag.value) }
      json.member("id", answer.id.value)
      json.member("label", answer.label.value)
      if let foreign = answer.foreign { json.member("lang", foreign.tag) }
      json.member("next", answer.next.value)
    }
  }

  private func outcome(_ outcome: Outcome, _ json: inout JSONWriter) {
    html("advice", outcome.advice, &json)
    if tree.showsCauses { articles("causes", options.causeKind, outcome.causes, &json) }
    json.member("kind", "outcome")
    json.member("level", outcome.level.value.rawValue)
    html("seekCareIf", outcome.seekCareIf, &json)
    if tree.showsCauses { articles("stretches", options.stretchKind, outcome.stretches, &json) }
  }

  private func articles(
    _ key: String, _ kind: String?, _ names: [Placed<String>], _ json: inout JSONWriter
  ) {
    guard let kind, !names.isEmpty else { return }
    json.key(key)
    json.array { json in
      for name in names { json.text("\(kind):\(name.value)") }
    }
  }

  private func html(_ key: String, _ name: Placed<String>?, _ json: inout JSONWriter) {
    guard let name, let quoted = advice[name.value] else { return }
    json.key(key)
    json.json(quoted)
  }

  /// Names and dates only of a review that was done.
  private func review(_ json: inout JSONWriter) {
    let review = tree.review
    if review.status == .approved {
      if let due = review.due { json.member("due", due.text) }
      if let reviewed = review.reviewed { json.member("reviewed", reviewed.text) }
      if let reviewer = review.reviewer { json.member("reviewer", reviewer) }
    }
    json.member("status", review.status.rawValue)
  }
}
