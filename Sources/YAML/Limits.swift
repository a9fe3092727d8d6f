/// How much one document may hold. What a person writes is far below; what is built to exhaust memory is refused
/// as soon as it passes one of these.
package struct Limits: Sendable {
  /// Bytes of the source.
  package var bytes: Int
  /// Scalars, sequences and mappings, each alias counted as all that it stands for.
  package var nodes: Int
  /// Collections inside one another, aliases followed.
  package var depth: Int
  /// Bytes of all scalars, each alias counted as all that it stands for.
  package var expandedBytes: Int
  /// Faults reported before reading stops.
  package var faults: Int

  package init(
    bytes: Int = 2_000_000, nodes: Int = 200_000, depth: Int = 64, expandedBytes: Int = 8_000_000,
    faults: Int = 100
  ) {
    self.bytes = bytes
    self.nodes = nodes
    self.depth = depth
    self.expandedBytes = expandedBytes
    self.faults = faults
  }

  package static let standard = Limits()
}
