/// What stands around and between a drawing's elements.
extension DrawingReader {
  /// `<?xml version="1.0" encoding="UTF-8" standalone="no"?>` (XML 1.0, section 2.8).
  mutating func readDeclaration() throws(Drawing.Fault) {
    let start = at
    at += 5
    var isRight = true
    while skipSpace(), isRight, !has("?>") {
      let attribute = try readAttribute()
      switch attribute.name {
      case "version": isRight = attribute.value == "1.0"
      case "encoding": isRight = attribute.value.lowercased() == "utf-8"
      case "standalone": isRight = ["yes", "no"].contains(attribute.value)
      default: isRight = false
      }
    }
    guard isRight else {
      throw .malformed(
        start, "The line `<?xml …?>` must say that this is XML 1.0 in UTF-8.",
        hint: "Remove the line, and save the file as UTF-8.")
    }
    at += 2
  }

  func refusedMarkup() -> Drawing.Fault {
    if has("<![CDATA[") {
      return .unsafe(
        at, "The drawing contains `<![CDATA[…]]>`.",
        hint: "Remove `<![CDATA[` and `]]>`, and keep what is between them.")
    }
    if has("<?") {
      return .unsafe(at, "The drawing contains a processing instruction, `<?…?>`.", hint: "Remove it.")
    }
    return .unsafe(
      at, "The drawing contains a declaration, `<!…>`.",
      hint:
        "Remove everything from `<!` to its `>`. Replace any `&names;` it declares with the characters themselves."
    )
  }

  /// HTML ends a comment sooner than XML does when it begins with `>` or `->`.
  mutating func readComment() throws(Drawing.Fault) {
    let start = at
    at += 4
    let endsSoonerInHTML = has(">") || has("->")
    while at < bytes.count, bytes[at] != UInt8(ascii: "-") || !has("--") {
      try checkCharacter()
      at += 1
    }
    guard has("-->"), !endsSoonerInHTML else {
      throw .malformed(
        start, "This comment is never closed, or it has `--` or `>` where they are not allowed.",
        hint: "Write it as `<!-- words -->`, or remove it.")
    }
    if open.last?.name == "style" {
      throw .unsafe(
        start, "The stylesheet contains an XML comment.", hint: "Remove it, or write it as `/* words */`.")
    }
    at += 3
    if depthOfText == nil { drop(start..<at) }
  }

  mutating func readText() throws(Drawing.Fault) {
    let start = at
    var isBlank = true
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") {
      try checkCharacter()
      if open.isEmpty, !Self.isSpace(bytes[at]) {
        throw .malformed(
          at, "There is text \(hasRoot ? "after" : "before") the drawing.",
          hint: hasRoot ? "Remove everything after `</svg>`." : "Remove everything before `<svg`.")
      }
      if bytes[at] == UInt8(ascii: "]"), has("]]>") {
        throw .malformed(at, "The text contains `]]>`.", hint: "Write `]]&gt;`.")
      }
      if !Self.isSpace(bytes[at]) { isBlank = false }
      if bytes[at] == UInt8(ascii: "&") { _ = try readReference() } else { at += 1 }
    }
    if isBlank, depthOfText == nil { drop(start..<at) }
    if open.last?.name == "style", !isInRefused { try judgeStyle(start..<at) }
    if depthOfText != nil { addLine(start..<at) }
  }

  /// One of the five names of XML, or a number (XML 1.0, section 4.1).
  mutating func readReference() throws(Drawing.Fault) -> Unicode.Scalar {
    let start = at
    var end = at + 1
    while end < bytes.count, end - start < 12, bytes[end] != UInt8(ascii: ";") { end += 1 }
    let name = end < bytes.count && bytes[end] == UInt8(ascii: ";") ? text(start + 1..<end) : ""
    let scalar: Unicode.Scalar? =
      switch name {
      case "amp": "&"
      case "lt": "<"
      case "gt": ">"
      case "quot": "\""
      case "apos": "'"
      default:
        if name.hasPrefix("#x") {
          UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        } else if name.hasPrefix("#") {
          UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
        } else {
          nil
        }
      }
    guard let scalar, scalar.value >= 0x20 || [9, 10, 13].contains(scalar.value), !name.contains("+"),
      scalar.value != 0xFFFE, scalar.value != 0xFFFF
    else {
      throw .malformed(
        start, "This `&` is not the start of anything that XML defines.",
        hint: "Write `&amp;` for an ampersand, and other characters as they are.")
    }
    at = end + 1
    return scalar
  }
}
