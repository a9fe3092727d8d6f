/// How much a node amounts to, aliases counted in full.
struct Extent {
  var nodes = 0
  /// Of scalars.
  var bytes = 0

  static func + (left: Extent, right: Extent) -> Extent {
    Extent(nodes: left.nodes + right.nodes, bytes: left.bytes + right.bytes)
  }
  static func - (left: Extent, right: Extent) -> Extent {
    Extent(nodes: left.nodes - right.nodes, bytes: left.bytes - right.bytes)
  }
}

/// The nodes that carry a name (`&name`). A name may be given again; an alias means the latest before it
/// (YAML 1.1, section 3.2.2.2).
struct Anchors {
  enum Target {
    case unknown
    /// The alias stands inside the node that it names.
    case unfinished
    case node(index: Int, Extent, height: Int)
  }

  private var indices: [[UInt8]: Int] = [:]
  private var measures: [Int: (extent: Extent, height: Int)] = [:]

  var names: [String] { indices.keys.prefix(100).map { String(decoding: $0, as: UTF8.self) } }

  mutating func declare(_ name: [UInt8], at index: Int) { indices[name] = index }

  mutating func finish(_ index: Int, _ extent: Extent, height: Int) { measures[index] = (extent, height) }

  func target(of name: [UInt8]) -> Target {
    guard let index = indices[name] else { return .unknown }
    guard let measure = measures[index] else { return .unfinished }
    return .node(index: index, measure.extent, height: measure.height)
  }
}
