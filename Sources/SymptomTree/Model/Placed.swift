import Diagnostics
import YAML

/// A value and the place in its file where it stands, for what may be reported about it later.
public struct Placed<Value: Sendable>: Sendable {
  public var value: Value
  public var position: Position

  public init(_ value: Value, at position: Position) {
    self.value = value
    self.position = position
  }
}
