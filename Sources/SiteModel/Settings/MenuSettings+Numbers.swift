import Diagnostics
import Text

extension MenuSettings {
  /// Warns of entries that say no more than to call and dial another number than the clinic's own.
  static func reportOtherNumber(_ configuration: SiteConfiguration, into diagnostics: inout [Diagnostic]) {
    guard let phone = configuration.clinic?.phone else { return }
    for entry in configuration.navigation.leaves + configuration.footer.leaves {
      guard case .address(let address) = entry.destination, let label = entry.label,
        address.text.hasPrefix("tel:"), saysOnlyToCall(label)
      else { continue }
      let number = address.text.dropFirst("tel:".count)
      if isSame(number, phone.dialed) { continue }
      diagnostics.append(
        .warning(
          .doubtfulValue, file: SiteConfiguration.file, at: address.position,
          "\"\(label)\" dials `\(number)`, but the clinic's `phone` is `\(phone.text)`.",
          hint: "Write `tel:\(phone.dialed)`. If it is another line, say which in `label`."))
    }
  }

  /// Whether both dial one line, with or without the code of the country.
  private static func isSame(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
    func digits(_ text: some StringProtocol) -> Substring {
      String(text.prefix { $0 != ";" }.filter { $0.isASCII && $0.isNumber })[...].drop { $0 == "0" }
    }
    let (one, other) = (digits(one), digits(other))
    return one.hasSuffix(other) || other.hasSuffix(one)
  }

  private static func saysOnlyToCall(_ label: String) -> Bool {
    let words = label.lowercased().split { !$0.isLetter }
    return !words.isEmpty && words.allSatisfy(callWords.contains)
  }

  private static let callWords: Set<Substring> = [
    "a", "by", "call", "clinic", "give", "llamar", "llame", "llámenos", "now", "number", "our", "phone",
    "ring",
    "teléfono", "telephone", "the", "today", "us",
  ]
}
