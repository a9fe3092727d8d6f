/// The name that a misspelt one was probably meant to be.
package enum NearestName {
  /// The candidate with the fewest edits from `name` (insert, delete, change, or swap of neighbours), if
  /// that is few enough to be a slip: at most a third of its length and never more than three. Of equals the
  /// first in alphabetical order. For a list that is asked once; one that is asked again is a `NearestNames`.
  package static func to(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = letters(of: name)
    var allowed = mostEdits(of: wanted)
    var best: (distance: Int, name: String)?
    var distance = EditDistance(from: wanted)
    for candidate in candidates {
      // Most are told apart by their length.
      guard abs(candidate.utf8.count - name.utf8.count) <= 4 * allowed + 4, candidate != name,
        let edits = distance.edits(to: letters(of: candidate)[...], atMost: allowed)
      else { continue }
      if let best, (best.distance, best.name) <= (edits, candidate) { continue }
      best = (edits, candidate)
      allowed = edits
    }
    return best?.name
  }

  /// "Did you mean `step-ups`?", or how to part what was meant as several of them; nil when nothing is near.
  package static func hint(for name: String, among candidates: some Sequence<String>) -> String? {
    if name.contains(where: isBetweenNames) {
      let known = Set(candidates)
      return commaHint(for: name, isKnown: known.contains)
        ?? to(name, among: known).map { "Did you mean `\($0)`?" }
    }
    return to(name, among: candidates).map { "Did you mean `\($0)`?" }
  }

  /// For several names in one, at least one of them known, and half of them where words may stand behind it: `[monday tuesday]`.
  package static func commaHint(for text: String, isKnown: (String) -> Bool) -> String? {
    let names = text.split(whereSeparator: isBetweenNames).map(String.init).filter {
      !["and", "or", "&", "y", "o", "the", "a", "an", "el", "la"].contains($0)
    }
    let known = names.count(where: isKnown)
    if names.count == 1, known == 1 { return "Did you mean `\(names[0])`?" }
    guard names.count > 1, known > 0, known * 2 >= names.count || text.contains(";"),
      names.allSatisfy({ $0.first?.isLetter ?? false && !$0.contains("(") })
    else { return nil }
    let list = "[\(names.joined(separator: ", "))]"
    return text.contains(",")
      ? "Write each of them by itself: `\(list)`, without quotes." : "Separate them with commas: `\(list)`."
  }

  /// The known name at the beginning of a text, and the words behind it: `step-ups (avoid in week 1)`, `step-ups - avoid in week 1`.
  package static func note(behindNameIn text: String, isKnown: (String) -> Bool) -> (
    name: String, note: String
  )? {
    let name = text.prefix { !$0.isWhitespace && !"(,;:".contains($0) }
    guard name.endIndex < text.endIndex, isKnown(String(name)) else { return nil }
    var note = text[name.endIndex...].drop { $0.isWhitespace || "-–—,;:".contains($0) }
    while let last = note.last, last.isWhitespace { note.removeLast() }
    if note.first == "(", note.last == ")" { note = note.dropFirst().dropLast() }
    return note.isEmpty ? nil : (String(name), String(note))
  }

  /// The only candidate that shares the words of a name of which nothing else is near: `swollen-calf` or `calf`, once `rf-calf`. A
  /// beginning that most candidates have says nothing.
  package static func renamed(_ name: String, among candidates: some Sequence<String>) -> String? {
    guard !name.contains(" ") else { return nil }
    let all = candidates.map { (name: $0, words: Set($0.split(separator: "-"))) }
    func isTelling(_ word: Substring) -> Bool {
      all.count { $0.words.contains(word) } * 2 < max(3, all.count)
    }
    let words = Set(name.split(separator: "-")).filter(isTelling)
    guard !words.isEmpty else { return nil }
    let found = all.filter { other in
      let own = other.words.filter(isTelling)
      return !own.isEmpty && (own.isSubset(of: words) || words.isSubset(of: own))
    }
    return found.count == 1 ? found[0].name : nil
  }

  private static func isBetweenNames(_ character: Character) -> Bool {
    character.isWhitespace || character == ";" || character == ","
  }

  /// What is compared of a name: its first characters in small letters.
  static func letters(of name: String) -> [UInt32] {
    let most = 80
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      return name.utf8.prefix(most).map { (0x41...0x5A).contains($0) ? UInt32($0) + 32 : UInt32($0) }
    }
    return name.lowercased().unicodeScalars.prefix(most).map(\.value)
  }

  /// With how many edits a name is still taken for a slip.
  static func mostEdits(of letters: [UInt32]) -> Int { max(1, min(3, letters.count / 3)) }
}

/// The optimal string alignment distance (Damerau's four edits, no substring edited twice) from one name to others.
///
/// A row says how many edits lead from each beginning of the name to the letters read so far. Only cells within the bound
/// of the diagonal are reckoned, and rows are kept, so that names with a common beginning share them.
struct EditDistance {
  private let wanted: [UInt32]
  private let width: Int
  private var rows: [Int]
  /// The letters that the rows were reckoned for.
  private var path: [UInt32] = []
  /// How many rows were reckoned: the cost of everything here.
  private(set) var rowCount = 0

  init(from wanted: [UInt32]) {
    self.wanted = wanted
    width = wanted.count + 1
    rows = Array(0...wanted.count)
  }

  /// How many edits lead to `other`, if not more than `bound`.
  mutating func edits(to other: ArraySlice<UInt32>, atMost bound: Int) -> Int? {
    guard abs(other.count - wanted.count) <= bound else { return nil }
    path.removeAll(keepingCapacity: true)
    for letter in other where !append(letter, of: other.count, atMost: bound) { return nil }
    return distance(atMost: bound)
  }

  /// Forgets all but the first `depth` letters.
  mutating func shorten(to depth: Int) {
    if depth < path.count { path.removeLast(path.count - depth) }
  }

  var depth: Int { path.count }

  /// Reads one letter more of a name with `length` letters; false when whatever follows is further away than `bound`.
  mutating func append(_ letter: UInt32, of length: Int, atMost bound: Int) -> Bool {
    let i = path.count + 1
    let last = path.last
    path.append(letter)
    rowCount += 1
    while rows.count < (i + 1) * width { rows.append(0) }
    let (row, above) = (i * width, (i - 1) * width)
    let far = bound + 1
    let (low, high) = (max(1, i - bound), min(wanted.count, i + bound))
    guard low <= width else { return false }
    rows[row + low - 1] = low == 1 ? min(i, far) : far
    // By how much the rest of the wanted name is longer than that of this one, behind its first letter: as many edits are to come.
    let surplus = wanted.count - length + i
    var least = rows[row + low - 1] + abs(surplus - low + 1)
    if low <= high {
      for j in low...high {
        let up = j < i + bound ? rows[above + j] : far
        var edits = min(
          up + 1, rows[row + j - 1] + 1, rows[above + j - 1] + (letter == wanted[j - 1] ? 0 : 1))
        if i > 1, j > 1, letter == wanted[j - 2], last == wanted[j - 1] {
          edits = min(edits, rows[above - width + j - 2] + 1)
        }
        rows[row + j] = min(edits, far)
        least = min(least, edits + abs(surplus - j))
      }
    }
    return least <= bound
  }

  /// From the whole name to the letters read, if not more than `bound`.
  func distance(atMost bound: Int) -> Int? {
    guard abs(path.count - wanted.count) <= bound else { return nil }
    let edits = rows[path.count * width + wanted.count]
    return edits <= bound ? edits : nil
  }
}
