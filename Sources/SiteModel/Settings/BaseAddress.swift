import Text

/// Where a site is served: `base-url` in `site.yaml`, or what a build is told instead.
package struct BaseAddress: Sendable, Equatable {
  /// Scheme and host, without a slash at the end.
  package var origin = ""
  /// The path under which the site lies: empty, or `/clinic` without a slash at the end.
  package var path = ""

  package static let example = "an address such as `https://clinic.example/`"

  init() {}

  /// For an address without its scheme, or with spaces around it: `clinic.example`.
  static func hint(_ text: String) -> String? {
    let bare = text.split(separator: " ").joined().trimmingPrefix("//")
    let host = bare.prefix { $0 != "/" && $0 != ":" }
    guard !bare.contains("://"), host.contains("."),
      host.allSatisfy({ $0.isASCII && !".".contains($0) || $0 == "." })
    else { return nil }
    let whole = "https://\(bare)\(bare.hasSuffix("/") ? "" : "/")"
    return BaseAddress(whole).map { _ in "Write `\(whole)`." }
  }

  /// Nil for what is no address of a host, with a plain path behind it or none.
  package init?(_ text: String) {
    let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
    let rest = text.dropFirst(scheme?.count ?? 0)
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    let isPlain = path.utf8.allSatisfy { URLText.isUnreserved($0) || $0 == UInt8(ascii: "/") }
    let isHost = !host.isEmpty && host.utf8.allSatisfy { URLText.isUnreserved($0) || $0 == UInt8(ascii: ":") }
    guard let scheme, isHost, isPlain, !path.contains("//"), !path.split(separator: "/").contains("..") else {
      return nil
    }
    origin = scheme + host
    self.path = String(path.hasSuffix("/") ? path.dropLast() : path)
  }
}
