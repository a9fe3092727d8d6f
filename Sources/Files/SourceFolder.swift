import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder that holds a site's source.
package struct SourceFolder: Sendable {
  /// Absolute, without symbolic links.
  package let path: String
  package let workingFolder: String

  /// Nil when there is no folder at `path`.
  package init?(_ path: String) {
    guard let working = SystemCalls.realPath("."), let real = SystemCalls.realPath(path) else { return nil }
    // What the disk does not tell here it is asked again.
    if let status = try? SystemCalls.status(real), status.kind != .folder { return nil }
    workingFolder = working
    self.path = real
  }

  package func path(to file: String) -> String { path + "/" + file }

  /// The bytes of a file that was found here some time ago: by now a symbolic link may lie in its place, or in that of
  /// a folder above it, and what that leads to is no part of the site.
  package func readInside(_ file: String) throws(FileFailure) -> [UInt8] {
    let whole = path(to: file)
    guard SystemCalls.realPath(whole) == whole else { throw FileFailure("read", file, ENOENT) }
    return try SystemCalls.read(whole)
  }
}

extension SourceExcerpts {
  private static let mostBytes = 16 << 20

  /// From the files of a source folder that are not larger than anybody writes.
  package init(source: String) {
    self.init { file in
      guard let folder = SourceFolder(source), let status = try? SystemCalls.status(folder.path(to: file)),
        status.size < Self.mostBytes
      else { return nil }
      return try? folder.readInside(file)
    }
  }
}
