import Text

extension Diagnostic {
  /// A warning of an address that may open for its author alone; nil for any other address.
  package static func privateLink(
    to address: some BidirectionalCollection<UInt8>, file: String, at position: @autoclosure () -> Position
  ) -> Diagnostic? {
    if let original = ProxyAddress.original(of: address) {
      return .warning(
        .privateLink, file: file, at: position(),
        "This address leads through the sign-in of a library, so visitors cannot open it.",
        hint: "Write `\(original)`.")
    }
    guard let place = PrivateAddress.place(of: address) else { return nil }
    return .warning(
      .privateLink, file: file, at: position(),
      "This address is from \(place), so visitors may not be able to open it.",
      hint: place == PrivateAddress.preview
        ? "Link to the page as it is published."
        : "Save the document as a PDF next to the article, and link to that file, or use an address that opens without signing in."
    )
  }
}
