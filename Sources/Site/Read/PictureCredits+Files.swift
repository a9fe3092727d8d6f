import Diagnostics
import SiteModel
import Text

extension PictureCredits {
  /// Notes on each file whose it is, and reports what is said of files that are not there. Where credits `areNeeded`, a file without
  /// one has a fault, which is told if it is used.
  func give(to files: inout [ContentFile], areNeeded: Bool, into diagnostics: inout [Diagnostic]) {
    let misspelt = reportUnknown(files.filter(\.isShown).map(\.path), into: &diagnostics)
    for number in files.indices where files[number].isShown {
      let path = files[number].path
      files[number].credit = self[path]
      guard areNeeded, isReadable, files[number].credit == nil, !misspelt.contains(path),
        misspelt.isDisjoint(with: Self.folders(of: path))
      else { continue }
      files[number].faults.append(
        .error(
          .missingCredit, file: path, at: nil,
          "Nothing says whose this \(files[number].isImage ? "picture" : "video") is.",
          hint:
            "Add `\(Self.name(of: path)): {credit: …}` to `\(Self.file)`, with the name of who made it or owns it."
        ))
    }
  }

  /// Reports what is said of none of the files that are `shown`; the paths of those, and of the folders, that were probably meant.
  private func reportUnknown(_ shown: [String], into diagnostics: inout [Diagnostic]) -> Set<String> {
    if entries.isEmpty { return [] }
    let places = Set(shown).union(shown.flatMap(Self.folders))
    var names: [Bool: NearestNames] = [:]
    var misspelt: Set<String> = []
    for entry in entries where !places.contains(entry.path) {
      let isFolder = entry.path.hasSuffix("/")
      var near =
        names[isFolder]
        ?? NearestNames(
          places.filter { $0.hasSuffix("/") == isFolder && $0 != "Content/" }.map(Self.name).sorted())
      let nearest = near.nearest(to: Self.name(of: entry.path))
      names[isFolder] = near
      if let nearest { misspelt.insert("Content/" + nearest) }
      diagnostics.append(
        .error(
          .missingImage, file: Self.file, at: entry.position,
          isFolder
            ? "There is no picture or video in the folder `\(entry.path)`."
            : "There is no picture or video `\(entry.path)`.",
          hint: nearest.map { "Did you mean `\($0)`?" }
            ?? "Write its path below `Content`, such as `\(shown.first.map { Self.name(of: $0) } ?? "causes/hip.jpg")`, or delete this entry."
        ))
    }
    return misspelt
  }

  /// The folders that a file lies in, each with `/` at its end.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[...$0]) }
  }

  /// What an entry calls a file.
  static func name(of path: String) -> String { String(path.dropFirst("Content/".count)) }
}
