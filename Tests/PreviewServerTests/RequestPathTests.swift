import Testing

@testable import PreviewServer

@Suite struct RequestPathTests {
  @Test func decodesWhatASiteCanHave() {
    #expect(RequestPath.decode("/") == "/")
    #expect(RequestPath.decode("/causes/x/") == "/causes/x/")
    #expect(RequestPath.decode("/a%20b/%C3%A9.svg") == "/a b/é.svg")
    #expect(RequestPath.decode("/100%25.png") == "/100%.png")
    #expect(RequestPath.decode("/a..b/...") == "/a..b/...")
  }

  @Test(arguments: [
    "", "causes/", "*", "http://127.0.0.1/", "/..", "/../x", "/a/../b", "/a/..", "/./a", "/%2e%2e/x",
    "/%2E%2E%2Fx",
    "/..%2fx", "/%252e%252e/x", "/%25252e%25252e/x", "/%252e%252e%252fx", "//etc/passwd", "/%2fetc/passwd",
    "/a//b",
    "/a\\..\\b", "/%5cx", "/%255cx", "/x%00", "/x%2500", "/x%0a", "/%", "/%2", "/%zz", "/%ff",
    "/%" + String(repeating: "25", count: 6),
  ])
  func refuses(_ target: String) {
    #expect(RequestPath.decode(target) == nil)
  }

  /// Whatever the bytes, what comes out has no part that leads elsewhere.
  @Test func nothingLeavesTheSite() {
    var random = SystemRandomNumberGenerator()
    let seed = random.next()
    var generator = Steps(state: seed)
    let pieces = ["/", ".", "..", "%2e", "%2F", "%25", "2e", "%5c", "\\", "a", "%00", "%c3%a9", "%"]
    for _ in 0..<20_000 {
      let length = Int(generator.next() % 8)
      let target =
        "/" + (0..<length).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
      guard let path = RequestPath.decode(target) else { continue }
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(
        !parts.contains("..") && !parts.contains(".") && !path.contains("\\") && !path.contains("\0"),
        "seed \(seed), \(target)")
    }
  }
}

/// A generator that can be started again from the same seed (xorshift).
private struct Steps {
  var state: UInt64

  mutating func next() -> UInt64 {
    if state == 0 { state = 1 }
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state >> 8
  }
}
