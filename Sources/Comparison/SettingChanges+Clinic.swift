import SiteModel

/// What every page says of the clinic, and what its lists look like.
extension SettingChanges {
  /// Each in words; empty where nothing is said.
  static func facts(_ configuration: SiteConfiguration) -> [(what: String, words: String)] {
    let clinic = configuration.clinic ?? ClinicFacts()
    let address = clinic.address.map {
      [$0.street, $0.city, $0.region, $0.postalCode, $0.country].filter { !$0.isEmpty }.joined(
        separator: ", ")
    }
    return [
      ("The clinic's telephone number", clinic.phone?.text ?? ""),
      ("The clinic's address for booking", clinic.bookingURL?.text ?? ""),
      ("The clinic's e-mail address", clinic.email), ("The clinic's address", address ?? ""),
      (
        "The clinic's opening hours",
        clinic.openingHours.map { "\($0.dayText(in: "en")) \($0.from.text) to \($0.to.text)" }.joined(
          separator: "; ")
      ),
      ("The clinic's logo", clinic.logo?.text ?? ""),
      ("The clinic's places", clinic.locations.map { configuration.kinds[$0].name } ?? ""),
      ("The clinic's other addresses", clinic.sameAs.map(\.text).joined(separator: ", ")),
    ]
  }

  /// What decides how the articles of a kind are listed.
  static func list(_ kind: Kind) -> [(what: String, words: String)] {
    func name(_ key: ListOrder.Key) -> String {
      switch key {
      case .order: "order"
      case .title: "title"
      case .updated: "updated"
      case .field(let place): kind.fields[place].name
      }
    }
    return [
      (
        "The order of the list `\(kind.folder)`",
        kind.list.order.map { ($0.isDescending ? "-" : "") + name($0.key) }.joined(separator: ", ")
      ),
      (
        "What cards of the list `\(kind.folder)` show",
        kind.list.card.map { kind.fields[$0].name }.joined(separator: ", ")
      ),
      ("Articles on a page of the list `\(kind.folder)`", kind.list.perPage.map { "\($0.value)" } ?? ""),
      ("The archive of the list `\(kind.folder)`", kind.list.archive.map { name($0.key) } ?? ""),
      ("The feed of the list `\(kind.folder)`", kind.list.feed == nil ? "" : "a feed"),
    ]
  }
}
