/// The stable name of one kind of fault, such as `unknown-key`: what `docs/diagnostics.md` is sorted by and
/// what a script may match on. Each module declares its codes in an extension of this type.
public struct DiagnosticCode: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: StaticString) { rawValue = value.description }

  public static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.rawValue < right.rawValue
  }
}
