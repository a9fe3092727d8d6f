/// What a chatbot says to whoever asked it, before or behind the text that was asked for. Only what no clinic says to its readers.
package enum ChatbotWords {
  /// How long the words are with which a paragraph begins, in bytes; nil for a paragraph of somebody's own.
  package static func length(atStartOf paragraph: ArraySlice<UInt8>) -> Int? {
    guard let first = paragraph.first, initials.contains(first) else { return nil }
    let text = String(decoding: paragraph.prefix(60), as: UTF8.self)
    let plain = text.replacing("’", with: "'")
    guard let phrase = phrases.first(where: { plain.hasPrefix($0) }) else { return nil }
    return text.prefix(phrase.count).utf8.count
  }

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
  ]
  private static let initials = Set(phrases.compactMap(\.utf8.first))
}
