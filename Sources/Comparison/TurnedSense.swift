import SiteModel
import SymptomTree
import Text

/// Whether what a text says was turned into its opposite: “Do not run” became “Run”, “stop” became “go on”, “if” became “unless”, words
/// were struck out. Of a language whose words nobody has written down, only the last is known.
struct TurnedSense {
  private let words: FactComparison?

  /// Where words alone were taken out or put in, more than these are a sentence of their own.
  private static let mostWords = 2

  /// `language` is that of both texts.
  init(_ language: String) {
    let one = SiteLanguage(tag: language, name: "")
    words = FactComparison(from: one, to: one)
  }

  func isFound(from was: String, to now: String) -> Bool { isFound(in: WordDifference(was, now).passages) }

  func isFound(in passages: [Change.Passage]) -> Bool {
    passages.contains { passage in
      if Self.deletions(passage.was) != Self.deletions(passage.now) { return true }
      guard let words else { return false }
      let (was, now) = (Self.differing(passage.was), Self.differing(passage.now))
      if was.isEmpty || now.isEmpty {
        let count = (was + now).split(separator: " ").count
        return count <= Self.mostWords && (words.isTurned(now, from: was) || words.turns(was + now))
      }
      // Around them may be what makes a phrase of them: “do” and “any”.
      return words.isTurned(now, from: was) || words.statesOtherTime(now, than: was)
        || words.isOpposite(Self.plain(passage.now), of: Self.plain(passage.was))
    }
  }

  /// Whether a text that was changed or is gone gave a number or a time that another stands for, told readers not to do something or
  /// to stop, or named who helps and how soon.
  func isWeakened(in passages: [Change.Passage]) -> Bool {
    passages.contains { passage in
      guard let was = passage.was else { return false }
      let (gone, new) = (Self.differing(was), Self.differing(passage.now))
      // A number that is only new stands for none.
      let isNumber = !Self.numbers(gone).isEmpty || Self.numbers(new).isEmpty
      if !new.isEmpty, isNumber, isOtherAmount(gone, new) { return true }
      if isRefusal(gone), new.isEmpty || !isRefusal(new) { return true }
      return Self.helpWords(in: gone) > Self.helpWords(in: new)
    }
  }

  /// How many words of a text name who helps, or that it is for now; in English and Spanish.
  private static func helpWords(in text: String) -> Int {
    SmallWords.all(in: text.lowercased()).count { help.contains($0) }
  }

  private static let help = UrgencyWords.emergencies.union(UrgencyWords.today).union([
    "911", "physician", "doctor", "clinician", "surgeon", "médico", "médica", "doctora", "cirujano",
    "cirujana",
    "inmediato",
  ])

  /// Whether a text that is gone told readers not to do something, or to stop.
  func isRefusal(_ text: String) -> Bool { words?.refuses(text) ?? false }

  /// Whether another number, unit of time or day stands in the place of what a text said: `days` for `months`.
  func isOtherAmount(from was: String, to now: String) -> Bool {
    WordDifference(was, now).passages.contains { passage in
      isOtherAmount(Self.differing(passage.was), Self.differing(passage.now))
    }
  }

  private func isOtherAmount(_ was: String, _ now: String) -> Bool {
    words?.statesOtherTime(now, than: was, orNumber: true) ?? false || Self.numbers(was) != Self.numbers(now)
  }

  /// Whether a quantity has another unit: minutes for seconds.
  static func hasOtherUnit(_ was: String, _ now: String) -> Bool {
    func unit(_ text: String) -> String { text.filter(\.isLetter) }
    return !unit(was).isEmpty && unit(was) != unit(now)
  }

  /// Whether a quantity became at least twice, or at most half, as much.
  static func isFarOther(from was: String, to now: String) -> Bool {
    let (before, after) = (numbers(was).compactMap(Double.init), numbers(now).compactMap(Double.init))
    return before.count == after.count && zip(before, after).contains { $0 >= 2 * $1 || $1 >= 2 * $0 }
      && before != after
  }

  private static func numbers(_ text: String) -> [String] {
    WrittenNumber.all(in: Array(text.utf8)[...]).map(\.value)
  }

  private static func deletions(_ text: String?) -> Int { (text ?? "").ranges(of: "~~").count }

  private static func plain(_ text: String?) -> String {
    (text ?? "").filter { $0 != "«" && $0 != "»" }
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
