#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder that holds a site's source.
struct SourceFolder: Sendable {
  /// Absolute, without symbolic links.
  let path: String
  let workingFolder: String

  /// Nil when there is no folder at `path`.
  init?(_ path: String) {
    guard let working = SystemCalls.realPath("."), let real = SystemCalls.realPath(path),
      (try? SystemCalls.status(real))??.kind == .folder
    else { return nil }
    workingFolder = working
    self.path = real
  }

  func path(to file: String) -> String { path + "/" + file }
}
