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

@Suite struct NameTableTests {
  @Test func findsWhatWasPutIn() {
    var table = NameTable()
    #expect(table["a".utf8] == nil)
    #expect(table.insert("a".utf8, 7) == nil)
    #expect(table.insert("a".utf8, 8) == 7)
    #expect(table["a".utf8] == 7)
    #expect(table["".utf8] == nil)
    #expect(table.insert("".utf8, 9) == nil)
    #expect(table["".utf8] == 9)
    #expect(Array(table.names).count == 2)
    #expect(Array(table.names) == ["a", ""])
  }

  @Test func looksUpSlicesAndCollectionsAlike() {
    var table = NameTable()
    table.insert("outer-pain".utf8, 1)
    let bytes = Array("sign:outer-pain#x".utf8)
    #expect(table[bytes[5..<15]] == 1)
    #expect(table["outer-pain".utf8.lazy.map { $0 }] == 1)
  }

  @Test func growsFarBeyondWhatItExpected() {
    var table = NameTable(expecting: 1)
    for number in 0..<5000 { table.insert("name-\(number)".utf8, number) }
    #expect(Array(table.names).count == 5000)
    for number in 0..<5000 where table["name-\(number)".utf8] != number { Issue.record("name-\(number)") }
    #expect(table["name-5000".utf8] == nil)
  }
}
