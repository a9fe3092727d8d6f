/// How hard a text is to read, by the formula that was made for its language. Other languages have none here: a wrong one would send
/// writers the wrong way.
package enum ReadingFormula: Sendable {
  /// The school grade of Flesch and Kincaid, for English.
  case fleschKincaid
  /// The ease of Fernández Huerta, for Spanish.
  case fernandezHuerta

  /// `language` is a code of BCP 47.
  package init?(language: String) {
    switch LanguageCode.primary(of: language) {
    case "en": self = .fleschKincaid
    case "es": self = .fernandezHuerta
    default: return nil
    }
  }
}
