#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Machine {
  /// Puts another program in the place of this process; returns, with the system's reason, only when that fails.
  static func become(_ program: String, _ arguments: [String]) -> String {
    guard let place = executable(), let slash = place.lastIndex(of: "/") else {
      return "its folder is not known"
    }
    let path = place[...slash] + program
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    // The words end with nil and live until the call fails; a call that succeeds does not return.
    execv(String(path), &words)
    return String(cString: strerror(errno))
  }

  /// The absolute path of this program, without symbolic links.
  private static func executable() -> String? {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var buffer = [CChar](repeating: 0, count: Int(size))
      // The call is told how many characters the array has room for.
      guard _NSGetExecutablePath(&buffer, &size) == 0, let real = realpath(buffer, nil) else { return nil }
    #else
      guard let real = realpath("/proc/self/exe", nil) else { return nil }
    #endif
    defer { free(real) }
    return String(cString: real)
  }
}
