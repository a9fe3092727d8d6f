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

  /// Writes to a descriptor as it stands, without buffering: 1 is standard output, 2 standard error.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      // The pointer is used only inside the closure.
      let put = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if put < 0, errno == EINTR { continue }
      if put <= 0 { return }
      bytes = bytes.dropFirst(put)
    }
  }

  /// The lines of a file, for excerpts; empty when it cannot be read.
  static func lines(of path: String) -> [String] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let read = fread(&buffer, 1, buffer.count, file)
      if read == 0 { break }
      bytes += buffer[..<read]
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) { bytes.removeFirst(3) }
    var lines: [String] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x0A || bytes[at] == 0x0D {
        lines.append(String(decoding: bytes[start..<at], as: UTF8.self))
        if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
        start = at + 1
      }
      at += 1
    }
    lines.append(String(decoding: bytes[start...], as: UTF8.self))
    return lines
  }
}

private func systemExit(_ status: Int32) -> Never { exit(status) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
