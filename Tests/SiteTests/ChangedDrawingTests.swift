import Testing

@testable import Files
@testable import Site

/// A drawing that somebody changes while a build runs: nobody has judged what it is now.
@Suite struct ChangedDrawingTests {
  private static let drawing = "<svg viewBox='0 0 9 9'>  <rect  width='9' height='9'/></svg>"

  @Test(arguments: [
    "<svg viewBox='0 0 9 9'><script>pwned(1)</script></svg>", "<svg viewBox='0 0 9 9'/>", "",
  ]) func isNotPublished(now: String) throws {
    var file = ContentFile(path: "Content/causes/hip.svg", url: [])
    let bytes = Array(Self.drawing.utf8)
    file.keep(Drawing(bytes, in: .file, file: file.path), of: bytes)
    #expect(
      try file.published(bytes, saying: nil)
        == Array("<svg viewBox='0 0 9 9'><rect width='9' height='9'/></svg>".utf8))
    let failure = #expect(throws: FileFailure.self) { try file.published(Array(now.utf8), saying: nil) }
    #expect(failure?.path == file.path)
  }
}
