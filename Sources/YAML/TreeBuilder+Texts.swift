import Diagnostics
import Text

extension TreeBuilder {
  /// A `&` at the beginning of a text makes a name of its first word, which nobody sees.
  mutating func reportLostName(_ name: [UInt8], _ record: Record) {
    let value = String(decoding: pool[Int(record.start)..<Int(record.end)], as: UTF8.self)
    let word = "&" + String(decoding: name, as: UTF8.self)
    let text = value.isEmpty ? word : word + " " + value
    report(
      .yamlSyntax, at: Position(line: Int(record.line), column: Int(record.column)),
      "`\(word)` is read as a name for what follows, so it is missing from the text.",
      hint: text.contains("\"")
        ? "Put the whole text in quotes." : "Put the whole text in quotes: `\"\(text)\"`.")
  }

  /// Whether every text, its escapes resolved, is made of characters that can be seen.
  mutating func checkTexts() {
    guard !HiddenCharacters.all(in: pool[...], upTo: 1).isEmpty else { return }
    var seen: Set<UInt32> = []
    // An alias shares the text of what it repeats.
    for record in records where record.kind == .scalar && seen.insert(record.start).inserted {
      let all = HiddenCharacters.all(
        in: pool[Int(record.start)..<Int(record.end)], upTo: Self.mostHidden, of: pool[...])
      guard let found = all.first(where: { !$0.isSlight }) ?? all.first else { continue }
      let start = Position(line: Int(record.line), column: Int(record.column))
      // Where pairs were joined, columns are those of the file, and the line is searched from its beginning.
      let from = pairs == nil ? start : Position(line: start.line, column: 1)
      let offset = CharacterPlace(of: found.scalar, from: from, firstLine: firstLine, in: source).offset
      let position = offset.map { inFile(Position(ofByte: $0, in: source)) } ?? start
      if found.isSlight {
        warn(.badCharacter, at: position, found.message, hint: found.hint)
      } else {
        report(.badCharacter, at: position, found.message, hint: found.hint)
      }
      if isRefused { return }
    }
  }

  /// Of one text. What is no harm is told only where nothing among so many is.
  private static let mostHidden = 100
}
