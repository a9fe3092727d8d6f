import Diagnostics
import Text
import YAML

/// Reads the value of a declared field, as its type wants it.
struct FieldValueReader {
  let file: String

  func read(_ node: Node, _ field: Field, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard field.isList else { return single(node, field.name, field.type, into: &diagnostics) }
    guard node.kind == .sequence else {
      // One is a list of one: an editor need not know.
      return .list([single(node, field.name, field.type, into: &diagnostics)])
    }
    return .list(node.elements.map { single($0, field.name, field.type, into: &diagnostics) })
  }

  private func single(
    _ node: Node, _ name: String, _ type: FieldType, into diagnostics: inout [Diagnostic]
  ) -> FieldValue {
    switch type {
    case .text: return node.asText(name, into: &diagnostics).map { .text(Array($0.utf8)) } ?? .none
    case .number:
      guard let number = node.asInteger(name, into: &diagnostics) else { return .none }
      if number >= 0 { return .text(Array(String(number).utf8)) }
      node.reportWrongType(name, mustBe: "zero or more", into: &diagnostics)
      return .none
    case .range:
      return shaped(node, name, "a number or a range, such as `2-3`", into: &diagnostics) {
        Quantity($0)?.withoutUnit
      }
    case .duration:
      return shaped(node, name, "a time with `s` or `min`, such as `20-30 s`", into: &diagnostics) {
        Quantity($0)?.withUnit
      }
    case .date: return node.asDate(name, into: &diagnostics).map { .text(Array($0.text.utf8)) } ?? .none
    case .flag: return node.asBool(name, into: &diagnostics).map(FieldValue.flag) ?? .none
    case .markdown: return node.asText(name, into: &diagnostics) == nil ? .none : .markdown(PlacedText(node))
    case .image: return image(node, name, into: &diagnostics)
    case .choice(let choices):
      guard let text = node.asText(name, into: &diagnostics) else { return .none }
      if let index = choices.firstIndex(of: text) { return .choice(index) }
      node.reportWrongType(
        name, mustBe: "one of \(choices.map { "`\($0)`" }.joined(separator: ", "))",
        hint: NearestName.hint(for: text, among: choices), into: &diagnostics)
      return .none
    case .group(let inner):
      guard let fields = Fields(node, named: name, allowing: KnownKeys(inner.map(\.name)), into: &diagnostics)
      else {
        return .none
      }
      return .group(
        inner.map { field in
          if let node = fields[field.name] { return read(node, field, into: &diagnostics) }
          if field.isRequired { _ = fields.required(field.name, into: &diagnostics) }
          return .none
        })
    }
  }

  /// The file and the alternative text, which a picture needs here as it does in Markdown.
  private func image(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard node.kind == .mapping else {
      node.reportWrongType(
        name, mustBe: "a mapping of `file` and `alt`",
        hint: "Write `\(name): {file: picture.svg, alt: What the picture shows}`.", into: &diagnostics)
      return .none
    }
    guard let fields = Fields(node, named: name, allowing: ["file", "alt"], into: &diagnostics) else {
      return .none
    }
    let file = fields.required("file", missingAt: node.position, into: &diagnostics)
    let alt = fields.required("alt", missingAt: node.position, into: &diagnostics)?
      .asText("alt", into: &diagnostics)
    guard let file, file.asText("file", into: &diagnostics) != nil, let alt else { return .none }
    return .image(PlacedText(file), alt: Array(alt.utf8))
  }

  private func shaped(
    _ node: Node, _ name: String, _ wanted: String, into diagnostics: inout [Diagnostic],
    _ shape: (String) -> String?
  ) -> FieldValue {
    guard let text = node.asText(name, into: &diagnostics) else { return .none }
    if let shown = shape(text) { return .text(Array(shown.utf8)) }
    node.reportWrongType(name, mustBe: wanted, into: &diagnostics)
    return .none
  }
}

/// A whole number or a range of two with or without a unit of time.
package struct Quantity {
  package let least: Int
  package let most: Int?
  package let unit: Unit?

  package enum Unit: String {
    case seconds = "s"
    case minutes = "min"
  }

  /// `8`, `8-12`, `8–12`, `30 s`, `20-30 s`, `1 min`; a range rises.
  package init?(_ text: String) {
    var rest = Substring(text)
    guard let least = Self.number(&rest) else { return nil }
    self.least = least
    if let dash = rest.first, dash == "-" || dash == "–" {
      rest = rest.dropFirst()
      guard let most = Self.number(&rest), most > least else { return nil }
      self.most = most
    } else {
      most = nil
    }
    let tail = rest.drop { $0 == " " }
    guard tail.isEmpty ? rest.isEmpty : Unit(rawValue: String(tail)) != nil else { return nil }
    unit = Unit(rawValue: String(tail))
  }

  /// As shown, with an en dash and the unit; nil when it has none.
  var withUnit: String? { unit.map { "\(amount) \($0.rawValue)" } }

  /// As shown; nil when it has a unit.
  var withoutUnit: String? { unit == nil ? amount : nil }

  private var amount: String { most.map { "\(least)–\($0)" } ?? "\(least)" }

  private static func number(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...6).contains(digits.count), digits.count == 1 || digits.first != "0" else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }
}
