import Testing

@testable import PreviewServer

@Suite struct PortTests {
  @Test func isANumberOrAuto() {
    #expect(Port("auto") == .auto)
    #expect(Port("0") == .fixed(0))
    #expect(Port("65535") == .fixed(65535))
    for text in ["", "65536", "-1", "+80", "80a", "Auto"] { #expect(Port(text) == nil, "\(text)") }
  }

  @Test func inUseIsSaidWithTheNextTry() {
    #expect(
      PortFailure.inUse(8080).sentence
        == "Another program is using port 8080. Use `--port auto` to take the next free port, or try `--port 8081`."
    )
  }
}
