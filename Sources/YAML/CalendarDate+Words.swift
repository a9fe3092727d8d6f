/// Days as readers of a language write them. Languages without words here have the form that all computers know, `2026-11-28`.
///
/// Source: the long date formats and the months of CLDR's Gregorian calendar (`dates/calendars/gregorian`), Unicode Technical Standard 35, part 4.
extension CalendarDate {
  static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  /// What stands before and behind the month, and the months.
  private static let others: [Substring: (before: String, months: [String], after: String)] = [
    "de": (
      ". ",
      [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
        "November", "Dezember",
      ], " "
    ),
    "es": (
      " de ",
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
      ], " de "
    ),
    "fr": (
      " ",
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
      ], " "
    ),
    "it": (
      " ",
      [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
        "ottobre", "novembre", "dicembre",
      ], " "
    ),
    "pt": (
      " de ",
      [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
        "novembro", "dezembro",
      ], " de "
    ),
  ]

  /// `language` is a code of BCP 47: `November 28, 2026` for `en-US`, `28 November 2026` for `en-GB`.
  package func shown(in language: String) -> String {
    let parts = language.lowercased().split(separator: "-")
    if parts.first == "en" {
      let month = Self.englishMonths[self.month - 1]
      let isAmerican = parts.count == 1 || parts.contains("us")
      return isAmerican ? "\(month) \(day), \(year)" : "\(day) \(month) \(year)"
    }
    guard let words = parts.first.flatMap({ Self.others[$0] }) else { return text }
    return "\(day)\(words.before)\(words.months[month - 1])\(words.after)\(year)"
  }
}
