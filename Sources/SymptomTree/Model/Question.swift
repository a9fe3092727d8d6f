import Diagnostics
import SiteModel

/// What a question is for.
package enum Stage: String, CaseIterable, Sendable {
  /// Looks for danger.
  case redFlag = "red-flag"
  /// Sorts people for whom the rest is not meant.
  case gate
  /// Narrows down what it may be.
  case narrowing
}

package struct Question: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Several may apply; the first of them in order decides.
    case anyOf = "any-of"
    case oneOf = "one-of"
  }

  package var id: Placed<String>
  package var stage: Placed<Stage>
  package var kind: Placed<Kind>
  package var ask: Placed<String>
  /// The name of an advice text.
  package var help: Placed<String>?
  /// A drawing with one region per answer.
  package var picture: Placed<String>?
  /// Answers, as `question.answer`: the question is asked only on paths through one of these; empty: on all.
  package var within: [Placed<String>]
  package var answers: [Answer]
  /// "None of these", of an `any-of` question.
  package var none: Answer?
  /// Whether it has a `none` that could not be read, which has been told.
  package var hasUnreadNone = false
  /// The language of `ask`, where it is not that of the tree.
  package var foreign: SiteLanguage?

  /// Everything that can be chosen: the answers, then `none`.
  package var choices: [Answer] { answers + (none.map { [$0] } ?? []) }
}

package struct Answer: Sendable {
  /// `none` for the answer that denies the others.
  package var id: Placed<String>
  /// Its own text, or the flag's.
  package var label: Placed<String>
  package var flag: Placed<String>?
  /// The id of a question or an outcome.
  package var next: Placed<String>
  /// The language of the label, where it is not that of the tree.
  package var foreign: SiteLanguage?

  /// The label, one sign to a line: cut behind each `: ` and `; `.
  package var lines: [String] {
    var lines: [String] = []
    var line = ""
    var last: Character = " "
    for character in label.value {
      line.append(character)
      if character == " ", last == ":" || last == ";" {
        lines.append(line)
        line = ""
      }
      last = character
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
