import Diagnostics
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
}
