import Diagnostics

/// A typed link that a kind's front matter declares, such as a cause's `signs`.
package struct Relation: Sendable {
  package let name: String
  /// Indices of the kinds it may lead to. With one, targets are bare ids; with more they are `kind:id`.
  package let targets: [Int]
  /// What the target's template calls the other direction.
  package let inverse: String?
  /// What templates call the first few of a list that grows with the site, and the others: these words before its name.
  package static let cuts = (first: "first-", rest: "more-")
  /// Whether it reads the same from both ends.
  package let isSymmetric: Bool
  /// Whether sharing a target makes two articles related. Cautions and contraindications never do.
  package let countsAsRelated: Bool
  /// Whether an article without the key is warned of (an explicit `[]` says "deliberately none").
  package let isExpected: Bool
  /// Whether the other direction lists first what the target's text links to first.
  package let isInOrderOfText: Bool
  package let position: Position

  /// The id in what an article lists: that alone, or behind the name of one of the kinds that may stand here.
  package func id(of written: [UInt8], _ kinds: [Kind]) -> ArraySlice<UInt8> {
    guard let colon = written.firstIndex(of: UInt8(ascii: ":")),
      targets.contains(where: { written[..<colon].elementsEqual(kinds[$0].name.utf8) })
    else { return written[...] }
    return written[(colon + 1)...]
  }
}
