import Diagnostics
import Text

extension HTMLRenderer {
  /// Character references for what nobody sees. Code shows them as they were typed, and what is told at the same place is not told twice.
  mutating func reportHiddenReferences() {
    let found = HiddenCharacters.references(in: body.source.text[...])
    guard !found.isEmpty, !body.tree.nodes.isEmpty else { return }
    let code = rangesOfCode()
    let told = Set(article.diagnostics.compactMap(\.position))
    var (next, reported) = (0, 0)
    for hidden in found where reported < SourceCheck.reportedCharacters {
      while next < code.count, code[next].upperBound <= hidden.offset { next += 1 }
      if next < code.count, code[next].contains(hidden.offset) { continue }
      let place = place(of: hidden.offset)
      if CodeSpans.isEscaped(hidden.offset, in: body.source.text) || told.contains(place) { continue }
      report(.badCharacter, at: place, hidden.message, hint: hidden.hint)
      reported += 1
    }
  }

  /// Where the source is code, or raw HTML that is refused, which is told as such; in ascending order.
  private mutating func rangesOfCode() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var last = 0..<0
    for i in body.tree.nodes.indices {
      let node = body.tree.nodes[i]
      switch node.kind {
      case .codeBlock: found.append(body.sourceRange(ofBlock: i))
      case .htmlBlock: if !options.rawHTML { found.append(body.sourceRange(ofBlock: i)) }
      case .paragraph, .heading, .tableCell:
        // The cells of a row stand on one line.
        let lines = body.source.range(
          ofLines: Int(node.firstLine) - 1, Int(max(node.lastLine, node.firstLine)) - 1)
        if lines == last { continue }
        last = lines
        found += CodeSpans.find(in: body.source.text, lines)
      default: break
      }
    }
    // Footnotes stand where they were written, but come last in the tree.
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }
}
