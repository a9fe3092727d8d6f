import Diagnostics
import Text

/// Whether the sentences of the red flags are sentences, each of its own: two flags in the same words are one sign that readers meet
/// twice, and one that they never meet.
struct RedFlagTexts {
  typealias Entry = (id: String, level: String, text: (String, Position), why: (String, Position)?)

  private let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(_ entries: [Entry], file: String) {
    self.file = file
    var texts: [String: (id: String, line: Int)] = [:]
    var reasons: [String: (id: String, line: Int)] = [:]
    let tokens = entries.map(EntryTokens.init)
    for (number, entry) in entries.enumerated() {
      let isWritten = look(at: entry)
      if isWritten { compareText(entry, &texts) }
      lookForNumber(entry.text.0, "text", entry.id, entry.text.1)
      lookForWaiting(entry.text.0, "text", entry, entry.text.1)
      guard let why = entry.why else { continue }
      lookForNumber(why.0, "`why`", entry.id, why.1)
      lookForWaiting(why.0, "`why`", entry, why.1)
      let folded = Self.folded(why.0)
      if folded.isEmpty || Self.isPlaceholder(why.0) {
        report(
          .error, why.1,
          "The `why` of the red flag `\(entry.id)` is still to be written: readers would see `\(why.0)`.",
          "Say why the sign matters and what to tell the clinician.")
      } else if folded == Self.folded(entry.text.0) {
        report(
          .warning, why.1, "The `why` of the red flag `\(entry.id)` only repeats its text.",
          "Say why the sign matters and what to tell the clinician.")
      } else if let first = reasons[folded] {
        report(
          .warning, why.1,
          "The red flags `\(first.id)` (line \(first.line)) and `\(entry.id)` have the same `why`.",
          "Say of each why it matters and what to tell the clinician.")
      } else {
        reasons[folded] = (entry.id, why.1.line)
        if isWritten { compare(entry, tokens[number]) }
      }
    }
    for (first, second) in Self.exchanged(tokens) {
      report(
        .warning, entries[first].text.1,
        "The red flags `\(entries[first].id)` and `\(entries[second].id)` seem to have each other's text: the `why` of each speaks of the other's sign.",
        "Give each `why` the text that it is about.")
    }
  }

  /// A sign that is turned round, or its reason.
  private mutating func compare(_ entry: Entry, _ tokens: EntryTokens) {
    // What is denied is told by itself.
    guard let (said, reason) = Self.contradiction(entry.text.0, tokens), Self.denial(in: entry.text.0) == nil
    else { return }
    report(
      .warning, entry.text.1,
      "The text of the red flag `\(entry.id)` says \"\(said)\", but its `why` says \"\(reason)\".",
      "Say the same in both: one of them was turned round.")
  }

  private mutating func report(_ severity: Severity, _ position: Position, _ message: String, _ hint: String)
  {
    diagnostics.append(Diagnostic(severity, .badRedFlag, file: file, at: position, message, hint: hint))
  }

  /// False where there is no sentence yet.
  private mutating func look(at entry: Entry) -> Bool {
    let (text, position) = entry.text
    if Self.isPlaceholder(text) {
      report(
        .error, position,
        "The text of the red flag `\(entry.id)` is still to be written: readers would see `\(text)`.",
        "Write the warning sign in one plain sentence, or delete the red flag.")
      return false
    }
    if Self.isCutOff(text) {
      report(
        .warning, position,
        "The text of the red flag `\(entry.id)` seems to be cut off: it ends with `\(Self.lastWord(text))`.",
        "Write the sign to its end.")
    } else if text.hasSuffix("?") {
      report(
        .warning, position,
        "The text of the red flag `\(entry.id)` asks something, but pages show it as a sign: readers would see `\(text)`.",
        "Write the sign as a statement, such as \"A calf that is newly swollen\".")
    } else if Self.isShouted(text) {
      report(
        .warning, position,
        "The text of the red flag `\(entry.id)` is all in capitals, which are hard to read.",
        "Write it in small letters: readers see how urgent it is by its place.")
    } else if Self.isPlaceAlone(text) {
      report(
        .warning, position,
        "The text of the red flag `\(entry.id)` names a part of the body, but no sign: readers would see `\(text)`.",
        "Write what is wrong there, in one plain sentence.")
    } else if let words = Self.denial(in: text) {
      report(
        .warning, position,
        "The text of the red flag `\(entry.id)` says \"\(words)\", so readers without the sign would choose it.",
        "Write the sign as those have it who need help, such as \"A calf that is newly swollen\".")
    } else if let condition = Self.condition(text) {
      report(
        .warning, position,
        "The text of the red flag `\(entry.id)` takes a part of itself back: \"\(condition)\".",
        "Write the sign in one sentence that is true of everyone who has to act on it.")
    }
    return true
  }

