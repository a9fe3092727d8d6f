/// Gathers the text runs of the article being rendered, in buffers that are reused.
struct TextCollector {
  private(set) var text = ArticleText()
  /// Whether what is written now belongs to the text: a block is open, and it is not written a second time.
  private(set) var isOpen = false
  /// In a script or a style of raw HTML.
  var isHidden = false
  private var openCallouts: [Int32] = []
  /// The node of each block.
  private var nodes: [Int32] = []
  private var origins: [Origin] = []
  /// What to add to an offset of the text to get that of the tree's bytes, since the last origin.
  private var shift = Self.noShift

  /// From `text` on, the text's bytes are those of the tree at `tree`.
  private struct Origin {
    var text: Int32
    /// -1 for what its author did not write, and -2 - n for what stands in for the tree's byte n.
    var tree: Int32
  }

  private static let noShift = Int.min

  mutating func begin() {
    (isOpen, isHidden, shift) = (false, false, Self.noShift)
    text.bytes.removeAll(keepingCapacity: true)
    text.blocks.removeAll(keepingCapacity: true)
    text.runs.removeAll(keepingCapacity: true)
    text.callouts.removeAll(keepingCapacity: true)
    openCallouts.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
  }

  /// The text in buffers of its own.
  var copied: ArticleText {
    var copy = ArticleText()
    copy.bytes = text.bytes.copied
    copy.blocks = text.blocks.copied
    copy.runs = text.runs.copied
    copy.callouts = text.callouts.copied
    return copy
  }

  // MARK: Blocks

  /// `lines` are those of the file.
  mutating func openBlock(
    _ kind: ArticleText.Kind, level: UInt8 = 0, heading: Int = -1, node: Int, lines: (first: Int, last: Int),
    _ place: ArticleText.Place
  ) {
    isOpen = true
    shift = Self.noShift
    let start = Int32(truncatingIfNeeded: text.bytes.count)
    let firstRun = Int32(truncatingIfNeeded: text.runs.count)
    nodes.append(Int32(truncatingIfNeeded: node))
    text.blocks.append(
      .init(
        kind: kind, level: level, place: place, heading: Int32(truncatingIfNeeded: heading),
        callout: openCallouts.last ?? -1, firstLine: Int32(truncatingIfNeeded: lines.first),
        lastLine: Int32(truncatingIfNeeded: max(lines.first, lines.last)), start: start, end: start,
        firstRun: firstRun, endRun: firstRun))
  }

  /// A block with nothing in it is none.
  mutating func closeBlock() {
    guard isOpen else { return }
    isOpen = false
    let last = text.blocks.count - 1
    let end = Int32(truncatingIfNeeded: text.bytes.count)
    let endRun = Int32(truncatingIfNeeded: text.runs.count)
    if text.blocks[last].start == end, text.blocks[last].firstRun == endRun, text.blocks[last].heading < 0 {
      text.blocks.removeLast()
      nodes.removeLast()
      return
    }
    text.blocks[last].end = end
    text.blocks[last].endRun = endRun
    text.bytes.append(0x0A)
  }

  /// Ends the block and begins another of the same kind, for the same node.
  mutating func splitBlock() {
    guard let block = text.blocks.last, let node = nodes.last else { return }
    closeBlock()
    openBlock(
      block.kind, level: block.level, heading: Int(block.heading), node: Int(node),
      lines: (Int(block.firstLine), Int(block.lastLine)), block.place)
  }

  mutating func openCallout(_ kind: Callout) {
    openCallouts.append(Int32(truncatingIfNeeded: text.callouts.count))
    let first = Int32(truncatingIfNeeded: text.blocks.count)
    text.callouts.append(.init(kind: kind, first: first, end: first))
  }

  /// Whether a callout around what is written now warns of something.
  var isInWarning: Bool {
    openCallouts.contains { text.callouts[Int($0)].kind.warns }
  }

