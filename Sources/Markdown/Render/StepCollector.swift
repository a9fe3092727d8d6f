/// Gathers the steps of an exercise while its HTML is made: the first numbered list of the text, and those behind it
/// that go on with the next number before the next heading. CommonMark begins such a list anew after a picture, a
/// callout or a paragraph that stands between two items; these belong to the item before.
struct StepCollector {
  private enum State {
    case off, beforeList, inList, betweenLists, finished
  }

  /// Why a numbered list is not part of the steps though it may be meant to be.
  enum Loss {
    /// It begins with another number than the one that comes next.
    case restart(next: Int)
    /// It goes on with that number, but below a heading.
    case heading(next: Int)
    /// It begins anew below a heading, and may be the steps as well as the one that was taken, which begins on `line` of the file.
    case second(line: Int)
    /// The list that was taken stands in another list, a quote or a callout, and this one does not.
    case nested
  }

  private struct Step {
    var number: Int
    var isTight: Bool
    /// Of what is put out: the item's content, then what follows its list, if the next list goes on.
    var item: Range<Int>
    var line: Int
    var rest = 0..<0
  }

  private var state = State.off
  private var url: [UInt8] = []
  private var steps: [Step] = []
  /// Whether a heading ended the steps.
  private var endedByHeading = false
  /// Whether a list was lost and told of.
  private var hasLoss = false
  /// How many elements were open around the list: 0 for one that is not in a quote or list.
  private var depth = 0
  private var isTight = false
  private var nextNumber = 0
  private var itemStart = 0
  /// In the file.
  private var itemLine = 0
  /// Where the last list ended.
  private var listEnd = 0
  /// What belongs to the article's own page, in order: ranges to leave out; empty ones are where its address is wanted.
  private var edits: [Range<Int>] = []

  mutating func begin(of url: [UInt8]?) {
    state = url == nil ? .off : .beforeList
    (endedByHeading, hasLoss) = (false, false)
    self.url = url ?? []
    steps.removeAll(keepingCapacity: true)
    edits.removeAll(keepingCapacity: true)
  }

  /// What is lost of the steps by where the list stands; nil when it goes on with them, or is a list of its own.
  mutating func openList(_ list: SyntaxTree.Node, depth: Int, out: [UInt8]) -> Loss? {
    let number = Int(list.number)
    switch state {
    case .beforeList: self.depth = depth
    case .betweenLists where depth == 0 && self.depth == 0:
      guard number == nextNumber else {
        state = .finished
        return lose(.restart(next: nextNumber))
      }
      if !steps.isEmpty { steps[steps.count - 1].rest = listEnd..<out.count }
    case .betweenLists where depth == 0: return lose(.nested)
    case .finished where depth == 0 && endedByHeading && number >= 0:
      return number == nextNumber && number > 1
        ? lose(.heading(next: nextNumber)) : lose(.second(line: steps.first?.line ?? 0))
    default: return nil
    }
    state = .inList
    isTight = list.level == 1
    nextNumber = number
    return nil
  }

  /// The first is enough.
  private mutating func lose(_ loss: Loss) -> Loss? {
    defer { hasLoss = true }
    return hasLoss ? nil : loss
  }

  /// `line` is the item's, in the file.
  mutating func openItem(depth: Int, out: [UInt8], line: Int) {
    if state == .inList, depth == self.depth + 1 { (itemStart, itemLine) = (out.count, line) }
  }

  mutating func closeItem(depth: Int, out: [UInt8]) {
    guard state == .inList, depth == self.depth + 1 else { return }
    steps.append(Step(number: nextNumber, isTight: isTight, item: itemStart..<out.count, line: itemLine))
    nextNumber += 1
  }

  mutating func closeList(depth: Int, out: [UInt8]) {
    guard state == .inList, depth == self.depth else { return }
    state = .betweenLists
    listEnd = out.count
  }

  mutating func heading(depth: Int) {
    if state == .betweenLists, depth == 0, self.depth == 0 { (state, endedByHeading) = (.finished, true) }
  }

  mutating func leaveOut(_ range: Range<Int>) {
    if state == .inList || state == .betweenLists { edits.append(range) }
  }

  mutating func insertURL(at offset: Int) { leaveOut(offset..<offset) }

  mutating func finish(_ out: [UInt8]) -> [RenderedArticle.Step] {
    guard !steps.isEmpty else { return [] }
    var next = 0
    return steps.map { step in
      var html: [UInt8] = []
      append(step.item, of: out, to: &html, &next)
      if !step.rest.isEmpty {
        if let last = html.last, last != 0x0A { html.append(0x0A) }
        append(step.rest, of: out, to: &html, &next)
      }
      return RenderedArticle.Step(number: step.number, isTight: step.isTight, html: html, line: step.line)
    }
  }

  private func append(_ range: Range<Int>, of out: [UInt8], to html: inout [UInt8], _ next: inout Int) {
    var copied = range.lowerBound
    while next < edits.count, edits[next].upperBound <= range.upperBound {
      let edit = edits[next]
      next += 1
      guard edit.lowerBound >= copied else { continue }
      html.append(copied..<edit.lowerBound, of: out)
      if edit.isEmpty { html.append(contentsOf: url) }
      copied = edit.upperBound
    }
    html.append(copied..<range.upperBound, of: out)
  }
}
