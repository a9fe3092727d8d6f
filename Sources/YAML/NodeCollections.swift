/// A sequence's nodes.
public struct Elements: RandomAccessCollection, Sendable {
  let storage: Storage
  let run: Range<Int>

  public var startIndex: Int { 0 }
  public var endIndex: Int { run.count }
  public subscript(index: Int) -> Node {
    Node(storage: storage, index: Int(storage.children[run.lowerBound + index]))
  }
}

/// A mapping's pairs, in file order.
public struct Entries: RandomAccessCollection, Sendable {
  let storage: Storage
  let run: Range<Int>

  public var startIndex: Int { 0 }
  public var endIndex: Int { run.count / 2 }
  public subscript(index: Int) -> (key: Node, value: Node) {
    let place = run.lowerBound + 2 * index
    return (
      Node(storage: storage, index: Int(storage.children[place])),
      Node(storage: storage, index: Int(storage.children[place + 1]))
    )
  }
}
