/// Many names, to be asked again and again for the nearest one: ten thousand misspelt links are answered in the time of
/// a build.
///
/// The names lie sorted by their length and, among those as long, by their letters, so that those with a common beginning
/// lie together, are compared as far as it goes once, and are passed by together when it is too far away. Where a name's
/// length is known, so is how many letters must still come or go: most are left after one or two. Slips of one edit are
/// looked for first, then of two and of three, since most are of one and the search for those leaves out nearly all. Each
/// misspelling is looked for once.
package struct NearestNames: Sendable {
  private let names: [String]
  /// What is compared of them, end to end, and where each one's begin.
  private let letters: [UInt32]
  private let starts: [Int]
  /// Where the names of each number of letters begin, and where the longest end.
  private let lengths: [Int]
  /// For each name how many letters it has in common with the one before of its length.
  private let shared: [Int]
  /// For each name the next one that has fewer in common with the one before: how names are passed by together.
  private let lessShared: [Int]
  private var known: [String: String?] = [:]
  /// How many letters of names were compared with a misspelt one: what the answers cost.
  package private(set) var comparisons = 0

  package init(_ names: some Sequence<String>) {
    var all = names.map { (letters: NearestName.letters(of: $0), name: $0) }
    all.sort { left, right in
      if left.letters.count != right.letters.count { return left.letters.count < right.letters.count }
      return left.letters == right.letters
        ? left.name < right.name : left.letters.lexicographicallyPrecedes(right.letters)
    }
    self.names = all.map(\.name)
    letters = all.flatMap(\.letters)
    var starts = [0]
    var lengths: [Int] = []
    var shared: [Int] = []
    for (number, one) in all.enumerated() {
      starts.append(starts[number] + one.letters.count)
      let isFirst = number == 0 || all[number - 1].letters.count < one.letters.count
      while lengths.count <= one.letters.count { lengths.append(number) }
      shared.append(isFirst ? 0 : zip(all[number - 1].letters, one.letters).prefix { $0 == $1 }.count)
    }
    self.starts = starts
    self.lengths = lengths + [all.count]
    self.shared = shared
    var lessShared = [Int](repeating: shared.count, count: shared.count)
    var open: [Int] = []
    for number in shared.indices {
      while let last = open.last, shared[last] > shared[number] {
        lessShared[last] = number
        open.removeLast()
      }
      open.append(number)
    }
    self.lessShared = lessShared
  }

  /// As `NearestName.to(_:among:)`.
  package mutating func nearest(to name: String) -> String? {
    if let answer = known[name] { return answer }
    let wanted = NearestName.letters(of: name)
    var found: String?
    for bound in 1...NearestName.mostEdits(of: wanted) where found == nil {
      found = nearest(to: name, wanted, atMost: bound)
    }
    known[name] = .some(found)
    return found
  }

  /// "Did you mean `step-ups`?", or nil when nothing is near.
  package mutating func hint(for name: String) -> String? {
    nearest(to: name).map { "Did you mean `\($0)`?" }
  }

  private mutating func nearest(to name: String, _ wanted: [UInt32], atMost most: Int) -> String? {
    var best: (edits: Int, name: String)?
    var bound = most
    var distance = EditDistance(from: wanted)
    // The likeliest first: the nearer the first that is found, the fewer are left.
    for difference in 0...most {
      for length in difference == 0 ? [wanted.count] : [wanted.count - difference, wanted.count + difference]
      where difference <= bound && length >= 0 && length < lengths.count - 1 {
        distance.shorten(to: 0)
        var number = lengths[length]
        let end = lengths[length + 1]
        while number < end {
          let start = starts[number]
          var isNear = true
          while isNear, distance.depth < length {
            isNear = distance.append(letters[start + distance.depth], of: length, atMost: bound)
          }
          if !isNear {
            number = min(end, self.end(ofThoseBeginningWith: distance.depth, at: number))
          } else {
            if let edits = distance.distance(atMost: bound), names[number] != name,
              best.map({ (edits, names[number]) < ($0.edits, $0.name) }) ?? true
            {
              best = (edits, names[number])
              // Rows that were reckoned for a wider bound hold for this one.
              bound = edits
            }
            number += 1
          }
          if number < end { distance.shorten(to: shared[number]) }
        }
      }
    }
    comparisons += distance.rowCount
    return best?.name
  }

  /// The first name after `number` that does not have its first `count` letters.
  private func end(ofThoseBeginningWith count: Int, at number: Int) -> Int {
    var next = number + 1
    while next < names.count, shared[next] >= count { next = lessShared[next] }
    return next
  }
}
