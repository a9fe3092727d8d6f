import Diagnostics

/// What a question is for.
public enum Stage: String, CaseIterable, Sendable {
  /// Looks for danger.
  case redFlag = "red-flag"
  /// Sorts people for whom the rest is not meant.
  case gate
  /// Narrows down what it may be.
  case narrowing
}

public struct Question: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Several may apply; the first of them in order decides.
    case anyOf = "any-of"
    case oneOf = "one-of"
  }

  public var id: Placed<String>
  public var stage: Placed<Stage>
  public var kind: Placed<Kind>
  public var ask: Placed<String>
  /// The name of an advice text.
  public var help: Placed<String>?
  /// A drawing with one region per answer.
  public var picture: Placed<String>?
  /// Answers, as `question.answer`: the question is asked only on paths through one of these; empty: on all.
  public var within: [Placed<String>]
  public var answers: [Answer]
  /// "None of these", of an `any-of` question.
  public var none: Answer?

  /// Everything that can be chosen: the answers, then `none`.
  public var choices: [Answer] { answers + (none.map { [$0] } ?? []) }
}

public struct Answer: Sendable {
  /// `none` for the answer that denies the others.
  public var id: Placed<String>
  /// Its own text, or the flag's.
  public var label: Placed<String>
  public var flag: Placed<String>?
  /// The id of a question or an outcome.
  public var next: Placed<String>
}
