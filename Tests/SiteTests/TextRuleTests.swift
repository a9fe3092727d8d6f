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

/// Ids, paths of URLs, paths of files and UTF-8.
@Suite struct TextRuleTests {
  @Test(arguments: ["a", "7", "step-ups", "a-1-b", "2nd-try"]) func ids(text: String) {
    #expect(ArticleID.isValid(text.utf8))
  }

  @Test(arguments: ["", "-", "-a", "a-", "a--b", "A", "a_b", "a.b", "a b", "é", "a/b", "a\n"])
  func notIDs(text: String) { #expect(!ArticleID.isValid(text.utf8)) }

  @Test(arguments: [
    ("Groin_Pain", "groin-pain"), (" A  B ", "a-b"), ("Hüfte", "hufte"), ("---", ""),
    ("step-ups", "step-ups"),
  ])
  func nearestID(stem: String, id: String) { #expect(ArticleID.nearest(to: stem) == id) }

  @Test func urlText() {
    #expect(String(decoding: URLText.encode(path: "/a b/é~_.-%"), as: UTF8.self) == "/a%20b/%C3%A9~_.-%25")
    #expect(String(decoding: URLText.decode(ArraySlice("/a%20b/%c3%A9%".utf8)), as: UTF8.self) == "/a b/é%")
    #expect(String(decoding: URLText.decode(ArraySlice("%4%zz%41".utf8)), as: UTF8.self) == "%4%zzA")
    for text in ["", "/plain/path", "100 %", "ünï/cödé"] {
      #expect(URLText.decode(URLText.encode(path: text)[...]) == Array(text.utf8))
    }
  }

  @Test func pathText() {
    #expect(PathText.absolute("a/../b//./c", from: "/x") == "/x/b/c")
    #expect(PathText.absolute("/../../a", from: "/x") == "/a")
    #expect(PathText.absolute("..", from: "/x") == "/")
    #expect(PathText.contains("/a", "/a/b") && PathText.contains("/a", "/a") && PathText.contains("/", "/a"))
    #expect(!PathText.contains("/a", "/ab") && !PathText.contains("/a/b", "/a"))
    #expect(PathText.folder(of: "a/b/c") == "a/b" && PathText.folder(of: "c") == "")
  }

  /// The boundaries of well-formed sequences (Unicode 16, table 3-7), at every offset to a run of eight bytes.
  @Test func utf8() {
    let good: [[UInt8]] = [
      [], [0x41], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
      [0xF0, 0x90, 0x80, 0x80],
      [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    let bad: [[UInt8]] = [
      [0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF], [0xE1, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ]
    for before in 0..<9 {
      let padding = [UInt8](repeating: 0x61, count: before)
      for bytes in good { #expect(UTF8Text.firstInvalidByte(in: padding + bytes + padding) == nil) }
      for bytes in bad { #expect(UTF8Text.firstInvalidByte(in: padding + bytes + padding) == before) }
    }
  }
}
