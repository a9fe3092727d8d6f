/// A sequence's nodes.
package struct Elements: RandomAccessCollection, Sendable {
  let storage: Storage
  let run: Range<Int>

  package var startIndex: Int { 0 }
  package var endIndex: Int { run.count }
  package subscript(index: Int) -> Node {
    Node(storage: storage, index: Int(storage.children[run.lowerBound + index]))
  }
}

/// A mapping's pairs, in file order.
package struct Entries: RandomAccessCollection, Sendable {
  let storage: Storage
  package let run: Range<Int>

  package var startIndex: Int { 0 }
  package var endIndex: Int { run.count / 2 }
  package subscript(index: Int) -> (key: Node, value: Node) {
    let place = run.lowerBound + 2 * index
    return (
      Node(storage: storage, index: Int(storage.children[place])),
      Node(storage: storage, index: Int(storage.children[place + 1]))
    )
  }
}
