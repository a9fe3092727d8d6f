import Text

/// An address on its way to a verdict.
struct Question {
  enum Method {
    case head
    /// For servers that do not answer `HEAD` as they answer readers.
    case get
  }

  /// As the site writes it.
  let address: String
  /// Where it led so far, the last being what to ask next.
  private(set) var url: String
  private var visited: Set<String> = []
  private var redirects = 0
  private var kept: [(cookie: Cookie, origin: String)] = []
  /// Where it has moved to for good: up to there, every redirect said so.
  private var home: String?
  private var isPermanent = true
  private(set) var method = Method.head
  private var tries = 0

  init(_ address: String) {
    self.address = address
    url = address
  }

  /// What to send along to the host that is asked next.
  var cookies: [Cookie] {
    let host = Self.host(url)
    return kept.filter { $0.cookie.belongs(to: host, from: $0.origin) }.map(\.cookie)
  }

  enum Step {
    case done(Verdict)
    /// To be asked again, no sooner than after so many seconds.
    case again(after: Int)
  }

  private static let mostRedirects = 10
  private static let mostTries = 2

  /// What follows from an answer to the last question. `patience` is how long it was waited for, in seconds; `isOpen` says
  /// whether an address lies on the public web.
  mutating func step(_ answer: Answer, patience: Int, isOpen: (String) -> Bool) -> Step {
    let isDOI = Verdict.doi(address) != nil && url == address
    switch answer.status {
    case 200..<300: return .done(home.flatMap { url == address ? nil : .moved(to: $0) } ?? .good)
    // The resolver knows it. Publishers' own pages are closed to programs more often than not.
    case 300..<400 where isDOI: return .done(.good)
    case 301, 302, 303, 307, 308:
      return follow(answer, isOpen)
    default: break
    }
    // Most that fail with `HEAD` do well with `GET`: it is not worth waiting for.
    if method == .head, answer.status > 0, answer.retryAfter == nil, answer.status != 429 {
      method = .get
      return .again(after: 0)
    }
    if !answer.isFinal, tries < Self.mostTries {
      // A server that keeps people waiting is given one more chance, not two.
      tries += answer.status == 0 && answer.failure == Answer.timeOver ? Self.mostTries : 1
      return .again(after: answer.retryAfter ?? 2)
    }
    if let reason = answer.reason(patience: patience) { return .done(.unreachable(reason)) }
    return switch answer.status {
    case 404, 410: .done(.gone(status: answer.status))
    case 500...599: .done(.unreachable("answers with an error (status \(answer.status))"))
    default: .done(.closed)
    }
  }

  private mutating func follow(_ answer: Answer, _ isOpen: (String) -> Bool) -> Step {
    guard let location = answer.location, location.hasPrefix("https://") || location.hasPrefix("http://")
    else {
      return .done(.unreachable("redirects to what is no address of the web"))
    }
    guard isOpen(location) else {
      return .done(.unreachable("redirects to `\(location)`, which visitors cannot reach"))
    }
    visited.insert(url)
    redirects += 1
    // Back at the same place with another cookie, a browser may get another answer.
    let isAsBefore = !keep(answer.cookies)
    if isAsBefore && visited.contains(location) || redirects > Self.mostRedirects {
      return .done(.unreachable("redirects in a circle"))
    }
    isPermanent = isPermanent && [301, 308].contains(answer.status)
    if isPermanent { home = location }
    (url, method, tries) = (location, .head, 0)
    return .again(after: 0)
  }

  /// Whether one of them is new.
  private mutating func keep(_ cookies: [Cookie]) -> Bool {
    let origin = Self.host(url)
    var isNew = false
    for cookie in cookies where !kept.contains(where: { $0 == (cookie, origin) }) {
      kept.removeAll { $0.origin == origin && $0.cookie.isReplaced(by: cookie) }
      kept.append((cookie, origin))
      isNew = true
    }
    return isNew
  }

  private static func host(_ url: String) -> String { WebAddressParts(url.utf8)?.host ?? "" }
}
