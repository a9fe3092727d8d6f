/// What has changed in a source folder.
struct ChangeSet: Equatable, Sendable {
  /// Files and folders, relative to the source folder; of a new folder all that lies in it.
  private(set) var paths: Set<String> = []
  /// Whether more may have changed than `paths` says.
  private(set) var isEverything = false

  static var everything: ChangeSet {
    var changes = ChangeSet()
    changes.isEverything = true
    return changes
  }

  var isEmpty: Bool { paths.isEmpty && !isEverything }

  mutating func add(_ path: String) { paths.insert(path) }

  mutating func add(_ other: ChangeSet) {
    paths.formUnion(other.paths)
    if other.isEverything { isEverything = true }
  }
}
