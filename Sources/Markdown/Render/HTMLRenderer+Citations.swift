import Diagnostics

/// The references cited so far and their numbers on this page.
struct CitationList {
  private var numbers: [Int: Int] = [:]
  private(set) var cited: [RenderedArticle.Citation] = []

  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    cited = []
  }

  /// The number that the page shows for `reference`, and which mention of it this is.
  mutating func mention(_ reference: Int) -> (number: Int, mention: Int) {
    if let number = numbers[reference] {
      cited[number - 1].mentions += 1
      return (number, cited[number - 1].mentions)
    }
    cited.append(.init(reference: reference, mentions: 1))
    numbers[reference] = cited.count
    return (cited.count, 1)
  }
}

extension HTMLRenderer {
  /// `[@key]`, `[@key, p. 3]` or `[@one; @two]` at the start of `range`: where it ends, or nil when it is left as text.
  mutating func citation(_ range: Range<Int>, at i: Int) -> Int? {
    guard let close = closingBracket(range),
      let keys = citationKeys(range.lowerBound + 1..<close)
    else {
      reportMark(
        range, .malformedCitation, "This starts like a citation, but it is not complete.",
        hint: severalCitations(range) ?? spacedCitation(range)
          ?? "Write `[@key]`, `[@key, p. 3]` for a page, or `[@one; @two]` for more than one. To show `[@` as text, write `\\[@`."
      )
      return nil
    }
    if around.isQuoting { return close + 1 }
    if i < around.linkEnd || around.isInAnchor {
      reportMark(
        range, .nestedLink, "A citation is already a link, so it cannot be inside another link.",
        hint: "Put it after the link.")
      return close + 1
    }
    headings.hasLinks = true
    var isFirst = true
    var start = out.count
    for (key, offset, locator) in keys {
      guard let reference = references.citation(key) else {
        reportUnknown(key, at: offset)
        continue
      }
      // The number belongs to the word before it: no line breaks between them.
      while isFirst, out.last == UInt8(ascii: " ") || out.last == UInt8(ascii: "\n") { out.removeLast() }
      if isFirst {
        start = out.count
        collector.removeTrailingSpaces()
      }
      out.append(isFirst ? "<sup class=\"citation\">[" : ", ")
      isFirst = false
      append(markFor: citations.mention(reference))
      if !locator.isEmpty {
        out.append(", ")
        out.append(escaping: body.tree.bytes, locator)
      }
    }
    if !isFirst {
      out.append("]</sup>")
      steps.leaveOut(start..<out.count)
    }
    return close + 1
  }

