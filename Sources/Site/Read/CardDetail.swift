import Mustache
import SiteModel
import YAML

/// One value of a field that cards show: `list: {card: …}` of the kind.
struct CardDetail: Sendable {
  private let value: ShownValue

  /// Those of an article with these values; a list shows each of its entries.
  static func all(of kind: Kind, _ values: [FieldValue], language: String) -> [CardDetail] {
    kind.list.card.flatMap { place -> [CardDetail] in
      guard place < values.count else { return [] }
      return ShownValue.all(kind.fields[place], values[place], language: language).map(CardDetail.init)
    }
  }

  static let layout = RecordLayout<CardDetail>(
    "card detail",
    [
      .text("name", "The name of the field, such as `day`.") { $0.value.field.name },
      .text(
        "label", "`label` of the field in `site.yaml`; may be empty. A flag and a link say it themselves."
      ) {
        switch $0.value.part {
        case .flag, .link: ""
        default: $0.value.field.label ?? ""
        }
      },
      .text("text", "What it says; a date as people write it; empty for a picture.") { $0.value.text },
      .text("date", "A date as `2026-11-28`, for `<time datetime>`; otherwise empty.") { $0.value.date },
      .text(
        "link",
        "Where a field of the type `url` or `file`, a telephone number or a mail address leads; otherwise empty."
      ) { $0.value.link },
      .record("image", ShownValue.imageLayout, "The picture of a field of the type `image`.") {
        $0.value.image
      },
    ])
}

extension CalendarDate {
  /// The day that a field of the type `date` holds.
  init?(field value: FieldValue) {
    guard case .text(let text) = value else { return nil }
    self.init(parsing: text)
  }
}
