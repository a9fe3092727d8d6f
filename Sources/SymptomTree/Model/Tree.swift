import Diagnostics
import SiteModel
import YAML

/// A symptom checker: questions whose answers each name the next question or an outcome.
///
/// What was read is complete only when nothing was reported; before that, a text that is missing is empty.
package struct Tree: Sendable {
  /// As named to the reader.
  package var file: String
  package var id: Placed<String>
  package var version: Placed<TreeVersion>
  package var title: Placed<String>
  /// The language of the title, where it is not that of the tree.
  package var foreignTitle: SiteLanguage?
  /// A BCP 47 tag.
  package var language: String
  /// Whether outcomes name causes and stretches; if not, care level and advice only.
  package var showsCauses: Bool
  package var start: Placed<String>
  package var review: Review
  /// When it changed last, as its file says.
  package var updated: CalendarDate?
  /// The flags that it undertakes to ask; nil for all that the site declares.
  package var asks: [Placed<String>]?
  /// In file order, as the outcomes.
  package var questions: [Question]
  package var outcomes: [Outcome]
  /// Whether its questions or its outcomes are missing, which has been told: nothing else can be said of it.
  package var isHollow: Bool
  package var careLevels: [CareLevel: CareLevelCard] = [:]
  /// Whether its title, a question or an answer translates an earlier state of the original's.
  package var isStale = false

  /// The flags whose answers lead to an outcome, in file order, each once.
  package func flags(leadingTo outcome: Outcome) -> [String] {
    var seen: Set<String> = []
    return questions.flatMap(\.answers).filter { $0.next.value == outcome.id.value }
      .compactMap { $0.flag?.value }.filter { seen.insert($0).inserted }
  }

  /// Every step that the tree allows, in file order.
  package var edges: [TreeEdge] {
    questions.flatMap { question in
      question.choices.map {
        TreeEdge(question: question.id.value, answer: $0.id.value, next: $0.next.value)
      }
    }
  }
}

/// One answer's step: by ids, so that it can be compared between the tree and what was made of it.
package struct TreeEdge: Hashable, Comparable, Sendable {
  package var question: String
  package var answer: String
  package var next: String

  package init(question: String, answer: String, next: String) {
    self.question = question
    self.answer = answer
    self.next = next
  }

  package static func < (left: TreeEdge, right: TreeEdge) -> Bool {
    (left.question, left.answer, left.next) < (right.question, right.answer, right.next)
  }
}
