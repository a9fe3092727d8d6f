import Files
import Synchronization

/// How far a build is and what its stages took, for whoever shows it. Written by the build and its workers, read by
/// another thread.
package final class BuildProgress: Sendable {
  private let done = Atomic<Int>(0)
  private let total = Atomic<Int>(0)
  private let marks = Mutex<[Mark]>([])

  /// When a stage began.
  private struct Mark {
    let stage: BuildStage
    let seconds: Double
    let processorSeconds: Double

    init(_ stage: BuildStage) {
      self.stage = stage
      seconds = SystemCalls.monotonicSeconds()
      processorSeconds = SystemCalls.processorSeconds()
    }
  }

  package init() {}

  /// Steps done and steps known so far; an article takes three: read, parse, render.
  package var steps: (done: Int, total: Int) {
    (done.load(ordering: .relaxed), total.load(ordering: .relaxed))
  }

  func expect(_ count: Int) { total.store(count, ordering: .relaxed) }
  func expectMore(_ count: Int) { total.wrappingAdd(count, ordering: .relaxed) }
  func advance(_ count: Int = 1) { done.wrappingAdd(count, ordering: .relaxed) }

  /// Ends the stage before and begins `stage`, once more if it had a turn already. A function that stays one in the
  /// finished program: there `Benchmarks/guard.py` tells the stages apart.
  @inline(never)
  package func enter(_ stage: BuildStage) { marks.withLock { $0.append(Mark(stage)) } }

  /// The stage that is on; nil before the first.
  package var stage: BuildStage? { marks.withLock { $0.last?.stage } }

  /// What each stage has taken up to now, in the order in which they began.
  package var timings: [StageTiming] {
    let marks = marks.withLock { $0 }
    guard let last = marks.last else { return [] }
    var timings: [StageTiming] = []
    for (mark, next) in zip(marks, marks.dropFirst() + [Mark(last.stage)]) {
      let place = timings.firstIndex { $0.stage == mark.stage } ?? timings.count
      if place == timings.count { timings.append(StageTiming(stage: mark.stage)) }
      timings[place].seconds += next.seconds - mark.seconds
      timings[place].processorSeconds += next.processorSeconds - mark.processorSeconds
    }
    return timings
  }
}

/// A part of a build, by the name that `--timings` gives it.
package enum BuildStage: String, Sendable {
  /// Whether anything changed since the last build, and the record for the next.
  case cache
  /// Discovers and reads the source folder.
  case read
  case index
  case parse
  case check
  /// Makes photographs smaller.
  case photographs
  /// Makes the pages and writes them aside.
  case render
  /// Puts the new site in the old one's place.
  case publish
  case manifest
  /// Tells what was found.
  case report
}

/// What a stage took, on the clock and of the processors.
package struct StageTiming: Sendable {
  package let stage: BuildStage
  package internal(set) var seconds = 0.0
  package internal(set) var processorSeconds = 0.0
}
