import Foundation

/// Whose processor time is measured.
public enum TimedWork {
  case thisThread
  /// Processes that were started and waited for.
  case children

  fileprivate var seconds: Double {
    switch self {
    case .thisThread:
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    case .children:
      var usage = rusage()
      #if canImport(Glibc)
        getrusage(Int32(RUSAGE_CHILDREN.rawValue), &usage)
      #else
        getrusage(RUSAGE_CHILDREN, &usage)
      #endif
      func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
      return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
  }
}

/// Seconds of processor time that `work` takes, as the idle machine would take on which the tests' limits were set:
/// what a known piece of work takes right before and after it says how much slower the machine is now, for instance
/// since its cores are shared. What takes out of proportion still does. None with a sanitizer, which watches each access to
/// memory: time is not what it measures.
public func processorSeconds(
  of whose: TimedWork = .thisThread, _ work: () throws -> Void
) rethrows -> Double {
  let before = knownWorkSeconds()
  let start = whose.seconds
  try work()
  let seconds = whose.seconds - start
  let slowness = max(before, knownWorkSeconds()) / knownWorkSecondsThen
  return isSanitized ? 0 : seconds / max(1, slowness)
}

/// Walks through memory as the programs tested do, so that shared caches slow it down as well.
private func knownWorkSeconds() -> Double {
  let start = TimedWork.thisThread.seconds
  var bytes = [UInt8](repeating: 1, count: 1 << 20)
  for i in bytes.indices { bytes[i] = bytes[(i &* 4099) & 0xF_FFFF] &+ UInt8(truncatingIfNeeded: i) }
  return TimedWork.thisThread.seconds - start + (bytes[7] == 255 ? 1e-9 : 0)
}

/// What "within a second" is for the build at hand: unoptimized code is several times slower.
#if DEBUG
  public let oneSecond = 3.0
  private let knownWorkSecondsThen = 0.016
#else
  public let oneSecond = 1.0
  private let knownWorkSecondsThen = 0.0016
#endif

/// Whether these tests were built with a sanitizer, whose runtime is then part of the program.
private let isSanitized: Bool = {
  let program = dlopen(nil, RTLD_LAZY)
  return dlsym(program, "__asan_init") != nil || dlsym(program, "__tsan_init") != nil
}()

/// Minutes that a test may take; many more with a sanitizer.
public func patience(minutes: Int) -> Int { isSanitized ? 30 * minutes : minutes }