  /// Whom to call belongs to the level of a flag, not to its sentence.
  private mutating func lookForNumber(_ text: String, _ what: String, _ id: String, _ position: Position) {
    let short = EmergencyNumber.called(in: ArraySlice(Array(text.utf8)), otherThan: [])
    guard let number = TelephoneNumber.first(in: text) ?? short.map({ String(decoding: $0, as: UTF8.self) })
    else { return }
    report(
      .warning, position,
      "The \(what) of the red flag `\(id)` tells readers to call \(number), which is for its care level to say.",
      "Delete that: readers see what to do above the sign.")
  }

  /// What is to be seen today does not wait, whatever else its sentence says.
  private mutating func lookForWaiting(
    _ text: String, _ what: String, _ entry: Entry, _ position: Position
  ) {
    guard ["emergency", "urgent"].contains(entry.level),
      let words = WaitingWords.sentences(of: ArraySlice(Array(text.utf8))).lazy.compactMap({ range in
        WaitingWords.found(in: String(decoding: Array(text.utf8)[range], as: UTF8.self), .sign)
      }).first
    else { return }
    report(
      .warning, position,
      "The \(what) of the red flag `\(entry.id)`, which is `\(entry.level)`, says \"\(words)\", which tells readers that they can wait.",
      what == "text" ? "Write the sign alone." : "Say why the sign matters and what to tell the clinician.")
  }

  private mutating func compareText(_ entry: Entry, _ seen: inout [String: (id: String, line: Int)]) {
    let folded = Self.folded(entry.text.0)
    if let first = seen[folded] {
      report(
        .error, entry.text.1,
        "The red flags `\(first.id)` (line \(first.line)) and `\(entry.id)` have the same text, so readers are never asked about one of the two signs.",
        "Write in each the sign that it stands for.")
    } else {
      seen[folded] = (entry.id, entry.text.1.line)
    }
  }

  /// Small letters and digits.
  private static func folded(_ text: String) -> String {
    SmallWords.all(in: text.lowercased()).joined(separator: " ")
  }

