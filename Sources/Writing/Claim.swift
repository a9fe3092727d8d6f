/// A phrase such as `guaranteed` or `you have` in its sentence: whether it claims what nobody can know.
package struct Claim {
  /// The phrases that are a claim only where they judge the reader.
  package static let addresses = [["you", "have"], ["usted", "tiene"]].map { $0.map { Array($0.utf8) } }

  /// The last words of the sentence before the phrase.
  private let before: [ProseWords.Word]
  /// The first words behind the phrase.
  private let behind: [String]
  /// Whether a colon or a semicolon stands right before the phrase.
  private let followsMark: Bool

  /// `sentence` is where the phrase's sentence begins, `phrase` where the phrase stands, `end` that of its block.
  package init(_ bytes: [UInt8], sentence: Int, _ phrase: Range<Int>, end: Int, reach: Int = Claim.fewWords) {
    before = Self.lastWords(reach, bytes, sentence..<max(sentence, phrase.lowerBound))
    behind = ProseWords(bytes, phrase.upperBound..<end).lazy.prefix(Self.fewWordsBehind).map(Self.text)
    let gap = (before.last?.range.upperBound ?? phrase.lowerBound)..<phrase.lowerBound
    followsMark = bytes[gap].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }
  }

  /// "There is no cure", "nobody can guarantee that".
  var isDenied: Bool {
    before.contains { word in
      Self.denials.contains(Self.text(word)) || word.text.suffix(3).elementsEqual("n't".utf8)
    }
  }

  /// For `you have`: whether the sentence says so on its own account, rather than of whoever it is true of ("if you
  /// have", "the pain you have"), of the past and of duties ("you have been", "you have to"), or of what is no illness ("you have two
  /// options").
  func isAssertion(afterCondition: Bool) -> Bool {
    if let next = behind.first, Self.isParticiple(next) { return false }
    if behind.prefix(3).contains(where: Self.possessions.contains) { return false }
    guard let last = before.last else { return true }
    let word = Self.text(last)
    if Self.assertions.contains(word) { return true }
    if word == "that" || word == "que", before.count > 1 {
      return Self.assertions.contains(Self.text(before[before.count - 2]))
    }
    return !afterCondition && followsMark
  }

  /// For the phrases of `Promise`: whether it is one, and of everybody.
  func isPromise(_ phrase: [[UInt8]]) -> Bool {
    Promise.isOne(phrase, after: before.map { Self.text($0) }, before: behind)
  }

  /// `less than six weeks`.
  private static let fewWordsBehind = 4
  /// As many words before a phrase can deny it.
  package static let fewWords = 5
  /// A promise stands further behind what denies it: "nobody can say that you will be pain-free in 6 weeks".
  static let manyWords = 12

  /// The last few words of `range`. What stands between spaces is taken from the end until they are found, so that a
  /// sentence of a megabyte is not gone through for each of its claims.
  private static func lastWords(_ count: Int, _ bytes: [UInt8], _ range: Range<Int>) -> [ProseWords.Word] {
    var words: [ProseWords.Word] = []
    var end = range.upperBound
    while end > range.lowerBound, words.count < count {
      var start = end - 1
      while start > range.lowerBound, bytes[start - 1] != 0x20 { start -= 1 }
      words = Array(ProseWords(bytes, start..<end)) + words
      end = start
    }
    return words.suffix(count)
  }

  /// Whether a sentence has said "if" or the like: read on from one `you have` to the next.
  struct Conditions {
    private(set) var areMet = false
    private var sentence = -1
    private var read = 0

    mutating func read(_ bytes: [UInt8], sentence start: Int, upTo end: Int) {
      if sentence != start { (sentence, read, areMet) = (start, start, false) }
      guard !areMet, read < end else { return }
      areMet = ProseWords(bytes, read..<end).contains { Claim.conditions.contains(Claim.text($0)) }
      read = end
    }
  }

  private static func text(_ word: ProseWords.Word) -> String { String(decoding: word.text, as: UTF8.self) }

  private static func isParticiple(_ word: String) -> Bool {
    duties.contains(word) || word.count > 3 && word.hasSuffix("ed")
  }

  private static let denials: Set = [
    "no", "not", "never", "cannot", "nothing", "none", "nobody", "without", "nor", "neither",
    "nunca", "nadie", "nada", "sin", "ningún", "ninguna", "tampoco", "ni",
  ]
  private static let assertions: Set = [
    "means", "mean", "shows", "show", "proves", "prove", "confirms", "confirm", "so", "then", "probably",
    "certainly", "clearly", "definitely", "significa", "muestra", "confirma", "demuestra", "entonces",
    "probablemente", "seguramente", "claramente",
  ]
  private static let conditions: Set = [
    "if", "when", "whether", "unless", "until", "once", "for",
    "si", "cuando", "mientras", "aunque", "para",
  ]
  /// What readers have that is no finding.
  private static let possessions: Set = [
    "option", "options", "choice", "choices", "right", "rights", "nothing", "time", "minutes", "appointment",
    "visit", "visits", "chance", "access", "insurance", "question", "opciones", "opción", "derecho", "tiempo",
    "minutos", "cita", "pregunta",
  ]
  private static let duties: Set = [
    "to", "come", "been", "had", "done", "seen", "felt", "made", "gone", "got", "ever", "already", "just",
    "not",
    "questions", "any", "que", "preguntas", "algún", "alguna",
  ]
}
