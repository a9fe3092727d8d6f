import Text

/// What was meant by an address with spaces in it, which Markdown does not read as one.
enum SpacedAddress {
  static func picture(_ written: String) -> (message: String, hint: String) {
    if let titled = withTitle(written) {
      return (
        "This picture is not shown, because its title is not in straight quotes.",
        "Write `\(titled)`."
      )
    }
    if let name = written.split(separator: " ").first, case let words = written.dropFirst(name.count + 1),
      PictureFile.isName(Array(name.utf8)[...]), !words.contains("."), !words.contains("/")
    {
      return (
        "This picture is not shown, because its title is not in straight quotes.",
        "Write `\(name) \"\(words)\"`."
      )
    }
    let message = "This picture is not shown, because its file name contains a space."
    // Brackets in the name end the address too early, and a computer's own path is none.
    let path = written.contains("\\") ? String(written.split(separator: "\\").last ?? "") : written
    let ending = path.split(separator: ".").last ?? ""
    guard path.contains("."), ending.utf8.count <= 4, ending.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      return (
        message,
        "Rename the file with lowercase letters, digits and hyphens only, such as `hip.jpg`, and write its new name."
      )
    }
    return (message, "Rename the file, and write `\(plainPath(path))`.")
  }

  /// What to write for where a link leads.
  static func link(_ written: String) -> String {
    if written.hasPrefix("#") {
      let words = written.drop { $0 == "#" }.lowercased().split { !$0.isLetter && !$0.isNumber }
      return
        "Write `#\(words.joined(separator: "-"))`: the address of a heading has hyphens and small letters."
    }
    if let titled = withTitle(written) { return "Write the title in straight quotes: `\(titled)`." }
    let scheme = AddressScheme(named: Array(written.prefix { $0 != ":" }.utf8))
    switch scheme {
    case .tel, .sms, .mailto:
      // What follows a `?` is a text, and letters behind a number are an extension (RFC 3966, section 3).
      let address = written.prefix { $0 != "?" }
      // Its address ended at the first bracket that closes, so the rest of the number is not known.
      if scheme != .mailto, address.contains("(") {
        let name = written.prefix { $0 != ":" }
        return "Write the whole number without spaces and brackets, such as `\(name):+15550100`."
      }
      let extra = written[address.endIndex...].split(separator: " ").joined(separator: "%20")
      let tight = address.filter { $0 != " " }
      let number = tight.dropFirst(scheme == .tel ? 4 : tight.count).prefix { !$0.isLetter }
      guard scheme == .tel, let digits = tight[number.endIndex...].firstIndex(where: \.isNumber) else {
        return "Write `\(tight)\(extra)`, without spaces."
      }
      return "Write `tel:\(number);ext=\(tight[digits...])`, without spaces."
    case .https, .http:
      let host = written.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" }
      if host.contains(" ") { return "Delete the space in the name of the site: `\(host)`." }
      // What stands in quotes behind it is its title, and no part of it.
      let parts = written.split(maxSplits: 1, whereSeparator: quotes.contains)
      let address = (parts.first ?? "").split(separator: " ").joined(separator: "%20")
      guard parts.count == 2, parts[0].last == " " else { return "Write `\(address)`." }
      return "Write `\(address) \"\(parts[1].filter { !quotes.contains($0) })\"`."
    case nil: break
    }
    let digits = written.filter { $0.isASCII && $0.isNumber }
    if digits.count > 6, written.allSatisfy({ $0.isASCII && $0.isNumber || " +-().".contains($0) }) {
      return "Write `tel:\(written.hasPrefix("+") ? "+" : "")\(digits)`, without spaces."
    }
    let name = written.split(separator: "/").last ?? ""
    let address = name.prefix { $0 != "#" }
    if address.hasSuffix(".md") {
      return "Write `\(plainPath(written.lowercased()))`: the file name of an article has hyphens."
    }
    if let dot = address.lastIndex(of: "."),
      address[dot...].dropFirst().allSatisfy({ $0.isASCII && $0.isLetter || $0.isNumber }),
      (2...5).contains(address[dot...].count)
    {
      return "Rename the file, and write `\(plainPath(written))`."
    }
    let parts = written.split(separator: ":", maxSplits: 1)
    if parts.count == 2, parts[0].allSatisfy({ $0.isLowercase || $0 == "-" }) {
      let id = FileName.plain(parts[1].lowercased())
      return "Write the article's id, which has hyphens, such as `\(parts[0]):\(id)`."
    }
    return
      "Write the path of the article's file, such as `../signs/outer-hip-pain.md`, or its kind and id, such as `sign:outer-hip-pain`."
  }

  private static let quotes = "“”„‟\"«»"

  /// The address and its title in straight quotes; nil when what stands behind the first space is no title.
  private static func withTitle(_ written: String) -> String? {
    guard let space = written.firstIndex(of: " ") else { return nil }
    // Whatever is before the first quote belongs to the name.
    let rest = written[space...].drop { $0 == " " }
    let marks = quotes + "‘’‚'‹›`"
    guard let first = rest.first, marks.contains(first), rest.count > 1 else { return nil }
    let title = rest.filter { !Self.quotes.contains($0) }
    let words = title.drop { marks.contains($0) }
    let end = words.last.map { marks.contains($0) } ?? false
    return "\(written[..<space]) \"\(end ? words.dropLast() : words)\""
  }

  private static func plainPath(_ path: String) -> String {
    let fragment = path.drop { $0 != "#" }.lowercased().replacing(" ", with: "-")
    return path.prefix { $0 != "#" }.split(separator: "/", omittingEmptySubsequences: false)
      .map { FileName.plain(String($0)) }.joined(separator: "/") + fragment
  }
}
