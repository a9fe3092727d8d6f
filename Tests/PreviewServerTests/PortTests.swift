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
        == "Port 8080 is in use by another program. `--port auto` takes the next free one; `--port 8081` would be another."
    )
  }
}
