import Synchronization

/// Hands changes from a watcher to whoever rebuilds: what arrives during a rebuild is one change after it.
final class ChangeMailbox: Sendable {
  /// A word for each time that there is something to take; words that nobody heard yet are one.
  let arrivals: AsyncStream<Void>
  private let bell: AsyncStream<Void>.Continuation
  private let waiting = Mutex(ChangeSet())

  init() {
    (arrivals, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  }

  func put(_ changes: ChangeSet) {
    waiting.withLock { $0.add(changes) }
    bell.yield()
  }

  func take() -> ChangeSet {
    waiting.withLock { changes in
      let taken = changes
      changes = ChangeSet()
      return taken
    }
  }
}
