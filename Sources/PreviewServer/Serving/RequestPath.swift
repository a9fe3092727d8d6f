/// The path of a request, decoded, that names nothing outside the site.
enum RequestPath {
  /// The path that `target` asks for; nil for one that is to be refused: not a path from the root, wrongly encoded, or
  /// with `.`, `..`, an empty part, a backslash or a control character in it, however often these are encoded.
  static func decode(_ target: some StringProtocol) -> String? {
    guard var bytes = undoPercents(Array(target.utf8)), isSafe(bytes) else { return nil }
    let decoded = bytes
    // A file's name may hold a `%`; nobody who means well encodes `..` twice.
    var rounds = 0
    while let once = undoPercents(bytes), once != bytes {
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

  /// Nil where a `%` is not followed by two digits (RFC 3986, section 2.1).
  private static func undoPercents(_ bytes: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "%") else {
        out.append(bytes[at])
        at += 1
        continue
      }
      guard at + 2 < bytes.count, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2]) else {
        return nil
      }
      out.append(high << 4 | low)
      at += 3
    }
    return out
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
