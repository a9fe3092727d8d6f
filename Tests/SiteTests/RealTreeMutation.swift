import Diagnostics
import SymptomTree
import Testing

/// One way to break the real checker, and the rule that is meant to notice.
struct RealTreeMutation: Sendable, CustomTestStringConvertible {
  var name: String
  var code: DiagnosticCode
  /// Words of the message, so that it is this fault and not another of the same code.
  var words: String
  /// Whether version and paths are left as they were committed.
  var isUnsigned = false
  var change: @Sendable (inout RealChecker) throws -> Void

  var testDescription: String { name }

  init(
    _ name: String, _ code: DiagnosticCode, _ words: String, unsigned: Bool = false,
    _ change: @escaping @Sendable (inout RealChecker) throws -> Void
  ) {
    self.name = name
    self.code = code
    self.words = words
    isUnsigned = unsigned
    self.change = change
  }

  static let all: [RealTreeMutation] = redFlags + shape + names + outcomes + words + files + huge
}
