import Diagnostics
import Files
import SiteModel
import Text

/// The folder that visitors' files go to, and whether a build may replace it.
struct OutputFolder: Sendable {
  /// Absolute, with symbolic links resolved as far as it exists.
  let path: String
  /// As the person wrote it, for messages.
  let shown: String
  /// Whether a folder is there already.
  let exists: Bool
  /// Where the site lies that visitors have until this one takes its place: in this folder, or in that of an earlier version.
  /// Nil when there is none.
  let before: String?

  /// Files that may lie in an output folder before the first build and are kept by every build.
  static let placeholders = [".gitignore", ".gitkeep", "README.md"]
  /// Folders of the source that nothing is published into.
  static let foldersOfTheSource = ["Content", "Templates", ".limber", ".git"]

  /// Refuses `https://…` and `user@host:/var/www`, which programs that copy take for another machine: here they would be folders of
  /// such names, and nobody would see the site. A single letter is a drive.
  static func elsewhere(_ place: String) -> Diagnostic? {
    let host = place.prefix { $0 != ":" && $0 != "/" }
    guard place.contains("://") || host.count > 1 && place.dropFirst(host.count).first == ":" else {
      return nil
    }
    return .error(
      .outputNotAFolder, file: nil, at: nil,
      "`\(place)` is on another machine, but Limber writes only to folders of the one that it runs on.",
      hint:
        "Run `limber build`, then copy the folder `Public` there, for example with `rsync`: docs/publishing.md says how."
    )
  }

  /// Nil, with a diagnostic, when replacing what is at `shown` could destroy anything but a generated site.
  init?(
    _ shown: String, source: SourceFolder, before: String? = nil, into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) {
    self.shown = shown
    if let elsewhere = Self.elsewhere(shown) {
      diagnostics.append(elsewhere)
      return nil
    }
    let wanted = PathText.absolute(shown, from: source.workingFolder)
    path = SystemCalls.resolved(wanted)
    func refuse(_ code: DiagnosticCode, _ message: String, _ hint: String) {
      diagnostics.append(.error(code, file: nil, at: nil, message, hint: hint))
    }
    if PathText.contains(path, source.path) {
      refuse(
        .outputContainsSource,
        "The output folder `\(shown)` contains the site's own source files, which a build would overwrite.",
        "Choose a separate folder, such as `Public`.")
      return nil
    }
    for name in Self.foldersOfTheSource
    where PathText.contains(source.path + "/" + name, path) {
      refuse(
        .outputInsideSource,
        "The output folder `\(shown)` is inside `\(name)`, which is not for published files.",
        "Choose a folder next to it, such as `Public`.")
      return nil
    }
    if let obstacle = try Self.fileInTheWay(of: path) {
      refuse(
        .outputNotAFolder,
        "The output folder `\(shown)` cannot be created: `\(obstacle.path)` is \(obstacle.what).",
        "Move it somewhere else, or choose another folder with `--output`.")
      return nil
    }
    if let folder = try Self.folderOfAnotherSource(around: path, not: source.path) {
      refuse(
        .outputInsideSource,
        "The output folder `\(shown)` is inside `\(folder)`, where another site has its source files.",
        "Choose a folder outside that site's source with `--output`.")
      return nil
    }
    if let other = try Self.siteAround(path) {
      refuse(
        .outputNotOurs,
        "The output folder `\(shown)` is inside `\(other)`, where another site is published.",
        "Choose a folder outside that one with `--output`.")
      return nil
    }
    exists = try SystemCalls.status(path) != nil
    self.before = before ?? (exists ? path : nil)
    if exists {
      let foreign = try Self.foreign(in: path)
      if !foreign.isEmpty {
        refuse(
          .outputNotOurs,
          "The output folder `\(shown)` contains files that Limber did not create (`\(foreign[0])`\(foreign.count > 1 ? " and \(foreign.count - 1) more" : "")). Nothing there was changed.",
          "Choose an empty folder with `--output`, or empty this one yourself.")
        return nil
      }
    }
  }

