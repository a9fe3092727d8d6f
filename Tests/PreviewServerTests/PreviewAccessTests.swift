import Testing

@testable import PreviewServer

/// A preview at another address than this machine's own.
@Suite struct PreviewAccessTests {
  private let access: PreviewAccess
  private let handler: PreviewHandler

  init() throws {
    access = PreviewAccess(try #require(PreviewHost("0.0.0.0")))
    handler = PreviewHandler(shown: ShownSite(run: 1), access: access)
    handler.listens(on: 8080)
  }

  private func answer(_ path: String, host: String? = "192.168.1.20:8080") -> PreviewResponse {
    handler.response(to: PreviewRequest(method: "GET", path: path, host: host))
  }

  @Test(arguments: ["127.0.0.1", "localhost"]) func thisMachineNeedsNoToken(_ text: String) throws {
    let host = try #require(PreviewHost(text))
    #expect(host.isThisMachine && PreviewAccess(host).base == "")
  }

  @Test(arguments: [
    "", "0", "clinic.example", "127.1", "1.2.3.256", "1.2.3", "1.2.3.4.5", "01.2.3.4", "::", "1.2.3.4:80",
    " 1.2.3.4",
    "1.2.3.-4", "１.2.3.4",
  ]) func noAddress(_ text: String) { #expect(PreviewHost(text) == nil) }

  @Test func tokensAreLongAndNewEachTime() throws {
    let host = try #require(PreviewHost("192.168.1.20"))
    let bases = (0..<100).map { _ in PreviewAccess(host).base }
    #expect(Set(bases).count == 100)
    for base in bases { #expect(base.wholeMatch(of: /\/[0-9a-f]{32}/) != nil, "\(base)") }
  }

  @Test func nothingWithoutTheToken() {
    let base = access.base
    let wrong = String(base.dropLast()) + (base.hasSuffix("0") ? "1" : "0")
    for path in [
      "/", "/causes/", "/.limber/preview.js", "/.limber/events", "/favicon.ico", String(base.dropLast()),
      base + "0", base + "0/", wrong, wrong + "/", "/causes" + base + "/", base.uppercased() + "x/",
      "/%2F" + base,
    ] {
      let found = answer(path)
      #expect([.forbidden, .badRequest].contains(found.status), "\(path): \(found.status)")
      // Nor is the token told to who does not have it.
      #expect(!found.headers.contains { $0.value.contains(base) }, "\(path)")
      if case .bytes(let bytes) = found.body {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(base.dropFirst()), "\(path)")
      }
    }
    #expect(answer("/").status == .forbidden)
  }

  /// There is no site yet, which only who may see it is told.
  @Test func theTokenOpensAll() throws {
    #expect(answer(access.base + "/").status == .unavailable)
    #expect(answer(access.base).status == .unavailable)
    #expect(answer(access.base + "/.limber/preview.js").status == .ok)
    guard case .bytes(let page) = answer(access.base + "/").body else {
      Issue.record("no page")
      return
    }
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("src=\"\(access.base)/.limber/preview.js\""))
    #expect(text.contains("href=\"\(access.base)/.limber/mark.css\""))
    #expect(!answer(access.base + "/").headers.contains { $0.name == "Set-Cookie" })
  }

  /// A name that somebody made lead here is refused, token or not.
  @Test(arguments: [
    "evil.example:8080", "192.168.1.20.evil.example", "localhost.evil.example:8080", "", "192.168.1.20:",
    "1.2.3.4:x",
    "1.2.3.4:080", "user@1.2.3.4", "[::1]:8080", "0x7f.1:80",
  ]) func namesAreRefused(_ host: String) {
    #expect(answer(access.base + "/", host: host).status == .forbidden)
  }

  @Test func aRequestWithoutHostIsRefused() {
    #expect(answer(access.base + "/", host: nil).status == .forbidden)
  }

  /// A container may show the preview at another port.
  @Test(arguments: ["192.168.1.20:8080", "localhost:3000", "LOCALHOST", "10.0.0.7"])
  func numbersAreAnswered(_ host: String) {
    #expect(answer(access.base + "/", host: host).status == .unavailable)
  }

  @Test func anAddressOfAnotherMachine() {
    #expect(
      PortFailure.notOurs("192.0.2.1").sentence
        == "This computer does not have the address 192.0.2.1. To use all that it has, write `--host 0.0.0.0`."
    )
  }
}
