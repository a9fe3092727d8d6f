import Diagnostics
import Files

/// The disk failed while a new site was taking the old one's place, so that what visitors get is neither.
struct PublishingFailure: Error {
  let failure: FileFailure
  /// What the output folder is like now, and what to do.
  let hint: String

  init(_ failure: FileFailure, hint: String) {
    self.failure = failure
    self.hint = hint
  }
}

extension Diagnostic {
  /// A part of `.limber` is a symbolic link.
  static func ownLink(_ path: String) -> Diagnostic {
    .error(
      .symbolicLink, file: path, at: nil, "This is a symbolic link. Limber does not write through links.",
      hint: "Remove it. The next build creates what it needs there.")
  }
}
