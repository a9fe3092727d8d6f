import Foundation

/// Seconds of processor time that `work` takes on this thread; what else the machine is doing does not count.
public func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try work()
  return now() - start
}

/// What "within a second" is for the build at hand: unoptimized code is several times slower.
#if DEBUG
  public let oneSecond = 3.0
#else
  public let oneSecond = 1.0
#endif
