import Text
import YAML

/// What is true of the clinic and not of an article: `clinic` in `site.yaml`. What is absent is shown nowhere.
package struct ClinicFacts: Sendable {
  package var phone: Telephone?
  /// Where visitors book: https or http.
  package var bookingURL: PlacedText?
  package var email = ""
  /// A file in `Templates/assets`; where that is written, for who finds that there is none.
  package var logo: PlacedText?
  package var openingHours: [OpeningHours] = []
  package var address: PostalAddress?
  /// A kind of article, one for each place.
  package var locations: Int?
  /// Its other addresses on the web.
  package var sameAs: [PlacedText] = []

  package init() {}

  package struct Telephone: Sendable, Equatable {
    /// What one must be, for the message about another.
    static let wanted = "a telephone number of 5 to 15 digits, such as `\(example)`"
    static let example = "+1 555 0100"
    /// As the clinic writes it.
    package let text: String
    /// What a phone dials: digits, with `+` before an international number.
    package let dialed: String

    /// A number of 5 to 15 digits (ITU-T E.164, section 6, has 15 as the most), with spaces, dots, hyphens and brackets
    /// between them; nil for anything else.
    package init?(_ text: String) {
      // `+1 555 0100 ext. 12`: what a phone dials once somebody has answered (RFC 3966, section 5.3).
      if let word = Self.extensions.first(where: { text.contains($0) }) {
        let parts = text.split(separator: word, maxSplits: 1)
        let digits = parts.count == 2 ? parts[1].drop { $0 == " " || $0 == "." } : ""
        guard (1...6).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
          let number = Telephone(String(parts[0]))
        else { return nil }
        (self.text, dialed) = (text, number.dialed + ";ext=" + digits)
        return
      }
      let digits = text.utf8.filter { $0 &- 0x30 < 10 }
      let rest = text.hasPrefix("+") ? text.dropFirst() : text[...]
      guard (5...15).contains(digits.count), !Self.isSeveral(text),
        UndialableNumber.hint(DialedNumber.withoutTrunkZero(text).utf8) == nil,
        rest.utf8.allSatisfy({ $0 &- 0x30 < 10 || " .-()/".utf8.contains($0) })
      else { return nil }
      self.text = text
      dialed =
        (text.hasPrefix("+") ? "+" : "")
        + DialedNumber.withoutTrunkZero(text).filter { $0.isASCII && $0.isNumber }
    }

    /// Whether two numbers stand there: a slash or a hyphen between spaces has more digits before it than an area code, or there are more
    /// of them than any country's own numbers have.
    private static func isSeveral(_ text: String) -> Bool {
      func digits(_ text: some StringProtocol) -> Int { text.utf8.count { $0 &- 0x30 < 10 } }
      let isAbroad = text.hasPrefix("+") || text.hasPrefix("0")
      if !isAbroad, digits(text) > 13 { return true }
      for sign in ["/", " - "] {
        guard let place = text.ranges(of: sign).last else { continue }
        let (first, second) = (digits(text[..<place.lowerBound]), digits(text[place.upperBound...]))
        if first > (text.hasPrefix("+") ? 7 : 6) || !isAbroad && first > 4 && first == second { return true }
      }
      return false
    }

    /// The first of several numbers, for the hint about them; a number in letters of a keypad, and one with words around it.
    static func hint(_ text: String) -> String? {
      if text.utf8.allSatisfy({ $0 &- 0x30 < 10 || "+-.()/ ".utf8.contains($0) }),
        let hint = UndialableNumber.hint(DialedNumber.withoutTrunkZero(text).utf8)
      {
        return hint
      }
      if text.utf8.count < 60, let plain = plain(text) { return "Write `\(plain)`." }
      let parts = ["/", ",", ";", " - ", " or ", " and ", " & "].reduce([text[...]]) { parts, sign in
        parts.flatMap { $0.split(separator: sign) }
      }
      // Two of one length, with nothing between them.
      let words = text.split(separator: " ")
      let half = words.prefix(words.count / 2).joined(separator: " ")
      if parts.count == 1, words.count.isMultiple(of: 2), Telephone(half) != nil,
        Telephone(words.dropFirst(words.count / 2).joined(separator: " ")) != nil
      {
        return "Only one number can stand here. Write `\(half)`, for example."
      }
      let numbers = parts.map { $0.split(separator: " ").joined(separator: " ") }.filter {
        Telephone($0) != nil
      }
      return parts.count > 1 && !numbers.isEmpty
        ? "Only one number can stand here. Write `\(numbers[0])`, for example." : nil
    }

    /// `Tel: 555-0100` without its word, `1-800-KNEE-PAIN` in digits (ITU-T E.161).
    private static func plain(_ text: String) -> String? {
      var digits = text.drop { !$0.isNumber && $0 != "+" && $0 != "(" }
      while let last = digits.last, !last.isNumber, !last.isLetter { digits = digits.dropLast() }
      if let number = Telephone(String(digits)), digits.count < text.count { return number.text }
      let keyed = String(text.map { keys[$0] ?? $0 })
      let letters = text.filter(\.isLetter)
      guard letters.count >= 4, letters.allSatisfy({ $0.isUppercase && $0.isASCII }),
        text.contains(where: \.isNumber)
      else { return nil }
      return Telephone(keyed)?.text
    }

    private static let keys = Dictionary(
      uniqueKeysWithValues: zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999"))
    private static let extensions = [" extension ", " ext", " x"]
  }

  package struct PostalAddress: Sendable, Equatable {
    package var street = ""
    package var city = ""
    package var region = ""
    package var postalCode = ""
    /// Two letters (ISO 3166-1 alpha-2).
    package var country = ""

    package init() {}
  }

  package struct OpeningHours: Sendable, Equatable {
    /// In the order of the week.
    package var days: [Weekday] = []
    package var from = ClockTime(minutes: 0)
    package var to = ClockTime(minutes: 0)

    /// "Monday to Friday", "Saturday, Sunday": three days in a row and more are one stretch. `language` is a code of BCP 47.
    package func dayText(in language: String) -> String {
      let names = WeekdayNames(in: language)
      var parts: [String] = []
      var rest = days[...]
      while let first = rest.first {
        var count = 1
        while count < rest.count, rest[rest.startIndex + count].rawValue == first.rawValue + count {
          count += 1
        }
        if count < 3 { count = 1 }
        let last = rest[rest.startIndex + count - 1]
        parts.append(count == 1 ? names[first] : names.stretch(from: first, to: last))
        rest = rest.dropFirst(count)
      }
      return parts.joined(separator: ", ")
    }

    /// "Monday to Friday, 8:00 AM to 6:00 PM".
    package func shown(in language: String) -> String {
      let between = WeekdayNames(in: language).between
      return "\(dayText(in: language)), \(from.shown(in: language))\(between)\(to.shown(in: language))"
    }

    /// Whether these are hours of the afternoon that lack their twelve. What begins at midnight goes on from the day before.
    var isAtNight: Bool { from.minutes > 0 && from.minutes < 5 * 60 && to.minutes <= 12 * 60 }

    /// Whether both are open on one day at one time.
    func overlaps(_ other: OpeningHours) -> Bool {
      days.contains(where: other.days.contains) && from < other.to && other.from < to
    }
  }

  /// What machines read of a field with opening hours (`HoursType`), as it is written or as it is shown.
  package struct FieldTimes: Sendable {
    package let opens: String
    package let closes: String
    /// In English, such as `Monday`.
    package let days: [String]

    package init?(_ parts: [FieldValue]) {
      let last = Array(parts.suffix(3))
      guard last.count == 3, case .text(let opens) = last[0], case .text(let closes) = last[1],
        case .list(let days) = last[2]
      else { return nil }
      self.opens = String(decoding: opens, as: UTF8.self)
      self.closes = String(decoding: closes, as: UTF8.self)
      self.days = days.map {
        if case .text(let day) = $0 { String(decoding: day, as: UTF8.self) } else { "" }
      }
    }
  }

  package enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    package var name: String { String(describing: self) }
    /// As schema.org and readers of English call it.
    package var title: String { name.prefix(1).uppercased() + name.dropFirst() }
  }

  package struct ClockTime: Sendable, Equatable, Comparable {
    /// Since midnight, up to 24 hours.
    package let minutes: Int

    init(minutes: Int) { self.minutes = minutes }

    /// The same of the afternoon.
    var twelveLater: ClockTime { ClockTime(minutes: minutes + 12 * 60) }

    /// `08:00` to `24:00`, of two digits each; nil for anything else.
    package init?(_ text: String) {
      let bytes = Array(text.utf8)
      guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = Int(text.prefix(2)),
        let minute = Int(text.suffix(2)), bytes[0] &- 0x30 < 10, bytes[3] &- 0x30 < 6,
        hour < 24 || hour == 24 && minute == 0
      else { return nil }
      minutes = hour * 60 + minute
    }

    package static func < (one: ClockTime, other: ClockTime) -> Bool { one.minutes < other.minutes }

    /// `08:00`, as ISO 8601 has it.
    package var text: String { "\(Self.padded(minutes / 60)):\(Self.padded(minutes % 60))" }

    /// As readers of a language write it: `8:00 AM` in English but for that of Britain and Ireland, else `08:00`.
    package func shown(in language: String) -> String {
      let parts = language.lowercased().split(separator: "-")
      let isTwelve = parts.first == "en" && !parts.contains("gb") && !parts.contains("ie")
      guard isTwelve else { return text }
      if minutes == 24 * 60 { return "midnight" }
      let hour = minutes / 60
      return "\((hour + 11) % 12 + 1):\(Self.padded(minutes % 60)) \(hour < 12 ? "AM" : "PM")"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  }
}

/// What a site's templates read under `site.params`, of any shape.
package indirect enum Parameter: Sendable {
  case text(PlacedText)
  case flag(Bool)
  case list([Parameter])
  /// In the order in which it is written.
  case group([Member])

  package struct Member: Sendable {
    package let name: String
    package let value: Parameter
  }
}
