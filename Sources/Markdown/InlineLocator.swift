/// Finds where the links, images, HTML and reference marks of one block stand in its source. cmark's own inline
/// columns are wrong after definitions, in links over several lines and on continuation lines; its block lines
/// are right.
///
/// Only runs when something is reported or a fragment is recorded; linear in the block's length.
struct InlineLocator {
  struct Mark {
    enum Kind { case link, image, html, reference }

    var kind: Kind
    /// `[`, `!` or `<`.
    var offset: Int
    /// Links and images: where the destination is written; the bytes that name it.
    var destination: Range<Int> = 0..<0
  }

  /// The block's links and images, in the order in which they begin; and its other marks.
  private(set) var links: [Mark] = []
  private(set) var html: [Mark] = []
  private(set) var references: [Mark] = []
  /// The node whose marks these are.
  private(set) var leaf = -1

  private struct Opener {
    var offset: Int
    var isImage: Bool
    var isActive = true
  }

  mutating func removeAll() {
    leaf = -1
  }

  /// `definitions` are the destinations of the article's link definitions by normalised label.
  mutating func scan(_ text: [UInt8], _ range: Range<Int>, leaf: Int, definitions: [[UInt8]: Range<Int>]) {
    self.leaf = leaf
    links.removeAll()
    html.removeAll()
    references.removeAll()
    let syntax = InlineSyntax(text: text, end: range.upperBound)
    var i = syntax.skippingSpace(range.lowerBound)
    while let definition = syntax.definition(i) { i = syntax.skippingSpace(definition.end) }
    var openers: [Opener] = []
    /// Lengths of backtick runs known to have no partner further on.
    var lonely: Set<Int> = []
    while i < range.upperBound {
      switch text[i] {
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "`"): i = codeSpan(syntax, i, &lonely)
      case UInt8(ascii: "<"):
        if let end = syntax.autolink(i) {
          links.append(Mark(kind: .link, offset: i, destination: i + 1..<end - 1))
          i = end
        } else if let end = syntax.html(i) {
          html.append(Mark(kind: .html, offset: i))
          i = end
        } else {
          i += 1
        }
      case UInt8(ascii: "!") where syntax.byte(i + 1) == UInt8(ascii: "["):
        openers.append(Opener(offset: i, isImage: true))
        i += 2
      case UInt8(ascii: "["):
        openers.append(Opener(offset: i, isImage: false))
        i += 1
      case UInt8(ascii: "]"): i = close(syntax, i, &openers, definitions)
      default: i += 1
      }
    }
    for opener in openers { reject(opener, syntax) }
    links.sort { $0.offset < $1.offset }
    references.sort { $0.offset < $1.offset }
  }

  private func codeSpan(_ syntax: InlineSyntax, _ start: Int, _ lonely: inout Set<Int>) -> Int {
    let open = syntax.backticks(start)
    guard !lonely.contains(open - start) else { return open }
    var i = open
    while i < syntax.end {
      guard syntax.text[i] == UInt8(ascii: "`") else {
        i += 1
        continue
      }
      let run = syntax.backticks(i)
      if run - i == open - start { return run }
      i = run
    }
    lonely.insert(open - start)
    return open
  }

  /// A `]`: makes the innermost open bracket a link or image if what follows, or a definition, lets it.
  private mutating func close(
    _ syntax: InlineSyntax, _ i: Int, _ openers: inout [Opener], _ definitions: [[UInt8]: Range<Int>]
  ) -> Int {
    guard let opener = openers.popLast() else { return i + 1 }
    let inner = opener.offset + (opener.isImage ? 2 : 1)
    var destination: Range<Int>?
    var end = i + 1
    if opener.isActive {
      if let target = syntax.inlineTarget(i + 1) {
        destination = target.destination
        end = target.end
      } else if let label = syntax.label(i + 1), !label.isEmpty {
        destination = definitions[LinkDefinitions.normalized(syntax.text[label])]
        if destination != nil { end = label.upperBound + 1 }
      } else if inner < i, i - inner < 1000 {
        destination = definitions[LinkDefinitions.normalized(syntax.text[inner..<i])]
        if destination != nil, syntax.byte(i + 1) == UInt8(ascii: "["),
          syntax.byte(i + 2) == UInt8(ascii: "]")
        {
          end = i + 3
        }
      }
    }
    guard let destination else {
      reject(opener, syntax)
      return i + 1
    }
    links.append(Mark(kind: opener.isImage ? .image : .link, offset: opener.offset, destination: destination))
    if !opener.isImage {
      for index in openers.indices where !openers[index].isImage { openers[index].isActive = false }
    }
    return end
  }

  /// A bracket that is text: perhaps a citation's or a footnote's.
  private mutating func reject(_ opener: Opener, _ syntax: InlineSyntax) {
    let bracket = opener.offset + (opener.isImage ? 1 : 0)
    let next = syntax.byte(bracket + 1)
    if next == UInt8(ascii: "@") || next == UInt8(ascii: "^") {
      references.append(Mark(kind: .reference, offset: bracket))
    }
  }
}

/// The link definitions of an article (CommonMark, section 4.7): where each destination is written. A line
/// that looks like one counts; this decides about places in reports, not about HTML.
enum LinkDefinitions {
  static func find(in text: [UInt8]) -> [[UInt8]: Range<Int>] {
    var found: [[UInt8]: Range<Int>] = [:]
    guard TextScanner.contains(UInt8(ascii: "]"), in: text) else { return found }
    let syntax = InlineSyntax(text: text, end: text.count)
    var isLineStart = true
    var i = 0
    while i < text.count {
      switch text[i] {
      case 0x0A: isLineStart = true
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
      case UInt8(ascii: "[") where isLineStart:
        if let definition = syntax.definition(i), text[definition.label].first != UInt8(ascii: "^") {
          let label = normalized(text[definition.label])
          if found[label] == nil { found[label] = definition.destination }
        }
        isLineStart = false
      default: isLineStart = false
      }
      i += 1
    }
    return found
  }

  /// White space collapsed, letter case folded.
  static func normalized(_ label: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in label.trimmed {
      if isSpace(byte) {
        if out.last != 0x20 { out.append(0x20) }
      } else {
        out.append(byte)
      }
    }
    return Array(String(decoding: out, as: UTF8.self).lowercased().utf8)
  }
}
