import Diagnostics

/// A value and the place in its file where it stands, for what may be reported about it later.
package struct Placed<Value: Sendable>: Sendable {
  package var value: Value
  package var position: Position

  package init(_ value: Value, at position: Position) {
    self.value = value
    self.position = position
  }
}
