import SiteModel

/// Whether what a text says was turned into its opposite: “Do not run” became “Run”. Of a language whose words nobody has written down,
/// nothing is known.
struct TurnedSense {
  private let words: FactComparison?

  /// Where words alone were taken out or put in, more than these are a sentence of their own.
  private static let mostWords = 2

  /// `language` is that of both texts.
  init(_ language: String) {
    let one = SiteLanguage(tag: language, name: "")
    words = FactComparison(from: one, to: one)
  }

  func isFound(in passages: [Change.Passage]) -> Bool {
    guard let words else { return false }
    return passages.contains { passage in
      let (was, now) = (Self.differing(passage.was), Self.differing(passage.now))
      if was.isEmpty || now.isEmpty {
        let count = (was + now).split(separator: " ").count
        guard count <= Self.mostWords else { return false }
      }
      return words.isTurned(now, from: was)
    }
  }

  /// The words between `«` and `»`, or all.
  private static func differing(_ text: String?) -> String {
    guard let text else { return "" }
    guard let start = text.firstIndex(of: "«"), let end = text.lastIndex(of: "»"), start < end else {
      return text
    }
    return String(text[text.index(after: start)..<end])
  }
}