  /// `???`, `…`, `text`, `[insert sign]`: no sentence in any language.
  static func isPlaceholder(_ text: String) -> Bool {
    // Nearly all are whole sentences, which are none.
    guard text.utf8.count < longestPlaceholder || text.utf8.first == UInt8(ascii: "[") else {
      return zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "?") && $1 == $0 }
    }
    let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let bare = text.trimmingPrefix("[").split(separator: "]").first.map(String.init) ?? ""
    return letters == 0 || isASCII && letters < 3 || text.contains("??")
      || placeholders.contains(bare.lowercased().split { ".…! ".contains($0) }.joined(separator: " "))
      || text.hasPrefix("[") && UnfinishedText.isInstruction(ArraySlice(Array(bare.utf8)))
  }

  private static let longestPlaceholder = 40
  private static let placeholders: Set = [
    "description", "new red flag", "none", "placeholder", "red flag", "sentence", "sign", "text",
    "warning sign", "xxx", "to do", "to be written", "to be translated", "translate", "pending", "pendiente",
    "por escribir",
    "por traducir", "traducir", "texto", "señal", "ninguna",
  ]

  /// Bullets, or the numbers of a list.
  static func hasMarks(_ text: String) -> Bool {
    if text.contains("•") || text.contains("1. ") && text.contains("2. ")
      || text.contains("1) ") && text.contains("2) ")
    {
      return true
    }
    return ["- ", "* ", "– ", "1. ", "1) ", "a) "].contains { text.hasPrefix($0) }
  }

  private static func isCutOff(_ text: String) -> Bool {
    text.hasSuffix(",") || text.hasSuffix(";") || text.hasSuffix("...") || text.hasSuffix("…")
      || joining.contains(lastWord(text).lowercased())
  }

  /// More than the name of a sign or two.
  private static func isShouted(_ text: String) -> Bool {
    text.utf8.count > 12 && text.contains(" ") && !text.contains(where: \.isLowercase)
      && text.contains(where: \.isUppercase)
  }

  /// `Calf`, `The left leg`: what is there is left out.
  private static func isPlaceAlone(_ text: String) -> Bool {
    // Signs take more words.
    guard text.utf8.count < longestPlaceholder else { return false }
    let words = folded(text).split(separator: " ").filter { !besidePlaces.contains($0) }
    return !words.isEmpty && words.allSatisfy(places.contains)
  }

  /// A second sentence that says when the sign counts: "Only if it lasts more than 6 weeks."
  private static func condition(_ text: String) -> String? {
    let marks: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!")]
    var rest = text[...]
    while let mark = rest.utf8.firstIndex(where: marks.contains) {
      rest = rest[rest.utf8.index(after: mark)...]
      guard rest.utf8.first == UInt8(ascii: " ") else { continue }
      let sentence = rest.dropFirst()
      let words = sentence.lowercased()
      if conditions.contains(where: { words.hasPrefix($0 + " ") }) {
        return String(sentence.prefix { $0 != "." })
      }
    }
    return nil
  }

  private static let conditions = [
    "only if", "only when", "but only if", "but only when", "unless", "except if", "except when", "not if",
    "solo si", "sólo si", "solo cuando", "sólo cuando", "pero solo si", "a menos que", "salvo si",
    "excepto si",
  ]
  private static let besidePlaces: Set<Substring> = [
    "a", "an", "the", "or", "and", "of", "one", "both", "left", "right", "lower", "upper", "your", "my",
    "el", "la", "los", "las", "un", "una", "o", "y", "de", "del", "su", "izquierda", "izquierdo", "derecha",
    "derecho",
  ]
  private static let places: Set<Substring> = [
    "ankle", "arm", "back", "bladder", "bone", "bowel", "calf", "calves", "chest", "elbow", "eye", "eyes",
    "face", "finger", "fingers", "foot", "feet", "groin", "hand", "hands", "head", "heart", "hip", "hips",
    "jaw", "joint", "joints", "knee", "knees", "leg", "legs", "lung", "lungs", "muscle", "neck", "shin",
    "shoulder", "shoulders", "skin", "spine", "stomach", "thigh", "throat", "toe", "toes", "wrist",
    "tobillo", "brazo", "brazos", "espalda", "vejiga", "hueso", "intestino", "pantorrilla", "pecho", "codo",
    "ojo", "ojos", "cara", "dedo", "dedos", "pie", "pies", "ingle", "mano", "manos", "cabeza", "corazón",
    "cadera", "caderas", "mandíbula", "articulación", "rodilla", "rodillas", "pierna", "piernas", "pulmón",
    "pulmones", "músculo", "cuello", "hombro", "hombros", "piel", "columna", "estómago", "muslo", "garganta",
    "muñeca",
  ]

  private static func lastWord(_ text: String) -> String {
    text.split(separator: " ").last.map(String.init) ?? ""
  }

  private static let joining: Set = [
    "a", "an", "and", "or", "the", "of", "with", "y", "o", "u", "el", "la", "un", "una", "con",
  ]
}
