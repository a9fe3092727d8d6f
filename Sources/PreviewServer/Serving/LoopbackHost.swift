/// The names by which a browser on this machine knows the preview. Any other `Host` is refused: a page elsewhere could
/// have its name resolve to 127.0.0.1 and so read a draft (DNS rebinding).
enum LoopbackHost {
  private static let names = ["127.0.0.1", "localhost", "[::1]"]

  /// Whether a `Host` header (RFC 9110, section 7.2) names this machine and `port`.
  static func accepts(_ host: String?, port: UInt16) -> Bool {
    guard let host = host?.lowercased() else { return false }
    return names.contains { host == "\($0):\(port)" || port == 80 && host == $0 }
  }
}
