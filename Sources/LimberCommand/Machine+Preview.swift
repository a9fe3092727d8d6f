#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Machine {
  /// Has Ctrl-C, and a polite request to end, end the process at once and well: a preview leaves nothing undone.
  static func endAtOnceOnInterrupt() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // `_exit` is among the few functions that a signal handler may call (signal-safety(7)).
      signal(number) { _ in _exit(0) }
    }
  }

  /// Asks the desktop to show `address`; where there is none, nothing happens.
  static func openInBrowser(_ address: String) {
    // The browser outlives the preview and must not keep its port.
    for descriptor in Int32(3)..<256 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(opener), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    // The arguments end with nil and live until the call returns, by when they were copied.
    guard posix_spawnp(&process, opener, nil, nil, &arguments, environ) == 0 else { return }
    Task.detached {
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
  }
}
