import CSystem
import Synchronization

/// Runs a step of the build on several cores.
package struct Workers: Sendable {
  /// How many run at once; at least 1.
  package let count: Int

  package init(count: Int) {
    self.count = count
  }

  /// `step` for every index below `total`, results in order of index whatever thread made them. Each worker
  /// makes a state of its own with `start` (buffers to reuse) and takes the next run of indices when it is
  /// done with one, so a few long articles do not hold the others up.
  package func map<State, Result: Sendable>(
    _ total: Int, runLength: Int = 32, start: @autoclosure @escaping @Sendable () -> State,
    step: @escaping @Sendable (inout State, Int) throws -> Result
  ) async throws -> [Result] {
    let runs = (total + runLength - 1) / runLength
    let next = SharedCounter()
    let finished = try await withThrowingTaskGroup(of: [(run: Int, results: [Result])].self) { group in
      for _ in 0..<max(1, min(count, runs)) {
        group.addTask {
          var state = start()
          var mine: [(run: Int, results: [Result])] = []
          while true {
            let run = next.take()
            guard run < runs else { return mine }
            csystem_reserve_heap()
            let range = (run * runLength)..<min(total, (run + 1) * runLength)
            var results: [Result] = []
            results.reserveCapacity(range.count)
            for index in range { results.append(try step(&state, index)) }
            mine.append((run, results))
          }
        }
      }
      var all: [[Result]] = Array(repeating: [], count: runs)
      for try await part in group {
        for (run, results) in part { all[run] = results }
      }
      return all
    }
    var flat: [Result] = []
    flat.reserveCapacity(total)
    for results in finished { flat += results }
    return flat
  }

  /// Two pieces of work that need nothing of each other, the first beside the second where there is more than one thread.
  func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () async throws -> First,
    _ second: @escaping @Sendable () async throws -> Second
  ) async throws -> (First, Second) {
    if count == 1 {
      let one = try await first()
      return (one, try await second())
    }
    async let one = first()
    let other = try await second()
    return (try await one, other)
  }

  package func map<Result: Sendable>(
    _ total: Int, step: @escaping @Sendable (Int) throws -> Result
  ) async throws -> [Result] {
    try await map(total, start: (), step: { _, index in try step(index) })
  }
}

/// Hands out 0, 1, 2, … to whichever worker asks next.
private final class SharedCounter: Sendable {
  private let value = Atomic<Int>(0)
  func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
