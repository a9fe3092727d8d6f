import Diagnostics
import Text
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

  let isSortable = true
  let standsOnCards = true

  /// Years have four digits, so dates as they are written stand in the order of days.
  func rank(of value: FieldValue, _ collation: Collation) -> [UInt8]? {
    if case .text(let text) = value { text } else { nil }
  }

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    guard case .text(let text) = value else { return nil }
    return CalendarDate(parsing: text).map { .date($0) }
  }
}
