/// What a template may use: the names that every record of one type has, each with its type and meaning.
package final class RecordType: Sendable {
  /// One name of a record type.
  package struct Field: Sendable {
    package let name: String
    package let type: ValueType
    /// One sentence for the documentation of templates.
    package let meaning: String

    package init(_ name: String, _ type: ValueType, _ meaning: String) {
      self.name = name
      self.type = type
      self.meaning = meaning
    }
  }

  /// What diagnostics call the type, such as `cause`.
  package let name: String
  /// In slot order: a record holds the value of `fields[slot]` at `slot`.
  package let fields: [Field]
  private let slots: [String: Int]

  /// Of fields with the same name, the first counts.
  package init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
    slots = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where records of this type hold the value called `name`.
  package func slot(of name: String) -> Int? { slots[name] }
}

/// What a name stands for.
package indirect enum ValueType: Sendable {
  /// Plain text, escaped when it is shown.
  case text
  /// Markup that is already safe and is shown as it is, with three braces.
  case html
  /// Yes or no, for sections.
  case flag
  /// Values of one type, in order.
  case list(ValueType)
  /// A record, which a value may also lack (`Value.none`).
  case record(RecordType)
}
