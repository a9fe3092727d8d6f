import Synchronization

/// What the preview shows, for every request that comes in while another one is rebuilt.
final class ShownSite: Sendable {
  struct Moment: Sendable {
    /// Counts the updates; 0 before the first.
    var build = 0
    /// The last that had no errors; nil when there was none.
    var snapshot: PreviewSnapshot?
    /// What is wrong now, as members of a JSON object.
    var problems: [UInt8] = []
  }

  private struct State {
    var moment = Moment()
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    var heard = 0
    /// What pages are told of the moment, by path: many tabs may show one page.
    var messages: [String: [UInt8]] = [:]
  }

  /// Tells one run of the preview from the next, whose updates count from the beginning.
  let run: UInt64
  private let state = Mutex(State())
  /// More open pages than a person has; the first to have come are sent away.
  private static let mostListeners = 200
  private static let mostMessages = 1000

  init(run: UInt64) { self.run = run }

  var now: Moment { state.withLock { $0.moment } }

  /// Shows `snapshot`, or what was shown before when there is none, with `problems`, and tells every page.
  func show(_ snapshot: PreviewSnapshot?, problems: [UInt8]) {
    state.withLock {
      $0.moment = Moment(
        build: $0.moment.build + 1, snapshot: snapshot ?? $0.moment.snapshot, problems: problems)
      $0.messages = [:]
    }
    wakeListeners()
  }

  /// The state of `moment` for a page, made once for all that show it.
  func message(of moment: Moment, for page: String) -> [UInt8] {
    let known = state.withLock { $0.moment.build == moment.build ? $0.messages[page] : nil }
    if let known { return known }
    let made = StateMessage.json(moment, run: run, page: page)
    state.withLock {
      if $0.moment.build == moment.build, $0.messages.count < Self.mostMessages { $0.messages[page] = made }
    }
    return made
  }

  /// Something for each update, and now and then without one. It ends when this listener is sent away.
  func updates() -> AsyncStream<Void> {
    let (stream, listener) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let (number, oldest) = state.withLock { state in
      state.heard += 1
      state.listeners[state.heard] = listener
      let oldest = state.listeners.count > Self.mostListeners ? state.listeners.keys.min() : nil
      return (state.heard, oldest.flatMap { state.listeners.removeValue(forKey: $0) })
    }
    // Outside the lock: ending a stream calls what follows.
    oldest?.finish()
    listener.onTermination = { [weak self] _ in self?.forget(number) }
    return stream
  }

  private func forget(_ listener: Int) {
    let gone = state.withLock { $0.listeners.removeValue(forKey: listener) }
    // Kept until the lock is open again.
    withExtendedLifetime(gone) {}
  }

  func wakeListeners() {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
  }
}
