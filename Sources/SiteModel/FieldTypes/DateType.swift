import Diagnostics
import YAML

struct DateType: PlainFieldType {
  static let name = "date"
  static let documentation = (meaning: "A date", example: "`2026-11-22`")
  let schema = Schema.date
  let hint = "A date"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asDate(name, into: &diagnostics).map { .text(Array($0.text.utf8)) } ?? .none
  }

  func example(today: CalendarDate) -> String { today.text }
}
