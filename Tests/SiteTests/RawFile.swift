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

  /// Folders inside one another whose whole path is longer than the system takes.
  static func nestFolders(named name: String, depth: Int, below folder: String) -> Bool {
    var current = open(folder, O_RDONLY | O_DIRECTORY)
    for _ in 0..<depth where current >= 0 {
      let made = mkdirat(current, name, 0o755) == 0
      let next = made ? openat(current, name, O_RDONLY | O_DIRECTORY) : -1
      close(current)
      current = next
    }
    if current >= 0 { close(current) }
    return current >= 0
  }

  static func pipe(_ path: String) -> Bool { mkfifo(path, 0o644) == 0 }
}
