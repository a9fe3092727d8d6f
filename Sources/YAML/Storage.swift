import Diagnostics

/// All of a document's nodes in one array, children by contiguous runs of indices, scalar bytes in one pool.
final class Storage: Sendable {
  let records: [Record]
  /// The children of every collection, one run each; a mapping's run is key, value, key, value, ….
  let children: [UInt32]
  let pool: [UInt8]
  let file: String
  let extents: NodeExtents

  init(
    records: [Record], children: [UInt32], pool: [UInt8], file: String, extents: NodeExtents = NodeExtents()
  ) {
    self.extents = extents
    self.records = records
    self.children = children
    self.pool = pool
    self.file = file
  }
}

/// One node. An alias is a record of its own, with its own place and its target's content.
struct Record: Sendable {
  var kind: Node.Kind
  var isPlain = false
  /// A scalar's bytes in the pool, or a collection's run of children.
  var start: UInt32 = 0
  var end: UInt32 = 0
  var line: UInt32
  var column: UInt32
}

/// What only those who change a file need of it; empty unless it was asked for.
struct NodeExtents: Sendable {
  /// For each record the place behind its last character. A collection has none: what is in it says where it ends.
  var ends: [Position?] = []
  /// The node that an alias stands for, by the alias.
  var aliased: [Int: Int] = [:]
}
