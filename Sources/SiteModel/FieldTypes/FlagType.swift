import Diagnostics
import Text
import YAML

struct FlagType: PlainFieldType {
  static let name = "flag"
  static let documentation = (meaning: "`true` or `false`", example: "`true`")
  let schema: Schema = .flag
  let hint = "true or false"
  let shown = Shown.flag

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asBool(name, into: &diagnostics).map(FieldValue.flag) ?? .none
  }

  func example(today: CalendarDate) -> String { "true" }

  let isSortable = true
  let standsOnCards = true

  /// What is true comes first.
  func rank(of value: FieldValue, _ collation: Collation) -> [UInt8]? {
    if case .flag(let flag) = value { [flag ? 0 : 1] } else { nil }
  }

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    if case .flag(true) = value { .flag } else { nil }
  }
}
