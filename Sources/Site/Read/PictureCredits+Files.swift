import Diagnostics
import SiteModel
import Text

extension PictureCredits {
  /// Notes on each file whose it is, and reports what is said of files that are not there. Where credits `areNeeded`, a file without
  /// one has a fault, which is told if it is used.
  func give(to files: inout [ContentFile], areNeeded: Bool, into diagnostics: inout [Diagnostic]) {
    for number in files.indices where files[number].isShown {
      let path = files[number].path
      files[number].credit = self[path]
      guard areNeeded, files[number].credit == nil else { continue }
      files[number].faults.append(
        .error(
          .missingCredit, file: path, at: nil,
          "Nothing says whose this \(files[number].isImage ? "picture" : "video") is.",
          hint:
            "Add `\(Self.name(of: path)): {credit: …}` to `\(Self.file)`, with the name of who made it or owns it."
        ))
    }
    if entries.isEmpty { return }
    let shown = files.filter(\.isShown).map(\.path)
    let places = Set(shown).union(shown.flatMap(Self.folders))
    var names: NearestNames?
    for entry in entries where !places.contains(entry.path) {
      names = names ?? NearestNames(shown.map { Self.name(of: $0) })
      diagnostics.append(
        .error(
          .missingImage, file: Self.file, at: entry.position,
          entry.path.hasSuffix("/")
            ? "There is no picture or video in the folder `\(entry.path)`."
            : "There is no picture or video `\(entry.path)`.",
          hint: names?.nearest(to: Self.name(of: entry.path)).map { "Did you mean `\($0)`?" }
            ?? "Write its path below `Content`, such as `\(shown.first.map { Self.name(of: $0) } ?? "causes/hip.jpg")`, or delete this entry."
        ))
    }
  }

  /// The folders that a file lies in, each with `/` at its end.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[...$0]) }
  }

  /// What an entry calls a file.
  static func name(of path: String) -> String { String(path.dropFirst("Content/".count)) }
}
