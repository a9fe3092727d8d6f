import CArena
import Testing

@Suite struct ArenaTests {
  /// libcmark cannot go on without memory; who runs it learns why, as from any other failure of the system.
  @Test func noMemory() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(74), observing: [\.standardErrorContent]
    ) {
      _ = carena_calloc(1, Int.max / 4)
    }
    #expect(
      String(decoding: result.standardErrorContent, as: UTF8.self)
        == "limber: This process was given too little memory. Give it more (see `ulimit -v`).\n")
  }
}
