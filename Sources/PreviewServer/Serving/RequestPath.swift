import Text

/// The path of a request, decoded, that names nothing outside the site.
enum RequestPath {
  /// The path that `target` asks for; nil for one that is to be refused: not a path from the root, wrongly encoded, or
  /// with `.`, `..`, an empty part, a backslash or a control character in it, however often these are encoded.
  static func decode(_ target: some StringProtocol) -> String? {
    guard var bytes = URLText.decodeStrictly(Array(target.utf8)), isSafe(bytes) else { return nil }
    let decoded = bytes
    // A file's name may hold a `%`; nobody who means well encodes `..` twice.
    var rounds = 0
    while let once = URLText.decodeStrictly(bytes), once != bytes {
      rounds += 1
      guard isSafe(once), rounds <= mostRounds else { return nil }
      bytes = once
    }
    return String(validating: decoded, as: UTF8.self)
  }

  private static let mostRounds = 4

  private static func isSafe(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "/"), !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C })
    else {
      return false
    }
    let parts = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      // The last part is empty where the path ends with a slash.
      if part.isEmpty, number < parts.count - 1 { return false }
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return false }
    }
    return true
  }
}
