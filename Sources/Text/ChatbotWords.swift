/// What a chatbot says to whoever asked it, before or behind the text that was asked for. Only what no clinic says to its readers.
package enum ChatbotWords {
  /// How long the words are with which a paragraph begins, in bytes; nil for a paragraph of somebody's own.
  package static func length(atStartOf paragraph: ArraySlice<UInt8>) -> Int? {
    guard let first = paragraph.first, initials[Int(first)] else { return nil }
    for phrase in phrases where phrase[0] == first {
      if let length = length(of: phrase, atStartOf: paragraph) { return length }
    }
    return nil
  }

  /// A typographic apostrophe counts as a straight one.
  private static func length(of phrase: [UInt8], atStartOf paragraph: ArraySlice<UInt8>) -> Int? {
    var at = paragraph.startIndex
    for byte in phrase {
      guard at < paragraph.endIndex else { return nil }
      if paragraph[at] == byte {
        at += 1
      } else if byte == UInt8(ascii: "'"), paragraph[at...].starts(with: apostrophe) {
        at += apostrophe.count
      } else {
        return nil
      }
    }
    return at - paragraph.startIndex
  }

  private static let apostrophe = Array("’".utf8)
  private static let phrases = [
    "Certainly! Here", "Sure! Here", "Sure thing! Here", "Of course! Here", "Absolutely! Here",
    "Here is a revised version", "Here is a rewritten", "Here is the revised version",
    "Here is the rewritten", "Here is an improved version", "Here's a revised version",
    "Here's a rewritten", "Here's the revised version", "Here's the rewritten",
    "Here's an improved version", "I hope this helps! Let me know", "Let me know if you'd like me to",
    "Let me know if you would like me to", "¡Claro! Aquí", "¡Por supuesto! Aquí",
    "Would you like me to", "Do you want me to", "Want me to ", "Shall I also ", "If you'd like, I can",
    "If you want, I can", "I can also create", "I can also write", "¿Quieres que ", "¿Te gustaría que ",
    "¿Quiere que ", "Si quieres, puedo", "As of my last update", "As of my last knowledge",
  ].map { Array($0.utf8) }
  private static let initials = (0...UInt8.max).map { byte in phrases.contains { $0[0] == byte } }
}
