import Files
import Text

/// Puts a new site in the old one's place. All files are first written aside; a file whose content did not
/// change is the old file itself (a second link to it), so it keeps its modification time. Then the two folders
/// are swapped in one step, and the old one is removed. A kill at any moment leaves the old or the new site, and the next
/// build needs no help.
struct Publisher: Sendable {
  private let output: OutputFolder
  private let staging: String
  private let previous: String
  /// On a file system of its own the output folder cannot be swapped; its entries are, one by one.
  private let swapsEntries: Bool
  /// Every file of the new site.
  let files = PublishedFiles()

  /// Clears away what an interrupted build left and makes the folder to write to. Folders in `folders` are
  /// made at once, so that writing a page need make only its own.
  init(
    output: OutputFolder, source: SourceFolder, folders: [String], isBesideOutput: Bool = false
  ) throws(FileFailure) {
    self.output = output
    let places = Self.previousPlaces(of: output, source, isBesideOutput)
    previous = places[0]
    let parent = String(PathText.folder(of: output.path))
    let home = isBesideOutput ? parent : source.path(to: OwnFolder.name)
    for place in places { try FolderTree.remove(place) }
    try FolderTree.make(String(PathText.folder(of: output.path)))
    let device = try SystemCalls.status(home)?.device
    let beside = try SystemCalls.status(String(PathText.folder(of: output.path)))?.device
    let own = try SystemCalls.status(output.path)?.device ?? beside
    swapsEntries = device != own || beside != own
    if swapsEntries { try FolderTree.make(output.path) }
    staging =
      swapsEntries
      ? output.path + "/" + GeneratedPages.stagingFolder
      : Self.place("staging", of: output, in: home, isBesideOutput)
    try FolderTree.remove(staging)
    try SystemCalls.makeFolder(staging)
    for folder in folders { try FolderTree.make(staging + "/" + folder) }
  }

  /// A folder for what is not published; beside the output folder its name says whose it is.
  private static func place(
    _ what: String, of output: OutputFolder, in home: String, _ isBesideOutput: Bool
  ) -> String {
    isBesideOutput
      ? "\(home)/.limber-\(what)-\(output.path.dropFirst(home.utf8.count + 1))" : "\(home)/\(what)"
  }

  /// Where a site waits for a moment that cannot be swapped with the new one: first its place now, one for each output folder,
  /// so that no other takes it for its own, then where builds of earlier versions left it.
  private static func previousPlaces(
    of output: OutputFolder, _ source: SourceFolder, _ isBesideOutput: Bool
  ) -> [String] {
    if isBesideOutput {
      return [place("previous", of: output, in: String(PathText.folder(of: output.path)), true)]
    }
    var hash = ContentHash()
    hash.add(Array(output.path.utf8))
    let own = source.path(to: "\(OwnFolder.name)/previous-\(hash.digits)")
    return output.path == source.path(to: "Public") ? [own, source.path(to: ".limber/previous")] : [own]
  }

  /// Puts back the site that a build without a way to swap two folders, killed between its two moves, left aside; true when
  /// there was one. To be called before anything is decided by what the output folder is like.
  static func recover(
    _ output: OutputFolder, source: SourceFolder, isBesideOutput: Bool
  ) throws(FileFailure) -> Bool {
    guard !output.exists else { return false }
    for place in previousPlaces(of: output, source, isBesideOutput) {
      guard try SystemCalls.status(place)?.kind == .folder, try OutputFolder.foreign(in: place).isEmpty else {
        continue
      }
      try FolderTree.make(String(PathText.folder(of: output.path)))
      try SystemCalls.rename(place, to: output.path)
      return true
    }
    return false
  }

