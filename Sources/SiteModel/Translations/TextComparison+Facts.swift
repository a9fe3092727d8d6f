import Diagnostics
import Text

/// What a translation states otherwise than its original, and what it leaves unsaid.
extension TextComparison {
  /// Where the addresses of links stand in Markdown, in order: they are the same in every language.
  static func addresses(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    guard text.contains(UInt8(ascii: "]")) else { return [] }
    var found: [Range<Int>] = []
    var from = text.startIndex
    while let start = ByteSearch.first(Array("](".utf8), in: text[from...])?.upperBound {
      let end = text[start...].firstIndex(of: UInt8(ascii: ")")) ?? text.endIndex
      found.append(start..<end)
      from = end
    }
    return found
  }

  /// A text without the lengths and weights that stand once more, in other units, in brackets behind them: `5 to 10 cm` of
  /// `2 to 4 inches (5 to 10 cm)`. Nil where it has none.
  static func withoutConverted(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "(")) else { return nil }
    let units: Set<Substring> = [
      "inch", "inches", "in", "foot", "feet", "ft", "mile", "miles", "pound", "pounds", "lb", "lbs", "ounces",
      "oz", "yards",
      "pulgada", "pulgadas", "pie", "pies", "milla", "millas", "libra", "libras",
    ]
    let parts = String(decoding: text, as: UTF8.self).split(separator: "(", omittingEmptySubsequences: false)
    var (kept, hasConverted) = ("", false)
    for (part, next) in zip(parts, parts.dropFirst()) {
      var words = part.split(separator: " ")
      guard let unit = words.last, units.contains(unit), next.first?.isNumber == true else {
        kept += part + "("
        continue
      }
      hasConverted = true
      words.removeLast()
      while let word = words.last,
        word.allSatisfy({ $0.isNumber || ".,-–".contains($0) }) || ["to", "a", "or", "o"].contains(word)
      {
        words.removeLast()
      }
      kept += words.joined(separator: " ") + " ("
    }
    return hasConverted ? Array((kept + (parts.last ?? "")).utf8) : nil
  }

  /// A dose is a fact, be it in digits or in words.
  func doseFaults(_ pair: Pair, missing: String?, extra: String?) -> [Diagnostic] {
    if let facts {
      // Digits and words say the same.
      guard let found = facts.contradiction(pair.text, of: pair.original) else {
        return unsaid(pair, missing: missing, extra: extra)
      }
      return [
        found.sort == .fact
          ? dose(missing: found.missing, extra: found.extra, pair)
          : slip(found, pair.file, pair.position, pair.originalFile, pair.line)
      ]
    }
    if missing == nil, extra == nil { return [] }
    // A language may say in words what another says in digits.
    if missing != nil, extra != nil { return [dose(missing: missing, extra: extra, pair)] }
    return [number(missing: missing, extra: extra, pair.file, pair.position, pair.originalFile, pair.line)]
  }

  /// Digits that no word says: `2.5`, or `30` beside nothing.
  private func unsaid(_ pair: Pair, missing: String?, extra: String?) -> [Diagnostic] {
    func isSaid(_ number: String?, in text: ArraySlice<UInt8>, _ words: FactWords) -> Bool {
      guard let number else { return true }
      return number == "1" || Int(number).map { words.says($0, in: text) } ?? false
    }
    guard let facts,
      !isSaid(missing, in: pair.text, facts.own) || !isSaid(extra, in: pair.original, facts.original)
    else { return [] }
    return [dose(missing: missing, extra: extra, pair)]
  }

  private func dose(missing: String?, extra: String?, _ pair: Pair) -> Diagnostic {
    let place = Self.place(pair.originalFile, pair.line)
    let message: String
    switch (missing, extra) {
    case (let missing?, let extra?):
      message =
        "This dose says `\(extra)`, and the original `\(missing)` (\(place)): it is the same in every language."
    case (let missing?, nil):
      message =
        "This dose does not say `\(missing)`, as the original does (\(place)): it is the same in every language."
    default:
      message =
        "This dose says `\(extra ?? "")`, and the original does not (\(place)): it is the same in every language."
    }
    return .error(
      .translationFact, file: pair.file, at: pair.position, message,
      hint: "Write what the original says. To change it for all languages, change the original.")
  }

  /// What a text states in words that its original does not, or the reverse.
  package func slip(
    _ slip: FactComparison.Slip, _ file: String, _ position: Position, _ originalFile: String, _ line: Int?
  ) -> Diagnostic {
    let place = Self.place(originalFile, line)
    let message: String
    switch (slip.missing, slip.extra) {
    case (let missing?, let extra?):
      message =
        "The original says `\(missing)` (\(place)), and this translation `\(extra)`\(slip.sort == .opposite ? ": the opposite" : "")."
    case (let missing?, nil):
      message =
        switch slip.sort {
        case .negation: "The original says `\(missing)` (\(place)), and nothing in this translation does."
        case .fewerNegations:
          "A sentence of the original (\(place)) says `\(missing)` or the like more often than this translation."
        case .fact, .opposite: "The original says `\(missing)` (\(place)), and this translation does not."
        }
    default:
      message = "This translation says `\(slip.extra ?? "")`, and the original does not (\(place))."
    }
    return .warning(
      slip.sort == .fact ? .translationNumbers : .translationNegation, file: file, at: position, message,
      hint: slip.sort == .fact
        ? "Write what the original says, or correct the original."
        : "Read both again: one says the opposite of the other, unless you said it in another way.")
  }

  /// A text that says nothing, or far less than the one that it translates.
  package func loss(
    _ loss: TextLoss, _ text: some Sequence<UInt8>, _ file: String, _ position: Position,
    _ originalFile: String, _ line: Int?, code: DiagnosticCode = .translationMissing
  ) -> Diagnostic {
    let place = Self.place(originalFile, line)
    let excerpt = Self.excerpt(text)
    let (severity, message, hint): (Severity, String, String)
    switch loss {
    case .nothing:
      severity = .error
      message = "This text says nothing, so readers would see `\(excerpt)`."
      hint = "Write the words of the original in \(language.name)."
    case .part:
      severity = .warning
      message = "“\(excerpt)” says far less than the original (\(place))."
      hint = "Write all that the original says."
    case .items(let wanted, let written):
      severity = .warning
      message =
        "The original lists \(wanted) things between `;` (\(place)), and this translation \(written): “\(excerpt)”."
      hint = "Write each of them, in the same order."
    }
    return Diagnostic(severity, code, file: file, at: position, message, hint: hint)
  }
}
