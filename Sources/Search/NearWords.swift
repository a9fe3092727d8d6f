/// For a misspelt word: the words of names, summaries and headings by their first letter, those on most pages first.
struct NearWords {
  private(set) var letters: [UInt8] = []
  private(set) var files: [[UInt8]] = []

  static let fileBytes = 8_000
  private static let shortest = 4

  init(_ index: SearchIndex) {
    var groups: [(letter: ArraySlice<UInt8>, words: [Int])] = []
    for (number, word) in index.words.enumerated() {
      let length = word.count { $0 & 0xC0 != 0x80 }
      guard length >= Self.shortest, index.isNotable(number) else { continue }
      let letter = word[..<(word.dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? word.count)]
      guard letter.first.map({ $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") }) ?? false else { continue }
      if let last = groups.last, last.letter.elementsEqual(letter) {
        groups[groups.count - 1].words.append(number)
      } else {
        groups.append((letter, [number]))
      }
    }
    for group in groups {
      letters += group.letter
      let order = group.words.sorted {
        let (left, right) = (index.frequency(of: $0), index.frequency(of: $1))
        return left != right ? left > right : $0 < $1
      }
      var file: [UInt8] = []
      for number in order where file.count + index.words[number].count < Self.fileBytes {
        if !file.isEmpty { file.append(0x20) }
        file += index.words[number]
      }
      files.append(file)
    }
  }
}
