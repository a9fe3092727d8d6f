import Site
import SiteModel

/// Watches what a site is made of: `site.yaml`, and everything below `Content` and `Templates` but names that begin
/// with a dot, which only `Templates/root` publishes.
package protocol SourceWatcher: Sendable {
  /// Ends the watch; nothing is reported any more.
  func stop()
}

/// What of a source folder is watched.
enum WatchedNames {
  static let folders = ["Content", "Templates"]
  static let atRoot = folders + [SiteConfiguration.file, AddressList.file]

  /// Whether a name in a folder, by its path relative to the source, is watched.
  static func contains(_ name: String, in folder: String) -> Bool {
    !name.hasPrefix(".") || folder == RootFile.folder || folder.hasPrefix(RootFile.folder + "/")
  }
}

/// Starts the watch that this system offers.
enum SourceWatch {
  /// `source` is an absolute path. The watch stands when this returns: what changes from then on is reported.
  static func start(_ source: String, report: @escaping @Sendable (ChangeSet) -> Void) -> any SourceWatcher {
    #if os(Linux)
      if let watcher = InotifyWatcher(source, report: report) { return watcher }
    #endif
    // Also where Linux has no watches left to give (`fs.inotify.max_user_watches`).
    return PollingWatcher(source, report: report)
  }
}
