/// The index as text files, so small that a visitor loads one for each word typed.
///
/// A line is a word, then for each weight that has pages `|` and the list of them; weights without pages before another
/// are empty, those at the end are left out. A line `glu*` has the first pages of all words that begin with `glu`: it is
/// there when these words lie in several files.
struct WordFiles {
  private(set) var files: [[UInt8]] = []
  /// What the words of each file do not precede, and those of the file before do: as much of the first word as it takes.
  /// A word that is looked for is in the last file that does not begin after it.
  private(set) var starts: [[UInt8]] = []

  static let fileBytes = 7_000
  private static let pagesOfPrefix = 40

  private let index: SearchIndex

  init(_ index: SearchIndex) {
    self.index = index
    var firstWords: [Int] = []
    var file: [UInt8] = []
    for word in index.words.indices {
      let line = line(word)
      if file.count + line.count > Self.fileBytes, !file.isEmpty {
        files.append(file)
        file = []
      }
      if file.isEmpty { firstWords.append(word) }
      file += line
    }
    if !file.isEmpty { files.append(file) }
    starts = firstWords.map(start)
    for (prefix, first) in dividedPrefixes(firstWords) {
      let place = max(0, (starts.firstIndex { prefix.lexicographicallyPrecedes($0) } ?? starts.count) - 1)
      files[place] += prefixLine(prefix, from: first)
    }
  }

  private func start(_ firstWord: Int) -> [UInt8] {
    let word = index.words[firstWord]
    let shared = firstWord == 0 ? 0 : zip(word, index.words[firstWord - 1]).prefix { $0 == $1 }.count
    let end = word.indices.dropFirst(shared + 1).first { word[$0] & 0xC0 != 0x80 }
    return Array(word[..<(end ?? word.count)])
  }

  private func line(_ word: Int) -> [UInt8] {
    let weights = index.isCommon(word) ? Int(SearchWeight.frequent.rawValue) : SearchIndex.weights
    return line(index.words[word], (0..<weights).map { index.pages(of: word, $0) })
  }

  private func line(_ name: [UInt8], _ lists: [[UInt32]]) -> [UInt8] {
    var out = name
    let used = lists.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    for list in lists.prefix(used) {
      out.append(UInt8(ascii: "|"))
      PageList.append(list, to: &out)
    }
    out.append(UInt8(ascii: "\n"))
    return out
  }

  /// The beginnings that words on both sides of a cut between two files share, each with the first word that has it.
  private func dividedPrefixes(_ firstWords: [Int]) -> [(prefix: [UInt8], first: Int)] {
    var found: [(prefix: [UInt8], first: Int)] = []
    var seen: Set<[UInt8]> = []
    for cut in firstWords.dropFirst() {
      let (left, right) = (index.words[cut - 1], index.words[cut])
      var length = 0
      while length < min(left.count, right.count), left[length] == right[length] {
        length += 1
        // Not in the middle of a character.
        let isWhole = length == right.count || right[length] & 0xC0 != 0x80
        guard isWhole, seen.insert(Array(right[..<length])).inserted else { continue }
        found.append((Array(right[..<length]), firstWord(with: right[..<length])))
      }
    }
    return found
  }

  private func firstWord(with prefix: ArraySlice<UInt8>) -> Int {
    var (low, high) = (0, index.words.count)
    while low < high {
      let middle = (low + high) / 2
      if index.words[middle].lexicographicallyPrecedes(prefix) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func prefixLine(_ prefix: [UInt8], from first: Int) -> [UInt8] {
    var end = first
    while end < index.words.count, index.words[end].starts(with: prefix) { end += 1 }
    var seen: Set<UInt32> = []
    var lists: [[UInt32]] = []
    for weight in 0..<SearchIndex.weights {
      var list: [UInt32] = []
      for word in first..<end where seen.count < Self.pagesOfPrefix {
        for page in index.pages(of: word, weight) where seen.count < Self.pagesOfPrefix {
          if seen.insert(page).inserted { list.append(page) }
        }
      }
      lists.append(list.sorted())
    }
    return line(prefix + [UInt8(ascii: "*")], lists)
  }
}