  /// Writes one file of the new site; `name` is relative to the output folder. True when it is new or
  /// changed. Safe to call from several threads at once.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws(FileFailure) -> Bool {
    let new = staging + "/" + name
    files.add(name, FileHash(bytes))
    if let old = output.before.map({ $0 + "/" + name }), try isUnchanged(old, bytes),
      SystemCalls.link(old, as: new)
    {
      return false
    }
    try SystemCalls.write(bytes, to: new)
    return true
  }

  /// As `write(_:to:)`, after making the folder the file lies in; its parent is there already.
  @discardableResult
  func write(_ bytes: [UInt8], inNewFolder folder: String, as file: String) throws(FileFailure) -> Bool {
    try SystemCalls.makeFolder(staging + "/" + folder)
    return try write(bytes, to: folder + "/" + file)
  }

  /// As `write(_:to:)`, after making every folder on the way.
  @discardableResult
  func write(_ bytes: [UInt8], makingFoldersFor name: String) throws(FileFailure) -> Bool {
    let folder = PathText.folder(of: name)
    if !folder.isEmpty { try FolderTree.make(staging + "/" + folder) }
    return try write(bytes, to: name)
  }

  /// Takes over a file of the published site; false when it is not there, or has other content than that of its entry. The folder
  /// it lies in is made if need be; its parent is there already.
  func keep(_ entry: BuildRecord.Entry, inNewFolder folder: String) throws(FileFailure) -> Bool {
    let name = entry.path
    let old = output.path + "/" + name
    guard output.exists, try SystemCalls.status(old)?.kind == .file, entry.isUnchanged(in: output.path) else {
      return false
    }
    if !folder.isEmpty { try SystemCalls.makeFolder(staging + "/" + folder) }
    guard SystemCalls.link(old, as: staging + "/" + name) else { return false }
    files.add(name, entry.hash)
    return true
  }

  /// Where a file of the new site lies until it is published.
  func place(of name: String) -> String { staging + "/" + name }

  /// Takes over a file that another program made at its place; true when it is new or changed.
  func adopt(_ name: String) throws(FileFailure) -> Bool {
    let bytes = try SystemCalls.read(place(of: name))
    try SystemCalls.removeFile(place(of: name))
    return try write(bytes, to: name)
  }

  private func isUnchanged(_ old: String, _ bytes: [UInt8]) throws(FileFailure) -> Bool {
    guard let status = try SystemCalls.status(old), status.kind == .file, status.size == bytes.count else {
      return false
    }
    return try SystemCalls.read(old) == bytes
  }

  /// Makes the new site the published one. `marker` lists its files, but for those that are kept of the old one. Returns the folder
  /// with what is left of the old site, which is for `remove`; nil when there was none. Throws `FileFailure` when the old site is in its place as it was, and
  /// `PublishingFailure` when it is not.
  func publish(_ marker: OutputMarker) throws -> String? {
    let old = try OutputMarker(of: output)
    let new = try complete(marker, old)
    if swapsEntries {
      // What a kill leaves half done is files of both.
      if let old {
        try SystemCalls.replace(output.path + "/" + OutputMarker.name, with: new.joined(with: old).bytes)
      }
      return try swapEntries()
    }
    guard output.exists else {
      try SystemCalls.rename(staging, to: output.path)
      return nil
    }
    if try SystemCalls.exchange(staging, output.path) { return staging }
    try SystemCalls.rename(output.path, to: previous)
    do throws(FileFailure) { try SystemCalls.rename(staging, to: output.path) } catch {
      do throws(FileFailure) { try SystemCalls.rename(previous, to: output.path) } catch {
        throw PublishingFailure(
          error,
          hint: "The site published before is in `\(previous)`. Run `limber build` again, which puts it back."
        )
      }
      throw error
    }
    return previous
  }

  /// Removes what `publish` says is left of the old site, on all cores: a folder for each of ten thousand pages takes its time. Why not
  /// all of it went, if so.
  static func remove(_ old: String, _ workers: Workers) async -> FileFailure? {
    let parts = workers.count > 1 ? (try? FolderTree.foldersInFolders(of: old)) ?? [] : []
    // What cannot be removed here cannot be below, either, where it is told.
    _ = try? await workers.map(parts.count) { try FolderTree.remove(parts[$0]) }
    do throws(FileFailure) { try FolderTree.remove(old) } catch { return error }
    return nil
  }

  /// Adds to the new site what is kept of the old one.
  private func complete(_ marker: OutputMarker, _ old: OutputMarker?) throws(FileFailure) -> OutputMarker {
    var marker = marker
    for name in try keepOldAssets(old) { marker.add(name) }
    try write(marker.bytes, to: OutputMarker.name)
    for name in OutputFolder.placeholders {
      guard let old = output.before.map({ $0 + "/" + name }), let status = try SystemCalls.status(old),
        status.kind == .file,
        try SystemCalls.status(staging + "/" + name) == nil
      else { continue }
      let bytes = try SystemCalls.read(old)
      files.add(name, FileHash(bytes))
      if !SystemCalls.link(old, as: staging + "/" + name) {
        try SystemCalls.write(bytes, to: staging + "/" + name)
      }
    }
    return marker
  }

  /// The assets of the last build, for one more: a page that is open in a browser finds what it loads.
  private func keepOldAssets(_ old: OutputMarker?) throws(FileFailure) -> [String] {
    var kept: [String] = []
    guard let before = output.before else { return [] }
    for name in try old?.plainAssets(in: before) ?? []
    where try SystemCalls.status(staging + "/" + name) == nil {
      // Where the new site has a file in place of a folder, the old asset goes.
      let folders = name.indices.filter { name[$0] == "/" }.map { String(name[..<$0]) }
      var hasPlace = true
      for folder in folders {
        if let status = try SystemCalls.status(staging + "/" + folder), status.kind != .folder {
          hasPlace = false
        }
      }
      guard hasPlace else { continue }
      try write(try SystemCalls.read(before + "/" + name), makingFoldersFor: name)
      files.holdsOldAssets.store(true, ordering: .relaxed)
      kept.append(name)
    }
    return kept
  }

  /// Each entry of the site is swapped in one step, pages after what they load, and what is stale goes last.
  private func swapEntries() throws -> String {
    let new = try SystemCalls.list(staging)
    let old = try SystemCalls.list(output.path).filter { $0.name != GeneratedPages.stagingFolder }
    let oldKinds = Dictionary(old.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    let order = Self.swapOrder(new, replacesMarker: oldKinds[OutputMarker.name] != nil)
    var isBegun = false
    do throws(FileFailure) {
      for (name, kind) in order {
        let fresh = staging + "/" + name
        let place = output.path + "/" + name
        if let oldKind = oldKinds[name] {
          if try SystemCalls.exchange(fresh, place) {
            isBegun = true
            continue
          }
          // A file takes another's place in one step.
          if kind != .file || oldKind != .file {
            isBegun = true
            try FolderTree.remove(place)
          }
        }
        try SystemCalls.rename(fresh, to: place)
        isBegun = true
      }
      let names = Set(new.map(\.name))
      for (name, _) in old where !names.contains(name) { try FolderTree.remove(output.path + "/" + name) }
    } catch {
      guard isBegun else { throw error }
      throw PublishingFailure(
        error,
        hint: "Only part of the new site is in `\(output.shown)`. Solve this, then run `limber build` again.")
    }
    return staging
  }

  /// Assets, then everything else by name. The marker comes first where there was none: without it, no build would touch what a
  /// kill leaves half done. Where there is one, it lists the files of both sites until the end.
  static func swapOrder(
    _ entries: [(name: String, kind: SystemCalls.Status.Kind)], replacesMarker: Bool
  ) -> [(name: String, kind: SystemCalls.Status.Kind)] {
    func place(_ name: String) -> (Int, String) {
      if name == OutputMarker.name { return (replacesMarker ? 3 : 0, name) }
      return (name == "assets" ? 1 : 2, name)
    }
    return entries.sorted { place($0.name) < place($1.name) }
  }

  /// How many files of the published site are neither in the new one nor kept beside it.
  func strangers() throws(FileFailure) -> Int {
    guard let before = output.before else { return 0 }
    let known = Set(files.entries.map(\.path)).union(OutputFolder.placeholders).union([OutputMarker.name])
    return try SourceFiles.list(below: before)?.count { !known.contains($0) && !$0.hasPrefix("assets/") }
      ?? 1
  }

  /// Forgets the new site; what was published stays as it was.
  func abandon() { try? FolderTree.remove(staging) }
}
