/// Days as readers of a language write them. Languages without words here have the form that all computers know, `2026-11-28`.
///
/// Source: the long date formats and the months of CLDR's Gregorian calendar (`dates/calendars/gregorian`), Unicode Technical Standard 35, part 4.
extension CalendarDate {
  static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  private static let spanishMonths = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre",
    "diciembre",
  ]

  /// `language` is a code of BCP 47: `November 28, 2026` for `en-US`, `28 November 2026` for `en-GB`.
  package func shown(in language: String) -> String {
    let parts = language.lowercased().split(separator: "-")
    switch parts.first {
    case "en":
      let month = Self.englishMonths[self.month - 1]
      let isAmerican = parts.count == 1 || parts.contains("us")
      return isAmerican ? "\(month) \(day), \(year)" : "\(day) \(month) \(year)"
    case "es": return "\(day) de \(Self.spanishMonths[month - 1]) de \(year)"
    default: return text
    }
  }
}
