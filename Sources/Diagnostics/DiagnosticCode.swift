/// The stable name of one kind of fault, such as `unknown-key`: what `docs/diagnostics.md` is sorted by and
/// what a script may match on. Each module declares its codes in an extension of this type.
package struct DiagnosticCode: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
  package init(stringLiteral value: StaticString) { rawValue = value.description }

  package static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.rawValue < right.rawValue
  }
}
