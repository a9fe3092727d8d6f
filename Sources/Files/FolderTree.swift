import Text

/// Whole folders: made with their parents, removed with what is in them.
package enum FolderTree {
  package static func make(_ path: String) throws(FileFailure) {
    if try SystemCalls.status(path, followLinks: true)?.kind == .folder { return }
    let parent = String(PathText.folder(of: path))
    if !parent.isEmpty { try make(parent) }
    try SystemCalls.makeFolder(path)
  }

  /// Removes `path` and all below it; a symbolic link is removed, not followed.
  package static func remove(_ path: String) throws(FileFailure) {
    guard let status = try SystemCalls.status(path) else { return }
    guard status.kind == .folder else { return try SystemCalls.removeFile(path) }
    for (name, kind) in try SystemCalls.list(path) {
      let child = path + "/" + name
      if kind == .folder { try remove(child) } else { try SystemCalls.removeFile(child) }
    }
    try SystemCalls.removeFolder(path)
  }
}
