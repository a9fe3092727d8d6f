import Diagnostics
import Testing

@testable import SymptomTree

/// One way to break the checker, and what is to be said of it.
struct Mutation: Sendable, CustomTestStringConvertible {
  var name: String
  var code: DiagnosticCode
  var change: @Sendable (inout Clinic) throws -> Void
  /// Every diagnostic of that code, as `file:line:column severity message` and the hint behind ` — `.
  var expected: [String]

  var testDescription: String { name }

  init(
    _ name: String, _ code: DiagnosticCode, _ expected: [String],
    change: @escaping @Sendable (inout Clinic) throws -> Void
  ) {
    self.name = name
    self.code = code
    self.change = change
    self.expected = expected
  }

  static let all: [Mutation] = part1 + part2 + part3 + part4 + part5 + part6 + flags + calm
}
