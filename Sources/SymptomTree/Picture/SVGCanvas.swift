/// Writes the elements of a drawing; what they look like is their class's business.
struct SVGCanvas {
  private(set) var text = ""

  mutating func rectangle(
    _ style: String, x: Double, y: Double, width: Double, height: Double, radius: Double = 3
  ) {
    text += "<rect class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
    text +=
      "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\" rx=\"\(Self.number(radius))\"/>"
  }

  /// One line of text; `y` is its foot.
  mutating func line(_ words: String, _ style: String, x: Double, y: Double) {
    text +=
      "<text class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\">\(Self.escaped(words))</text>"
  }

  mutating func rule(x: Double, y: Double, width: Double) {
    text += "<path class=\"rule\" d=\"M\(Self.number(x)) \(Self.number(y))h\(Self.number(width))\"/>"
  }

  /// An element with attributes around others; their values are escaped here.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)], _ content: (inout SVGCanvas) -> Void
  ) {
    text += "<\(name)"
    for attribute in attributes { text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
    text += ">"
    content(&self)
    text += "</\(name)>\n"
  }

  mutating func append(_ other: String) { text += other }

  /// One decimal, the same on every machine.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// XML text; characters that XML 1.0 does not allow become U+FFFD.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\u{0}"..<"\u{20}", "\u{FFFE}"..."\u{FFFF}": out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
