/// What a sentence quotes between backticks, cut where it is longer than anybody reads: a link of 20 KB would hide the sentence.
package enum LongQuote {
  /// In bytes.
  private static let most = 1_000

  /// The sentence with `…` for the middle of each such quote.
  package static func cut(in sentence: String) -> String {
    // Nearly every sentence.
    guard sentence.utf8.count > most else { return sentence }
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { place, part in
      let isQuote = !place.isMultiple(of: 2) && place < parts.count - 1
      return isQuote ? shortened(String(part)) : String(part)
    }.joined(separator: "`")
  }

  /// Its beginning and its end, when it is longer than anybody reads.
  package static func shortened(_ text: String) -> String {
    text.utf8.count > most ? "\(text.prefix(200))…\(text.suffix(100))" : text
  }
}
