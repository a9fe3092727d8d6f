import Diagnostics
import Text

/// Turns libyaml's events into records. Stops at the first thing that makes the tree unreadable.
struct TreeBuilder {
  let source: UnsafeBufferPointer<UInt8>
  let file: String
  let firstLine: Int
  private let limits: Limits
  let lines: LineStarts?
  let pairs: SurrogatePairs?
  /// Whether letters may be written as a letter and a mark.
  private let mayCompose: Bool

  /// Whether to note where nodes end.
  var keepsEnds = false
  /// Whether what has the usual form is read without libyaml.
  var readsUsualForm = true
  private var extents = NodeExtents()

  var diagnostics: [Diagnostic] = []
  var isRefused = false

  var records: [Record] = []
  private var children: [UInt32] = []
  var pool: [UInt8] = []
  /// Finished nodes whose parent is still open.
  var pending: [UInt32] = []
  var open: [Frame] = []
  private var anchors = Anchors()
  /// Texts with a name, and the names that were repeated.
  private var namedTexts: [(name: [UInt8], record: Record)] = []
  private var repeatedNames: Set<[UInt8]> = []
  /// Nodes and scalar bytes so far, aliases counted in full.
  var total = Extent()

  /// A collection whose end has not been met.
  struct Frame {
    var record: Int
    var firstPending: Int
    var isAnchored: Bool
    var before: Extent
    /// Levels below it, so far.
    var height = 0
  }

  /// `pairs` are those that were joined in `source`.
  init(
    source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int, limits: Limits, pairs: SurrogatePairs?
  ) {
    self.source = source
    self.file = file
    self.firstLine = firstLine
    self.limits = limits
    self.pairs = pairs
    lines = LineStarts(source)
    mayCompose = ComposedText.mayHoldMarks(source) || source.contains(UInt8(ascii: "\\"))
  }

  /// The tree, or nil after an error that makes it unreadable.
  mutating func build() -> Storage? {
    if source.isEmpty { return Storage(records: [], children: [], pool: [], file: file) }
    if let directive = SyntaxProblem.directive(in: source) {
      report(
        .yamlSyntax, at: inFile(Position(ofByte: directive, in: source)),
        "A line that starts with `%` is a YAML directive, which is not supported.",
        hint: "Remove the line, or indent it if it is part of a text.")
      return nil
    }
    records.reserveCapacity(64)
    children.reserveCapacity(64)
    pool.reserveCapacity(source.count)
    if let form = readsUsualForm && !keepsEnds ? UsualForm(source, limits) : nil {
      read(form)
    } else {
      readEvents()
    }
    guard !isRefused else { return nil }
    checkTexts()
    lookForSlips()
    lookForCuts()
    lookForLostLines()
    for (name, record) in namedTexts where !repeatedNames.contains(name) { reportLostName(name, record) }
    return Storage(records: records, children: children, pool: pool, file: file, extents: extents)
  }

  private mutating func readEvents() {
    var reader = EventReader(source)
    var hasDocument = false
    while !isRefused {
      guard let kind = reader.next() else {
        refuse(SyntaxProblem(reader.failure, in: source))
        return
      }
      switch kind {
      case .streamEnd: return
      case .documentStart:
        guard !hasDocument else {
          refuse(
            .yamlSyntax, at: reader.mark, "A second document starts here, but a file can contain only one.",
            hint: "Remove this `---` line.")
          return
        }
        hasDocument = true
      case .scalar: scalar(reader)
      case .alias: alias(reader)
      case .sequenceStart: begin(.sequence, kind, reader)
      case .mappingStart: begin(.mapping, kind, reader)
      case .collectionEnd: end()
      case .documentEnd, .other: break
      }
    }
  }

  private mutating func scalar(_ reader: borrowing EventReader) {
    let start = pool.count
    reader.appendScalar(to: &pool)
    if mayCompose, let composed = ComposedText(pool[start...]) {
      pool.replaceSubrange(start..., with: composed.bytes)
    }
    let extent = Extent(nodes: 1, bytes: pool.count - start)
    guard admit(extent, height: 0, reader, .scalar) else { return }
    var record = record(.scalar, at: reader.mark)
    record.isPlain = reader.isPlain
    record.start = UInt32(start)
    record.end = UInt32(pool.count)
    if let anchor = reader.anchor(of: .scalar) {
      anchors.declare(anchor, at: records.count)
      namedTexts.append((anchor, record))
      anchors.finish(records.count, extent, height: 0)
    }
    finish(record)
    if keepsEnds { noteEnd(reader) }
    if reader.isPlain, reader.endMark.line > reader.mark.line {
      lookForItems(onLines: reader.mark.line + 1...reader.endMark.line)
    }
  }

  private mutating func noteEnd(_ reader: borrowing EventReader) {
    while extents.ends.count < records.count - 1 { extents.ends.append(nil) }
    extents.ends.append(position(reader.endMark))
  }

  private mutating func begin(_ kind: Node.Kind, _ event: EventReader.Kind, _ reader: borrowing EventReader) {
    let before = total
    guard admit(Extent(nodes: 1, bytes: 0), height: 1, reader, event) else { return }
    let anchor = reader.anchor(of: event)
    if let anchor { anchors.declare(anchor, at: records.count) }
    open.append(
      Frame(record: records.count, firstPending: pending.count, isAnchored: anchor != nil, before: before))
    records.append(record(kind, at: reader.mark))
  }

