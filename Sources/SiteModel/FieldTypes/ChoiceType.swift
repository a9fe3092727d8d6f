import Diagnostics
import Text
import YAML

/// One of the names that `site.yaml` gives.
struct ChoiceType: FieldType {
  static let name = "choice"
  static let documentation = (
    meaning: "One of the choices in `of`", example: "`{type: choice, of: [care, prevention]}`"
  )
  static let settings: [(key: String, schema: Schema)] = [("of", .array(of: .name).with(["minItems": 1]))]
  let choices: [String]

  init(_ settings: FieldSettings, into diagnostics: inout [Diagnostic]) {
    let names =
      settings.fields.required("of", missingAt: settings.type.position, into: &diagnostics)?
      .asTexts(
        "of", of: "choices", example: "[care, prevention]",
        whenEmpty: "Write the choices, such as `[care, prevention]`.", into: &diagnostics) ?? []
    for name in names { KindReader.checkName(name, "a choice", into: &diagnostics) }
    choices = names.map(\.text)
  }

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    // Where the choices are missing, that has been told.
    if choices.isEmpty { return .none }
    let text = node.asChoice(
      name, among: choices, mustBe: "one of \(choices.map { "`\($0)`" }.joined(separator: ", "))",
      into: &diagnostics)
    return text.flatMap { choices.firstIndex(of: $0) }.map { .choice($0) } ?? .none
  }

  var schema: Schema { .choice(choices) }
  var hint: String { "One of: \(choices.joined(separator: ", "))" }
  var shown: Shown { .choice(choices) }

  func words(of value: FieldValue) -> String {
    if case .choice(let choice) = value { choices[choice] } else { "" }
  }

  func example(today: CalendarDate) -> String { choices.first ?? "none" }

  var isSortable: Bool { true }
  var standsOnCards: Bool { true }

  /// In the order in which `site.yaml` lists them.
  func rank(of value: FieldValue, _ collation: Collation) -> [UInt8]? {
    guard case .choice(let choice) = value else { return nil }
    return [UInt8(truncatingIfNeeded: choice >> 8), UInt8(truncatingIfNeeded: choice)]
  }

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    if case .choice(let choice) = value { .text(Array(choices[choice].utf8)) } else { nil }
  }
}
