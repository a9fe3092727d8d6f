import Text

/// Paragraphs that warn and are no callouts: they say what they should, and look like any other text.
extension HTMLRenderer {
  /// The callout that a paragraph of its own should be, or the line in it that `i` begins: `**Warning:** …`, `⚠️ …`, `DO NOT RUN`,
  /// `**Call 911 if** …`. `i` is a text in the paragraph `block`.
  func unboxedCallout(at i: Int, in block: Int) -> Callout? {
    let nodes = body.tree.nodes
    guard nodes[block].kind == .paragraph, i > block,
      block == 0 || nodes[block - 1].kind != .quote && nodes[block - 1].kind != .item
    else { return nil }
    let text = body.tree.bytes[nodes[i].text.range]
    if i == block + 1 { return unboxedCallout(begunBy: text, i, block) }
    guard let outer = marked(i), outer == block + 1 || isBehindSentence(outer, block) else { return nil }
    let end = Int(nodes[outer].end)
    let isText = end < body.tree.end(of: block) && nodes[end].kind == .text
    let following = isText ? body.tree.bytes[nodes[end].text.range] : []
    var found = ForeignCallout.callout(titled: text, before: following)
    if found == nil, EmergencyWords.begin(text) { found = .emergency }
    if [.warning, .caution, .emergency].contains(found) { return found }
    let next = following.drop { $0 == 0x20 }.first ?? 0x0A
    let goesOn = ProseByte.isLetter(next) && next >= 0x61 || next == UInt8(ascii: ",")
    return WarningOpening.callout(of: text, .init(isMarked: true, isWhole: !goesOn))
  }

  private func unboxedCallout(begunBy text: ArraySlice<UInt8>, _ i: Int, _ block: Int) -> Callout? {
    let found =
      ForeignCallout.callout(signedBy: text)
      ?? (EmergencyWords.names(callIn: text, before: boldText(i + 1)) ? .emergency : nil)
      ?? (ForeignCallout.isCross(text) && !isInRow(block) ? .caution : nil)
    if [.warning, .caution, .emergency].contains(found) || found == .important && !isInRow(block) {
      return found
    }
    let isWhole = Int(body.tree.nodes[i].end) == body.tree.end(of: block)
    return WarningOpening.callout(of: text, .init(isWhole: isWhole))
  }

  /// Where the bold or slanted part begins that text `i` is all of; `***Warning:***` is both.
  func marked(_ i: Int) -> Int? {
    let nodes = body.tree.nodes
    var outer = i
    while outer > 0, i - outer < 2, case let above = nodes[outer - 1],
      above.kind == .strong || above.kind == .emphasis, Int(above.end) == i + 1
    {
      outer -= 1
    }
    return outer < i ? outer : nil
  }

  /// Whether node `i` begins a line of its paragraph, below one that ends a sentence.
  private func isBehindSentence(_ i: Int, _ block: Int) -> Bool {
    guard i - 1 > block, body.tree.nodes[i - 1].kind == .text else { return false }
    let text = body.tree.bytes[body.tree.nodes[i - 1].text.range]
    return text.last == 0x0A && WarningOpening.endsSentence(text.dropLast().last ?? 0)
  }
}
