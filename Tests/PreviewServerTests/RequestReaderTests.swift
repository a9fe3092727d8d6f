import Testing

@testable import PreviewServer

/// What the preview takes for a request, and what it refuses before anybody looks at a page.
@Suite struct RequestReaderTests {
  private static let host = "Host: 127.0.0.1:8080\r\n"

  private static func read(_ text: String, pieces: Int = .max) throws -> PreviewRequest? {
    var reader = RequestReader()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      reader.append(Array(rest.prefix(pieces)))
      rest = rest.dropFirst(pieces)
      if let request = try reader.next() { return request }
    }
    return nil
  }

  private static func status(_ text: String) -> Int {
    do {
      return try read(text) == nil ? 0 : 200
    } catch let refusal as PreviewRequest.Refusal {
      return refusal.status.rawValue
    } catch { return -1 }
  }

  @Test(arguments: [1, 2, 3, 7, .max]) func inPieces(_ pieces: Int) throws {
    let request = try Self.read(
      "\r\nGET /caf%C3%A9/?page=%2Fa%20b&x HTTP/1.1\r\n\(Self.host)Accept: */*\r\n\r\n", pieces: pieces)
    #expect(
      request
        == PreviewRequest(
          method: "GET", path: "/caf%C3%A9/", query: "page=%2Fa%20b&x", host: "127.0.0.1:8080"))
    #expect(request?.parameter("page") == "/a b")
    #expect(request?.parameter("y") == nil)
  }

  @Test func oneAfterTheOther() throws {
    var reader = RequestReader()
    reader.append(
      Array(
        "GET /a HTTP/1.1\r\n\(Self.host)\r\nHEAD /b HTTP/1.1\r\n\(Self.host)Connection: Close\r\n\r\nGET".utf8
      ))
    #expect(try reader.next()?.path == "/a")
    let second = try reader.next()
    #expect(second?.method == "HEAD" && second?.keepsOpen == false)
    #expect(try reader.next() == nil && reader.hasBegun)
  }

  /// What follows a body could be taken for a request, so the connection ends.
  @Test(arguments: ["Content-Length: 40\r\n", "Transfer-Encoding: chunked\r\n"])
  func bodies(_ header: String) throws {
    #expect(try Self.read("GET / HTTP/1.1\r\n\(Self.host)\(header)\r\nGET /")?.keepsOpen == false)
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: evil.example\r\n\(host)\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)HOST: evil.example\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\r\n", 400),
    ("GET / HTTP/1.0\r\n\r\n", 200),
    ("GET /causes?a=\rX HTTP/1.1\r\n\(host)\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)A: b\rC: d\r\n\r\n", 400),
    ("GET / HTTP/1.1\n\(host)\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)A: b\u{0}\r\n\r\n", 400),
    ("GET /\u{0} HTTP/1.1\r\n\(host)\r\n", 400),
    ("G E T / HTTP/1.1\r\n\(host)\r\n", 400),
    ("GET  / HTTP/1.1\r\n\(host)\r\n", 400),
    ("GET / HTTP/2\r\n\(host)\r\n", 400),
    ("GET /\r\n\(host)\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host) folded: x\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost : 127.0.0.1:8080\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n\(host)nothing\r\n\r\n", 400),
    ("get / HTTP/1.1\r\n\(host)\r\n", 200),
    ("GET / HTTP/1.1\r\n\(host)", 0),
  ])
  func form(_ text: String, _ expected: Int) { #expect(Self.status(text) == expected) }

  /// Limits are told as soon as they are passed, long before the end has come.
  @Test func limits() {
    let long = String(repeating: "a", count: 8 << 10)
    #expect(Self.status("GET /\(long.dropLast(30)) HTTP/1.1\r\n\(Self.host)\r\n") == 200)
    #expect(Self.status("GET /\(long)") == 414)
    #expect(Self.status("GET /\(long) HTTP/1.1\r\n\(Self.host)\r\n") == 414)
    #expect(Self.status("GET / HTTP/1.1\r\n\(Self.host)A: \(long)\r\n\r\n") == 431)
    #expect(Self.status("GET / HTTP/1.1\r\n\(Self.host)A: \(long)\(long)\(long)\(long)") == 431)
    let many = String(repeating: "A: aaaaaaaaaaaa\r\n", count: 1_900)
    #expect(Self.status("GET / HTTP/1.1\r\n\(Self.host)\(many)\r\n") == 200)
    #expect(Self.status("GET / HTTP/1.1\r\n\(Self.host)\(many)\(many)") == 431)
  }

  /// Each byte is looked at once, however small the pieces are: no more than a limit's worth is ever kept.
  @Test func floods() {
    var reader = RequestReader()
    var taken = 0
    do {
      for _ in 0..<100_000 {
        reader.append([0x41])
        taken += 1
        _ = try reader.next()
      }
    } catch { #expect(error.status == .targetTooLong) }
    #expect(taken == RequestReader.longestLine + 1)
  }
}
