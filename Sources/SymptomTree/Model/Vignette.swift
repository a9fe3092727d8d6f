import SiteModel

/// A short case with the outcome that it ought to have.
package struct Vignette: Sendable {
  package var id: Placed<String>
  /// A key of the references, or `practice`.
  package var source: Placed<String>
  /// What is answered to each question, in file order; several for an `any-of` question.
  package var answers: [(question: Placed<String>, chosen: [Placed<String>])]
  package var outcome: Placed<String>
  /// The least urgent level that would still be safe.
  package var atLeast: Placed<CareLevel>
}
