import SiteModel
import Text

/// An old address of an article as `redirect-from` has it, in the one form in which it is compared and published.
package struct RedirectAddress {
  /// An entry of `redirect-from` as it is compared with others.
  package static func text(of entry: PlacedText) -> String {
    RedirectAddress(entry.bytes).map { String(decoding: $0.key, as: UTF8.self) } ?? entry.text
  }

  /// Percent-encoding undone, letters composed, without a query.
  let path: [UInt8]
  /// What follows `?`, as written; empty when there is none.
  let query: [UInt8]

  /// The most bytes that file systems allow in a name, and that macOS allows in a path, with room for the folder of the site.
  private static let (longestName, longestPath) = (255, 800)

  /// Nil for what is no path of a site: it begins with `/` and holds no empty part, no `.` or `..`, nothing that is hidden, and
  /// no name that is too long for a file.
  init?(_ written: [UInt8]) {
    let slash = UInt8(ascii: "/")
    let end = written.firstIndex(of: UInt8(ascii: "?")) ?? written.endIndex
    query = Array(written[end...].dropFirst())
    guard let decoded = URLText.decodeStrictly(Array(written[..<end])), decoded.first == slash,
      UTF8Text.firstInvalidByte(in: decoded) == nil,
      !decoded.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C }), !written.contains(0x20),
      query.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !written.contains(UInt8(ascii: "#")),
      end == written.endIndex || !query.isEmpty
    else { return nil }
    path = ComposedText.composed(decoded)
    let parts = path.dropFirst().split(separator: slash, omittingEmptySubsequences: false)
    // Nothing may stand behind the last slash.
    let named = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
    guard named.allSatisfy({ !$0.isEmpty && $0.first != UInt8(ascii: ".") && $0.count <= Self.longestName }),
      path.count <= Self.longestPath
    else { return nil }
    // The home page's own address; with a query it is that of many old pages.
    if named.isEmpty && query.isEmpty { return nil }
    if Self.isPattern(written) { return nil }
  }

  /// `/old/*`, `/old/:slug`, `/old/{id}`, `/old/(.*)`: what stands for many addresses in the rules of a server. A star that an old
  /// address really has is written `%2A`.
  private static func isPattern(_ written: [UInt8]) -> Bool {
    let path = written.prefix { $0 != UInt8(ascii: "?") }
    return path.contains { "*{}^".utf8.contains($0) }
      || zip(path, path.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: ":") }
  }

  /// What tells it from other addresses.
  var key: [UInt8] { query.isEmpty ? path : path + [UInt8(ascii: "?")] + query }

  /// As a URL's path, percent-encoded.
  var urlPath: [UInt8] { URLText.encode(path: String(decoding: path, as: UTF8.self)) }

  /// The file that browsers get at the address on a host without rules; nil where the query makes the difference, which no file
  /// can.
  var file: String? {
    guard query.isEmpty else { return nil }
    let name = String(decoding: path.dropFirst(), as: UTF8.self)
    if name.hasSuffix("/") { return name + "index.html" }
    // Any other name would be sent as what its ending says; a folder's page is sent as a page.
    return name.hasSuffix(".html") || name.hasSuffix(".htm") ? name : name + "/index.html"
  }

  /// For what is no such address: what it may be meant to be. `origin` is the site's own, such as `https://clinic.example`.
  static func hint(for written: String, origin: String) -> String {
    let whole = written.prefix { $0 != "?" && $0 != "#" }
    if whole.utf8.count > longestPath
      || whole.split(separator: "/").contains(where: { $0.utf8.count > longestName })
    {
      return
        "Remove it. An address can have up to \(longestName) letters between two slashes, and \(longestPath) in all."
    }
    if isPattern(Array(written.utf8)), !written.contains("://") {
      return
        "Write each old address by itself, such as `/old-page/`: a pattern stands for none of them here. Many at once are for the rules of your host."
    }
    let general = "Write a path of this site, such as `/old-page/`, `/old.html` or `/blog/?p=12`."
    var rest = written[...]
    var host: Substring?
    for scheme in ["https://", "http://", "//"] where host == nil && rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      host = rest.prefix { $0 != "/" && $0 != "?" }
      rest = rest.drop { $0 != "/" && $0 != "?" }
    }
    rest = rest.prefix { $0 != "#" }
    if rest.hasSuffix("?") { rest = rest.dropLast() }
    let encoded = rest.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
    let path = encoded.hasPrefix("/") ? encoded : "/" + encoded
    let isPath = path != written && RedirectAddress(Array(path.utf8)) != nil
    if let host, !host.isEmpty,
      name(ofHost: host) != name(ofHost: origin.drop { $0 != "/" }.drop { $0 == "/" })
    {
      return "Remove it: only old addresses of this site can lead here."
        + (isPath ? " If that was this site's own name before, write `\(path)`." : "")
    }
    return isPath ? "Write `\(path)`." : general
  }

  /// Without `www.` and a port.
  private static func name(ofHost host: Substring) -> String {
    let name = host.prefix { $0 != ":" }.lowercased()
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }
}
