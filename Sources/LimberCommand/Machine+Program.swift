import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Machine {
  /// The words behind the program's name. Ends the process where they are not known, or cannot be meant.
  static func arguments() -> [String] {
    do {
      return try ProgramArguments.read()
    } catch {
      write("limber: \(error.sentence)\n", to: 2)
      exit(error.status)
    }
  }

  /// Puts another program in the place of this process; returns, with the system's reason, only when that fails.
  static func become(_ program: String, _ arguments: [String]) -> String {
    guard let place = SystemCalls.executablePath().flatMap(SystemCalls.realPath),
      let slash = place.lastIndex(of: "/")
    else {
      return "its folder is unknown"
    }
    let path = place[...slash] + program
    // A call that succeeds does not return.
    let failure = withArgumentList([program] + arguments) { words in
      execv(String(path), words)
      return errno
    }
    return String(cString: strerror(failure))
  }
}
