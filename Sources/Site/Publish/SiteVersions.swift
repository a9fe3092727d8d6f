import Diagnostics
import Files
import Text

/// The versions of a published site beside one another, and the link through which visitors see one of them: `clinic` leads to
/// `clinic-versions/7`. The link is replaced in one step, so a kill at any moment leaves visitors the one site or the other;
/// which version came before follows from the numbers alone.
package struct SiteVersions: Sendable {
  /// Absolute; of the links on the way there, none is left.
  private let place: String
  /// As the person wrote it, for messages.
  let shown: String
  private let name: String
  private let folder: String
  /// The version that visitors see; nil when there is none yet.
  let current: Int?
  /// Whether a build made the folder that stands where the link will be.
  private let replacesSite: Bool
  private let lock: BuildLock

  private static let suffix = "-versions"
  private static let unfinished = "next"
  private static let unfinishedLink = "next-link"

  /// Nil, with a diagnostic, when what is at `shown` is neither such a link nor a site that a build made; with `isThere` when
  /// no such link is there. Throws `BuildObstacle.locked` while another build publishes there.
  package init?(
    _ shown: String, from workingFolder: String, isThere: Bool = false, into diagnostics: inout [Diagnostic]
  ) throws {
    if let elsewhere = OutputFolder.elsewhere(shown) {
      diagnostics.append(elsewhere)
      return nil
    }
    let wanted = PathText.absolute(shown, from: workingFolder)
    let parent = SystemCalls.resolved(String(PathText.folder(of: wanted)))
    name = String(wanted.split(separator: "/").last ?? "")
    place = (parent == "/" ? "" : parent) + "/" + name
    folder = place + Self.suffix
    self.shown = shown
    let found = name.isEmpty ? .other : try SystemCalls.status(place)?.kind
    let names = found == .folder ? try SystemCalls.list(place).map(\.name).sorted() : []
    replacesSite = names.contains(GeneratedPages.outputMarker)
    current = found == .link ? Self.number(try SystemCalls.linkTarget(place) ?? "", of: name) : nil
    let foreign = replacesSite ? try OutputFolder.foreign(in: place) : names
    let fault: (DiagnosticCode, message: String, hint: String)? =
      switch found {
      case .link where current == nil:
        (
          .outputNotOurs, "`\(shown)` is a symbolic link that `limber publish` did not make.",
          "Remove the link, or publish to another place."
        )
      case .folder where !foreign.isEmpty:
        (
          .outputNotOurs,
          "The folder `\(shown)` contains files that Limber did not create (such as `\(foreign[0])`). Nothing there was changed.",
          "Publish to another place, or empty this folder yourself."
        )
      case .file, .other:
        (
          .outputNotAFolder, "The site cannot be published to `\(shown)`, which is not a folder.",
          "Publish to another place, such as `/var/www/clinic`."
        )
      case .link, .folder, nil:
        isThere && current == nil
          ? (
            .outputNotOurs, "`limber publish` has not published anything to `\(shown)`.",
            "Name the place where you publish your site."
          ) : nil
      }
    if let fault {
      diagnostics.append(.error(fault.0, file: nil, at: nil, fault.message, hint: fault.hint))
      return nil
    }
    guard let lock = try BuildLock(folder: folder) else { throw BuildObstacle.locked }
    self.lock = lock
  }

  /// The version that a link leads to, if it is one of those.
  private static func number(_ target: String, of name: String) -> Int? {
    let start = name + suffix + "/"
    guard target.hasPrefix(start) else { return nil }
    return version(String(target.dropFirst(start.count)))
  }

  private static func version(_ name: String) -> Int? {
    guard let number = Int(name), number > 0, String(number) == name else { return nil }
    return number
  }

  private func path(_ version: Int) -> String { "\(folder)/\(version)" }

  /// In ascending order.
  private func versions() throws(FileFailure) -> [Int] {
    try SystemCalls.list(folder).filter { $0.kind == .folder }.compactMap { Self.version($0.name) }.sorted()
  }

  /// Where the next version is built, to be compared with what visitors see now. What a killed build left unfinished and what
  /// somebody went back from are removed.
  func next(source: SourceFolder, into diagnostics: inout [Diagnostic]) throws -> OutputFolder? {
    let place = "\(folder)/\(Self.unfinished)"
    try FolderTree.remove(place)
    try finishReplacing()
    if let current {
      for version in try versions() where version > current { try FolderTree.remove(path(version)) }
    }
    return try OutputFolder(
      place, source: source, before: replacesSite ? self.place : current.map(path), into: &diagnostics)
  }

  /// Lets visitors see the site that was built, and removes all but as many before it.
  func showNext(keeping kept: Int) throws(FileFailure) {
    let number = (try versions().last ?? 0) + (replacesSite ? 2 : 1)
    try SystemCalls.rename("\(folder)/\(Self.unfinished)", to: path(number))
    try show(number)
    for old in try versions().filter({ $0 < number }).dropLast(kept) { try FolderTree.remove(path(old)) }
  }

  private func show(_ version: Int) throws(FileFailure) {
    let link = "\(folder)/\(Self.unfinishedLink)"
    try SystemCalls.removeFile(link)
    try SystemCalls.makeLink(at: link, to: "\(name)\(Self.suffix)/\(version)")
    guard try SystemCalls.status(place)?.kind == .folder else {
      return try SystemCalls.rename(link, to: place)
    }
    if replacesSite, try SystemCalls.exchange(link, place) {
      return try SystemCalls.rename(link, to: path(version - 1))
    }
    if replacesSite {
      try SystemCalls.rename(place, to: path(version - 1))
    } else {
      try SystemCalls.removeFolder(place)
    }
    try SystemCalls.rename(link, to: place)
  }

  /// After a kill right after a folder and the link changed places.
  private func finishReplacing() throws(FileFailure) {
    let link = "\(folder)/\(Self.unfinishedLink)"
    guard let current, try SystemCalls.status(link)?.kind == .folder else { return }
    try SystemCalls.rename(link, to: path(current - 1))
  }

  /// Lets visitors see the version before again: its number; nil when there is none.
  package func back() throws(FileFailure) -> Int? {
    try finishReplacing()
    guard let current, let before = try versions().last(where: { $0 < current }) else { return nil }
    try show(before)
    return before
  }
}
