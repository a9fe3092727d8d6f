import Diagnostics
import Text

extension Compiler {
  mutating func partial(_ inclusion: Inclusion, of origin: Origin, indentation: [UInt8]) {
    guard isStatic(inclusion, of: origin) else { return }
    let name = inclusion.name
    guard let syntax = library.partial(name.text) else {
      report(
        .templateMissingPartial, at: name.offset, in: origin.syntax,
        "The partial `\(name.text)` does not exist.",
        hint: NearestName.hint(for: name.text, among: library.names))
      return
    }
    include(syntax, by: inclusion, of: origin, environment: origin.environment, indentation: indentation)
  }

  mutating func parent(
    _ inclusion: Inclusion, _ arguments: ParentArguments, of origin: Origin, indentation: [UInt8]
  ) {
    guard isStatic(inclusion, of: origin) else { return }
    let name = inclusion.name
    guard let syntax = library.parent(name.text) else {
      report(
        .templateMissingParent, at: name.offset, in: origin.syntax,
        "The template `\(name.text)` does not exist.",
        hint: NearestName.hint(for: name.text, among: library.names))
      return
    }
    check(arguments, for: syntax, named: name, in: origin)
    let environment = BlockEnvironment(arguments.blocks, from: origin)
    include(syntax, by: inclusion, of: origin, environment: environment, indentation: indentation)
  }

  mutating func block(_ block: Block, of origin: Origin, indentation: [UInt8]) {
    let expansion = origin.expansion(of: block, indentation: indentation)
    emit(literal: expansion.lead)
    compile(expansion.content, of: expansion.origin, indentation: expansion.indentation)
  }

  private mutating func include(
    _ syntax: Syntax, by inclusion: Inclusion, of origin: Origin, environment: BlockEnvironment,
    indentation: [UInt8]
  ) {
    var chain = origin.chain
    chain.append(Origin.Step(syntax: origin.syntax, tag: inclusion.name.tag))
    if let first = chain.firstIndex(where: { $0.syntax === syntax }) {
      reportCycle(Array(chain[first...]))
      return
    }
    reportSyntax(of: syntax)
    let own = inclusion.indentation.map { indentation + origin.syntax.source.bytes[$0] } ?? []
    compile(
      syntax.nodes, of: Origin(syntax: syntax, environment: environment, chain: chain), indentation: own)
  }

  // MARK: Faults

  private mutating func isStatic(_ inclusion: Inclusion, of origin: Origin) -> Bool {
    guard inclusion.isDynamic else { return true }
    report(
      .templateDynamicName, at: inclusion.name.tag, in: origin.syntax,
      "`*\(inclusion.name.text)` includes a partial chosen by a value, so it cannot be checked.",
      hint: "Include each partial by name, inside a section that decides when it is shown.")
    return false
  }

  /// Blocks that the parent does not have, and text outside of blocks, would be dropped without a word.
  private mutating func check(
    _ arguments: ParentArguments, for parent: Syntax, named name: TagName, in origin: Origin
  ) {
    let known = library.blockNames(reachableFrom: parent)
    var given: Set<String> = []
    for block in arguments.blocks {
      let text = block.name.text
      if !known.contains(text) {
        // In a parent whose tags cannot be read, the block may well be there.
        if !parent.faults.isEmpty { continue }
        let count = library.count(filling: text, of: name.text)
        let nearest = NearestName.to(text, among: known)
        if count > 1, nearest == nil {
          report(
            .templateUnknownBlock, at: 0, in: parent,
            "There is no block `\(text)` here, though \(count) templates put their content into it: it would never be shown.",
            hint: "Add `{{$\(text)}}{{/\(text)}}` where that content belongs.")
          continue
        }
        report(
          .templateUnknownBlock, at: block.name.offset, in: origin.syntax,
          "`\(name.text)` has no block `\(text)`, so this would never be shown.",
          hint: NearestName.hint(for: text, among: known))
      }
      if !given.insert(text).inserted {
        report(
          .templateDuplicateBlock, at: block.name.tag, in: origin.syntax,
          "`\(name.text)` gets the block `\(text)` twice, so the first would never be shown.",
          hint: "Put both texts into one block, or remove one of them.")
      }
    }
    if let dropped = arguments.dropped {
      report(
        .templateOutsideBlock, at: dropped, in: origin.syntax,
        "This is between the tags of `\(name.text)` but not in any of its blocks, so it would never be shown.",
        hint: known.isEmpty ? nil : "Move it into a block: \(Self.listing(blocks: known)).")
    }
  }

  private static func listing(blocks: Set<String>) -> String {
    blocks.sorted().map { "`{{$\($0)}}`" }.joined(separator: ", ")
  }

  /// One cycle is one fault wherever it was entered: it is told from its first template by name.
  private mutating func reportCycle(_ steps: [Origin.Step]) {
    let names = steps.map(\.syntax.source.name)
    let least = names.indices.min { names[$0] < names[$1] } ?? 0
    let order = Array(names[least...]) + Array(names[..<least])
    let step = steps[least]
    let others = order.dropFirst().map { "`\($0)`, which includes " }.joined()
    let again = others.isEmpty ? "itself" : "`\(order[0])` again"
    report(
      .templateCycle, at: step.tag, in: step.syntax,
      "`\(order[0])` includes \(others)\(again), in an endless loop.",
      hint: "Remove one of these tags.")
  }
}

extension [Node] {
  /// Whether the nodes begin with the beginning of a line, which brings its indentation itself.
  var startsLine: Bool {
    switch first {
    case .text(_, let startsLine): startsLine
    case .section(_, _, let content): content.startsLine
    case .partial(let inclusion), .parent(let inclusion, _): inclusion.indentation != nil
    case .block(let block): block.indentation != nil
    case .variable, nil: false
    }
  }
}
