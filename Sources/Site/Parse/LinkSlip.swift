import Text

/// What a link that leads nowhere was plainly meant to be, and how to write that: an address without its beginning, with
/// quotation marks around it, a mail address, a telephone number.
enum LinkSlip {
  /// The hint for a destination as it is written; nil for one that is none of these.
  static func hint(for destination: [UInt8]) -> String? {
    let text = String(decoding: destination, as: UTF8.self)
    if let inner = withoutQuotes(text) { return "Write it without the quotation marks: `\(inner)`." }
    if let address = address(ofDOI: text) { return "Write `\(address)`." }
    if let address = mailAddress(text) { return "Write `mailto:\(address)`." }
    if let number = telephoneNumber(text) { return "Write `tel:\(number)`." }
    if let address = webAddress(text) { return "Write `\(address)`." }
    return nil
  }

  // MARK: Quotation marks

  private static let quotes: Set<Character> = [
    "\"", "'", "`", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{201A}", "«", "»", "‹",
    "›",
  ]

  private static func withoutQuotes(_ text: String) -> String? {
    guard let first = text.first, quotes.contains(first) else { return nil }
    var inner = text.dropFirst()
    while let last = inner.last, quotes.contains(last) { inner = inner.dropLast() }
    return inner.isEmpty ? nil : String(inner)
  }

  // MARK: Places on a disk

  /// `C:\Users\…`, `C:/Users/…`, `\\server\share`, `file:///…`, `/Users/…`, `/home/…`.
  static func isOnOwnDisk(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let isDrive =
      bytes.count > 2 && isLetter(bytes[0]) && bytes[1] == UInt8(ascii: ":")
      && (bytes[2] == UInt8(ascii: "\\") || bytes[2] == UInt8(ascii: "/"))
    let starts = ["\\", "file:", "/Users/", "/home/", "/Volumes/"]
    return isDrive || starts.contains { text.hasPrefix($0) }
  }

  // MARK: Mail, telephone, web

  /// `10.1136/…` or `doi:10.1136/…` (DOI Handbook, section 2.2).
  private static func address(ofDOI text: String) -> String? {
    let name = text.lowercased().hasPrefix("doi:") ? text.dropFirst(4) : text[...]
    guard name.hasPrefix("10."), let slash = name.firstIndex(of: "/"),
      case let prefix = name[..<slash].dropFirst(3), (4...9).contains(prefix.count),
      prefix.allSatisfy({ $0.isASCII && $0.isNumber }), name[slash...].count > 1
    else { return nil }
    return "https://doi.org/\(name)"
  }

  /// How a web address whose host cannot be one was meant; nil when its host may be one, and an empty text when nobody can say.
  static func host(meantBy address: [UInt8]) -> String? {
    let text = String(decoding: address, as: UTF8.self)
    guard let start = text.firstRange(of: "://")?.upperBound else { return nil }
    var host = text[start...].prefix { !"/?#".contains($0) }
    if let at = host.lastIndex(of: "@") { host = host[at...].dropFirst() }
    if host.hasPrefix("[") { return nil }
    host = host.prefix { $0 != ":" }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isWhole = parts.count > 1 || host.contains("%")
    // A dot at the end means the root of all names.
    let isMade = parts.dropLast().allSatisfy { !$0.isEmpty } && !host.contains { ",;()'\"<>\\ ".contains($0) }
    if isWhole, isMade { return nil }
    let rest = text[start...]
    if ["http", "https"].contains(host.lowercased()) {
      let doubled = rest.firstRange(of: "//").map { rest[$0.upperBound...] } ?? rest
      return isHost(doubled.prefix { !"/?#:".contains($0) }) ? String(text[..<start] + doubled) : ""
    }
    let dotted = host.map { $0 == "," || $0 == ";" ? "." : String($0) }.joined()
      .split(separator: ".").joined(separator: ".")
    return isHost(dotted[...]) ? text[..<start] + dotted + rest.dropFirst(host.count) : ""
  }

  /// Whether a `mailto:` address names somebody at a host.
  static func isMail(_ address: [UInt8]) -> Bool {
    let parts = address.dropFirst("mailto:".utf8.count).prefix { $0 != UInt8(ascii: "?") }
      .split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    // Who forwards a page fills in the address.
    guard parts.count > 1 else { return parts[0].isEmpty || parts[0].contains(UInt8(ascii: "%")) }
    return parts.allSatisfy { !$0.isEmpty } && parts[parts.count - 1].contains(UInt8(ascii: "."))
  }

  private static func mailAddress(_ text: String) -> String? {
    var rest = text[...]
    for start in ["mail:", "email:", "e-mail:", "mailto="] where rest.lowercased().hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let host = parts[1].split(separator: "?").first, isHost(host),
      !parts[0].isEmpty, parts[0].utf8.allSatisfy({ URLText.isUnreserved($0) || $0 == UInt8(ascii: "+") })
    else { return nil }
    return String(rest)
  }

  /// At least five digits, and nothing but what people write between them.
  private static func telephoneNumber(_ text: String) -> String? {
    var rest = text[...]
    for start in ["phone:", "telephone:", "call:", "tel.", "tel "] where rest.lowercased().hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    let decoded = String(decoding: URLText.decode(Array(rest.utf8)[...]), as: UTF8.self)
    let digits = decoded.filter { $0.isASCII && $0.isNumber }
    guard (5...15).contains(digits.count),
      decoded.allSatisfy({ ($0.isASCII && $0.isNumber) || " +-()./\u{2013}".contains($0) }),
      !decoded.hasPrefix("/"), !decoded.hasPrefix(".")
    else { return nil }
    return decoded.hasPrefix("+") ? "+" + digits : digits
  }

  /// What files are called by, which a name of a host hardly ever ends with.
  private static let fileEndings: Set<Substring> = [
    "md", "markdown", "txt", "htm", "html", "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "csv", "ppt",
    "pptx", "emf", "wmf", "eps", "psd", "ai", "dng", "heif", "ico", "pages", "numbers", "key", "png", "jpg",
    "jpeg", "gif", "webp", "avif", "svg", "heic", "tif", "tiff", "bmp", "mp3", "mp4",
    "mov", "webm", "vtt", "json", "yaml", "yml", "xml", "css", "js", "zip", "ics",
  ]

  private static func webAddress(_ text: String) -> String? {
    for (wrong, right) in [
      ("http//", "http://"), ("https//", "https://"), ("https:/", "https://"), ("http:/", "http://"),
      ("http:", "http://"), ("https:", "https://"), ("//", "https://"), ("://", "https://"),
    ] where text.hasPrefix(wrong) {
      let rest = text.dropFirst(wrong.count)
      let host = rest.prefix { !"/?#:".contains($0) }
      return isHost(host) ? right + rest : nil
    }
    let host = text.prefix { !"/?#:".contains($0) }
    guard isHost(host) else { return nil }
    return host.lowercased().hasPrefix("www.") || !endsAsFile(host) ? "https://" + text : nil
  }

  private static func endsAsFile(_ name: Substring) -> Bool {
    name.split(separator: ".").last.map { fileEndings.contains($0.lowercased()[...]) } ?? true
  }

  /// Two parts or more, and the last of letters (RFC 1123, section 2.1).
  private static func isHost(_ name: Substring) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last, last.utf8.count >= 2, last.utf8.allSatisfy(isLetter) else {
      return false
    }
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 >= 0x80
        }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
