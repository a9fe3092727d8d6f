import Glibc

/// Files that Foundation will not make.
enum RawFile {
  /// A file whose name may be any bytes; false when the system refuses.
  static func write(_ text: String, to path: [UInt8]) -> Bool {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    guard let file = fopen(name, "w") else { return false }
    fputs(text, file)
    return fclose(file) == 0
  }

  static func pipe(_ path: String) -> Bool { mkfifo(path, 0o644) == 0 }
}
