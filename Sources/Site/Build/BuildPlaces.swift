import Files
import Text

/// Where a build keeps what is neither source nor site: its lock and cache, and the site that is being made.
package struct BuildPlaces: Sendable {
  /// Nil for who builds without a cache, and for a check that finds none.
  private(set) var cache: CacheFolder?
  /// Why there is no cache where one was asked for.
  private(set) var remark: String?
  private var locks: [BuildLock] = []
  /// Where photographs lie that no cache keeps, until they are published.
  private let ownPhotographs: String
  /// Whether the new site is made beside the output folder, since the source may be read-only.
  let isBesideOutput: Bool

  /// Throws `BuildObstacle.locked` while another build of the site is running, and `.cache` when no cache can lie in the
  /// folder that was named. A check takes no lock, and makes no folder in the source. A cache that was named may be another
  /// build's at the moment, of another site or to another output folder: then there is none.
  init(
    _ options: BuildOptions, source: SourceFolder, output: OutputFolder?, publishes: Bool,
    isOwnRefused: Bool
  ) throws {
    let own = source.path(to: OwnFolder.name)
    var folder = own
    var isOther = false
    if let shown = options.cache {
      let named = try Self.folder(shown, source: source, output: output)
      do {
        try FolderTree.make(named)
        try SystemCalls.requireWritable(named)
        (folder, isOther) = (named, true)
      } catch {
        remark = "The folder `\(shown)` cannot be written, so it was not used."
      }
    }
    isBesideOutput = isOther
    ownPhotographs = folder + "/photographs.\(SystemCalls.processNumber)"
    if publishes {
      if !isOther { try OwnFolder.make(in: source) }
      if isOther, let output {
        guard let lock = try BuildLock(folder: folder, of: output.path) else { throw BuildObstacle.locked }
        locks.append(lock)
      }
      if let lock = try BuildLock(folder: folder) {
        locks.append(lock)
      } else if let shown = options.cache, isOther {
        remark = "Another build is using the folder `\(shown)`, so it was not used."
      } else {
        throw BuildObstacle.locked
      }
    }
    if options.usesCache, remark == nil, isOther || !isOwnRefused {
      cache = CacheFolder(path: folder, exists: publishes || isOther ? true : nil, isChosen: isOther)
      if publishes { cache?.removeUnfinished() }
    }
  }

  /// A folder for a build that publishes without a cache; `removePhotographs` takes it away.
  func folderForPhotographs() throws(FileFailure) -> CacheFolder? {
    try FolderTree.remove(ownPhotographs)
    try SystemCalls.makeFolder(ownPhotographs)
    return CacheFolder(path: ownPhotographs, isChosen: true)
  }

  func removePhotographs() { try? FolderTree.remove(ownPhotographs) }

  /// The folder that was chosen for what Limber keeps, absolute. Throws `BuildObstacle.cache` for one that cannot be it.
  package static func folder(_ shown: String, source: SourceFolder) throws -> String {
    try folder(shown, source: source, output: nil)
  }

  private static func folder(_ shown: String, source: SourceFolder, output: OutputFolder?) throws -> String {
    func refuse(_ reason: String) -> BuildObstacle { .cache("The cache folder `\(shown)` \(reason)") }
    let whole = PathText.absolute(shown, from: source.workingFolder)
    switch try SystemCalls.status(whole)?.kind {
    case nil: break
    case .link: throw refuse("is a symbolic link. Name the folder that it leads to.")
    case .folder:
      // As in `.limber`: a build would write where it leads.
      if let link = try? OwnFolder.links(inside: whole).first {
        throw refuse(
          "contains the symbolic link `\(link)`. Remove it, or choose a folder that holds nothing but what Limber creates."
        )
      }
    default: throw refuse("is not a folder. Choose another name.")
    }
    let path = SystemCalls.resolved(whole)
    for name in OutputFolder.foldersOfTheSource where name != ".limber" {
      if PathText.contains(source.path + "/" + name, path) {
        throw refuse("would be in `\(name)`. Choose a folder outside it.")
      }
    }
    if let output, PathText.contains(output.path, path) {
      throw refuse("would be in the output folder `\(output.shown)`. Choose a folder outside it.")
    }
    if PathText.contains(path, source.path) {
      throw refuse("contains the source folder. Choose a folder of its own, such as `.limber`.")
    }
    return path
  }
}
