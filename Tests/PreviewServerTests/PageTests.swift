import Testing

@testable import PreviewServer

@Suite struct PageTests {
  @Test func thePolicyOfTheSiteIsLeftAlone() {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
    #expect(PagePolicy.admitting(policy) == policy)
    let page = Array(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy.replacing("'", with: "&#39;"))\">".utf8
    )
    #expect(PagePolicy.admittingPreview(page) == page)
  }

  @Test func aStricterPolicyAdmitsThePreview() {
    #expect(
      PagePolicy.admitting("default-src 'none'; img-src *")
        == "default-src 'none'; img-src *; script-src 'self'; style-src 'self'; connect-src 'self'")
    #expect(
      PagePolicy.admitting("script-src https://a.example; default-src 'self'")
        == "script-src https://a.example 'self'; default-src 'self'")
  }

  @Test func mediaOfThePage() {
    let page =
      "<img src=\"/a.svg?x\" srcset=\"/b.png 1x, /c.png 2x\"><script src=\"https://x.example/\"></script><video poster=\"/d&amp;e.jpg\">"
    #expect(Set(PageAddresses.ofMedia(in: Array(page.utf8))) == ["/a.svg", "/b.png", "/c.png", "/d&e.jpg"])
  }

  @Test func mediaTypes() {
    #expect(MediaType.of("index.html") == "text/html; charset=utf-8")
    #expect(MediaType.of("a/b.SVG") == "image/svg+xml")
    #expect(MediaType.of("_headers") == "text/plain; charset=utf-8")
    #expect(MediaType.of("a.b/c.unknown") == "application/octet-stream")
  }
}
