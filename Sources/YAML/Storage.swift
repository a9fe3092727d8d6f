/// All of a document's nodes in one array, children by contiguous runs of indices, scalar bytes in one pool.
final class Storage: Sendable {
  let records: [Record]
  /// The children of every collection, one run each; a mapping's run is key, value, key, value, ….
  let children: [UInt32]
  let pool: [UInt8]
  let file: String

  init(records: [Record], children: [UInt32], pool: [UInt8], file: String) {
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
