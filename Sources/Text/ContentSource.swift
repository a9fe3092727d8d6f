/// What a content policy rules, as `content-policy` of `site.yaml` calls it (Content Security Policy, level 3, section 6).
package enum ContentDirective: String, CaseIterable, Sendable {
  case frame, form, font, script, style, image, media, connect

  /// The policy's own name for it.
  package var policyName: String {
    switch self {
    case .form: "form-action"
    case .image: "img-src"
    default: rawValue + "-src"
    }
  }
}

/// A place from which pages may load, or to which they may send: another site, a part of it, or the site itself.
package struct ContentSource: Sendable, Hashable {
  /// As it stands in `site.yaml`.
  package let text: String
  /// In small letters, with the port unless it is the usual one; `*.` at its beginning stands for all that ends so. Empty
  /// for the site itself.
  private let host: String
  /// Decoded. Empty for all of the site; one that ends with a slash stands for all below it.
  private let path: [UInt8]
  /// Whether it is one of sockets: `https://` stands for none of them (section 6.7.2.9).
  package let isSocket: Bool

  package static let own = ContentSource(text: "self", host: "", path: [], isSocket: false)
  package var isOwn: Bool { host.isEmpty }

  private init(text: String, host: String, path: [UInt8], isSocket: Bool) {
    (self.text, self.host, self.path, self.isSocket) = (text, host, path, isSocket)
  }

  /// `self`, or `https://` or `wss://` with a host and, if need be, a port and a path. Nil for anything else.
  package init?(_ text: String) {
    if text == Self.own.text {
      self = .own
      return
    }
    guard text.hasPrefix("https://") || text.hasPrefix("wss://"), !text.contains("@"),
      let parts = WebAddressParts(text.utf8, allowingSockets: true),
      Self.isHost(parts.host), parts.rest.isEmpty, parts.path.utf8.allSatisfy(Self.mayStand),
      let path = URLText.decodeStrictly(Array(parts.path.utf8))
    else { return nil }
    self.init(text: text, host: parts.host, path: parts.path == "/" ? [] : path, isSocket: parts.isSocket)
  }

  /// Two sources are one when they stand for the same, however they are written.
  package static func == (left: Self, right: Self) -> Bool {
    left.host == right.host && left.path == right.path && left.isSocket == right.isSocket
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(host)
    hasher.combine(path)
  }

  /// Whether a page with this source may load what is at `address` (section 6.7.2.8). Of one that `goesOn` only the
  /// host is sure.
  package func allows(_ address: WebAddressParts, goesOn: Bool = false) -> Bool {
    guard address.isSecure, !isOwn, address.isSocket == isSocket else { return false }
    let isHost =
      host.hasPrefix("*.") ? address.host.hasSuffix(host.dropFirst()) : host == address.host
    guard isHost else { return false }
    if path.isEmpty || goesOn { return true }
    let wanted = URLText.decode(Array(address.path.utf8)[...])
    return path.last == UInt8(ascii: "/") ? wanted.starts(with: path) : wanted == path
  }

  /// Below which name anybody gets a site of their own, where the star stands for all of them: `github.io`. Nil for any other source.
  package var strangers: String? {
    guard host.hasPrefix("*.") else { return nil }
    let name = String(host.dropFirst(2).prefix { $0 != ":" })
    return Self.shared.contains(name) ? name : nil
  }

  /// Whether anybody can put a script there.
  package var takesScriptsOfAnybody: Bool { path.isEmpty && Self.open.contains(host) }

  /// Hosts of sites, and endings of countries, that strangers have names below (the Public Suffix List, publicsuffix.org, has all).
  private static let shared: Set = [
    "github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev", "workers.dev", "web.app",
    "firebaseapp.com", "herokuapp.com", "appspot.com", "onrender.com", "fly.dev", "surge.sh", "glitch.me",
    "blogspot.com", "wordpress.com", "weebly.com", "wixsite.com", "squarespace.com", "myshopify.com",
    "azurewebsites.net", "cloudfront.net", "amazonaws.com", "s3.amazonaws.com", "digitaloceanspaces.com",
    "r2.dev", "googleusercontent.com", "githubusercontent.com", "co.uk", "org.uk", "com.au", "co.nz",
    "com.mx", "com.br", "co.za", "co.jp", "co.in",
  ]

  /// Copies of every package that anybody published, and stores of files.
  private static let open: Set = [
    "cdn.jsdelivr.net", "unpkg.com", "esm.sh", "cdn.skypack.dev", "raw.githubusercontent.com",
    "rawcdn.githack.com", "storage.googleapis.com", "s3.amazonaws.com", "gist.githubusercontent.com",
  ]

  /// What was probably meant by a text that is no source.
  package static func meant(by text: String) -> String? {
    for beginning in ["http://", "//"] where text.hasPrefix(beginning) {
      return whole("https://" + text.dropFirst(beginning.count))
    }
    if text.hasPrefix("ws://") { return whole("wss://" + text.dropFirst(5)) }
    if text.lowercased() == "'self'" { return own.text }
    if text.hasPrefix("https://") || text.hasPrefix("wss://") { return whole(text) }
    return text.contains(".") && !text.contains(":") ? whole("https://" + text) : nil
  }

  /// Without a query or fragment, which policies do not know, and with spaces encoded.
  private static func whole(_ text: String) -> String? {
    let path = String(text.prefix { $0 != "?" && $0 != "#" }).replacing(" ", with: "%20")
    return ContentSource(path) == nil ? nil : path
  }

  /// Names with dots, or the machine's own; a star stands only for what comes before two names or more.
  private static func isHost(_ host: String) -> Bool {
    let name = host.prefix { $0 != ":" }
    let port = host.dropFirst(name.count)
    guard port.isEmpty || port.count > 1 && port.dropFirst().utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return false
    }
    let isWild = name.hasPrefix("*.")
    let labels = name.dropFirst(isWild ? 2 : 0).split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
      }
  }

  /// A policy is parted by `;` and `,` (section 2.2.1), and a header has no letters beyond ASCII.
  private static func mayStand(_ byte: UInt8) -> Bool {
    URLText.isUnreserved(byte) || "/:!$&()*+=%".utf8.contains(byte)
  }
}
