import FixtureSite
import Testing

@Suite struct SmallSiteTests {
  @Test func hasNoFaults() async throws { #expect(try await faults([:]) == []) }
}
