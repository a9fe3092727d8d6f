/// The policy that a page sets itself in its head (Content Security Policy, level 3), changed as far as the preview's
/// own script, stylesheet and events need it. The site's own policy allows them as it is; a designer's may not.
enum PagePolicy {
  static func admittingPreview(_ page: [UInt8]) -> [UInt8] {
    guard let meta = page.offset(of: Array("http-equiv=\"Content-Security-Policy\"".utf8)) else {
      return page
    }
    let mark = Array("content=\"".utf8)
    guard let start = page.offset(of: mark, from: meta).map({ $0 + mark.count }),
      let end = page[start...].firstIndex(of: UInt8(ascii: "\"")),
      !page[meta..<start].contains(UInt8(ascii: ">"))
    else { return page }
    let written = String(decoding: page[start..<end], as: UTF8.self)
    let policy = written.replacing("&#39;", with: "'").replacing("&#x27;", with: "'")
    let admitting = admitting(policy)
    return admitting == policy ? page : page[..<start] + Array(admitting.utf8) + page[end...]
  }

  static func admitting(_ policy: String) -> String {
    var directives = policy.split(separator: ";").map {
      $0.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    .filter { !$0.isEmpty }
    func index(of name: String) -> Int? { directives.firstIndex { $0[0].lowercased() == name } }
    for name in ["script-src", "style-src", "connect-src"] {
      guard let place = index(of: name) ?? index(of: "default-src") else { continue }
      var sources = Array(directives[place].dropFirst())
      if sources.contains(where: { $0.lowercased() == "'self'" || $0 == "*" }) { continue }
      sources.removeAll { $0.lowercased() == "'none'" }
      let own = [name] + sources + ["'self'"]
      if directives[place][0].lowercased() == name { directives[place] = own } else { directives.append(own) }
    }
    return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }
}
