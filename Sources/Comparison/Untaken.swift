/// The elements of a list that nothing was matched with yet, found by a key: two thousand sections of an article are
/// matched in the time of two thousand look-ups.
struct Untaken<Element> {
  private let elements: [Element]
  private var isTaken: [Bool]

  init(_ elements: [Element]) {
    self.elements = elements
    isTaken = [Bool](repeating: false, count: elements.count)
  }

  /// The elements by a key, each key's first one last.
  func places<Key: Hashable>(by key: (Element) -> Key?) -> [Key: [Int]] {
    var places: [Key: [Int]] = [:]
    for number in elements.indices.reversed() where !isTaken[number] {
      if let key = key(elements[number]) { places[key, default: []].append(number) }
    }
    return places
  }

  /// Takes the first element with that key, if there is one left.
  mutating func take<Key: Hashable>(_ key: Key, of places: inout [Key: [Int]]) -> Element? {
    while let number = places[key]?.popLast() {
      if isTaken[number] { continue }
      isTaken[number] = true
      return elements[number]
    }
    return nil
  }

  /// What is left, in the list's order.
  var rest: [Element] { elements.indices.filter { !isTaken[$0] }.map { elements[$0] } }
}
