import Files
import Text

/// The program itself, which every cache depends on: another version may make something else of the same site.
enum RunningProgram {
  private static let mark = Array("limber program 1\n".utf8)

  /// Nil when the program cannot tell itself from others. Where the linker left no mark in it, its bytes are hashed. A large program
  /// takes longer to hash than a small site to build, so that hash is kept in the cache for as long as its file is the same.
  static func hash(_ cache: CacheFolder?) -> FileHash? {
    let mark = SystemCalls.buildID()
    return mark.isEmpty ? hashOfFile(cache) : FileHash(Self.mark + mark)
  }

  private static func hashOfFile(_ cache: CacheFolder?) -> FileHash? {
    guard let program = SystemCalls.executablePath(),
      let status = (try? SystemCalls.status(program, followLinks: true)) ?? nil
    else { return nil }
    var key = RecordWriter(mark)
    for number in [status.size, status.modified, status.changed] { key.number(number) }
    for number in [status.device, status.inode] { key.hash(FileHash(high: number, low: 0)) }
    if let kept = cache?.read("program"), kept.starts(with: key.bytes) {
      var rest = RecordReader(kept.dropFirst(key.bytes.count))
      if let hash = rest.hash() { return hash }
    }
    guard let bytes = try? SystemCalls.read(program) else { return nil }
    let hash = FileHash(bytes)
    key.hash(hash)
    try? cache?.replace("program", with: key)
    return hash
  }
}
