/// One template, read: its nodes, the faults found in reading, and what it refers to.
package final class Syntax: Sendable {
  let source: TemplateSource
  let nodes: [Node]
  let faults: [Fault]
  /// Its tags, in the order of the text.
  let tags: [Token]
  /// The blocks it has, at any depth.
  let blockNames: Set<String>
  /// The partials and parents it names, but for dynamic ones.
  let inclusions: Set<String>
  /// The blocks that it fills, by the parent that is to have them.
  let filledBlocks: [String: Set<String>]
  /// What it asks of the site's words.
  let wordNames: Set<String>

  init(_ source: TemplateSource) {
    self.source = source
    let tokenizer = Tokenizer(source.bytes)
    var parser = Parser(source.bytes, tokenizer.tokens)
    nodes = parser.parse()
    faults = tokenizer.faults + parser.faults
    tags = tokenizer.tokens.filter { $0.kind != .text }
    var references = References()
    references.collect(nodes)
    blockNames = references.blocks
    inclusions = references.inclusions
    filledBlocks = references.filled
    wordNames = references.words
  }
}

private struct References {
  var blocks: Set<String> = []
  var inclusions: Set<String> = []
  var words: Set<String> = []
  var filled: [String: Set<String>] = [:]

  mutating func collect(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .text: break
      case .variable(let name, _):
        let path = name.path
        if path.count == 2, path[0] == TemplateWords.name { words.insert(String(path[1])) }
      case .section(_, _, let content): collect(content)
      case .partial(let inclusion): collect(inclusion)
      case .parent(let inclusion, let arguments):
        collect(inclusion)
        filled[inclusion.name.text, default: []].formUnion(arguments.blocks.map(\.name.text))
        for block in arguments.blocks { collect(block) }
      case .block(let block): collect(block)
      }
    }
  }

  private mutating func collect(_ inclusion: Inclusion) {
    if !inclusion.isDynamic { inclusions.insert(inclusion.name.text) }
  }

  private mutating func collect(_ block: Block) {
    blocks.insert(block.name.text)
    collect(block.content)
  }
}
