import Mustache
import SiteModel
import Text
import YAML

/// One value of a field, as cards and lists of facts show it.
struct ShownValue: Sendable {
  let field: Field
  let part: FieldPart
  let language: String

  /// Each value of a field; a list has several.
  static func all(_ field: Field, _ value: FieldValue, language: String) -> [ShownValue] {
    let entries = if case .list(let entries) = value { entries } else { [value] }
    return entries.compactMap { field.type.part(of: $0, in: language) }.map {
      ShownValue(field: field, part: $0, language: language)
    }
  }

  /// What it says, for people; empty for a picture and for what is more than a line.
  var text: String {
    switch part {
    case .text(let text): String(decoding: text, as: UTF8.self)
    case .date(let date): date.shown(in: language)
    case .group: line
    case .flag, .link: field.words
    case .image, .html: ""
    }
  }

  /// The same beside the name of its field, which need not be said again.
  private var textBesideLabel: String {
    switch part {
    case .flag: ""
    case .link(let address): Self.words(of: address)
    default: text
    }
  }

  var date: String { if case .date(let date) = part { date.text } else { "" } }

  /// Where it leads; empty for nowhere.
  var link: [UInt8] {
    switch part {
    case .link(let address): address
    case .text(let text): Array((field.link(of: text) ?? "").utf8)
    default: []
    }
  }

  var image: [FieldValue]? { if case .image(let parts) = part { parts } else { nil } }
  private var html: [UInt8] { if case .html(let html) = part { html } else { [] } }
  private var isYes: Bool { if case .flag = part { true } else { false } }

  /// The values of a group, each with its field.
  private var members: [(field: Field, values: [ShownValue])] {
    guard case .group(let values) = part else { return [] }
    return zip(field.type.fields, values).map { inner, value in
      (inner, Self.all(inner, value, language: language))
    }.filter { !$0.1.isEmpty }
  }

  /// A group on one line: `1 Hill Road, Springfield, IL 62701`, or `Sets: 3, Repeats: 8–12`.
  private var line: String {
    var line = ""
    for (inner, values) in members {
      let texts = values.map(\.textBesideLabel).filter { !$0.isEmpty }
      let text = values.contains(where: \.isYes) ? inner.words : texts.joined(separator: ", ")
      if text.isEmpty { continue }
      let isNamed = !field.isAddress && !texts.isEmpty
      if !line.isEmpty { line += field.isAddress && inner.name == "postal-code" ? " " : ", " }
      line += (isNamed ? inner.heading + ": " : "") + text
    }
    return line
  }

  /// A group that is no address has a row for each of its fields.
  var rows: [ShownValue] { field.isAddress ? [] : members.flatMap(\.values) }

  /// What people take for an address or a file: `clinic.example/book`, `leaflet.pdf`.
  private static func words(of address: [UInt8]) -> String {
    let text = String(decoding: address, as: UTF8.self)
    guard let scheme = AddressScheme(of: address) else {
      return String(text.split(separator: "/").last ?? text[...])
    }
    let rest = text.dropFirst(scheme.beginning.utf8.count)
    return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
  }

  /// The names that a fact's value and a row of it have.
  private static let names: [RecordName<ShownValue>] = [
    .text(
      "text", "What it says; a date as people write it; empty for a picture, a flag or a group with rows."
    ) {
      $0.rows.isEmpty ? $0.textBesideLabel : ""
    },
    .text("date", "A date as `2026-11-28`, for `<time datetime>`; otherwise empty.") { $0.date },
    .text(
      "link",
      "Where a field of the type `url` or `file`, a telephone number or a mail address leads; otherwise empty."
    ) { $0.link },
    .html("html", "A paragraph of Markdown, or a video, ready to stand in the page; otherwise empty.") {
      $0.html
    },
    .record("image", imageLayout, "The picture of a field of the type `image`.") { $0.image },
    .flag("is-yes", "Whether it is a flag that the article sets.") { $0.isYes },
  ]

  private static let row = RecordLayout<ShownValue>(
    "fact row",
    [.text("label", "`label` of the field in the group, or else its name.") { $0.field.heading }] + names)

  static let layout = RecordLayout<ShownValue>(
    "fact value",
    names + [
      .list("rows", of: row, "The fields of a group; empty for all else. An address is a text, not rows.") {
        $0.rows
      }
    ])

  static let imageLayout = RecordLayout<[FieldValue]>(
    "card image",
    FieldPicture.parts.enumerated().map { place, part in
      .text(part.name, part.meaning) { if case .text(let text) = $0[place] { text } else { [] } }
    })
}

/// A field that an article's front matter states, as any template can show it.
struct ArticleFact: Sendable {
  let field: Field
  let values: [ShownValue]

  /// Those of some of a kind's fields, in the order of `site.yaml`; what says nothing is left out.
  static func all(_ slots: [Int], of kind: Kind, _ values: [FieldValue], language: String) -> [ArticleFact] {
    slots.compactMap { slot in
      guard slot < values.count else { return nil }
      let shown = ShownValue.all(kind.fields[slot], values[slot], language: language).filter {
        if case .group = $0.part { !$0.text.isEmpty || !$0.rows.isEmpty } else { true }
      }
      return shown.isEmpty ? nil : ArticleFact(field: kind.fields[slot], values: shown)
    }
  }

  static let layout = RecordLayout<ArticleFact>(
    "fact",
    [
      .text("name", "The name of the field, such as `opening-hours`.") { $0.field.name },
      .text("label", "`label` of the field in `site.yaml`, or else its name, such as `Opening hours`.") {
        $0.field.heading
      },
      .list("values", of: ShownValue.layout, "What it says: one value, or those of a list.") { $0.values },
    ])
}
