import FixtureSite
import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

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
            summary: summary))
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
    // Each word stands in the file where it is looked for, and so does what is typed of it so far.
    let found = WordFiles(index)
    let lines = found.files.map { $0.split(separator: 0x0A) }
    for word in stride(from: 0, to: index.words.count, by: 601).map({ index.words[$0] }) {
      for length in 1...word.count {
        let typed = word[..<length]
        let place = found.starts.lastIndex { !typed.lexicographicallyPrecedes($0) } ?? 0
        let isDivided = lines.count { file in file.contains { $0.starts(with: typed) } } > 1
        let expected = typed + Array((length == word.count ? "|" : isDivided ? "*" : "").utf8)
        #expect(
          lines[place].contains { $0.starts(with: expected) }, "\(String(decoding: typed, as: UTF8.self))")
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
