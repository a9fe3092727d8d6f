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
    let shown = files.filter(\.isShown).map(\.path)
    for entry in entries where !isThere(entry.path, shown) {
      let name = Self.name(of: entry.path)
      diagnostics.append(
        .error(
          .missingImage, file: Self.file, at: entry.position,
          entry.path.hasSuffix("/")
            ? "There is no picture or video in the folder `\(entry.path)`."
            : "There is no picture or video `\(entry.path)`.",
          hint: NearestName.hint(for: name, among: shown.map { Self.name(of: $0) })
            ?? "Write its path below `Content`, such as `\(shown.first.map { Self.name(of: $0) } ?? "causes/hip.jpg")`, or delete this entry."
        ))
    }
  }

  private func isThere(_ path: String, _ shown: [String]) -> Bool {
    path.hasSuffix("/") ? shown.contains { $0.hasPrefix(path) } : shown.contains(path)
  }

  /// What an entry calls a file.
  static func name(of path: String) -> String { String(path.dropFirst("Content/".count)) }
}
