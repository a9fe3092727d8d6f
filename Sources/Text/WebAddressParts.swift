/// An address on the web, taken apart as far as policies look at it.
package struct WebAddressParts: Sendable {
  package let isSecure: Bool
  /// Whether it is one of a socket (`wss://`, `ws://`), which policies name by a scheme of its own.
  package let isSocket: Bool
  /// In small letters, with the port unless it is the usual one, without a name for signing in.
  package let host: String
  package let path: String
  /// Query and fragment.
  package let rest: String

  /// Nil for what does not begin with `https://` or `http://`, in whatever letters; or, where sockets may be, with `wss://` or `ws://`.
  package init?(_ address: some Collection<UInt8>, allowingSockets: Bool = false) {
    let text = String(decoding: address, as: UTF8.self)
    let scheme = text.prefix { $0 != ":" }.lowercased()
    isSocket = scheme == "wss" || scheme == "ws"
    guard scheme == "https" || scheme == "http" || allowingSockets && isSocket,
      text.dropFirst(scheme.count).hasPrefix("://")
    else {
      return nil
    }
    isSecure = scheme == "https" || scheme == "wss"
    let behind = text.dropFirst(scheme.count + 3)
    let authority = behind.prefix { !"/?#\\".contains($0) }
    var host = authority.split(separator: "@", omittingEmptySubsequences: false).last?.lowercased() ?? ""
    if host.hasSuffix(isSecure ? ":443" : ":80") { host = String(host.prefix { $0 != ":" }) }
    self.host = host
    let after = behind.dropFirst(authority.count)
    path = String(after.prefix { $0 != "?" && $0 != "#" })
    rest = String(after.dropFirst(path.count))
  }

  /// What a content policy calls the site: `https://maps.example`.
  package var origin: String { (isSocket ? "wss://" : "https://") + host }
}
