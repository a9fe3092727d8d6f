/// Where a preview listens: an IPv4 address of this machine.
package struct PreviewHost: Sendable, Equatable {
  /// Four numbers with dots between them; `0.0.0.0` is every address that the machine has.
  package let address: String

  package static let thisMachine = PreviewHost(checked: "127.0.0.1")

  private init(checked address: String) { self.address = address }

  /// Nil for what is no such address. `localhost` is this machine alone.
  package init?(_ text: String) {
    let address = text == "localhost" ? Self.thisMachine.address : text
    guard Self.isIPv4(address) else { return nil }
    self.address = address
  }

  /// Whether only programs on this machine reach the preview, and so no token is needed.
  package var isThisMachine: Bool { self == .thisMachine }

  /// What a browser on this machine calls it.
  var name: String { address == "0.0.0.0" ? "localhost" : address }

  /// Four numbers up to 255, without leading zeros.
  static func isIPv4(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0).map(String.init) == String($0) }
  }
}

/// Who may see a preview.
///
/// A page elsewhere could have its name resolve to the preview's address and so read a draft (DNS rebinding): a `Host` with a
/// name of somebody's own is refused. On other addresses than this machine's own, other people's devices may ask as well, so
/// that everything lies below a random folder, which only the person who started the preview knows.
struct PreviewAccess: Sendable {
  let host: PreviewHost
  /// Everything lies below it: `/` and a token, or nothing on this machine alone.
  let base: String

  init(_ host: PreviewHost) {
    self.host = host
    base = host.isThisMachine ? "" : "/" + Self.token()
  }

  /// 128 bits in hexadecimal digits, from the system's source of random numbers, which nobody can foretell.
  private static func token() -> String {
    var source = SystemRandomNumberGenerator()
    return (0..<32).map { _ in String(Int.random(in: 0..<16, using: &source), radix: 16) }.joined()
  }

  /// Whether a `Host` header (RFC 9110, section 7.2) names a machine without a name of anybody's own. On this machine alone it
  /// has `port`, too; elsewhere a container may show the preview at another one.
  func accepts(_ header: String?, port: UInt16) -> Bool {
    guard let header = header?.lowercased() else { return false }
    if host.isThisMachine {
      return ["127.0.0.1", "localhost", "[::1]"].contains {
        header == "\($0):\(port)" || port == 80 && header == $0
      }
    }
    let name = header.prefix { $0 != ":" }
    let rest = header.dropFirst(name.count)
    let hasPort = rest.isEmpty || UInt16(rest.dropFirst()).map { ":\($0)" == rest } ?? false
    return hasPort && (name == "localhost" || PreviewHost.isIPv4(name))
  }

  /// Whether a decoded path is one that only the person who started the preview could give. Every byte is looked at, so that
  /// the time of the answer does not tell how many were right.
  func admits(_ path: String) -> Bool {
    let wanted = Array(base.utf8)
    let given = Array(path.utf8.prefix(wanted.count))
    guard given.count == wanted.count else { return false }
    let difference = zip(wanted, given).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 }
    let next = path.utf8.dropFirst(wanted.count).first
    return difference == 0 && (next == nil || next == UInt8(ascii: "/"))
  }
}
