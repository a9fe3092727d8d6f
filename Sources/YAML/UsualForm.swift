import CBytes
import Diagnostics
import Text

/// Reads YAML in the form that nearly all front matter has: a mapping with `key: value` lines, lists below a key or in brackets on
/// its line, texts on one line, plain or in quotes. Everything else, and whatever might be a mistake, is left to libyaml, which
/// takes ten times as long.
///
/// What it takes, it takes as libyaml does (YAML 1.1, chapters 7 to 9, as far as that form needs them).
struct UsualForm {
  /// What a document is made of, in its order.
  struct Event {
    enum Kind { case scalar, sequence, mapping, end }
    let kind: Kind
    var isPlain = false
    /// Bytes of the source that are a scalar's text.
    var text = 0..<0
    /// Where it begins, from 0, in characters.
    var line = 0
    var column = 0
  }

  let source: UnsafeBufferPointer<UInt8>
  private(set) var events: [Event] = []
  private var open: [Collection] = []
  /// Of collections inside one another, at most.
  private var depth = 1
  private let hasWideCharacters: Bool
  private var line = 0
  private var lineStart = 0
  /// Where the value of the last key would stand, if that line ends with its colon.
  private var awaited: (line: Int, column: Int)?
  /// What stands further in than this goes on with a text, which is left to libyaml.
  private var innermost = Int.max

  private struct Collection {
    let indentation: Int
    let isSequence: Bool
  }

  /// Nil for any other form, and for more than `limits` allow. `source` outlives the events.
  init?(_ source: UnsafeBufferPointer<UInt8>, _ limits: Limits) {
    self.source = source
    guard source.count <= limits.expandedBytes, Self.hasPlainBytes(source) else { return nil }
    hasWideCharacters =
      SixteenBytes.first(in: source, 0..<source.count, cbytes_beyond_ascii) < source.count
    events.reserveCapacity(64)
    var start = 0
    while start < source.count {
      let end = Self.first(UInt8(ascii: "\n"), in: source, start..<source.count)
      lineStart = start
      guard readLine(start..<end) else { return nil }
      start = end + 1
      line += 1
    }
    guard !open.isEmpty else { return nil }
    closeAwaited()
    for _ in open { events.append(Event(kind: .end)) }
    guard events.count <= limits.nodes, depth + Self.deepestFlow <= limits.depth else { return nil }
  }

  /// Neither tabs nor other control characters, nor backslashes; of what is beyond ASCII, letters of Europe, the signs beside them,
  /// and dashes, quotes and their like, but for what ends lines.
  private static func hasPlainBytes(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while true {
      at = SixteenBytes.first(in: source, at..<source.count) { bytes in
        let odd =
          cbytes_within(bytes, 0, 0x09) | cbytes_within(bytes, 0x0B, 0x1F) | cbytes_equal(bytes, 0x5C)
          | cbytes_equal(bytes, 0x7F)
        if cbytes_beyond_ascii(bytes) == 0 { return odd }
        return odd | cbytes_within(bytes, 0xC0, 0xFF)
      }
      guard at < source.count else { return true }
      let next = at + 1 < source.count ? source[at + 1] : 0
      switch source[at] {
      case 0xC2 where next >= 0xA0 && next < 0xC0: at += 2
      case 0xC3...0xC5 where next & 0xC0 == 0x80: at += 2
      case 0xE2 where next == 0x80 && at + 2 < source.count:
        let last = source[at + 2]
        // U+2010 to U+2027: what comes after ends lines or cannot be seen.
        guard (0x90...0xA7).contains(last) else { return false }
        at += 3
      default: return false
      }
    }
  }

  /// The column of a place in the line at hand.
  private func column(_ at: Int) -> Int {
    guard hasWideCharacters else { return at - lineStart }
    return (lineStart..<at).count { source[$0] & 0xC0 != 0x80 }
  }

  private mutating func openCollection(_ kind: Event.Kind, _ at: Int) {
    note(kind, at)
    open.append(Collection(indentation: at - lineStart, isSequence: kind == .sequence))
    depth = max(depth, open.count + 1)
  }

  mutating func noteEnd() { events.append(Event(kind: .end)) }

  mutating func note(_ kind: Event.Kind, _ at: Int, _ text: Range<Int> = 0..<0, isPlain: Bool = false) {
    events.append(Event(kind: kind, isPlain: isPlain, text: text, line: line, column: column(at)))
  }

