import Testing

@testable import SiteBuilder

/// A query loads the directory, one file for each of up to six words, and the files of ten results.
@Suite struct SearchSizeTests {
  @Test func aQueryLoadsAtMost100KBAtTenThousandArticles() throws {
    // Few words are on most pages and most words on few (Zipf), as in every language; titles and summaries as long as
    // they may be.
    var random = SeededGenerator(7)
    let letters = Array("etaoinshrdlucmfw")
    let vocabulary = (0..<15_000).map { _ in
      String(
        (0..<Int.random(in: 3...11, using: &random)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &random)]
        })
    }
    func word() -> String {
      let place = Double.random(in: 0..<1, using: &random)
      return vocabulary[Int(Double(vocabulary.count) * place * place * place)]
    }
    func words(_ count: Int) -> [UInt8] { Array((0..<count).map { _ in word() }.joined(separator: " ").utf8) }
    var sections: [SearchSection] = []
    var pages: [SearchedPage] = []
    for start in stride(from: 0, to: 10_000, by: SearchSection.longest) {
      var reader = SectionReader()
      for number in start..<min(10_000, start + SearchSection.longest) {
        let (title, summary) = (words(8), Array(words(40).prefix(200)))
        reader.add(title, .title)
        reader.add(summary, .heading)
        reader.add(words(40), .text)
        reader.endPage()
        pages.append(
          SearchedPage(
            group: 0, title: title,
            url: Array("/causes/a-name-of-usual-length-for-an-article-\(number)/".utf8),
            summary: summary, content: .article(number)))
      }
      sections.append(reader.section())
    }
    let index = SearchIndex(sections)
    let files = SearchFiles(index, pages, groups: ["Causes"])
    func largest(_ start: String, _ count: Int) -> Int {
      files.files.filter { $0.place.contains("/\(start)") }.map(\.bytes.count).sorted().suffix(count).reduce(
        0, +)
    }
    let whole = largest("index", 1) + largest("words", 6) + largest("near", 1) + largest("pages", 10)
    #expect(whole <= 100_000, "\(whole) bytes")
    #expect(index.pageCount == 10_000 && files.files.count { $0.place.contains("/words") } > 50)
    // Each word stands in the file where it is looked for, and what was read comes out again.
    let found = WordFiles(index)
    for (number, bytes) in index.words.enumerated() where number % 97 == 0 {
      let place = (found.starts.lastIndex { !bytes.lexicographicallyPrecedes($0) }) ?? 0
      let line = String(decoding: bytes, as: UTF8.self) + "|"
      let lines = String(decoding: found.files[place], as: UTF8.self).split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix(line) }, "\(line)")
      // So does what is typed of it so far, and leads to all words that begin so.
      for length in 1..<bytes.count {
        let prefix = bytes[..<length]
        let place = (found.starts.lastIndex { !prefix.lexicographicallyPrecedes($0) }) ?? 0
        let lines = found.files[place].split(separator: 0x0A)
        let isDivided = found.files.count { file in file.split(separator: 0x0A).contains { $0.starts(with: prefix) } } > 1
        #expect(lines.contains { $0.starts(with: isDivided ? prefix + Array("*".utf8) : prefix) }, "\(line) \(length)")
      }
    }
  }

  @Test(arguments: [
    ([0], "1"), ([5], "6"), ([0, 1, 2, 3, 4, 5], "!_"), ([0, 36], "1 10"), ([99_999], "255s"),
    ([0, 2, 4, 6], "!VB"),
  ]) func pagesAreWrittenTheShorterWay(pages: [UInt32], expected: String) {
    var out: [UInt8] = []
    PageList.append(pages, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }
}
