/// One thing that a change of the source means for readers.
package struct Change: Hashable, Sendable {
  /// What it concerns, the most urgent first.
  package enum Area: String, CaseIterable, Sendable {
    /// Red flags, urgent advice, what somebody should avoid.
    case safety
    /// The symptom checkers: where answers lead and what is said there.
    case checker
    /// Pages that come, go or move.
    case addresses
    /// What articles say.
    case advice
    /// What stands on every page: name, navigation, settings.
    case site
    /// Templates, styles and scripts.
    case design
  }

  /// Words that differ, with some around them: these stand between `«` and `»`. Nil on the side that has none.
  package struct Passage: Hashable, Sendable {
    package var was: String?
    package var now: String?
  }

  /// An answer on the way to an outcome.
  package struct Step: Hashable, Sendable {
    /// As `question.answer`.
    package var name: String
    package var ask: String
    package var label: String
  }

  package var area: Area
  /// Whether it may make somebody less safe, so that a clinician should look at it before it is published.
  package var isAlarm: Bool
  /// What a script may match on, such as `red-flag-removed`.
  package var code: String
  /// What it is about: `kind:id`, `red-flag:id`, `checker:id`, an address; empty for the site as a whole.
  package var subject: String
  /// The language of the words that changed, where it is not the original's: its code.
  package var language: String?
  /// What people call the subject.
  package var title: String
  /// A sentence, or the beginning of one that the passages end.
  package var message: String
  package var passages: [Passage] = []
  /// Ways through a checker's questions that the change concerns.
  package var ways: [[Step]] = []
}

/// What a change is about.
struct ChangeSubject {
  var area: Change.Area
  var name: String
  var title: String

  func change(
    _ code: String, _ message: String, alarm: Bool = false, passages: [Change.Passage] = [],
    ways: [[Change.Step]] = []
  ) -> Change {
    Change(
      area: area, isAlarm: alarm, code: code, subject: name, title: title, message: message,
      passages: passages, ways: ways)
  }

  func of(_ area: Change.Area) -> ChangeSubject { ChangeSubject(area: area, name: name, title: title) }
}
