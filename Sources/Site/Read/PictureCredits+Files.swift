import Diagnostics
import SiteModel
import Text

extension PictureCredits {
  /// Notes on each file whose it is, and reports what is said of files that are not there. Where credits `areNeeded`, a file without
  /// one has a fault, which is told if it is used.
  func give(
    to files: inout [ContentFile], areNeeded: Bool, strays: Set<String> = [],
    into diagnostics: inout [Diagnostic]
  ) {
    let misspelt = reportUnknown(files.filter(\.isShown).map(\.path), strays, into: &diagnostics)
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
  private func reportUnknown(
    _ shown: [String], _ strays: Set<String>, into diagnostics: inout [Diagnostic]
  ) -> Set<String> {
    if entries.isEmpty { return [] }
    let places = Set(shown).union(shown.flatMap(Self.folders))
    lazy var byName = Dictionary(grouping: shown) { PathText.name(of: $0) }
    var names: [Bool: NearestNames] = [:]
    var misspelt: Set<String> = []
    for entry in entries where !places.contains(entry.path) {
      if let meant = meant(by: entry.path, places, byName[PathText.name(of: entry.path)] ?? []) {
        // The folder has another name than that of its kind, which has been told.
        let isTold = meant.split(separator: "/").dropFirst().first.map { strays.contains(String($0)) } == true
        misspelt.insert(meant)
        if isTold { continue }
        diagnostics.append(
          .error(
            .missingImage, file: Self.file, at: entry.position,
            "There is no picture or video `\(entry.path)`.", hint: "Write `\(Self.name(of: meant))`."))
        continue
      }
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

  /// The file or folder that an entry can only mean: one with `Content/` before its path, a folder without its `/`, or a file that lies in
  /// another folder now.
  private func meant(by path: String, _ places: Set<String>, _ namesakes: [String]) -> String? {
    let own = Self.name(of: path)
    if own.hasPrefix("Content/"), places.contains(own) { return own }
    let bare = own.drop { $0 == "/" || $0 == "." }
    return ["Content/\(bare)", path + "/", "Content/\(bare)/"].first { places.contains($0) }
      ?? (namesakes.count == 1 ? namesakes[0] : nil)
  }

  /// The folders that a file lies in, each with `/` at its end.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[...$0]) }
  }

  /// What an entry calls a file.
  static func name(of path: String) -> String { String(path.dropFirst("Content/".count)) }
}
