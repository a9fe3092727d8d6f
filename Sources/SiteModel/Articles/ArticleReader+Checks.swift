import Diagnostics
import YAML

/// What the values of a front matter say together.
extension ArticleReader {
  /// What search engines get as the two, or what has their names.
  static func period(of kind: Kind) -> (start: String, end: String)? {
    let facts = SchemaType.facts(of: kind)
    func field(_ property: String, _ names: [String]) -> String? {
      facts.first { $0.property == property }.map { kind.fields[$0.slot].name }
        ?? kind.fields.first { names.contains($0.name) && $0.isDay }?.name
    }
    guard let start = field("startDate", ["start", "starts", "start-date", "begin", "begins"]),
      let end = field("endDate", ["end", "ends", "end-date"])
    else { return nil }
    return (start, end)
  }

  func lookAt(
    _ period: (start: String, end: String), _ fields: Fields, _ file: String,
    into diagnostics: inout [Diagnostic]
  ) {
    guard let start = fields[period.start].flatMap({ CalendarDate(parsing: $0.bytes) }),
      let node = fields[period.end], let end = CalendarDate(parsing: node.bytes), end < start
    else { return }
    diagnostics.append(
      .error(
        .datesOutOfOrder, file: file, at: node.position,
        "`\(period.end)` (\(end)) is before `\(period.start)` (\(start)).",
        hint: "Write the day of the end after `\(period.end):`. For a single day, delete that line."))
  }

  /// Stages of care are counted.
  func lookAtStages(
    _ name: String, _ node: YAML.Node, _ value: FieldValue, into diagnostics: inout [Diagnostic]
  ) {
    guard case .list(let numbers) = value else { return }
    let nodes = node.kind == .sequence ? Array(node.elements) : [node]
    for (node, number) in zip(nodes, numbers) {
      guard case .text(let text) = number, text.contains(UInt8(ascii: ".")) else { continue }
      diagnostics.append(
        .error(
          .stageCount, file: node.file, at: node.position,
          "`\(name)` has `\(node.text)`, and a stage has to be a whole number.",
          hint: "Write 1 for what comes first, 0 for what fits any time."))
    }
  }
}
