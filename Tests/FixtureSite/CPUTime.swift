import Foundation

/// Seconds of processor time that `work` takes in this thread, as on an idle machine.
public func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
  try secondsOfAnIdleMachine {
    let start = threadSeconds()
    try work()
    return threadSeconds() - start
  }
}

/// The seconds of processor time that `measure` gives, as the idle machine would take on which the tests' limits were set:
/// what a known piece of work takes right before and after it says how much slower the machine is now, for instance
/// since its cores are shared. What takes out of proportion still does. None with a sanitizer, which watches each access to
/// memory: time is not what it measures.
public func secondsOfAnIdleMachine(_ measure: () throws -> Double) rethrows -> Double {
  let before = knownWorkSeconds()
  let seconds = try measure()
  let slowness = max(before, knownWorkSeconds()) / knownWorkSecondsThen
  return isSanitized ? 0 : seconds / max(1, slowness)
}

private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Walks through memory as the programs tested do, so that shared caches slow it down as well.
private func knownWorkSeconds() -> Double {
  let start = threadSeconds()
  var bytes = [UInt8](repeating: 1, count: 1 << 20)
  for i in bytes.indices { bytes[i] = bytes[(i &* 4099) & 0xF_FFFF] &+ UInt8(truncatingIfNeeded: i) }
  return threadSeconds() - start + (bytes[7] == 255 ? 1e-9 : 0)
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
