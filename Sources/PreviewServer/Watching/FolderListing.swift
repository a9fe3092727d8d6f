import SiteModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What lies in folders, as far as a watch wants to know. What cannot be read is taken not to be there: the build says
/// why.
enum FolderListing {
  enum Kind { case folder, other }

  /// The names in a folder that do not begin with a dot.
  static func names(in path: String) -> [(name: String, kind: Kind)] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [(name: String, kind: Kind)] = []
    while let entry = readdir(folder) {
      // The entry is valid until the next readdir; its name ends with a zero byte.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_DIR): names.append((name, .folder))
      case Int32(DT_UNKNOWN): names.append((name, isFolder(path + "/" + name) ? .folder : .other))
      default: names.append((name, .other))
      }
    }
    return names
  }

  /// Not following a symbolic link.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a file is there that was linked to, not written: a symbolic link, or another name of a file.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && (status.st_mode & S_IFMT != S_IFREG || status.st_nlink > 1)
  }

  /// The absolute path without symbolic links; nil when nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
