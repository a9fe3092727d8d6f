import Diagnostics

/// A typed link that a kind's front matter declares, such as a cause's `signs`.
public struct Relation: Sendable {
  public let name: String
  /// Indices of the kinds it may lead to. With one, targets are bare ids; with more they are `kind:id`.
  public let targets: [Int]
  /// What the target's template calls the other direction.
  public let inverse: String?
  /// Whether it reads the same from both ends.
  public let isSymmetric: Bool
  /// Whether sharing a target makes two articles related. Cautions and contraindications never do.
  public let countsAsRelated: Bool
  /// Whether an article without the key is warned of (an explicit `[]` says "deliberately none").
  public let isExpected: Bool
  let position: Position
}
