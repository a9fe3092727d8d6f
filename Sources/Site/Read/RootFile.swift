import Diagnostics
import Files
import Text

/// A file of `Templates/root`, published as it is at the same place below the site's root: a `CNAME`, a favicon, what lies in
/// `.well-known`.
package struct RootFile: Equatable, Sendable {
  package static let folder = "Templates/root"

  /// Relative to the source folder.
  let path: String
  /// Relative to the output folder.
  let place: String

  init(_ path: String) {
    self.path = path
    place = ComposedText.composed(String(path.dropFirst(Self.folder.utf8.count + 1)))
  }

  /// From the site's root, as links have it once percent-encoding is undone.
  package var address: String { "/" + place }

  /// The path of its URL, without the site's base path.
  var url: [UInt8] { URLText.encode(path: address) }

  /// Names that keep an empty folder in git, or that desktops leave in every folder that somebody opens.
  private static let passedOver: Set<Substring> = [".git", ".gitignore", ".gitkeep", ".gitattributes"]

  /// Whether a file below the folder, by its path there, is published.
  static func isPublished(_ path: String) -> Bool {
    !path.split(separator: "/").contains { passedOver.contains($0) || FolderTree.isLeftByDesktop($0) }
  }

  /// What the host would do to the file at its place, or nil: it is told at the file.
  var fault: Diagnostic? {
    let first = String(place.prefix { $0 != "/" })
    if first != place, LetterCase.folded(first) == "assets" {
      return .error(
        .duplicateURL, file: path, at: nil,
        "`assets/` is the folder of the site's own assets, which browsers keep for a year without asking again.",
        hint: "Move it to `\(AssetReader.folder)`, or give its folder another name.")
    }
    if [GeneratedPages.outputMarker, GeneratedPages.stagingFolder].contains(LetterCase.folded(first)) {
      return .error(
        .duplicateURL, file: path, at: nil,
        "The address `\(address)` is already taken by a file that every build writes.",
        hint: "Rename the file.")
    }
    return nil
  }
}
