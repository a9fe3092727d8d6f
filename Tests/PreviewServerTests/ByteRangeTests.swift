import Testing

@testable import PreviewServer

/// Parts of files, as players of videos ask for them.
@Suite struct ByteRangeTests {
  @Test(
    arguments: [
      (nil, ByteRange.whole), ("bytes=0-", .part(0..<10)), ("bytes=2-4", .part(2..<5)),
      ("bytes=9-99", .part(9..<10)),
      ("bytes=-3", .part(7..<10)), ("bytes=-30", .part(0..<10)), ("bytes=10-", .beyond),
      ("bytes=-0", .beyond),
      // Malformed, or several parts: the whole.
      ("bytes=4-2", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole), ("bytes=0-1,4-5", .whole),
      ("lines=0-1", .whole),
      ("bytes=99999999999999999999-", .whole), ("", .whole),
    ] as [(String?, ByteRange)])
  func asked(header: String?, range: ByteRange) { #expect(ByteRange(header, of: 10) == range) }

  private static let file = PreviewResponse(status: .ok, type: "video/mp4", body: .bytes(Array(0..<10)))

  private static func response(_ change: (inout PreviewRequest) -> Void) -> (head: String, body: [UInt8]) {
    var request = PreviewRequest(method: "GET", path: "/a.mp4")
    change(&request)
    let bytes = file.asAsked(by: request).bytes(hasBody: true, keepsOpen: true)
    let text = String(decoding: bytes, as: UTF8.self)
    let head = text.prefix(upTo: text.firstRange(of: "\r\n\r\n")?.lowerBound ?? text.endIndex)
    return (String(head), Array(bytes.dropFirst(head.utf8.count + 4)))
  }

  @Test func partsAndConditions() throws {
    let whole = Self.response { _ in }
    #expect(whole.head.hasPrefix("HTTP/1.1 200 OK\r\n") && whole.body == Array(0..<10))
    #expect(whole.head.contains("\r\nAccept-Ranges: bytes\r\n"))
    let tag = try #require(whole.head.firstMatch(of: /\r\nETag: ("[0-9a-z]+")\r\n/)?.1)
    let part = Self.response { $0.range = "bytes=2-4" }
    #expect(part.head.hasPrefix("HTTP/1.1 206 Partial Content\r\n") && part.body == [2, 3, 4])
    #expect(
      part.head.contains("\r\nContent-Range: bytes 2-4/10\r\n")
        && part.head.contains("\r\nContent-Length: 3\r\n"))
    let beyond = Self.response { $0.range = "bytes=10-" }
    #expect(
      beyond.head.hasPrefix("HTTP/1.1 416 ") && beyond.head.contains("\r\nContent-Range: bytes */10\r\n"))
    let known = Self.response { $0.knownTags = "\"other\", W/\(tag)" }
    #expect(
      known.head.hasPrefix("HTTP/1.1 304 ") && known.body.isEmpty && !known.head.contains("Content-Length"))
    let other = Self.response {
      $0.range = "bytes=2-4"
      $0.rangeCondition = "\"other\""
    }
    #expect(other.head.hasPrefix("HTTP/1.1 200 ") && other.body == Array(0..<10))
  }
}
