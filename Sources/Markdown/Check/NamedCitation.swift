import Text

/// Citations by name and year, as journals write them: `(Griffin et al., 2016)`, `[see Lee & Kim, 2019b, p. 4]`, `Ono et al. (2020)`.
enum NamedCitation {
  /// How many bytes between brackets are looked at.
  static let reach = 160

  /// Whether what stands between brackets is one.
  static func isWhole(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 7, text.count <= reach, text.contains(where: ProseByte.isDigit) else { return false }
    return withPlainSpaces(text).split(separator: UInt8(ascii: ";")).contains { isOne($0.trimmed) }
  }

  /// Whether a text goes on with a year in brackets, and ends in the names before it: `Ono et al. `, `Lee and Kim `, `Blazina `.
  static func isNarrative(_ before: ArraySlice<UInt8>, _ behind: ArraySlice<UInt8>) -> Bool {
    let year = behind.prefix(4)
    var rest = behind.dropFirst(4)
    if rest.first.map({ $0 &- 0x61 < 26 }) ?? false { rest = rest.dropFirst() }
    guard isYear(year), rest.first == UInt8(ascii: ")") else { return false }
    let text = withPlainSpaces(before.suffix(60))[...].trimmed
    if hasOthers(text.suffix(7)) { return true }
    let words = text.split(separator: 0x20)
    guard let last = words.last, isName(last) else { return false }
    if words.count > 2, isAnd(words[words.count - 2]), isName(words[words.count - 3]) { return true }
    let verb = rest.dropFirst(2).prefix(16).prefix(while: ProseByte.isLetter)
    return verbs.contains(String(decoding: verb, as: UTF8.self))
  }

  /// Whether a year in brackets may belong to one.
  static func mayBeNarrative(_ behind: ArraySlice<UInt8>) -> Bool { isYear(behind.prefix(4)) }

  private static let verbs: Set = [
    "argued", "compared", "concluded", "demonstrated", "described", "examined", "found", "investigated",
    "observed",
    "proposed", "reported", "reviewed", "showed", "studied", "suggested",
  ]

  /// `see Griffin et al., 2016, p. 4`.
  private static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    var names = text
    for lead in leads where ByteSearch.begins(names, with: lead) {
      names = names.dropFirst(lead.utf8CodeUnitCount).trimmed
    }
    guard let year = firstYear(in: names), year > names.startIndex + 1 else { return false }
    let hasComma = names[..<year].trimmed.last == UInt8(ascii: ",")
    names = names[..<year].trimmed
    if hasComma { names = names.dropLast() }
    guard mayFollow(text[(year + 4)...]) else { return false }
    if hasOthers(names.suffix(6)) { return true }
    let words = names.split(separator: 0x20)
    guard (1...8).contains(words.count), let last = words.last else { return false }
    // `de Vries`, `van der Berg`.
    let first = words.drop { particles.contains(String(decoding: $0, as: UTF8.self)) }
    if first.count == 1 {
      let isBody = hasComma && last.count < 8 && last.allSatisfy { $0 &- 0x41 < 26 }
      return isName(last) || isBody && !regions.contains(String(decoding: last, as: UTF8.self))
    }
    return first.contains(where: isAnd) && first.allSatisfy { isAnd($0) || isName($0) }
  }

  private static let leads: [StaticString] = ["e.g.", "eg.", ",", "see also ", "see ", "cf.", "for example"]
  private static let particles: Set = ["de", "van", "von", "der", "den", "la", "le", "di", "du", "da", "dos"]
  private static let regions: Set = ["UK", "US", "USA", "EU"]

  /// What may stand behind a year: nothing, a letter, a page, or another year.
  private static func mayFollow(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = text.first.map { $0 &- 0x61 < 26 } ?? false ? text.dropFirst() : text
    return rest.isEmpty || rest.first == UInt8(ascii: ",") || rest.first == UInt8(ascii: ":")
  }

  private static func hasOthers(_ text: ArraySlice<UInt8>) -> Bool {
    text.suffix(5).elementsEqual("et al".utf8) || text.suffix(6).elementsEqual("et al.".utf8)
  }

  private static func isAnd(_ word: ArraySlice<UInt8>) -> Bool {
    ["and", "&", "y", "und"].contains { word.elementsEqual($0.utf8) }
  }

  /// A capital and small letters; months, seasons and the towns of games, which years stand with, are none.
  private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
    let word = word.last == UInt8(ascii: ",") ? word.dropLast() : word
    guard word.count > 2, let first = word.first, first &- 0x41 < 26 || first == 0xC3,
      word.dropFirst().contains(where: { $0 &- 0x61 < 26 }),
      word.allSatisfy({ ProseByte.isLetter($0) || $0 >= 0x80 || $0 == 0x2D || $0 == 0x27 })
    else { return false }
    return !withYears.contains(String(decoding: word, as: UTF8.self))
  }

  private static let withYears: Set = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Spring",
    "Summer", "Autumn", "Fall", "Winter", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    "Sunday", "Since", "Until", "From", "Updated", "Reviewed", "Version", "Edition", "Copyright", "Founded",
    "Established", "Opened", "Born", "Died", "Olympics", "Games", "Cup", "Euro", "About", "Around", "Before",
    "After", "London", "Paris", "Tokyo", "Rio", "Beijing", "Athens", "Sydney", "Atlanta", "Barcelona",
    "Boston",
    "Chicago", "Denver", "York", "Berlin", "Vienna", "Geneva", "Rome", "Madrid", "Lisbon", "Oslo",
    "Stockholm",
    "Toronto", "Vancouver", "Montreal", "Melbourne", "Qatar", "Brazil", "Canada", "Australia", "Germany",
    "France", "Spain", "Italy", "Japan", "China", "England", "Scotland", "Ireland", "Wales", "Europe",
    "America", "Mexico", "California", "Texas", "Enero", "Mayo", "Junio", "Julio",
  ]

  private static func firstYear(in text: ArraySlice<UInt8>) -> Int? {
    var i = text.startIndex
    while i + 4 <= text.endIndex {
      let isStart = i == text.startIndex || text[i - 1] == 0x20 || text[i - 1] == UInt8(ascii: ",")
      if isStart, isYear(text[i..<(i + 4)]), i + 4 == text.endIndex || !ProseByte.isDigit(text[i + 4]) {
        return i
      }
      i += 1
    }
    return nil
  }

  private static func isYear(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 4 && digits.allSatisfy(ProseByte.isDigit)
      && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
  }

  /// With U+0020 for each U+00A0.
  private static func withPlainSpaces(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    for byte in text {
      if byte == 0xA0, plain.last == 0xC2 { plain[plain.count - 1] = 0x20 } else { plain.append(byte) }
    }
    return plain
  }
}
