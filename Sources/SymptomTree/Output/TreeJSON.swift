import YAML

/// The published form of a proven tree, as `TreeSchema` describes it.
enum TreeJSON {
  static func bytes(of tree: Tree, index: ClinicalIndex, options: TreeOptions) -> [UInt8] {
    let nodes =
      tree.questions.map { ($0.id.value, question($0, index)) }
      + tree.outcomes.map { ($0.id.value, outcome($0, tree, index, options)) }
    let value: JSONValue = [
      "$schema": .string(TreeSchema.fileName), "format": 1, "id": .string(tree.id.value),
      "version": .string(tree.version.value.text), "title": .string(tree.title.value),
      "language": .string(tree.language), "review": review(tree.review), "start": .string(tree.start.value),
      "nodes": .object(Dictionary(nodes) { first, _ in first }), "content": content(tree, index, options),
      "careLevels": .object(
        Dictionary(tree.careLevels.map { ($0.key.rawValue, careLevel($0.key, $0.value)) }) { first, _ in first
        }),
    ]
    return value.encoded + [0x0A]
  }

  private static func question(_ question: Question, _ index: ClinicalIndex) -> JSONValue {
    var members: [String: JSONValue] = [
      "kind": .string(question.kind.value.rawValue), "stage": .string(question.stage.value.rawValue),
      "ask": .string(question.ask.value), "answers": .array(question.answers.map(answer)),
    ]
    if let none = question.none { members["none"] = answer(none) }
    if let picture = question.picture { members["picture"] = .string(picture.value) }
    members["help"] = html(question.help, index)
    return .object(members)
  }

  private static func answer(_ answer: Answer) -> JSONValue {
    [
      "id": .string(answer.id.value), "label": .string(answer.label.value),
      "next": .string(answer.next.value),
    ]
  }

  private static func outcome(
    _ outcome: Outcome, _ tree: Tree, _ index: ClinicalIndex, _ options: TreeOptions
  ) -> JSONValue {
    var members: [String: JSONValue] = ["kind": "outcome", "level": .string(outcome.level.value.rawValue)]
    if tree.showsCauses {
      if !outcome.causes.isEmpty {
        members["causes"] = .array(outcome.causes.map { .string("\(options.causeKind):\($0.value)") })
      }
      if !outcome.stretches.isEmpty {
        members["stretches"] = .array(outcome.stretches.map { .string("\(options.stretchKind):\($0.value)") })
      }
    }
    members["advice"] = html(outcome.advice, index)
    members["seekCareIf"] = html(outcome.seekCareIf, index)
    return .object(members)
  }

  private static func html(_ name: Placed<String>?, _ index: ClinicalIndex) -> JSONValue? {
    guard let name, let advice = index.advice[name.value] else { return nil }
    return .bytes(advice.html)
  }

  /// The articles that outcomes name.
  private static func content(_ tree: Tree, _ index: ClinicalIndex, _ options: TreeOptions) -> JSONValue {
    var members: [String: JSONValue] = [:]
    for outcome in tree.outcomes where tree.showsCauses {
      for name in outcome.causes {
        guard let one = index.causes[name.value] else { continue }
        members["\(options.causeKind):\(name.value)"] = article(one.title, one.url, one.summary)
      }
      for name in outcome.stretches {
        guard let one = index.stretches[name.value] else { continue }
        members["\(options.stretchKind):\(name.value)"] = article(one.title, one.url, one.summary)
      }
    }
    return .object(members)
  }

  private static func article(_ title: String, _ url: String, _ summary: String) -> JSONValue {
    ["title": .string(title), "url": .string(url), "summary": .string(summary)]
  }

  private static func careLevel(_ level: CareLevel, _ card: CareLevelCard) -> JSONValue {
    var members: [String: JSONValue] = [
      "rank": .number(level.rank), "heading": .string(card.heading.value),
      "timeFrame": .string(card.timeFrame.value), "card": .string(card.colour.rawValue),
    ]
    if let phone = card.phone { members["phone"] = .string(phone.value) }
    return .object(members)
  }

  /// Names and dates only of a review that was done.
  private static func review(_ review: Review) -> JSONValue {
    var members: [String: JSONValue] = ["status": .string(review.status.rawValue)]
    if review.status == .approved {
      members["reviewer"] = review.reviewer.map { .string($0) }
      members["reviewed"] = review.reviewed.map { .string($0.text) }
      members["due"] = review.due.map { .string($0.text) }
    }
    return .object(members)
  }
}
