/// A folder for files that are needed for a moment, below `.limber`, which is the source folder's own place for them, or below a folder
/// that was chosen instead.
package struct ScratchFolder: Sendable {
  /// Absolute; not there until something is put into it.
  package let path: String

  /// `name` keeps two commands that run at once apart. Throws `BuildObstacle.noSource` without a source folder, and
  /// `FileFailure`.
  package init(_ name: String, inSource source: String) throws {
    guard let source = SourceFolder(source) else { throw BuildObstacle.noSource(source) }
    try OwnFolder.make(in: source)
    path = source.path(to: ".limber/\(name)")
    try FolderTree.remove(path)
    try SystemCalls.makeFolder(path)
  }

  /// Below an absolute `folder`, which is made where it is not there yet. Throws `FileFailure`.
  package init(_ name: String, inFolder folder: String) throws(FileFailure) {
    try FolderTree.make(folder)
    path = folder + "/" + name
    try FolderTree.remove(path)
    try SystemCalls.makeFolder(path)
  }

  /// Removes it with all that is in it.
  package func remove() throws { try FolderTree.remove(path) }
}
