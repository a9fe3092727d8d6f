import Diagnostics
import Files
import Site
import Text

/// The source as it would be after changes, in a folder of its own: what a check finds in it decides whether they are made.
/// Files that stay are the same ones under a second name, so it costs little.
struct StagedSite {
  /// Relative to the source folder.
  static let folder = FileReplacement.folder + "/site"

  let source: SourceFolder

  func make(_ changes: [FileChange]) throws(FileFailure) {
    try remove()
    let gone = Set(changes.map(\.path))
    for path in try files() where !gone.contains(path) { try add(path) }
    for change in changes {
      let place = source.path(to: Self.folder + "/" + change.newPath)
      try FolderTree.make(String(PathText.folder(of: place)))
      try SystemCalls.write(change.new, to: place)
    }
  }

  func remove() throws(FileFailure) {
    try FolderTree.remove(source.path(to: Self.folder))
    // Another's files may lie there, too.
    try? SystemCalls.removeFolder(source.path(to: FileReplacement.folder))
  }

  /// What a check reads: the files beside `site.yaml`, and the folders of content and templates.
  private func files() throws(FileFailure) -> [String] {
    var paths = try SystemCalls.list(source.path).filter { $0.kind == .file && !$0.name.hasPrefix(".") }.map(
      \.name)
    for folder in ["Content", "Templates", RootFile.folder] {
      let isRoot = folder == RootFile.folder
      guard try SystemCalls.status(source.path(to: folder))?.kind == .folder else { continue }
      paths += try FolderTree.entries(below: source.path(to: folder), dotted: isRoot).filter {
        $0.kind == .file
      }
      .map { folder + "/" + $0.path }.filter { isRoot || !$0.hasPrefix(RootFile.folder + "/") }
    }
    return paths
  }

  private func add(_ path: String) throws(FileFailure) {
    let place = source.path(to: Self.folder + "/" + path)
    try FolderTree.make(String(PathText.folder(of: place)))
    if SystemCalls.link(source.path(to: path), as: place) { return }
    try SystemCalls.write(try SystemCalls.read(source.path(to: path)), to: place)
  }

  /// What a check of the changed site finds that one of the site as it is did not.
  func newFaults(
    since before: [Diagnostic], _ options: BuildOptions, changes: [FileChange]
  ) async throws -> [Diagnostic] {
    var options = options
    options.source = source.path(to: Self.folder)
    let names = Dictionary(changes.map { ($0.path, $0.newPath) }, uniquingKeysWith: { first, _ in first })
    var known: [Kind: Int] = [:]
    for fault in before { known[Kind(fault, file: fault.file.map { names[$0] ?? $0 }), default: 0] += 1 }
    return try await SiteBuild(options).check().diagnostics.filter { fault in
      let kind = Kind(fault, file: fault.file)
      guard let left = known[kind], left > 0 else { return true }
      known[kind] = left - 1
      return false
    }
  }

  /// What does not change when a name in a message or a place in a file does.
  private struct Kind: Hashable {
    let code: DiagnosticCode
    let file: String?

    init(_ fault: Diagnostic, file: String?) {
      code = fault.code
      self.file = file
    }
  }
}
