import Mustache
import SiteModel
import YAML

/// One value of a field that cards show: `list: {card: …}` of the kind.
struct CardDetail: Sendable {
  let field: Field
  let part: CardPart
  let language: String

  /// Those of an article with these values; a list shows each of its entries.
  static func all(of kind: Kind, _ values: [FieldValue], language: String) -> [CardDetail] {
    kind.list.card.flatMap { place -> [CardDetail] in
      guard place < values.count else { return [] }
      let field = kind.fields[place]
      let entries = if case .list(let entries) = values[place] { entries } else { [values[place]] }
      return entries.compactMap { field.type.cardPart(of: $0) }.map {
        CardDetail(field: field, part: $0, language: language)
      }
    }
  }

  /// What it says, for people.
  private var text: String {
    switch part {
    case .text(let text): String(decoding: text, as: UTF8.self)
    case .date(let date): date.shown(in: language)
    case .flag, .link: label
    case .image: ""
    }
  }

  private var label: String { field.words }

  static let layout = RecordLayout<CardDetail>(
    "card detail",
    [
      .text("name", "The name of the field, such as `day`.") { $0.field.name },
      .text(
        "label", "`label` of the field in `site.yaml`; may be empty. A flag and a link say it themselves."
      ) {
        if case .flag = $0.part { "" } else if case .link = $0.part { "" } else { $0.field.label ?? "" }
      },
      .text("text", "What it says; a date as people write it; empty for a picture.") { $0.text },
      .text("date", "A date as `2026-11-28`, for `<time datetime>`; otherwise empty.") {
        if case .date(let date) = $0.part { date.text } else { "" }
      },
      .text("link", "Where a field of the type `url` or `file` leads; otherwise empty.") {
        if case .link(let address) = $0.part { address } else { [] }
      },
      .record("image", image, "The picture of a field of the type `image`.") {
        if case .image(let parts) = $0.part { parts } else { nil }
      },
    ])

  private static let image = RecordLayout<[FieldValue]>(
    "card image",
    FieldPicture.parts.enumerated().map { place, part in
      .text(part.name, part.meaning) { if case .text(let text) = $0[place] { text } else { [] } }
    })
}

extension CalendarDate {
  /// The day that a field of the type `date` holds.
  init?(field value: FieldValue) {
    guard case .text(let text) = value else { return nil }
    self.init(parsing: text)
  }
}

extension Field {
  /// What people are told that it says: its label, or else its name.
  var words: String { label ?? name.replacing("-", with: " ") }
}
