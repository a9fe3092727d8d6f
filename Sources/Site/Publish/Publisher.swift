import Files
import Text

/// Puts a new site in the old one's place. All files are first written aside; a file whose content did not
/// change is the old file itself (a second link to it), so it keeps its modification time. Then the two folders
/// are swapped in one step, and the old one is removed. A kill at any moment leaves the old or the new site.
struct Publisher: Sendable {
  private let output: OutputFolder
  private let staging: String
  private let previous: String
  /// On a file system of its own the output folder cannot be swapped; its entries are, one by one.
  private let swapsEntries: Bool
  /// Every file of the new site.
  let files = PublishedFiles()

  static let stagingInsideOutput = ".limber-staging"

  /// Clears away what an interrupted build left and makes the folder to write to. Folders in `folders` are
  /// made at once, so that writing a page need make only its own.
  init(
    output: OutputFolder, source: SourceFolder, folders: [String], isBesideOutput: Bool = false
  ) throws(FileFailure) {
    self.output = output
    let parent = String(PathText.folder(of: output.path))
    let home = isBesideOutput ? parent : source.path(to: ".limber")
    let name = output.path.dropFirst(parent.utf8.count + 1)
    func place(_ what: String) -> String { home + (isBesideOutput ? "/.limber-\(what)-\(name)" : "/\(what)") }
    previous = place("previous")
    if isBesideOutput { try FolderTree.make(parent) }
    try Self.recover(output: output, previous: previous)
    try FolderTree.make(String(PathText.folder(of: output.path)))
    let device = try SystemCalls.status(home)?.device
    let beside = try SystemCalls.status(String(PathText.folder(of: output.path)))?.device
    let own = try SystemCalls.status(output.path)?.device ?? beside
    swapsEntries = device != own || beside != own
    if swapsEntries { try FolderTree.make(output.path) }
    staging = swapsEntries ? output.path + "/" + Self.stagingInsideOutput : place("staging")
    try FolderTree.remove(staging)
    try SystemCalls.makeFolder(staging)
    for folder in folders { try FolderTree.make(staging + "/" + folder) }
  }

  /// A build without a way to swap two folders, killed between its two moves, left the site in `previous`.
  private static func recover(output: OutputFolder, previous: String) throws(FileFailure) {
    guard try SystemCalls.status(previous) != nil else { return }
    if try SystemCalls.status(output.path) == nil {
      try SystemCalls.rename(previous, to: output.path)
    } else {
      try FolderTree.remove(previous)
    }
  }

  /// Writes one file of the new site; `name` is relative to the output folder. True when it is new or
  /// changed. Safe to call from several threads at once.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws(FileFailure) -> Bool {
    let new = staging + "/" + name
    files.add(name, FileHash(bytes))
    if output.exists, try isUnchanged(name, bytes), SystemCalls.link(output.path + "/" + name, as: new) {
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

  private func isUnchanged(_ name: String, _ bytes: [UInt8]) throws(FileFailure) -> Bool {
    let old = output.path + "/" + name
    guard let status = try SystemCalls.status(old), status.kind == .file, status.size == bytes.count else {
      return false
    }
    return try SystemCalls.read(old) == bytes
  }

  /// Makes the new site the published one. `assets` are those that its pages load, relative to the output folder.
  func publish(assets: [String]) throws(FileFailure) {
    try keepOldAssets()
    try write(AssetGenerations.marker(assets), to: OutputFolder.marker)
    for name in OutputFolder.placeholders {
      let old = output.path + "/" + name
      guard let status = try SystemCalls.status(old), status.kind == .file,
        try SystemCalls.status(staging + "/" + name) == nil
      else { continue }
      let bytes = try SystemCalls.read(old)
      files.add(name, FileHash(bytes))
      if !SystemCalls.link(old, as: staging + "/" + name) {
        try SystemCalls.write(bytes, to: staging + "/" + name)
      }
    }
    if swapsEntries { return try swapEntries() }
    guard output.exists else { return try SystemCalls.rename(staging, to: output.path) }
    if try SystemCalls.exchange(staging, output.path) { return try FolderTree.remove(staging) }
    try SystemCalls.rename(output.path, to: previous)
    try SystemCalls.rename(staging, to: output.path)
    try FolderTree.remove(previous)
  }

  private func keepOldAssets() throws(FileFailure) {
    for name in try AssetGenerations.listed(in: output)
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
      try write(try SystemCalls.read(output.path + "/" + name), makingFoldersFor: name)
      files.holdsOldAssets.store(true, ordering: .relaxed)
    }
  }

  /// Each entry of the site is swapped in one step, pages after what they load, and what is stale goes last.
  private func swapEntries() throws(FileFailure) {
    let new = Set(try SystemCalls.list(staging).map(\.name))
    let old = Set(try SystemCalls.list(output.path).map(\.name)).subtracting([Self.stagingInsideOutput])
    let order = new.sorted { Self.place($0) < Self.place($1) }
    for name in order {
      let fresh = staging + "/" + name
      let place = output.path + "/" + name
      if old.contains(name), try SystemCalls.exchange(fresh, place) { continue }
      if old.contains(name) { try FolderTree.remove(place) }
      try SystemCalls.rename(fresh, to: place)
    }
    for name in old.subtracting(new) { try FolderTree.remove(output.path + "/" + name) }
    try FolderTree.remove(staging)
  }

  private static func place(_ name: String) -> (Int, String) { (name == "assets" ? 0 : 1, name) }

  /// How many files of the published site are neither in the new one nor kept beside it.
  func strangers() throws(FileFailure) -> Int {
    guard output.exists else { return 0 }
    let known = Set(files.entries.map(\.path)).union(OutputFolder.placeholders).union([OutputFolder.marker])
    return try SourceFiles.list(below: output.path)?.count { !known.contains($0) && !$0.hasPrefix("assets/") }
      ?? 1
  }

  /// Forgets the new site; what was published stays as it was.
  func abandon() { try? FolderTree.remove(staging) }
}
