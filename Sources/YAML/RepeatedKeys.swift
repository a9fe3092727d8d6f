/// Finds keys that stand twice in one mapping.
enum RepeatedKeys {
  /// Record indices of each repetition and of the first key like it, in file order. `run` is key, value, key, …
  static func find(
    in run: ArraySlice<UInt32>, _ records: [Record], _ pool: [UInt8]
  ) -> [(first: Int, second: Int)] {
    // Comparing all pairs of 16 keys costs less than hashing them; it is what front matter comes to.
    run.count <= 32 ? byPairs(run, records, pool) : byHash(run, records, pool)
  }

  private static func byPairs(
    _ run: ArraySlice<UInt32>, _ records: [Record], _ pool: [UInt8]
  ) -> [(first: Int, second: Int)] {
    var found: [(first: Int, second: Int)] = []
    for second in stride(from: run.startIndex + 2, to: run.endIndex, by: 2) {
      let one = records[Int(run[second])]
      guard one.kind == .scalar else { continue }
      for first in stride(from: run.startIndex, to: second, by: 2) {
        let other = records[Int(run[first])]
        guard other.kind == .scalar, other.end - other.start == one.end - one.start else { continue }
        let isEqual = (0..<Int(one.end - one.start)).allSatisfy {
          pool[Int(one.start) + $0] == pool[Int(other.start) + $0]
        }
        if isEqual {
          found.append((Int(run[first]), Int(run[second])))
          break
        }
      }
    }
    return found
  }

  private static func byHash(
    _ run: ArraySlice<UInt32>, _ records: [Record], _ pool: [UInt8]
  ) -> [(first: Int, second: Int)] {
    var found: [(first: Int, second: Int)] = []
    var seen: [ArraySlice<UInt8>: Int] = [:]
    for place in stride(from: run.startIndex, to: run.endIndex, by: 2) {
      let index = Int(run[place])
      let record = records[index]
      guard record.kind == .scalar else { continue }
      let key = pool[Int(record.start)..<Int(record.end)]
      if let first = seen[key] { found.append((first, index)) } else { seen[key] = index }
    }
    return found
  }
}
