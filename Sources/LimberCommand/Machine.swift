import YAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a command asks of the machine it runs on; a build itself is told all it has to know.
enum Machine {
  /// To be called first: where standard input, output or error are closed, files that are opened later would take their
  /// numbers, and reports would be written into them.
  static func fillStandardDescriptors() {
    while case let descriptor = open("/dev/null", O_RDWR), descriptor >= 0 {
      if descriptor > 2 {
        close(descriptor)
        return
      }
    }
  }

  /// What this process may not have, though it cannot begin without; nil when there is enough. Where the system does not give
  /// a thread its stack, Dispatch asks for it without end, and Swift's own start does not survive a want of descriptors. On
  /// Linux, Swift reads a program's arguments from `/proc`, and Dispatch ends a process that it cannot watch there.
  static func scarcity() -> String? {
    func isLess(_ kind: LimitKind, than least: UInt64) -> Bool {
      var limit = rlimit()
      return getrlimit(kind, &limit) == 0 && UInt64(limit.rlim_cur) < least
    }
    #if canImport(Darwin) || canImport(Musl)
      let (memory, files) = (RLIMIT_AS, RLIMIT_NOFILE)
    #else
      let (memory, files) = (
        __rlimit_resource_t(RLIMIT_AS.rawValue), __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
      )
    #endif
    if isLess(memory, than: leastMemory) {
      return
        "This process may use too little memory. Give it at least \(leastMemory >> 20) MB (see `ulimit -v`)."
    }
    if isLess(files, than: leastFiles) {
      return "This process may open too few files. Let it open at least \(leastFiles) (see `ulimit -n`)."
    }
    #if os(Linux)
      if access("/proc/self/cmdline", R_OK) != 0 || access("/proc/self/stat", R_OK) != 0 {
        return
          "This process cannot read `/proc`. In a chroot or container, mount it (`mount -t proc proc /proc`)."
      }
    #endif
    return nil
  }

  #if canImport(Darwin) || canImport(Musl)
    private typealias LimitKind = Int32
  #else
    private typealias LimitKind = __rlimit_resource_t
  #endif
  private static let leastMemory: UInt64 = 128 << 20
  private static let leastFiles: UInt64 = 16

  /// A variable of the environment; nil when it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The day by the local calendar; nil when the clock stands outside the years 1 to 9999.
  static func currentDay() -> CalendarDate? {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  static func exit(_ status: Int32) -> Never { systemExit(status) }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes to a descriptor as it stands, without buffering: 1 is standard output, 2 standard error. The system's
  /// reason when not all could be written.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> String? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      // The pointer is used only inside the closure.
      let put = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if put < 0, errno == EINTR { continue }
      if put <= 0 { return String(cString: strerror(errno)) }
      bytes = bytes.dropFirst(put)
    }
    return nil
  }

  /// Writes what somebody waits for to standard output. Where it cannot be written all of it, says so and ends with exit
  /// status 74: half a report must not pass for a whole one.
  static func print(_ text: String) {
    guard let reason = write(text, to: 1) else { return }
    write("limber: Cannot write to standard output: \(reason).\n", to: 2)
    exit(74)
  }
}

private func systemExit(_ status: Int32) -> Never { exit(status) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
