import Diagnostics
import YAML

/// Fields that belong together.
struct GroupType: FieldType {
  static let name = "group"
  static let documentation = (
    meaning: "A group of fields, listed in `fields`",
    example: "`{type: group, fields: {sets: {type: range}}}`"
  )
  static let settings: [(key: String, schema: Schema)] = [("fields", .mapping(to: "field"))]
  static let holdsFields = true
  let fields: [Field]

  init(_ settings: FieldSettings, into diagnostics: inout [Diagnostic]) {
    let inner = settings.fields.required("fields", missingAt: settings.type.position, into: &diagnostics)
    fields = FieldReader.read(inner, reserved: [], depth: settings.depth + 1, into: &diagnostics)
  }

  /// For a key that all kinds have.
  init(_ fields: [Field]) { self.fields = fields }

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    let keys = KnownKeys(fields.map(\.name), awaiting: fields.compactMap(\.awaited))
    if let fault = valueForKey(node, named: name, keys) {
      diagnostics.append(fault)
      return .none
    }
    guard let values = Fields(node, named: name, allowing: keys, into: &diagnostics) else { return .none }
    lookAtFrequency(values, into: &diagnostics)
    return .group(
      fields.map { field in
        if let node = values[field.name] {
          lookAtDays(field, node, into: &diagnostics)
          if name == "address", checkCountry(field, node, into: &diagnostics) { return .none }
          let before = diagnostics.count
          let value = field.read(node, into: &diagnostics)
          if diagnostics.count == before + 1, diagnostics[before].hint == nil {
            diagnostics[before].hint = productHint(field, node)
          }
          return value
        }
        if field.isRequired { _ = values.required(field.name, into: &diagnostics) }
        return .none
      })
  }

  /// Reports the country of an address whose code is none, as in the clinic's own.
  private func checkCountry(_ field: Field, _ node: Node, into diagnostics: inout [Diagnostic]) -> Bool {
    guard field.name == "country", field.hasNoWords, node.kind == .scalar, !node.isNull, !node.text.isEmpty,
      CountryCode.checked(node.text) == nil
    else { return false }
    node.reportWrongType(
      "country", mustBe: CountryCode.wanted, hint: CountryCode.hint(for: node.text), into: &diagnostics)
    return true
  }

  /// Of a dose, on how many days of a week it is meant. Elsewhere, `days` may be any number.
  private func lookAtDays(_ field: Field, _ node: Node, into diagnostics: inout [Diagnostic]) {
    guard field.name == "days", field.isCount,
      fields.contains(where: { ["sets", "reps"].contains($0.name) }),
      let quantity = Quantity(node.text), let days = Int(quantity.most ?? quantity.least)
    else { return }
    if days > 7 {
      node.warn(
        "`days` is \(days), but a week has only 7.",
        "Write on how many days of a week to do it."
          + RangeType.hyphenHint(quantity, upTo: 7),
        into: &diagnostics)
    } else if Int(quantity.least) == 0 {
      RangeType.warnOfNothing(node, "days", isAll: days == 0, into: &diagnostics)
    }
  }

  var holdsWords: Bool { fields.contains { $0.type.holdsWords } }

  func lacksWords(_ value: FieldValue) -> Bool {
    guard case .group(let values) = value else { return true }
    return zip(fields, values).allSatisfy { field, value in
      if case .none = value { return true }
      return !field.type.holdsWords || field.hasNoWords || field.type.lacksWords(value)
    }
  }

  func translated(
    _ value: FieldValue, _ original: Node?, by node: Node, _ name: String,
    into diagnostics: inout [Diagnostic]
  ) -> FieldValue {
    let keys = KnownKeys(fields.map(\.name))
    guard case .group(let values) = value,
      let own = Fields(node, named: name, allowing: keys, into: &diagnostics)
    else { return value }
    return .group(
      zip(fields, values).map { field, value in
        field.translated(
          value, original?.value(for: field.name), by: own[field.name], in: node, isOptional: false,
          into: &diagnostics)
      })
  }

  var schema: Schema {
    .object(fields.map { ($0.name, Schema($0)) }, required: fields.filter(\.isRequired).map(\.name))
  }
  var schemaOfWords: Schema? {
    let parts = fields.compactMap { field in Schema(wordsOf: field).map { (field.name, $0) } }
    return parts.isEmpty ? nil : .object(parts)
  }
  var hint: String { "Its fields are below" }
  var shown: Shown {
    .record(
      named: "group",
      fields.map {
        Shown.Part(
          $0.name, $0.type.shown, isList: $0.isList, isCount: $0.isCount, isDay: $0.isDay,
          $0.description ?? "The field `\($0.name)` of its front matter.")
      })
  }

  func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue {
    guard case .group(let values) = value else { return .none }
    return .group(zip(fields, values).map { $0.complete($1, in: &site) })
  }

  func words(of value: FieldValue) -> String {
    guard case .group(let values) = value else { return "" }
    return zip(fields, values).map { "\($0.name) \($0.words(of: $1))" }.joined(separator: ", ")
  }

  func example(today: CalendarDate) -> String { "{}" }

  /// On a card, its values stand on one line.
  var standsOnCards: Bool { fields.contains { $0.type.standsOnCards } }

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    if case .group(let values) = value { .group(values) } else { nil }
  }
}
