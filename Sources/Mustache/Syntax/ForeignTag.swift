/// Tags of Handlebars, which looks like Mustache and asks with a word: `{{#if title}}`, `{{#each signs}}`.
enum ForeignTag {
  /// What is wrong with a tag whose name has a space in it; nil for other slips. The end tag of a section has the word alone.
  static func fault(_ text: String, _ token: Token) -> Fault? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, token.kind == .section || token.kind == .inverted else { return nil }
    let isInverted = (token.kind == .inverted) != (words[0] == "unless")
    guard ["if", "unless", "each", "with"].contains(words[0]) else { return nil }
    let name = words[1]
    return Fault(
      code: .templateBadName, offset: token.name.lowerBound,
      message: "`\(words[0])` is a word of another template language.",
      hint: "Write `{{\(isInverted ? "^" : "#")\(name)}}…{{/\(name)}}`.")
  }
}
