import Diagnostics

/// A symptom checker: questions whose answers each name the next question or an outcome.
///
/// What was read is complete only when nothing was reported; before that, a text that is missing is empty.
public struct Tree: Sendable {
  /// As named to the reader.
  public var file: String
  public var id: Placed<String>
  public var version: Placed<TreeVersion>
  public var title: Placed<String>
  /// A BCP 47 tag.
  public var language: String
  /// Whether outcomes name causes and stretches; if not, care level and advice only.
  public var showsCauses: Bool
  public var start: Placed<String>
  public var review: Review
  /// In file order, as the outcomes.
  public var questions: [Question]
  public var outcomes: [Outcome]
  public var careLevels: [CareLevel: CareLevelCard] = [:]

  /// Every step that the tree allows, in file order.
  public var edges: [TreeEdge] {
    questions.flatMap { question in
      question.choices.map {
        TreeEdge(question: question.id.value, answer: $0.id.value, next: $0.next.value)
      }
    }
  }
}

/// One answer's step: by ids, so that it can be compared between the tree and what was made of it.
public struct TreeEdge: Hashable, Comparable, Sendable {
  public var question: String
  public var answer: String
  public var next: String

  public init(question: String, answer: String, next: String) {
    self.question = question
    self.answer = answer
    self.next = next
  }

  public static func < (left: TreeEdge, right: TreeEdge) -> Bool {
    (left.question, left.answer, left.next) < (right.question, right.answer, right.next)
  }
}
