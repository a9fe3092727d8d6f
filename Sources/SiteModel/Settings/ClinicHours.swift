/// When a clinic is open: at all of its places alike, or at each in its own hours. What every page shows may not differ from what
/// the page of a place says.
package struct ClinicHours: Sendable {
  /// Those of all places; empty where they differ.
  package let ofAll: [ClinicFacts.OpeningHours]
  /// The published places, each with its hours, in order; none where these are those of all.
  package let byPlace: [(place: Article, hours: [ClinicFacts.OpeningHours])]

  /// `places` are the published articles of the kind `locations`. One that says nothing of its hours has those of the clinic.
  package init(_ facts: ClinicFacts, places: [Article], _ kinds: [Kind]) {
    let all = places.map { place in
      (place: place, hours: Self.own(place, kinds[place.kind]) ?? facts.openingHours)
    }
    let first = all.first?.hours ?? facts.openingHours
    if all.allSatisfy({ Self.isSame($0.hours, first) }) {
      (ofAll, byPlace) = (first, [])
    } else {
      (ofAll, byPlace) = ([], all)
    }
  }

  /// What a place says of its hours; nil for nothing.
  private static func own(_ place: Article, _ kind: Kind) -> [ClinicFacts.OpeningHours]? {
    guard let field = slot(of: kind), field < place.fields.count else { return nil }
    let entries: [FieldValue] =
      switch place.fields[field] {
      case .list(let entries): entries
      case .group: [place.fields[field]]
      default: []
      }
    let hours = entries.compactMap { entry -> ClinicFacts.OpeningHours? in
      guard case .group(let parts) = entry, let times = ClinicFacts.FieldTimes(parts) else { return nil }
      return ClinicFacts.OpeningHours(times)
    }
    return hours.isEmpty ? nil : hours
  }

  /// The values of a place's fields as its page shows them: one that says nothing of its hours has those of the clinic.
  package static func fields(
    _ values: [FieldValue], of place: Article, in configuration: SiteConfiguration
  ) -> [FieldValue] {
    guard let clinic = configuration.clinic, clinic.locations == place.kind, !clinic.openingHours.isEmpty,
      case let kind = configuration.kinds[place.kind], let slot = slot(of: kind), slot < values.count,
      own(place, kind) == nil
    else { return values }
    let hours = clinic.openingHours.map { HoursType.value(of: $0, in: configuration.language) }
    var filled = values
    if kind.fields[slot].isList {
      filled[slot] = .list(hours)
    } else if hours.count == 1 {
      filled[slot] = hours[0]
    }
    return filled
  }

  private static func slot(of kind: Kind) -> Int? {
    kind.fields.firstIndex { $0.name == "opening-hours" && $0.type is HoursType }
  }

  /// Whether both are open at the same times, however they are written.
  private static func isSame(_ one: [ClinicFacts.OpeningHours], _ other: [ClinicFacts.OpeningHours]) -> Bool {
    func times(_ hours: [ClinicFacts.OpeningHours]) -> [[Int]] {
      hours.flatMap { open in open.days.map { [$0.rawValue, open.from.minutes, open.to.minutes] } }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    return times(one) == times(other)
  }
}

extension ClinicFacts.OpeningHours {
  /// As a field of the type `hours` has it.
  init?(_ times: ClinicFacts.FieldTimes) {
    guard let from = ClinicFacts.ClockTime(times.opens), let to = ClinicFacts.ClockTime(times.closes) else {
      return nil
    }
    self.init()
    days = ClinicFacts.Weekday.allCases.filter { times.days.contains($0.title) }
    (self.from, self.to) = (from, to)
  }
}
