import FixtureSite
import Foundation
import Testing

@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text

/// The words of the search that a build leaves for the next.
struct KeptSectionsTests {
  private static func section(_ texts: [String]) -> SearchSection {
    SearchFiles.section(0, of: texts.count) { reader, page in reader.add(Array(texts[page].utf8), .text) }
  }

  private static func bytes(_ section: SearchSection) -> [UInt8] {
    var out = RecordWriter()
    section.write(to: &out)
    return out.bytes
  }

  private static func read(_ bytes: [UInt8]) -> SearchSection? {
    var source = RecordReader(bytes[...])
    return SearchSection(&source)
  }

  @Test(arguments: [[], [""], ["hip", "knee hip", ""], ["été, çà et là", "der größte Schuh 膝の痛み"]])
  func whatWasKeptIsTheSame(texts: [String]) throws {
    let section = Self.section(texts)
    let again = try #require(Self.read(Self.bytes(section)))
    #expect(again.pageCount == texts.count)
    #expect(Self.bytes(again) == Self.bytes(section))
    let (one, other) = (SearchIndex([section, section]), SearchIndex([again, section]))
    #expect(one.words == other.words)
    for word in one.words.indices {
      for weight in 0..<SearchIndex.weights {
        #expect(one.pages(of: word, weight) == other.pages(of: word, weight))
      }
    }
  }

  /// It is read as if it came from a stranger.
  @Test func whatIsDamagedIsNoneOrHarmless() {
    let whole = Self.bytes(Self.section(["outer hip pain at night", "a knee that locks", "hip"]))
    for length in whole.indices { #expect(Self.read(Array(whole[..<length])) == nil) }
    for place in whole.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = whole
        bytes[place] = value
        guard let section = Self.read(bytes) else { continue }
        let index = SearchIndex([section])
        for word in index.words.indices { _ = index.pages(of: word, 0) }
      }
    }
  }

  @Test func anEditReadsTheWordsOfOneSectionAgain() async throws {
    var files = ["Templates/search.mustache": FixtureSite.page("<p>{{index-url}}</p>")]
    for number in 0..<300 {
      files["Content/signs/sign-\(number).md"] = FixtureSite.article(
        "Sign \(number)", body: "It may hurt in spring\(number).")
    }
    let site = try FixtureSite(files)
    #expect(try await site.build().errors == 0)
    let first = try Self.kept(site)
    #expect(first.count == 2)
    try site.write(
      FixtureSite.article("Sign 299", body: "It may hurt in autumn."), to: "Content/signs/sign-299.md")
    #expect(try await site.build().errors == 0)
    let second = try Self.kept(site)
    #expect(second.count == 2 && zip(first, second).count { $0 == $1 } == 1)
    let published = try site.snapshot().contents.filter { $0.key.hasPrefix("assets/search/") }
    try site.remove(".limber")
    try site.remove("Public")
    #expect(try await site.build().errors == 0)
    let clean = try site.snapshot().contents.filter { $0.key.hasPrefix("assets/search/") }
    #expect(!clean.isEmpty && clean.allSatisfy { published[$0.key] == $0.value })
    #expect(clean.values.contains { String(decoding: $0, as: UTF8.self).contains("autumn") })
  }

  @Test(arguments: [0, 5]) func aDamagedFileIsPassedOver(less: Int) async throws {
    let site = try FixtureSite(["Templates/search.mustache": FixtureSite.page("<p>{{index-url}}</p>")])
    _ = try await site.build()
    let published = try site.snapshot()
    let name = try #require(try site.cachedNames().first { $0.hasPrefix(CacheFolder.searchStart) })
    let bytes = Array(try Data(contentsOf: URL(filePath: site.path(to: ".limber/\(name)"))))
    try site.write(less == 0 ? [] : Array(bytes.dropLast(less)), to: ".limber/\(name)")
    try site.remove(".limber/last-build")
    #expect(try await site.build().errors == 0)
    #expect(try site.snapshot() == published)
    #expect(Array(try Data(contentsOf: URL(filePath: site.path(to: ".limber/\(name)")))) == bytes)
  }

  /// The keys of what is kept.
  private static func kept(_ site: FixtureSite) throws -> [FileHash] {
    let name = try #require(try site.cachedNames().first { $0.hasPrefix(CacheFolder.searchStart) })
    let folder = try #require(CacheFolder(path: site.path(to: ".limber")))
    var source = RecordReader(try #require(folder.read(name)))
    var keys: [FileHash] = []
    while let key = source.hash(), source.slice() != nil { keys.append(key) }
    return keys
  }
}
