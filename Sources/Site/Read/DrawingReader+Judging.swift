/// Whether what was read may be in a drawing.
extension DrawingReader {
  mutating func isAllowed(_ name: String, at offset: Int) -> Bool {
    if open.isEmpty, name != "svg" {
      refuse(
        offset, name, "The drawing begins with `<\(Self.shown(name))>` where `<svg>` belongs.",
        hint: "Save the drawing as SVG once more.")
      return false
    }
    if let around = open.last, ["title", "desc", "style"].contains(around.name) {
      refuse(
        offset, "\(around.name) \(name)",
        "`<\(Self.shown(name))>` stands in `<\(around.name)>`, which holds text alone.",
        hint: "Leave its words, without tags.")
      return false
    }
    if Drawing.elements.contains(name) || (name == "style" && place == .file) { return true }
    let hint =
      switch name.lowercased() {
      case "style": "Take it out: in a page the site's own stylesheet gives the colours, by `class`."
      case "script", "animate", "set": "Take it out: nothing in a drawing may run or move."
      case "image", "foreignobject": "Draw it with shapes, or show the picture by itself, as PNG or JPEG."
      case "a": "Take its tags out, and put the link in the text."
      default: Self.plainHint(name)
      }
    refuse(offset, "<\(name)", "A drawing may not hold the element `\(Self.shown(name))`.", hint: hint)
    return false
  }

  mutating func judge(_ attribute: Attribute, of element: String) {
    let shown = Self.shown(attribute.name)
    switch Drawing.attribute(attribute.name, in: place) {
    case .text:
      if attribute.name == "data-answer" { answers.insert(attribute.value) }
    case .value, .style:
      for problem in DrawingStyle.faults(in: Array(attribute.value.utf8)[...]) {
        refuse(
          attribute.offset, "\(attribute.name)=\(problem.what)",
          "`\(shown)` has \(Self.quoted(problem.what)) in its value.", hint: Self.styleHint)
      }
    case .reference:
      let id = attribute.value.dropFirst()
      if attribute.value.hasPrefix("#"), !id.isEmpty, id.utf8.allSatisfy({ $0 > 0x20 }) { return }
      refuse(
        attribute.offset, "href", "`href` leads out of the drawing.",
        hint: "Write `#` and the id of something in the same drawing, as in `href=\"#bone\"`.")
    case .fixed(let value):
      if attribute.value == value { return }
      refuse(
        attribute.offset, attribute.name, "`\(shown)` names something else than SVG.",
        hint: "Write `\(shown)=\"\(value)\"`.")
    case nil:
      let hint =
        if attribute.name == "xlink:href" {
          "Write `href`, with `#` and the id of something in the same drawing."
        } else if attribute.name == "xmlns:xlink" {
          "Take it out, and write `href` for `xlink:href`."
        } else if attribute.name.lowercased().hasPrefix("on") {
          "Take it out: nothing in a drawing may run."
        } else if attribute.name == "style" {
          "Take it out: in a page the site's own stylesheet gives the colours, by `class`."
        } else {
          Self.plainHint(attribute.name)
        }
      refuse(attribute.offset, attribute.name, "A drawing may not hold the attribute `\(shown)`.", hint: hint)
    }
  }

  mutating func judgeStyle(_ range: Range<Int>) throws(Drawing.Fault) {
    if let sign = bytes[range].firstIndex(of: UInt8(ascii: "&")) {
      throw .unsafe(
        sign, "The stylesheet has a character written as `&…;`.", hint: "Write the character itself.")
    }
    for problem in DrawingStyle.faults(in: bytes[range]) {
      refuse(
        problem.offset, "<style>\(problem.what)", "The stylesheet has \(Self.quoted(problem.what)) in it.",
        hint: Self.styleHint)
    }
  }

  private mutating func refuse(_ offset: Int, _ name: String, _ message: String, hint: String) {
    if told.insert(name).inserted { faults.append(.unsafe(offset, message, hint: hint)) }
  }

  private static let styleHint =
    "Use plain values, colours and `url(#id)`: a drawing loads nothing, and is written without `\\`."

  private static func plainHint(_ name: String) -> String {
    name.contains(":")
      ? "Take it out: a drawing program leaves out its own data when it saves as plain or optimised SVG."
      : "Take it out: shapes, groups, texts, gradients and markers are enough."
  }

  /// What was found, in code's letters unless it is words.
  private static func quoted(_ what: String) -> String { what.contains(" ") ? what : "`\(shown(what))`" }
}
