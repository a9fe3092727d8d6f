import Testing

@testable import PreviewServer

@Suite struct LoopbackHostTests {
  private let access = PreviewAccess(.thisMachine)

  @Test(arguments: ["127.0.0.1:8080", "localhost:8080", "LocalHost:8080", "[::1]:8080"])
  func acceptsThisMachine(_ host: String) {
    #expect(access.accepts(host, port: 8080))
  }

  @Test(arguments: [
    "", "localhost", "localhost:80", "localhost:8081", "evil.example:8080", "localhost.evil.example:8080",
    "127.0.0.1.evil.example:8080", "127.0.0.2:8080", "::1:8080", "user@localhost:8080", " localhost:8080",
  ])
  func refusesOthers(_ host: String) {
    #expect(!access.accepts(host, port: 8080))
  }

  @Test func aRequestWithoutHostIsRefused() { #expect(!access.accepts(nil, port: 8080)) }

  @Test func thePortOfTheWebNeedNotBeNamed() { #expect(access.accepts("localhost", port: 80)) }
}
