import Mustache
import SiteModel

/// What templates have of `clinic`, `analytics` and `params` in `site.yaml`.
extension PageTypes {
  struct ClinicValues {
    let facts: ClinicFacts
    let logoURL: [UInt8]
    /// Where this build has them.
    let bookingURL: [UInt8]
    let sameAs: [[UInt8]]
    /// The articles of the kind `locations`.
    let locations: Cards?
    let hours: ClinicHours
    let language: String
  }

  static let clinic = RecordLayout<ClinicValues>(
    "clinic",
    [
      .text("phone", "The telephone number, as you write it.") { $0.facts.phone?.text ?? "" },
      .text("phone-url", "A link that dials it: `tel:+15550100`.") {
        $0.facts.phone.map { "tel:\($0.dialed)" } ?? ""
      },
      .text("booking-url", "Where people book a visit.") { $0.bookingURL },
      .text("email", "The e-mail address.") { $0.facts.email },
      .text("email-url", "A link that writes to it: `mailto:hello@clinic.example`.") {
        $0.facts.email.isEmpty ? "" : "mailto:\($0.facts.email)"
      },
      .text("logo", "The address of the logo.") { $0.logoURL },
      .list(
        "opening-hours", of: openingHours,
        "When the clinic is open; empty if that differs between its places."
      ) { clinic in
        clinic.hours.ofAll.map { OpenTime(hours: $0, language: clinic.language) }
      },
      .list("hours-by-place", of: placeHours, "Its places and when each is open, if that differs.") {
        clinic in
        clinic.hours.byPlace.map { PlaceHours(place: $0, hours: $1, language: clinic.language) }
      },
      .record("address", postalAddress, "Where the clinic is.") { $0.facts.address },
      .init("locations", .list(.record(card.type)), "The articles about its places.") {
        $0.locations.map { .picks($0.shelf, $0.places) } ?? .none
      },
      .texts("same-as", "Its other addresses on the web.") { $0.sameAs },
    ])

  struct AnalyticsValues {
    let facts: Analytics
    let scriptURL: [UInt8]
  }

  static let analytics = RecordLayout<AnalyticsValues>(
    "analytics",
    [
      .text("script", "The address of the script that counts visits.") { $0.scriptURL },
      .text("name", "Who gets to know of visits, for the privacy page.") { $0.facts.name },
      .texts("hosts", "The other sites that a visit is told to, such as `stats.example`.") {
        $0.facts.hosts.map { Array($0.utf8) }
      },
    ])

  struct PlaceHours {
    let place: Article
    let hours: [ClinicFacts.OpeningHours]
    let language: String
  }

  static let placeHours = RecordLayout<PlaceHours>(
    "place of the clinic",
    [
      .text("title", "What the place is called.") { $0.place.title },
      .text("url", "Its page.") { $0.place.url },
      .text("language", "The language of that, if it is not that of this page; otherwise empty.") {
        $0.place.foreign?.tag ?? ""
      },
      direction { $0.place.foreign },
      .list("opening-hours", of: openingHours, "When it is open; empty if it does not say.") { place in
        place.hours.map { OpenTime(hours: $0, language: place.language) }
      },
    ])

  struct OpenTime {
    let hours: ClinicFacts.OpeningHours
    let language: String
  }

  static let openingHours = RecordLayout<OpenTime>(
    "opening hours",
    [
      .text("days", "The days: `Monday to Friday`.") { $0.hours.dayText(in: $0.language) },
      .text("from", "When it opens, as readers write it: `8:00 AM`.") {
        $0.hours.from.shown(in: $0.language)
      },
      .text("to", "When it closes.") { $0.hours.to.shown(in: $0.language) },
      .text("opens", "When it opens, for `<time datetime>`: `08:00`.") { $0.hours.from.text },
      .text("closes", "When it closes, for `<time datetime>`.") { $0.hours.to.text },
    ])

  static let postalAddress = RecordLayout<ClinicFacts.PostalAddress>(
    "postal address",
    [
      .text("street", "Street and number.") { $0.street },
      .text("city", "The town.") { $0.city },
      .text("region", "The state or province.") { $0.region },
      .text("postal-code", "The postal code.") { $0.postalCode },
      .text("country", "The country, as two letters.") { $0.country },
    ])

  /// The record of `params`, whose names only the settings tell.
  static func parameters(_ members: [Parameter.Member]) -> (type: RecordType, value: Value) {
    let layout = layout(of: members, named: "params")
    return (layout.type, layout.value(of: ()))
  }

  private static func layout(of members: [Parameter.Member], named name: String) -> RecordLayout<Void> {
    RecordLayout(
      name,
      members.map { member in
        let (type, value) = form(of: member.value, named: member.name)
        return .init(member.name, type, "`\(member.name)` of `\(name)`.") { _ in value }
      })
  }

  private static func form(of parameter: Parameter, named name: String) -> (ValueType, Value) {
    switch parameter {
    case .text(let text): return (.text, .text(text.bytes))
    case .flag(let flag): return (.flag, .flag(flag))
    case .group(let members):
      let layout = layout(of: members, named: name)
      return (.record(layout.type), layout.value(of: ()))
    case .list(let entries):
      // All have one shape, and the names of the first are those of all, in its order.
      guard case .group(let names) = entries.first else {
        let forms = entries.map { form(of: $0, named: name) }
        return (.list(forms.first?.0 ?? .text), .list(forms.map(\.1)))
      }
      let layouts = entries.map { entry -> RecordLayout<Void> in
        guard case .group(let members) = entry else { return layout(of: [], named: name) }
        return layout(of: names.compactMap { name in members.first { $0.name == name.name } }, named: name)
      }
      return (.list(.record(layouts[0].type)), .list(layouts.map { $0.value(of: ()) }))
    }
  }
}