  mutating func closeCallout() {
    guard let last = openCallouts.popLast() else { return }
    text.callouts[Int(last)].end = Int32(truncatingIfNeeded: text.blocks.count)
  }

  /// Leaves out what is written until `resume` gets back what this gives.
  mutating func pause() -> Bool {
    defer { isOpen = false }
    return isOpen
  }

  mutating func resume(_ wasOpen: Bool) { isOpen = wasOpen }

  // MARK: Text

  /// Bytes of the tree.
  mutating func append(_ range: Range<Int>, of bytes: [UInt8]) {
    guard isOpen, !isHidden else { return }
    note(range.lowerBound)
    text.bytes.append(range, of: bytes)
  }

  /// A byte that stands for the one at `offset` of the tree's.
  mutating func append(_ byte: UInt8, at offset: Int) {
    guard isOpen, !isHidden else { return }
    note(offset)
    text.bytes.append(byte)
  }

  /// Text that is not the author's, and the tree's byte that it stands in for.
  mutating func append(foreign bytes: some Sequence<UInt8>, at offset: Int? = nil) {
    guard isOpen, !isHidden else { return }
    origins.append(
      Origin(
        text: Int32(truncatingIfNeeded: text.bytes.count),
        tree: offset.map { -2 - Int32(truncatingIfNeeded: $0) } ?? -1))
    shift = Self.noShift
    text.bytes.append(contentsOf: bytes)
  }

  /// What follows a citation's number follows the word before it.
  mutating func removeTrailingSpaces() {
    guard isOpen, let block = text.blocks.last else { return }
    let least = Int(max(block.start, text.runs.last?.end ?? 0))
    while text.bytes.count > least, text.bytes.last == 0x20 || text.bytes.last == 0x0A {
      text.bytes.removeLast()
    }
    shift = Self.noShift
  }

  mutating func removeLast(_ count: Int) {
    if isOpen { text.bytes.removeLast(count) }
  }

  private mutating func note(_ offset: Int) {
    let shift = offset - text.bytes.count
    guard shift != self.shift else { return }
    self.shift = shift
    origins.append(
      Origin(text: Int32(truncatingIfNeeded: text.bytes.count), tree: Int32(truncatingIfNeeded: offset)))
  }

  // MARK: Runs

  /// The run's index, for `closeRun`; -1 when it is not recorded.
  mutating func openRun(_ role: ArticleText.Role, index: Int = -1) -> Int32 {
    guard isOpen else { return -1 }
    let start = Int32(truncatingIfNeeded: text.bytes.count)
    text.runs.append(
      .init(role: role, index: Int32(truncatingIfNeeded: index), start: start, end: start))
    return Int32(truncatingIfNeeded: text.runs.count - 1)
  }

  mutating func closeRun(_ run: Int32) {
    guard run >= 0 else { return }
    text.runs[Int(run)].end = Int32(truncatingIfNeeded: text.bytes.count)
  }

  // MARK: Places

  /// The node of a block.
  func node(ofBlock block: Int) -> Int { Int(nodes[block]) }

  /// The block that byte `offset` of the text belongs to; nil when there is none.
  func block(at offset: Int) -> Int? {
    let next = text.blocks.partitioningIndex { Int($0.start) > offset }
    return next > 0 ? next - 1 : nil
  }

  /// Where in the tree's bytes that byte comes from; nil when its author did not write it.
  func treeOffset(of offset: Int, inBlock block: Int) -> Int? {
    let next = origins.partitioningIndex { Int($0.text) > offset }
    guard next > 0, case let origin = origins[next - 1], origin.tree != -1,
      origin.text >= text.blocks[block].start
    else { return nil }
    return origin.tree >= 0 ? Int(origin.tree) + offset - Int(origin.text) : -2 - Int(origin.tree)
  }
}

extension Array {
  /// The index of the first element that satisfies `predicate`, which no element before and every one after it does.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