  /// For `[@smith 2019]` and `[@smith2019 p. 3]`: how to write it, where a work has that key.
  private func severalCitations(_ range: Range<Int>) -> String? {
    guard let close = closingBracket(range) else { return nil }
    let written = TypedText.restored(body.tree.bytes[range.lowerBound + 1..<close].trimmed)
    let parts = written.split {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "&")
    }
    .map(\.trimmed)
    guard parts.count > 1,
      parts.allSatisfy({ $0.first == UInt8(ascii: "@") && references.citation(Array($0.dropFirst())) != nil })
    else { return nil }
    let listed = parts.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "; ")
    return "Write `[\(listed)]`."
  }

  private func spacedCitation(_ range: Range<Int>) -> String? {
    guard let close = closingBracket(range) else { return nil }
    let written = TypedText.restored(body.tree.bytes[range.lowerBound + 1..<close].trimmed)
    guard written.first == UInt8(ascii: "@"), written.dropFirst().contains(0x20),
      !written.contains(where: {
        $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 < 0x20 || $0 >= 0xF8
      })
    else { return nil }
    let words = written.dropFirst().split(separator: 0x20)
    let key = words.reduce(into: [UInt8]()) { $0 += $1 }
    func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    if references.citation(key) != nil { return "Write `[@\(text(key))]`: a key has no spaces in it." }
    guard let first = words.first, references.citation(Array(first)) != nil else { return nil }
    let place = words.dropFirst().map(text).joined(separator: " ").replacing("page ", with: "p. ")
    return "Write `[@\(text(first)), \(place)]`."
  }

  /// The `]` of the `[` where `range` begins, when no other bracket comes before it.
  func closingBracket(_ range: Range<Int>) -> Int? {
    var i = range.lowerBound + 1
    while i < range.upperBound, body.tree.bytes[i] != UInt8(ascii: "[") {
      if body.tree.bytes[i] == UInt8(ascii: "]") { return i }
      i += 1
    }
    return nil
  }

  private mutating func append(markFor place: (number: Int, mention: Int)) {
    out.append("<a href=\"#ref-")
    out.append(number: place.number)
    out.append("\" id=\"cite-")
    out.append(number: place.number)
    out.append(UInt8(ascii: "-"))
    out.append(number: place.mention)
    out.append("\" aria-label=\"")
    out.append(escaping: Array(options.labels.reference.utf8))
    out.append(UInt8(ascii: " "))
    out.append(number: place.number)
    out.append("\">")
    out.append(number: place.number)
    out.append("</a>")
  }

  /// The keys between the brackets, as their author typed them, where each `@` is, and which part of the work it is (`p. 3`);
  /// nil when something else stands there.
  private func citationKeys(_ range: Range<Int>) -> [(key: [UInt8], offset: Int, locator: Range<Int>)]? {
    var keys: [(key: [UInt8], offset: Int, locator: Range<Int>)] = []
    for part in body.tree.bytes[range].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let written = part.trimmed
      let name = written.prefix { $0 != UInt8(ascii: ",") }
      let locator = written[name.endIndex...].dropFirst().trimmed
      let key = TypedText.restored(name)
      guard key.count > 1, key[0] == UInt8(ascii: "@"), key.dropFirst().allSatisfy(Self.isKeyByte),
        name.endIndex == written.endIndex || !locator.isEmpty,
        !locator.contains(where: { $0 == UInt8(ascii: "@") || $0 >= 0xF8 })
      else { return nil }
      keys.append((Array(key.dropFirst()), written.startIndex, locator.indices))
    }
    return keys
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "@"), UInt8(ascii: ","),
      UInt8(ascii: ";"), 0x7F, 0xF8...0xFF:
      false
    default: true
    }
  }

  private mutating func reportUnknown(_ key: [UInt8], at offset: Int) {
    guard !around.isQuoting else { return }
    let name = String(decoding: key, as: UTF8.self)
    report(
      .unknownCitation, at: position(ofByte: offset, inBlock: around.leaf),
      "`@\(name)` is cited, but it is not in the references.",
      hint: references.citationHint(key))
  }

  mutating func reportMark(
    _ range: Range<Int>, _ code: DiagnosticCode, _ message: String, hint: String?
  ) {
    guard !around.isQuoting else { return }
    report(code, at: position(ofByte: range.lowerBound, inBlock: around.leaf), message, hint: hint)
  }
}

/// Undoes typographic punctuation where a name was meant: cmark has already replaced quotes, dashes and dots.
enum TypedText {
  static func restored(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(0xE2) else { return Array(text) }
    var out: [UInt8] = []
    var i = text.startIndex
    while i < text.endIndex {
      if text[i] == 0xE2, i + 2 < text.endIndex, text[i + 1] == 0x80, let typed = typed(text[i + 2]) {
        out.append(contentsOf: typed.utf8)
        i += 3
      } else {
        out.append(text[i])
        i += 1
      }
    }
    return out
  }

  private static func typed(_ last: UInt8) -> String? {
    switch last {
    case 0x93: "--"
    case 0x94: "---"
    case 0x98, 0x99: "'"
    case 0x9C, 0x9D: "\""
    case 0xA6: "..."
    default: nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without spaces, tabs and line ends at its ends.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, isSpace(first) { slice.removeFirst() }
    while let last = slice.last, isSpace(last) { slice.removeLast() }
    return slice
  }
}
