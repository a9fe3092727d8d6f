/// The attribute `sizes` (HTML Living Standard, section 4.8.4.2.1): widths, separated by commas, each but the last behind a condition.
enum PictureSizes {
  /// What is wrong with it, as the end of a sentence; nil for what browsers read.
  static func fault(in text: String) -> String? {
    var depth = 0
    var parts: [[String]] = [[""]]
    for character in text {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if depth < 0 { return "it has a `)` without a `(`" }
      if depth == 0, character == "," {
        parts.append([""])
      } else if depth == 0, character.isWhitespace {
        parts[parts.count - 1].append("")
      } else {
        parts[parts.count - 1][parts[parts.count - 1].count - 1].append(character)
      }
    }
    if depth > 0 { return "it has a `(` that is never closed" }
    for part in parts {
      guard let width = part.last(where: { !$0.isEmpty }) else {
        return "there is nothing beside one of its commas"
      }
      if !isWidth(width) { return "`\(width)` is no width" }
    }
    return nil
  }

  /// `40rem`, `100vw`, `calc(100vw - 2rem)`, `auto`.
  private static func isWidth(_ word: String) -> Bool {
    let word = word.lowercased()
    if word == "auto" || word == "0" { return true }
    if word.hasSuffix(")") { return functions.contains { word.hasPrefix($0 + "(") } }
    let number = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return Double(number) != nil && units.contains(String(word.dropFirst(number.count)))
  }

  private static let functions = ["calc", "min", "max", "clamp", "var", "env"]
  private static let units: Set = [
    "px", "em", "rem", "ch", "ex", "lh", "rlh", "ic", "cap", "vw", "vh", "vi", "vb", "vmin", "vmax", "svw",
    "lvw",
    "dvw", "svh", "lvh", "dvh", "cm", "mm", "q", "in", "pt", "pc",
  ]
}
