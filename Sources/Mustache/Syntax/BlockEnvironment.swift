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
package struct Origin {
  /// A template and the tag in it that names the next.
  package struct Step {
    package var syntax: Syntax
    package var tag: Int
  }

  package var syntax: Syntax
  var environment: BlockEnvironment
  /// The templates that led here, outermost first.
  var chain: [Step] = []
  /// Whether it is a word: a text, no markup.
  var isWord = false
}

extension Origin {
  /// What stands in the place of a block: the content given for it, or its own.
  struct Expansion {
    /// What goes before the content, on the line that the block's tag begins.
    var lead: ArraySlice<UInt8> = []
    var content: [Node]
    var origin: Origin
    /// What goes before each line of the content.
    var indentation: [UInt8]
  }

  /// `indentation` is what the lines of this template get from outside.
  func expansion(of block: Block, indentation: [UInt8]) -> Expansion {
    let bytes = syntax.source.bytes
    guard let substitution = environment[block.name.text] else {
      var own = Expansion(content: block.content, origin: self, indentation: indentation)
      if let range = block.indentation, !block.standsAlone { own.lead = (indentation + bytes[range])[...] }
      return own
    }
    let content = substitution.block.content
    var given = Expansion(content: content, origin: substitution.origin, indentation: [])
    if block.indentation != nil {
      given.indentation = indentation + block.indentation(in: bytes)
      if !content.startsLine { given.lead = given.indentation[...] }
    }
    return given
  }
}
