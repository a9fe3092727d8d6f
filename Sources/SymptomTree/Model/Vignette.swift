/// A short case with the outcome that it ought to have.
public struct Vignette: Sendable {
  public var id: Placed<String>
  /// A key of the references, or `practice`.
  public var source: Placed<String>
  /// What is answered to each question, in file order; several for an `any-of` question.
  public var answers: [(question: Placed<String>, chosen: [Placed<String>])]
  public var outcome: Placed<String>
  /// The least urgent level that would still be safe.
  public var atLeast: Placed<CareLevel>
}
