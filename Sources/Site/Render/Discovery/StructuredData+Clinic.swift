import SiteModel
import Text

/// What `clinic` in `site.yaml` says, in the words of schema.org's `MedicalBusiness`.
extension StructuredData {
  static func add(_ facts: ClinicFacts, _ index: SiteIndex, logo: [UInt8], to json: inout JSONWriter) {
    if let phone = facts.phone { json.member("telephone", phone.text) }
    if !facts.email.isEmpty { json.member("email", facts.email) }
    if !logo.isEmpty {
      json.key("logo")
      json.text(logo)
    }
    if let address = facts.address { add(address, to: &json) }
    let places = facts.locations.map { kind in
      index.articles.filter { $0.kind == kind && $0.isPublished }
    }
    let hours = ClinicHours(facts, places: places ?? [], index.configuration.kinds)
    add(hours.ofAll, to: &json)
    if !facts.sameAs.isEmpty {
      json.key("sameAs")
      json.array { json in for address in facts.sameAs { json.text(index.moved(address.bytes)) } }
    }
    if let booking = facts.bookingURL {
      json.key("potentialAction")
      json.openObject(ofType: "ReserveAction")
      json.key("target")
      json.text(index.moved(booking.bytes))
      json.close("}")
    }
    addLocations(places ?? [], hours, index, to: &json)
  }

  private static func add(_ hours: [ClinicFacts.OpeningHours], to json: inout JSONWriter) {
    if hours.isEmpty { return }
    json.key("openingHoursSpecification")
    json.array { json in
      for one in hours { open(one.days.map(\.title), one.from.text, one.to.text, to: &json) }
    }
  }

  private static func open(_ days: [String], _ opens: String, _ closes: String, to json: inout JSONWriter) {
    json.openObject(ofType: "OpeningHoursSpecification")
    json.key("dayOfWeek")
    json.array { json in for day in days { json.text("https://schema.org/\(day)") } }
    json.member("opens", opens)
    json.member("closes", closes)
    json.close("}")
  }

  /// A list of opening hours, as a field has it.
  static func add(hours entries: [FieldValue], to json: inout JSONWriter) {
    let times = entries.compactMap {
      if case .group(let parts) = $0 { ClinicFacts.FieldTimes(parts) } else { nil }
    }
    if times.isEmpty { return }
    json.key("openingHoursSpecification")
    json.array { json in for time in times { open(time.days, time.opens, time.closes, to: &json) } }
  }

  static func add(_ address: ClinicFacts.PostalAddress, to json: inout JSONWriter) {
    json.key("address")
    json.openObject(ofType: "PostalAddress")
    for (name, value) in [
      ("streetAddress", address.street), ("addressLocality", address.city), ("addressRegion", address.region),
      ("postalCode", address.postalCode), ("addressCountry", address.country),
    ] where !value.isEmpty { json.member(name, value) }
    json.close("}")
  }

  /// The articles of the kind `locations`, with what their fields say under the names that `clinic` has.
  private static func addLocations(
    _ places: [Article], _ hours: ClinicHours, _ index: SiteIndex, to json: inout JSONWriter
  ) {
    if places.isEmpty { return }
    json.key("location")
    json.array { json in
      for place in places {
        let fields = index.configuration.kinds[place.kind].fields
        let own = hours.byPlace.first { $0.place === place }?.hours
        json.openObject(ofType: index.configuration.clinicType)
        json.key("name")
        json.text(place.title)
        json.key("url")
        json.text(Array(index.configuration.origin.utf8) + place.url)
        for (field, value) in zip(fields, place.fields) {
          switch (field.name, value) {
          case ("phone", .text(let text)): json.member("telephone", String(decoding: text, as: UTF8.self))
          case ("email", .text(let text)): json.member("email", String(decoding: text, as: UTF8.self))
          case ("opening-hours", .list(let entries)) where own == nil: add(hours: entries, to: &json)
          case ("address", .group(let parts)): add(address(field, parts), to: &json)
          default: break
          }
        }
        if let own { add(own, to: &json) }
        json.close("}")
      }
    }
  }

  static func address(_ field: Field, _ parts: [FieldValue]) -> ClinicFacts.PostalAddress {
    func text(_ name: String) -> String {
      guard let slot = field.type.fields.firstIndex(where: { $0.name == name }), slot < parts.count,
        case .text(let text) = parts[slot]
      else { return "" }
      return String(decoding: text, as: UTF8.self)
    }
    var address = ClinicFacts.PostalAddress()
    address.street = text("street")
    address.city = text("city")
    address.region = text("region")
    address.postalCode = text("postal-code")
    address.country = text("country")
    return address
  }
}
