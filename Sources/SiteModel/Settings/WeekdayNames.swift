/// The days of the week as readers of a language write them. Languages without words here have the English ones.
///
/// Source: the wide stand-alone days of CLDR's Gregorian calendar (`dates/calendars/gregorian/days`), Unicode Technical Standard 35,
/// part 4.
struct WeekdayNames {
  private let names: [String]
  /// What stands between the first day and the last of a stretch, and between the times of a day.
  let between: String

  private static let english = ClinicFacts.Weekday.allCases.map(\.title)
  private static let others: [Substring: (names: [String], between: String)] = [
    "de": (["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"], " bis "),
    "es": (["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"], " a "),
    "fr": (["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"], " à "),
    "it": (["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"], "–"),
    "pt": (
      ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
      " a "
    ),
  ]

  /// By its name in one of these languages, or by the first word of it: `segunda` is `segunda-feira`.
  static func day(named name: String) -> ClinicFacts.Weekday? { days[name.lowercased()] }

  private static let days: [String: ClinicFacts.Weekday] = {
    var days: [String: ClinicFacts.Weekday] = [:]
    for (names, _) in others.values {
      for (name, day) in zip(names, ClinicFacts.Weekday.allCases) {
        let small = name.lowercased()
        days[small] = day
        days[String(small.prefix { $0 != "-" })] = day
      }
    }
    return days
  }()

  init(in language: String) {
    let own = language.lowercased().split(separator: "-").first.flatMap { Self.others[$0] }
    (names, between) = own ?? (Self.english, " to ")
  }

  subscript(day: ClinicFacts.Weekday) -> String { names[day.rawValue] }

  func stretch(from first: ClinicFacts.Weekday, to last: ClinicFacts.Weekday) -> String {
    self[first] + between + self[last]
  }
}
