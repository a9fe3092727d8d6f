import Text

extension Diagnostic {
  /// An error about a link whose words show one telephone number or mail address while it leads to another; nil for all others.
  package static func misleadingLink(
    to destination: [UInt8], shownAs label: @autoclosure () -> [UInt8], file: String?,
    at position: @autoclosure () -> Position
  ) -> Diagnostic? {
    ShownAddress.other(than: destination, in: label()).map {
      .error(
        .misleadingLink, file: file, at: position(),
        "This link shows `\($0.shown)`, but leads to `\($0.target)`.",
        hint: "Write the same in both places.")
    }
  }
}