  static func first(_ byte: UInt8, in source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    SixteenBytes.first(in: source, range) { cbytes_equal($0, byte) }
  }

  // MARK: Lines

  /// False where the line has another form.
  private mutating func readLine(_ line: Range<Int>) -> Bool {
    var at = line.lowerBound
    while at < line.upperBound, source[at] == 0x20 { at += 1 }
    if at == line.upperBound || source[at] == UInt8(ascii: "#") { return true }
    let indentation = at - line.lowerBound
    guard indentation <= innermost else { return false }
    innermost = Int.max
    let isItem = isDash(at, line.upperBound)
    guard place(indentation, at, isItem: isItem) else { return false }
    if !isItem { return readPair(at, indentation, line.upperBound) }
    at += 1
    while at < line.upperBound, source[at] == 0x20 { at += 1 }
    guard at < line.upperBound else { return false }
    if colon(ofKeyAt: at, line.upperBound) != nil {
      openCollection(.mapping, at)
      return readPair(at, at - line.lowerBound, line.upperBound)
    }
    innermost = indentation
    return readValue(at..<line.upperBound)
  }

  /// A dash with a space behind it.
  private func isDash(_ at: Int, _ end: Int) -> Bool {
    source[at] == UInt8(ascii: "-") && at + 1 < end && source[at + 1] == 0x20
  }

  /// Ends the collections that a line at `indentation` does not belong to, and begins the one that it is the first line of.
  private mutating func place(_ indentation: Int, _ at: Int, isItem: Bool) -> Bool {
    if awaited != nil, let top = open.last {
      // A list may stand right below its key.
      if isItem ? indentation >= top.indentation : indentation > top.indentation {
        awaited = nil
        openCollection(isItem ? .sequence : .mapping, at)
        return true
      }
      closeAwaited()
    }
    while let top = open.last {
      if top.indentation < indentation { return false }
      if top.indentation == indentation, top.isSequence == isItem { return true }
      // A list right below its key ends with the next key; anything else there is a mistake.
      if top.indentation == indentation, !top.isSequence { return false }
      events.append(Event(kind: .end))
      open.removeLast()
    }
    guard events.isEmpty, !isItem else { return false }
    openCollection(.mapping, at)
    return true
  }

  /// A key without a value has an empty text for one.
  private mutating func closeAwaited() {
    guard let place = awaited else { return }
    awaited = nil
    events.append(Event(kind: .scalar, isPlain: true, line: place.line, column: place.column))
  }

  /// `key: value`, or `key:` above a list or mapping.
  private mutating func readPair(_ at: Int, _ indentation: Int, _ end: Int) -> Bool {
    guard let colon = colon(ofKeyAt: at, end) else { return false }
    note(.scalar, at, at..<colon, isPlain: true)
    var start = colon + 1
    while start < end, source[start] == 0x20 { start += 1 }
    if start == end {
      awaited = (line, column(colon + 1))
      return true
    }
    innermost = indentation
    return readValue(start..<end)
  }

  /// Behind letters, digits, hyphens and underscores, with a space or the end of the line behind it.
  func colon(ofKeyAt start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, Self.isInName(source[at]) || at > start && source[at] == UInt8(ascii: "-") { at += 1 }
    guard at > start, at < end, source[at] == UInt8(ascii: ":"), at - start < 200 else { return nil }
    return at + 1 == end || source[at + 1] == 0x20 ? at : nil
  }

  static func isInName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }
}

extension TreeBuilder {
  mutating func read(_ form: UsualForm) {
    for event in form.events where !isRefused {
      let position = written(Position(line: event.line + firstLine, column: event.column + 1))
      var record = Record(kind: .scalar, line: UInt32(position.line), column: UInt32(position.column))
      switch event.kind {
      case .scalar:
        record.isPlain = event.isPlain
        record.start = UInt32(pool.count)
        pool.append(contentsOf: UnsafeBufferPointer(rebasing: source[event.text]))
        record.end = UInt32(pool.count)
        finish(record)
      case .sequence, .mapping:
        record.kind = event.kind == .sequence ? .sequence : .mapping
        open.append(
          Frame(record: records.count, firstPending: pending.count, isAnchored: false, before: total))
        records.append(record)
      case .end: end()
      }
    }
  }
}
