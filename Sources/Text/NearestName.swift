/// The name that a misspelt one was probably meant to be.
package enum NearestName {
  /// The candidate with the fewest edits from `name` (insert, delete, change, or swap of neighbours), if
  /// that is few enough to be a slip: at most a third of its length and never more than three. Of equals the
  /// first in alphabetical order. Cost: length × length × candidates, so for reports only.
  package static func to(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(80))
    let allowed = max(1, min(3, wanted.count / 3))
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(80))
      guard abs(other.count - wanted.count) <= allowed else { continue }
      let distance = edits(from: wanted, to: other)
      guard distance <= allowed, candidate != name else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// "Did you mean `step-ups`?", or nil when nothing is near.
  package static func hint(for name: String, among candidates: some Sequence<String>) -> String? {
    to(name, among: candidates).map { "Did you mean `\($0)`?" }
  }

  /// The optimal string alignment distance (Damerau's four edits, no substring edited twice).
  static func edits(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        var least = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, beforePrevious[j - 2] + 1)
        }
        current[j] = least
      }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count]
  }
}