  /// Whether visitors have a site now.
  var hasSiteBefore: Bool {
    get throws(FileFailure) {
      guard let before else { return false }
      return try SystemCalls.status(before + "/" + GeneratedPages.outputMarker)?.kind == .file
    }
  }

  typealias Entry = (path: String, kind: SystemCalls.Status.Kind)

  /// Everything in the folder but folders, sorted by path.
  func entries() throws(FileFailure) -> [Entry] {
    exists ? try FolderTree.entries(below: path, dotted: true) : []
  }

  /// The same of the site that visitors have now; `own` is what lies in this folder.
  func entriesBefore(_ own: [Entry]) throws(FileFailure) -> [Entry] {
    guard let before, before != path else { return own }
    return try SystemCalls.status(before) == nil ? [] : FolderTree.entries(below: before, dotted: true)
  }

  /// A report of files that lie among those of a site and that no build wrote: the next one would take them away.
  func strangers(among entries: [Entry]) throws(FileFailure) -> Diagnostic? {
    guard let strangers = try OutputMarker(of: self)?.strangers(among: entries.lazy.map(\.path)),
      let first = strangers.first
    else { return nil }
    let isRepository = strangers.contains { $0 == ".git" || $0.hasPrefix(".git/") }
    return .error(
      .outputNotOurs, file: nil, at: nil,
      "The output folder `\(shown)` contains files that no build wrote (`\(first)`\(strangers.count > 1 ? " and \(strangers.count - 1) more" : "")), which a build would delete. Nothing there was changed.",
      hint: isRepository
        ? "Choose another folder with `--output`, and copy the site from there."
        : "Move what should be published to `\(RootFile.folder)/`, and delete the rest.")
  }

  /// What lies in a folder that no build made, sorted.
  static func foreign(in folder: String) throws(FileFailure) -> [String] {
    let entries = try SystemCalls.list(folder)
    let isOurs = entries.contains { $0.name == GeneratedPages.outputMarker && $0.kind == .file }
    return entries.filter { name, kind in
      // A placeholder is a file: what lies in a folder of that name is somebody's.
      Self.placeholders.contains(name)
        ? kind != .file : !isOurs && !(name == GeneratedPages.stagingFolder && kind == .folder)
    }.map(\.name).sorted()
  }

  /// The folder of another site's own files that `path` lies in. A site that lies there itself, such as a copy in `.limber` that is
  /// compared, may have its output there, too.
  private static func folderOfAnotherSource(
    around path: String, not source: String
  ) throws(FileFailure) -> String? {
    var site = String(PathText.folder(of: path))
    while !site.isEmpty {
      if try SystemCalls.status(site + "/" + SiteConfiguration.file)?.kind == .file,
        let name = foldersOfTheSource.first(where: { PathText.contains(site + "/" + $0, path) }),
        !PathText.contains(site + "/" + name, source)
      {
        return site + "/" + name
      }
      site = String(PathText.folder(of: site))
    }
    return nil
  }

  /// The folder above `path` that a build of another site made.
  private static func siteAround(_ path: String) throws(FileFailure) -> String? {
    var folder = String(PathText.folder(of: path))
    while !folder.isEmpty {
      if try SystemCalls.status(folder + "/" + GeneratedPages.outputMarker)?.kind == .file { return folder }
      folder = String(PathText.folder(of: folder))
    }
    return nil
  }

  /// The nearest thing on the way to `path` that is no folder.
  private static func fileInTheWay(of path: String) throws(FileFailure) -> (path: String, what: String)? {
    var part = path
    while part.count > 1 {
      if let status = try SystemCalls.status(part, followLinks: true) {
        return status.kind == .folder ? nil : (part, "a file")
      }
      if try SystemCalls.status(part) != nil {
        return (part, "a symbolic link to something that does not exist")
      }
      guard let slash = part.lastIndex(of: "/") else { return nil }
      part = String(part[..<slash])
    }
    return nil
  }
}
