import Files

/// What lies in folders, as far as a watch wants to know. What cannot be read is taken not to be there: the build says
/// why.
enum FolderListing {
  /// The names in a folder of a source that are watched.
  static func names(in folder: String, of source: String) -> [(name: String, kind: SystemCalls.Status.Kind)] {
    ((try? SystemCalls.list(source + "/" + folder)) ?? []).filter {
      WatchedNames.contains($0.name, in: folder)
    }
  }

  /// Not following a symbolic link.
  static func isFolder(_ path: String) -> Bool { status(path)?.kind == .folder }

  /// Whether a file is there that was linked to, not written: a symbolic link, or another name of a file.
  static func isLink(_ path: String) -> Bool {
    status(path).map { $0.kind != .file || $0.names > 1 } ?? false
  }

  private static func status(_ path: String) -> SystemCalls.Status? { try? SystemCalls.status(path) }
}
