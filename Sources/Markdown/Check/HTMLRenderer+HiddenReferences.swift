import Diagnostics
import Text

extension HTMLRenderer {
  /// In code each reference is shown as it was typed.
  mutating func reportHiddenReferences() {
    var reported = 0
    var i = 0
    while reported < SourceCheck.reportedCharacters,
      let reference = HiddenReference.next(in: body.source.text, from: i)
    {
      i = reference.range.upperBound
      if isEscaped(reference.range.lowerBound) || isInCode(reference) { continue }
      report(
        .badCharacter, at: place(of: reference.range.lowerBound), reference.message, hint: reference.hint)
      reported += 1
    }
  }

  private func isEscaped(_ i: Int) -> Bool {
    var count = 0
    while count < i, body.source.text[i - 1 - count] == UInt8(ascii: "\\") { count += 1 }
    return count % 2 == 1
  }

  /// Whether a reference is text of code. Raw HTML that is refused is told of as such.
  private mutating func isInCode(_ reference: HiddenReference) -> Bool {
    let start = reference.range.lowerBound
    for i in body.tree.nodes.indices {
      let node = body.tree.nodes[i]
      switch node.kind {
      case .codeBlock, .htmlBlock, .paragraph, .heading, .tableCell: break
      default: continue
      }
      guard body.sourceRange(ofBlock: i).contains(start) else { continue }
      switch node.kind {
      case .codeBlock: return true
      case .htmlBlock: return !options.rawHTML
      default:
        let inner = body.tree.nodes[i..<body.tree.end(of: i)]
        let isTyped = inner.contains { $0.kind == .code && has(Array(reference.text.utf8), in: $0.text) }
        // Where code shows the same reference, other text of the block has to have the character.
        return isTyped
          && !inner.contains { has(reference.written, in: $0.text) || has(reference.written, in: $0.extra) }
      }
    }
    return false
  }

  private func has(_ text: [UInt8], in range: ByteRange) -> Bool {
    ByteSearch.first(text, in: body.tree.bytes[range.range]) != nil
  }
}

extension HiddenReference {
  /// What cmark writes for it. The last two scalars of the first plane have single bytes, which no text has.
  fileprivate var written: [UInt8] {
    switch scalar {
    case 0xFFFE: [0xFE]
    case 0xFFFF: [0xFF]
    default: Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? []
    }
  }
}
