/// How much one document may hold. What a person writes is far below; what is built to exhaust memory is refused
/// as soon as it passes one of these.
public struct Limits: Sendable {
  /// Bytes of the source.
  public var bytes: Int
  /// Scalars, sequences and mappings, each alias counted as all that it stands for.
  public var nodes: Int
  /// Collections inside one another, aliases followed.
  public var depth: Int
  /// Bytes of all scalars, each alias counted as all that it stands for.
  public var expandedBytes: Int
  /// Faults reported before reading stops.
  public var faults: Int

  public init(
    bytes: Int = 2_000_000, nodes: Int = 200_000, depth: Int = 64, expandedBytes: Int = 8_000_000,
    faults: Int = 100
  ) {
    self.bytes = bytes
    self.nodes = nodes
    self.depth = depth
    self.expandedBytes = expandedBytes
    self.faults = faults
  }

  public static let standard = Limits()
}
