import Synchronization

/// How far a build is, for whoever shows it. Written by the workers, read by another thread.
package final class BuildProgress: Sendable {
  private let done = Atomic<Int>(0)
  private let total = Atomic<Int>(0)

  package init() {}

  /// Steps done and steps known so far; an article takes three: read, parse, render.
  package var steps: (done: Int, total: Int) {
    (done.load(ordering: .relaxed), total.load(ordering: .relaxed))
  }

  func expect(_ count: Int) { total.store(count, ordering: .relaxed) }
  func advance(_ count: Int = 1) { done.wrappingAdd(count, ordering: .relaxed) }
}
