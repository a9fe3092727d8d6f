import Files
import Site
import SiteModel
import Text

/// The pictures that move with an article: those beside it that carry its id in their name and that nothing else uses.
/// Downloads stay: their addresses are known elsewhere, and nothing could lead on from them to a file.
struct MovedFiles {
  struct Moved {
    let change: FileChange
    let oldName: [UInt8]
    let newName: [UInt8]
  }

  /// By number in the index.
  private(set) var moved: [Int: Moved] = [:]
  /// Those with its id in their name that keep it, and why.
  private(set) var kept: [(path: String, reason: String)] = []

  var changes: [FileChange] { moved.values.map(\.change) }

  /// Throws `Refusal` where a name is taken, and `FileFailure`.
  init(
    of number: Int, _ name: NewName, _ sites: MoveSites, others: [(path: String, bytes: [UInt8])],
    source: SourceFolder
  ) throws {
    let index = sites.site.index
    let article = index.articles[number]
    let folder = PathText.folder(of: article.file) + "/"
    for file in sites.site.parsed[number].usedFiles where moved[file] == nil {
      let path = index.files[file].path
      guard path.hasPrefix(folder), !path.dropFirst(folder.count).contains("/") else { continue }
      let oldName = Array(path.utf8.dropFirst(folder.utf8.count))
      guard Self.carries(name.old, oldName), !kept.contains(where: { $0.path == path }) else { continue }
      if let reason = Self.reasonToKeep(file, named: oldName, of: number, name, sites, others) {
        kept.append((path, reason))
        continue
      }
      let newName = name.new + oldName.dropFirst(name.old.count)
      let newPath = String(folder) + String(decoding: newName, as: UTF8.self)
      if try SystemCalls.status(source.path(to: newPath)) != nil {
        throw Refusal.sentence(
          "`\(path)` would become `\(newPath)`, but a file with that name already exists. Rename one of the two, or choose another id."
        )
      }
      let bytes = try source.readInside(path)
      moved[file] = Moved(
        change: FileChange(path: path, newPath: newPath, old: bytes, new: bytes),
        oldName: oldName, newName: newName)
    }
  }

  /// Whether the stem is the id, or begins with the id and a hyphen.
  private static func carries(_ id: [UInt8], _ file: [UInt8]) -> Bool {
    guard file.starts(with: id), file.count > id.count else { return false }
    return file[id.count] == UInt8(ascii: "-") || file[id.count] == UInt8(ascii: ".")
  }

  /// Completes "`FILE` keeps its name: …".
  private static func reasonToKeep(
    _ file: Int, named fileName: [UInt8], of number: Int, _ name: NewName, _ sites: MoveSites,
    _ others: [(path: String, bytes: [UInt8])]
  ) -> String? {
    let index = sites.site.index
    let path = index.files[file].path
    for reference in sites.references where reference.target == .file(file) {
      if !reference.isPicture { return "it is a download that other sites may link to" }
      guard case .replace = name.change(in: reference.written, file: fileName, by: name.new) else {
        return
          "`\(String(decoding: reference.written, as: UTF8.self))` in `\(reference.file)` cannot be changed automatically"
      }
    }
    let users = index.articles.indices.filter {
      $0 != number && sites.site.parsed[$0].usedFiles.contains(file)
    }
    if let user = users.first { return "`\(index.articles[user].file)` uses it, too" }
    for edition in sites.site.editions {
      let users = edition.index.articles.indices.filter {
        $0 != number && edition.parsed[$0].usedFiles.contains(file)
      }
      if let user = users.first { return "`\(edition.index.articles[user].file)` uses it, too" }
    }
    if sites.site.checkers.usedFiles.contains(file) { return "the symptom checker uses it, too" }
    let folder = PathText.folder(of: path)
    let owner = index.articles.first {
      $0.id.count > name.old.count && PathText.folder(of: $0.file) == folder && carries($0.id, fileName)
    }
    if let owner { return "its name belongs to `\(owner.file)`" }
    // What is said of a picture moves with it.
    for other in others
    where other.path != PictureCredits.file && !Leftovers.places(of: fileName, in: other.bytes).isEmpty {
      return "`\(other.path)` refers to it, too"
    }
    return nil
  }
}

extension MoveSites {
  /// The texts of the source that are no articles and no translations of them: templates, settings, data.
  func otherTexts(_ source: SourceFolder) throws -> [(path: String, bytes: [UInt8])] {
    var paths = [SiteConfiguration.file]
    for folder in ["Content", "Templates"] {
      paths += try FolderTree.entries(below: source.path(to: folder), dotted: false).filter {
        $0.kind == .file
      }
      .map { folder + "/" + $0.path }
    }
    // Translations are read for what they name, as articles are.
    let articles = Set(site.index.articles.map(\.file) + reading.tree.translationFiles)
    return try paths.filter { !articles.contains($0) }.compactMap { path in
      let bytes = try source.readInside(path)
      return bytes.prefix(1024).contains(0) ? nil : (path, bytes)
    }
  }
}
