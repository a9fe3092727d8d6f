import Diagnostics

/// A text without quotes between braces, which ends at its comma: `{frequency: Monday, Wednesday, Friday}`. What stands behind the
/// comma is read as keys without values.
struct CutText {
  private let name: String
  private var text: String
  /// Where its fault is in the list of faults.
  private let place: Int
  private let line: Int

  /// The value `start` of a key, which goes on with another key.
  init(_ name: Node, _ start: Node, _ next: Node, into diagnostics: inout [Diagnostic]) {
    (self.name, place, line) = (name.text, diagnostics.count, start.position.line)
    text = "\(start.text), \(next.text)"
    let (first, rest) = (start.text.last?.isNumber == true, next.text.first?.isNumber == true)
    let isNumber = first && rest && next.position.column == start.position.column + start.text.count + 1
    let hint =
      isNumber ? "Write `\(name.text): \(start.text).\(next.text)`, with a point." : quotesHint
    diagnostics.append(
      .error(
        .wrongType, file: start.file, at: start.position,
        "`\(name.text)` ends at the comma: in braces, a comma starts another key.", hint: hint))
  }

  /// Whether a key that is not known is one more part of the text, which its hint then quotes, too.
  mutating func goesOn(with key: Node, _ value: Node, into diagnostics: inout [Diagnostic]) -> Bool {
    guard value.isNull, key.isPlain, key.position.line == line else { return false }
    text += ", \(key.text)"
    diagnostics[place].hint = quotesHint
    return true
  }

  private var quotesHint: String {
    text.contains("\"")
      ? "Put the whole text in quotes." : "Put the whole text in quotes: `\(name): \"\(text)\"`."
  }
}
