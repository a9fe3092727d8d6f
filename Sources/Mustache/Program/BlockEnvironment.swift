/// The blocks that the templates around give to the one in hand.
final class BlockEnvironment {
  /// Content with the place it comes from: its own blocks, and what it includes, belong there.
  struct Substitution {
    var block: Block
    var origin: Origin
  }

  private let substitutions: [String: Substitution]

  init() { substitutions = [:] }

  /// What a parent named in `origin` is given: of blocks with one name the one from further outside counts
  /// (Mustache specification, "inheritance": multi-level), and in one parent the last.
  init(_ blocks: [Block], from origin: Origin) {
    var substitutions: [String: Substitution] = [:]
    for block in blocks { substitutions[block.name.text] = Substitution(block: block, origin: origin) }
    self.substitutions = substitutions.merging(origin.environment.substitutions) { $1 }
  }

  subscript(name: String) -> Substitution? { substitutions[name] }
}

/// A template being worked on, and how it was come to.
struct Origin {
  /// A template and the tag in it that names the next.
  struct Step {
    var syntax: Syntax
    var tag: Int
  }

  var syntax: Syntax
  var environment: BlockEnvironment
  /// The templates that led here, outermost first.
  var chain: [Step] = []
}
