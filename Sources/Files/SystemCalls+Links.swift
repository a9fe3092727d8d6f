#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SystemCalls {
  /// Where the symbolic link at `path` leads, as it was written; nil when no link is there.
  package static func linkTarget(_ path: String) throws(FileFailure) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(path, &buffer, buffer.count)
    guard length >= 0 else {
      if errno == ENOENT || errno == EINVAL || errno == ENOTDIR { return nil }
      throw FileFailure("look at", path, errno)
    }
    return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes a symbolic link to `target`, which is relative to the link's own folder. What is at `path` already is a failure.
  package static func makeLink(at path: String, to target: String) throws(FileFailure) {
    if symlink(target, path) != 0 { throw FileFailure("create", path, errno) }
  }
}
