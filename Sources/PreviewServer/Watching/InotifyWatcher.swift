#if os(Linux)
  import Foundation
  import Synchronization

  /// Is told by the kernel of every file that was written, moved or removed (inotify(7)).
  final class InotifyWatcher: SourceWatcher {
    /// One end of a pipe: closing it wakes the thread that watches, so that it can end.
    private let wake: Int32
    private let isStopped = Atomic<Bool>(false)

    /// Nil when the kernel has no watches left to give.
    init?(_ source: String, report: @escaping @Sendable (ChangeSet) -> Void) {
      guard let folders = InotifyFolders(source) else { return nil }
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let (sleeper, wake) = (ends[0], ends[1])
      self.wake = wake
      Thread.detachNewThread {
        if Self.watch(folders, until: sleeper, report: report) == .watchesRanOut {
          Self.poll(source, until: sleeper, report: report)
        }
        close(sleeper)
      }
    }

    deinit { stop() }

    func stop() {
      if !isStopped.exchange(true, ordering: .relaxed) { close(wake) }
    }

    private enum Ending { case stopped, watchesRanOut }

    /// Looks at every file from time to time, where the kernel cannot tell of all.
    private static func poll(
      _ source: String, until sleeper: Int32, report: @escaping @Sendable (ChangeSet) -> Void
    ) {
      let watcher = PollingWatcher(source, report: report)
      defer { watcher.stop() }
      // What changed before the first look was not heard of.
      report(.everything)
      var descriptor = pollfd(fd: sleeper, events: Int16(POLLIN), revents: 0)
      while Foundation.poll(&descriptor, 1, -1) < 0, errno == EINTR {}
    }

    private static func watch(
      _ start: InotifyFolders, until sleeper: Int32, report: @Sendable (ChangeSet) -> Void
    ) -> Ending {
      var folders = start
      defer { folders.end() }
      var burst = Burst()
      while true {
        var wait = burst.wait(at: seconds())
        // A source folder that was moved away is looked for until it is back.
        if folders.isLost { wait = min(wait ?? 0.3, 0.3) }
        // Rounded up: waking too early would mean waking twice.
        let milliseconds = wait.map { Int32(($0 * 1000).rounded(.up)) } ?? -1
        var descriptors = [
          pollfd(fd: folders.descriptor, events: Int16(POLLIN), revents: 0),
          pollfd(fd: sleeper, events: Int16(POLLIN), revents: 0),
        ]
        // The array holds as many entries as the call is told.
        guard Foundation.poll(&descriptors, 2, milliseconds) >= 0 || errno == EINTR else { return .stopped }
        if descriptors[1].revents != 0 { return .stopped }
        if descriptors[0].revents != 0 { folders.readEvents(into: &burst, at: seconds()) }
        if folders.isIncomplete { return .watchesRanOut }
        if folders.isLost, folders.find() { burst.addEverything(at: seconds()) }
        // What has come by now was read before: on a busy machine, it comes while this thread waits for its turn.
        if let changes = burst.take(at: seconds()) { report(changes) }
      }
    }

    private static func seconds() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }
#endif
