/// Data of any shape, as JSON has it, for templates that are not compiled for a record type.
indirect enum DynamicValue: Sendable {
  case null
  case flag(Bool)
  /// A number as it is to be shown.
  case number(String)
  case text(String)
  case list([DynamicValue])
  case record([String: DynamicValue])
  /// A function. The specification leaves lambdas to each engine; this one refuses them where they are used.
  case lambda
}

extension DynamicValue {
  /// Whether a section over the value is shown (Mustache specification, "sections").
  var isTruthy: Bool {
    switch self {
    case .null: false
    case .flag(let isSet): isSet
    case .text(let text): !text.isEmpty
    case .list(let values): !values.isEmpty
    case .number, .record, .lambda: true
    }
  }

  /// How interpolation shows the value; lists and records show nothing.
  var shown: String {
    switch self {
    case .text(let text), .number(let text): text
    case .flag(let isSet): isSet ? "true" : "false"
    case .null, .list, .record, .lambda: ""
    }
  }
}
