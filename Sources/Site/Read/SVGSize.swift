/// The size of a drawing, from the attributes of its root element (SVG 2, section 8.2: `width` and `height`
/// in pixels, else the last two numbers of `viewBox`).
enum SVGSize {
  static func read(_ bytes: [UInt8]) -> ImageSize? {
    guard let tag = rootTag(bytes) else { return nil }
    if let width = attribute("width", in: tag).flatMap(pixels),
      let height = attribute("height", in: tag).flatMap(pixels)
    {
      return ImageSize(width: width, height: height)
    }
    let box = attribute("viewBox", in: tag).map {
      $0.split { $0 == " " || $0 == "," || $0 == "\n" }.compactMap { Double($0) }
    }
    guard let box, box.count == 4, box[2] > 0, box[3] > 0, box[2] < 100_000, box[3] < 100_000 else {
      return nil
    }
    return ImageSize(width: Int(box[2].rounded()), height: Int(box[3].rounded()))
  }

  /// What stands between `<svg` and the `>` that ends the tag, past a declaration, comments and a doctype.
  private static func rootTag(_ bytes: [UInt8]) -> Substring? {
    let text = String(decoding: bytes.prefix(16_384), as: UTF8.self)
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      if rest.hasPrefix("<svg") {
        let end = rest.firstIndex(of: ">") ?? rest.endIndex
        return rest[..<end].dropFirst(4)
      }
      let close: [Character] = rest.hasPrefix("<!--") ? ["-", "-", ">"] : [">"]
      guard rest.hasPrefix("<!") || rest.hasPrefix("<?"), let end = firstRange(of: close, in: rest) else {
        return nil
      }
      rest = rest[end...]
    }
    return nil
  }

  private static func firstRange(of mark: [Character], in text: Substring) -> Substring.Index? {
    var at = text.startIndex
    while at < text.endIndex {
      if text[at...].starts(with: mark) { return text.index(at, offsetBy: mark.count) }
      at = text.index(after: at)
    }
    return nil
  }

  private static func attribute(_ name: String, in tag: Substring) -> Substring? {
    var rest = tag
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last
      let after = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let quote = after.first, quote == "\"" || quote == "'" else { return nil }
      let value = after.dropFirst()
      guard let end = value.firstIndex(of: quote) else { return nil }
      if key == Substring(name) { return value[..<end] }
      rest = value[value.index(after: end)...]
    }
    return nil
  }

  /// A length in pixels; other units and percentages say nothing about the picture's own size.
  private static func pixels(_ text: Substring) -> Int? {
    let number = text.hasSuffix("px") ? text.dropLast(2) : text
    guard let value = Double(number), value > 0, value < 100_000 else { return nil }
    return Int(value.rounded())
  }
}
