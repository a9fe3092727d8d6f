/// The keys that may stand in a mapping, prepared once and used for every file.
package struct KnownKeys: Sendable, ExpressibleByArrayLiteral {
  package let names: [String]
  /// Those that a message offers.
  let listed: [String]
  /// Those of them that a mapping needs, or that are known by their values.
  package let awaited: [AwaitedKey]
  /// The keys of the mappings that some of them hold.
  package let inner: [String: [String]]
  // What to say of keys that do not belong here but have a place elsewhere.
  private let hints: [String: KeyHint]
  private let commonHints: [String: KeyHint]
  /// The names' bytes one after another, and where each begins and ends.
  private let pool: [UInt8]
  private let ends: [Int]

  /// `commonHints` are those that lists of keys share, one table for all of them.
  package init(
    _ names: [String], listed: [String]? = nil, awaiting awaited: [AwaitedKey] = [],
    inner: [String: [String]] = [:], hints: [String: KeyHint] = [:], commonHints: [String: KeyHint] = [:]
  ) {
    self.names = names
    self.listed = listed ?? names
    self.awaited = awaited
    self.inner = inner
    self.hints = hints
    self.commonHints = commonHints
    var pool: [UInt8] = []
    var ends: [Int] = []
    for name in names {
      pool += Array(name.utf8)
      ends.append(pool.count)
    }
    self.pool = pool
    self.ends = ends
  }

  package init(arrayLiteral names: String...) { self.init(names) }

  /// Those that a mapping does not have, in one walk through it.
  func names(absentIn mapping: Node) -> [String] {
    let present = Set(mapping.entries.compactMap { index(of: $0.key.bytes) })
    return names.indices.filter { !present.contains($0) }.map { names[$0] }
  }

  func hint(for key: String) -> KeyHint? {
    if let hint = hints[key] ?? commonHints[key] { return hint }
    // `Date` and `Featured_Image`, unless the key is one of these but for that.
    let small = key.lowercased()
    return small == key || names.contains(small) ? nil : hints[small] ?? commonHints[small]
  }

  /// The key's place in `names`. Linear in the number of names, most of which are passed by on their length.
  package func index(of key: some Collection<UInt8>) -> Int? {
    // The pointer is used only inside the closure.
    let found = key.withContiguousStorageIfAvailable { index(ofBytes: $0) }
    return found ?? Array(key).withUnsafeBufferPointer { index(ofBytes: $0) }
  }

  private func index(ofBytes key: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = 0
    for index in ends.indices {
      let end = ends[index]
      if end - start == key.count {
        var at = 0
        while at < key.count, pool[start + at] == key[at] { at += 1 }
        if at == key.count { return index }
      }
      start = end
    }
    return nil
  }
}