  mutating func end() {
    guard let frame = open.popLast() else { return }
    if records[frame.record].kind == .mapping { checkKeys(pending[frame.firstPending...]) }
    records[frame.record].start = UInt32(children.count)
    children.append(contentsOf: pending[frame.firstPending...])
    records[frame.record].end = UInt32(children.count)
    pending.removeSubrange(frame.firstPending...)
    pending.append(UInt32(frame.record))
    let height = frame.height + 1
    if !open.isEmpty { open[open.count - 1].height = max(open[open.count - 1].height, height) }
    if frame.isAnchored { anchors.finish(frame.record, total - frame.before, height: height) }
  }

  private mutating func alias(_ reader: borrowing EventReader) {
    let name = reader.anchor(of: .alias) ?? []
    let shown = String(decoding: name, as: UTF8.self)
    if let frame = open.last, records[frame.record].kind == .mapping,
      (pending.count - frame.firstPending).isMultiple(of: 2)
    {
      refuse(.yamlSyntax, at: reader.mark, "The alias `*\(shown)` is used as a key. Write the key itself.")
      return
    }
    switch anchors.target(of: name) {
    case .unknown:
      let hint =
        NearestName.hint(for: shown, among: anchors.names)
        ?? SourceLines.quotedValue(onLine: reader.mark.line, in: source).map {
          "Put the text in quotes: write `\($0)`."
        }
      refuse(
        .yamlSyntax, at: reader.mark, "`*\(shown)` repeats `&\(shown)`, which is not defined above.",
        hint: hint)
    case .unfinished:
      refuse(
        .yamlSyntax, at: reader.mark, "`*\(shown)` is inside `&\(shown)` itself, so it would never end.")
    case .node(let index, let extent, let height):
      repeatedNames.insert(name)
      guard admit(extent, height: height, reader, .alias) else { return }
      var copy = record(records[index].kind, at: reader.mark)
      copy.isPlain = records[index].isPlain
      copy.start = records[index].start
      copy.end = records[index].end
      if !open.isEmpty { open[open.count - 1].height = max(open[open.count - 1].height, height) }
      finish(copy)
      if keepsEnds {
        noteEnd(reader)
        extents.aliased[records.count - 1] = index
      }
    }
  }

  /// Counts what is about to be added; false when that is too much or carries a tag that ends the reading.
  private mutating func admit(
    _ extent: Extent, height: Int, _ reader: borrowing EventReader, _ kind: EventReader.Kind
  ) -> Bool {
    if let tag = reader.tag(of: kind) {
      let quoted = SourceLines.quotedValue(onLine: reader.mark.line, in: source)
      // `- !Do not go lower`: without its tag, it says the opposite.
      let isText = tag.first == UInt8(ascii: "!") && (quoted?.split(separator: " ").count ?? 0) > 4
      refuse(
        .yamlTag, at: reader.mark, "The tag `\(SyntaxProblem.shortTag(tag))` is not supported.",
        hint: isText
          ? quoted.map { "Put the text in quotes: write `\($0)`." }
          : "Remove the tag: the key already decides what its value means."
            + (quoted.map { " If it is part of the text, write `\($0)`." } ?? ""))
      return false
    }
    total = total + extent
    if total.nodes > limits.nodes {
      refuse(
        .yamlTooLarge, at: reader.mark,
        "This file has more than \(limits.nodes) values, including the values repeated by aliases.")
    } else if total.bytes > limits.expandedBytes {
      refuse(
        .yamlTooLarge, at: reader.mark,
        "This file has more than \(limits.expandedBytes) bytes of text, including the text repeated by aliases."
      )
    } else if open.count + height > limits.depth {
      refuse(.yamlTooLarge, at: reader.mark, "This file is nested more than \(limits.depth) levels deep.")
    } else {
      return true
    }
    return false
  }

  mutating func finish(_ record: Record) {
    pending.append(UInt32(records.count))
    records.append(record)
  }

  private func record(_ kind: Node.Kind, at mark: EventReader.Mark) -> Record {
    let position = position(mark)
    return Record(kind: kind, line: UInt32(position.line), column: UInt32(position.column))
  }

  private mutating func refuse(_ problem: SyntaxProblem) {
    isRefused = true
    // Outside of quotes, YAML breaks lines with characters that no editor shows as a break (YAML 1.1, section 4.2).
    if let lineEnd = HiddenCharacters.all(in: Array(source)[...], upTo: 100).first(where: \.breaksLines) {
      let place = inFile(Position(ofByte: lineEnd.offset, in: source))
      return report(.badCharacter, at: place, lineEnd.message, hint: lineEnd.hint)
    }
    let place =
      switch problem.place {
      case .byte(let offset): inFile(Position(ofByte: offset, in: source))
      case .mark(let mark): position(mark)
      }
    // What was read as the text of a key that misses its colon is told with the key.
    diagnostics.removeAll { fault in
      fault.code == .yamlSyntax
        && fault.position.map { ($0.line, $0.column) > (place.line, place.column) } ?? false
    }
    report(.yamlSyntax, at: place, problem.message, hint: problem.hint)
  }

  private mutating func refuse(
    _ code: DiagnosticCode, at mark: EventReader.Mark, _ message: String, hint: String? = nil
  ) {
    isRefused = true
    report(code, at: position(mark), message, hint: hint)
  }

  mutating func report(
    _ code: DiagnosticCode, at position: Position, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(.error(code, file: file, at: position, message, hint: hint))
    if diagnostics.count >= limits.faults { isRefused = true }
  }
}
