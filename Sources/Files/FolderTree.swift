import Text

/// Whole folders: made with their parents, removed with what is in them. No symbolic link is followed.
package enum FolderTree {
  package static func make(_ path: String) throws(FileFailure) {
    if try SystemCalls.status(path)?.kind == .folder { return }
    let parent = String(PathText.folder(of: path))
    if !parent.isEmpty { try make(parent) }
    try SystemCalls.makeFolder(path)
  }

  /// What lies below a folder, folders taken apart, by path relative to it and sorted. Symbolic links are not followed;
  /// names that begin with a dot are passed over unless `dotted`. A folder is itself listed where its name is no UTF-8:
  /// it cannot be opened.
  package static func entries(
    below root: String, dotted: Bool
  ) throws(FileFailure) -> [(path: String, kind: SystemCalls.Status.Kind)] {
    var entries: [(path: String, kind: SystemCalls.Status.Kind)] = []
    var open = [""]
    while let folder = open.popLast() {
      for (name, kind) in try SystemCalls.list(root + folder) where dotted || !name.hasPrefix(".") {
        let path = folder + "/" + name
        if kind == .folder, hasReadableName(path) {
          open.append(path)
        } else {
          entries.append((String(path.dropFirst()), kind))
        }
      }
    }
    return entries.sorted { SystemCalls.precedes($0.path, $1.path) }
  }

  /// Whether a desktop writes files of this name into folders that somebody only looks at.
  package static func isLeftByDesktop(_ name: some StringProtocol) -> Bool {
    // macOS ends the name of a folder's own picture with a carriage return.
    [".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.ini", "Icon\r"].contains { name == $0 }
  }

  /// False where the system's bytes are no UTF-8.
  package static func hasReadableName(_ path: String) -> Bool { !path.unicodeScalars.contains("\u{FFFD}") }

  /// The folders in the folders of `path`, symbolic links left out.
  package static func foldersInFolders(of path: String) throws(FileFailure) -> [String] {
    var found: [String] = []
    for (name, kind) in try SystemCalls.list(path) where kind == .folder {
      for (inner, kind) in try SystemCalls.list(path + "/" + name) where kind == .folder {
        found.append(path + "/" + name + "/" + inner)
      }
    }
    return found
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
