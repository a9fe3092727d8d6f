import YAML

/// Fields that say something for which schema.org has a property: known by name and type, so that a site needs no setting for it.
extension SchemaType {
  /// How a field's value is written.
  package enum Form: Sendable {
    case text
    /// Each entry of a list.
    case texts
    case day
    /// The picture's address.
    case image
    /// The parts `street`, `city`, `region`, `postal-code` and `country`.
    case address
    /// As a duration (ISO 8601).
    case minutes
    case link
    /// Each entry of a list.
    case hours

    fileprivate func fits(_ field: Field) -> Bool {
      if self == .hours { return field.isList && field.type is HoursType }
      if self == .texts { return field.isList && field.type is TextType }
      guard !field.isList else { return false }
      return switch self {
      case .text: field.type is TextType
      case .texts, .hours: false
      case .day: field.type is DateType
      case .image: field.type is ImageType
      case .address: field.type is GroupType
      case .minutes: field.type is NumberType || field.type is RangeType
      case .link: field.type is URLType
      }
    }
  }

  package struct Fact: Sendable {
    /// The field's place among those of the kind.
    package let slot: Int
    package let property: String
    package let form: Form
  }

  /// The first field that fits each property of the kind's type.
  package static func facts(of kind: Kind) -> [Fact] {
    guard let type = kind.schemaType else { return [] }
    return (properties[type] ?? []).compactMap { property in
      kind.fields.firstIndex { property.names.contains($0.name) && property.form.fits($0) }.map {
        Fact(slot: $0, property: property.name, form: property.form)
      }
    }
  }

  typealias Property = (name: String, names: [String], form: Form)

  private static let image: Property = ("image", ["photo", "picture", "drawing", "figure"], .image)
  static let telephone: Property = ("telephone", ["phone"], .text)
  private static let email: Property = ("email", ["email"], .text)
  private static let address: Property = ("address", ["address"], .address)

  private static let properties: [SchemaType: [Property]] = [
    .person: [
      ("jobTitle", ["role", "job-title"], .text), ("knowsLanguage", ["languages"], .texts), telephone, email,
      ("sameAs", ["profile", "website"], .link), image,
    ],
    .place: [
      address, telephone, ("openingHoursSpecification", ["opening-hours"], .hours),
      ("hasMap", ["map"], .link), image,
    ],
    .article: [("datePublished", ["day", "date", "published"], .day), image],
    .event: [
      ("startDate", ["start", "day", "date"], .day), ("endDate", ["end"], .day),
      ("location", ["place", "location"], .text), image,
    ],
    .instructions: [("totalTime", ["minutes"], .minutes), ("tool", ["equipment", "tools"], .texts), image],
  ]

  /// The rows of the table in `docs/site-configuration.md` for types that take what they say from fields by name.
  package static var documentation: String {
    allCases.reduce(into: "| `schema-type` | Fields, with the property that each becomes |\n|---|---|\n") {
      table, type in
      guard let properties = properties[type] else { return }
      let parts = properties.map { property in
        "\(property.names.map { "`\($0)`" }.joined(separator: " or ")) (`\(property.name)`)"
      }
      table += "| `\(type.rawValue)` | \(parts.joined(separator: ", ")) |\n"
    }
  }
}
