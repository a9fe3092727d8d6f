import Diagnostics
import Markdown
import Text

/// A file of `Templates/assets`, published under a name that changes with its content, so that browsers may keep it
/// for good.
package struct Asset: Sendable {
  /// Relative to the source folder.
  package let path: String
  /// What templates call it: the path below `assets` with `-` for `.` and `/`.
  let name: String
  /// Where it is published, relative to the output folder.
  package let place: String
  /// As published.
  let bytes: [UInt8]

  var isStylesheet: Bool { path.hasSuffix(".css") }

  /// What it loads from somewhere else than `Templates/assets`.
  let elsewhere: [Elsewhere]
  /// What it names on this site by paths that do not start at the file itself, or that lead out of `Templates/assets`.
  let paths: [OwnPath]
  /// What a script does that no policy allows: makes code of text, for one.
  let forbidden: [(need: PolicyNeed.Kind, position: Position)]

  /// A whole address in a stylesheet or script.
  struct Elsewhere: Sendable {
    let address: [UInt8]
    let need: PolicyNeed.Kind
    let position: Position
  }

  struct OwnPath: Sendable {
    /// As written, without query and fragment.
    let text: String
    let start: Start
    let need: PolicyNeed.Kind?
    let position: Position

    enum Start: Sendable, Equatable {
      case host, page, package
      /// At the site's root: the path from there.
      case root(String)
    }
  }

  /// The path of its URL, without the site's base path.
  package var url: [UInt8] { URLText.encode(path: "/" + place) }
}
