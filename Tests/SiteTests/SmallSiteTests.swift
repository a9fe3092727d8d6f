import FixtureSite
import Testing

@Suite struct SmallSiteTests {
  @Test func hasNoFaults() async throws { expectFaults(try await faults([:]), []) }
}
