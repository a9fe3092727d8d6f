import Text

/// What a drawing may hold. Everything that is not named here is refused.
extension Drawing {
  /// Elements. `use` shows only what is in the same drawing; `title` and `desc` hold text alone, since HTML would read
  /// elements in them as the page's own.
  static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "title", "desc",
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "textPath",
    "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker",
  ]

  /// How an attribute's value is judged.
  enum Attribute {
    /// Words that nothing acts on.
    case text
    /// A value as CSS has it: it may name a colour or `url(#id)`, never another file.
    case value
    /// A value of numbers with spaces between them.
    case numbers
    /// `#` and the id of something in the drawing.
    case reference
    /// Declarations, as in a stylesheet.
    case style
    /// The only value that it may have.
    case fixed(String)
  }

  /// Nil when no element may have the attribute.
  static func attribute(_ name: String, in place: Place) -> Attribute? {
    if let known = known[name] {
      if case .style = known, place == .page { return nil }
      return known
    }
    guard name.hasPrefix("aria-") || name.hasPrefix("data-") else { return nil }
    // Other letters may be no part of a name, and before a colon stands a namespace that nothing declares.
    return name.utf8.allSatisfy { URLText.isUnreserved($0) && $0 != UInt8(ascii: "~") } ? .text : nil
  }

  /// One look for each attribute of each drawing.
  private static let known: [String: Attribute] = {
    var known: [String: Attribute] = ["href": .reference, "style": .style]
    for name in ["xmlns", "xmlns:svg"] { known[name] = .fixed("http://www.w3.org/2000/svg") }
    for name in ["id", "class", "role", "lang", "xml:lang", "xml:space", "version", "baseProfile"] {
      known[name] = .text
    }
    for name in values { known[name] = .value }
    for name in numberLists { known[name] = .numbers }
    return known
  }()

  /// Any space in them is as good as another, and many are as good as one (SVG 2, sections 9.3 and 10; CSS Transforms 1).
  private static let numberLists = [
    "d", "points", "transform", "gradientTransform", "patternTransform", "viewBox", "stroke-dasharray",
  ]

  private static let values = [
    // Where and how large.
    "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r",
    "rx", "ry",
    "fx", "fy", "fr", "d", "points", "pathLength", "transform", "transform-origin", "overflow",
    // Text.
    "dx", "dy", "rotate", "textLength", "lengthAdjust", "startOffset", "method", "spacing", "side",
    "text-anchor",
    "dominant-baseline", "alignment-baseline", "baseline-shift", "writing-mode", "direction", "unicode-bidi",
    "font-family", "font-size", "font-weight", "font-style", "font-variant", "font-stretch", "letter-spacing",
    "word-spacing", "text-decoration", "text-rendering", "white-space",
    // Colours and lines.
    "color", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "paint-order",
    "vector-effect",
    "opacity", "display", "visibility", "shape-rendering", "color-interpolation", "stop-color",
    "stop-opacity", "offset",
    // Gradients, patterns, markers, and what is cut out.
    "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits", "patternContentUnits",
    "patternTransform",
    "clip-path", "clip-rule", "clipPathUnits", "mask", "mask-type", "maskUnits", "maskContentUnits", "marker",
    "marker-start", "marker-mid", "marker-end", "markerUnits", "markerWidth", "markerHeight", "refX", "refY",
    "orient",
  ]

  /// What `@` may begin in a stylesheet. Others load files (`@import`, `@font-face`) or change how it is read.
  static let rules: Set<String> = ["media", "supports", "page", "keyframes"]

  /// What may stand before `(` in a stylesheet or value beside `url(#id)`. Others can name files, such as `image-set`.
  static let functions: Set<String> = [
    "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "light-dark",
    "var",
    "calc", "min", "max", "clamp", "cubic-bezier", "steps",
    "matrix", "translate", "translatex", "translatey", "scale", "scalex", "scaley", "rotate", "skew", "skewx",
    "skewy",
    "not", "is", "where", "has", "lang", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type",
  ]
}
