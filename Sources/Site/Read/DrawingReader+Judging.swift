/// Whether what was read may be in a drawing.
extension DrawingReader {
  mutating func isAllowed(_ name: String, at offset: Int) -> Bool {
    if open.isEmpty, name != "svg" {
      refuse(
        offset, name, "The drawing starts with `<\(Self.shown(name))>`; it must start with `<svg>`.",
        hint: "Save the drawing as SVG again.")
      return false
    }
    if let around = open.last, ["title", "desc", "style"].contains(around.name) {
      refuse(
        offset, "\(around.name) \(name)",
        "`<\(Self.shown(name))>` is inside `<\(around.name)>`, which can contain only text.",
        hint: "Keep the words and remove the tags.")
      return false
    }
    if Drawing.elements.contains(name) || (name == "style" && place == .file) { return true }
    let hint =
      switch name.lowercased() {
      case "style": "Remove it: on a page, the site's stylesheet sets the colors, by `class`."
      case "script", "animate", "set": "Remove it: drawings cannot contain scripts or animation."
      case "image", "foreignobject": "Draw it with shapes, or use the picture on its own, as PNG or JPEG."
      case "a": "Remove its tags, and put the link in the text."
      default: Self.plainHint(name)
      }
    refuse(offset, "<\(name)", "Drawings cannot contain the element `\(Self.shown(name))`.", hint: hint)
    return false
  }

  mutating func judge(_ attribute: Attribute, of element: String) {
    var shown: String { Self.shown(attribute.name) }
    let kind = Drawing.attribute(attribute.name, in: place)
    if case .numbers = kind { dropRepeatedSpaces(in: attribute.range) }
    switch kind {
    case .text:
      if attribute.name == "data-answer" { answers.insert(attribute.value) }
    case .value, .numbers, .style:
      let written = bytes[attribute.range]
      // A reference, such as `&quot;`, stands for another character.
      let value = written.contains(UInt8(ascii: "&")) ? Array(attribute.value.utf8)[...] : written
      for problem in DrawingStyle.faults(in: value) {
        refuse(
          attribute.offset, "\(attribute.name)=\(problem.what)",
          "The value of `\(shown)` contains \(Self.quoted(problem.what)).", hint: Self.styleHint)
      }
    case .reference:
      let id = attribute.value.dropFirst()
      if attribute.value.hasPrefix("#"), !id.isEmpty, id.utf8.allSatisfy({ $0 > 0x20 }) { return }
      refuse(
        attribute.offset, "href", "`href` points outside the drawing.",
        hint: "Write `#` and an id from the same drawing, as in `href=\"#bone\"`.")
    case .fixed(let value):
      if attribute.value == value { return }
      refuse(
        attribute.offset, attribute.name, "`\(shown)` is not the one for SVG.",
        hint: "Write `\(shown)=\"\(value)\"`.")
    case nil:
      let hint =
        if attribute.name == "xlink:href" {
          "Use `href`, with `#` and an id from the same drawing."
        } else if attribute.name == "xmlns:xlink" {
          "Remove it, and use `href` instead of `xlink:href`."
        } else if attribute.name.lowercased().hasPrefix("on") {
          "Remove it: drawings cannot contain scripts."
        } else if attribute.name == "style" {
          "Remove it: on a page, the site's stylesheet sets the colors, by `class`."
        } else {
          Self.plainHint(attribute.name)
        }
      refuse(
        attribute.offset, attribute.name, "Drawings cannot contain the attribute `\(shown)`.", hint: hint)
    }
  }

  mutating func judgeStyle(_ range: Range<Int>) throws(Drawing.Fault) {
    if let sign = bytes[range].firstIndex(of: UInt8(ascii: "&")) {
      throw .unsafe(
        sign, "The stylesheet contains a character written as `&…;`.", hint: "Write the character itself.")
    }
    for problem in DrawingStyle.faults(in: bytes[range]) {
      refuse(
        problem.offset, "<style>\(problem.what)", "The stylesheet contains \(Self.quoted(problem.what)).",
        hint: Self.styleHint)
    }
  }

  private mutating func refuse(_ offset: Int, _ name: String, _ message: String, hint: String) {
    if told.insert(name).inserted { faults.append(.unsafe(offset, message, hint: hint)) }
  }

  private static let styleHint =
    "Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`."

  private static func plainHint(_ name: String) -> String {
    name.contains(":")
      ? "Remove it. To leave out a drawing program's own data, save as plain or optimized SVG."
      : "Remove it. Use only shapes, groups, text, gradients and markers."
  }

  /// What was found, in code's letters unless it is words.
  private static func quoted(_ what: String) -> String { what.contains(" ") ? what : "`\(shown(what))`" }
}
