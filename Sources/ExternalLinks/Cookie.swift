import Text

/// What a site asks a browser to send along with the next question (RFC 6265). Some lead in a circle whoever does not.
struct Cookie: Equatable {
  /// Name and value, as they are sent.
  let pair: String
  /// Which hosts it is for, besides the one that it came from: this one and those below it.
  private let domain: String?

  private static let header = "set-cookie:"
  private static let mostBytes = 4096

  /// Nil where a line of headers is no such thing.
  init?(header line: Substring) {
    guard line.prefix(Self.header.count).lowercased() == Self.header, line.utf8.count <= Self.mostBytes else {
      return nil
    }
    let parts = line.dropFirst(Self.header.count).split(separator: ";").map { $0.trimmed }
    guard let first = parts.first, let sign = first.firstIndex(of: "="), sign > first.startIndex else {
      return nil
    }
    pair = String(first)
    let attribute = "domain="
    domain = parts.dropFirst().last { $0.lowercased().hasPrefix(attribute) }.flatMap {
      let name = $0.dropFirst(attribute.count).drop { $0 == "." }.lowercased()
      return name.contains(".") ? name : nil
    }
  }

  private var name: Substring { pair.prefix { $0 != "=" } }

  /// Whether a later one takes its place.
  func isReplaced(by other: Cookie) -> Bool { name == other.name && domain == other.domain }

  /// Whether `host` gets it, when it came from `origin`.
  func belongs(to host: String, from origin: String) -> Bool {
    guard let domain, origin == domain || origin.hasSuffix("." + domain) else { return host == origin }
    return host == domain || host.hasSuffix("." + domain)
  }
}

extension Substring {
  /// Without the spaces around it.
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
  }
}
