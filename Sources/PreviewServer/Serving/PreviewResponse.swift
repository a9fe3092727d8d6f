/// An answer of the preview.
struct PreviewResponse: Sendable {
  enum Status: Int, Sendable {
    case ok = 200
    case partialContent = 206
    case found = 302
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case tooSlow = 408
    case targetTooLong = 414
    case rangeNotSatisfiable = 416
    case headersTooLong = 431
    case notImplemented = 501
    case unavailable = 503

    /// RFC 9110, section 15, and RFC 6585, section 5.
    var reason: String {
      switch self {
      case .ok: "OK"
      case .partialContent: "Partial Content"
      case .found: "Found"
      case .notModified: "Not Modified"
      case .badRequest: "Bad Request"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .tooSlow: "Request Timeout"
      case .targetTooLong: "URI Too Long"
      case .rangeNotSatisfiable: "Range Not Satisfiable"
      case .headersTooLong: "Request Header Fields Too Large"
      case .notImplemented: "Not Implemented"
      case .unavailable: "Service Unavailable"
      }
    }
  }

  enum Body: Sendable {
    case bytes([UInt8])
    /// Goes on until the page is closed.
    case events(EventStream)
  }

  var status: Status
  var type: String
  var headers: [(name: String, value: String)] = []
  var body: Body

  /// A sentence for whoever reads it.
  static func refusal(_ status: Status, _ sentence: String) -> PreviewResponse {
    PreviewResponse(status: status, type: MediaType.plain, body: .bytes(Array((sentence + "\n").utf8)))
  }

  /// What goes out first; for a request of the method HEAD that is all, and for events they follow. One piece, so that nobody waits for a
  /// second.
  func bytes(hasBody: Bool, keepsOpen: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\nContent-Type: \(type)\r\n"
    // Nothing is kept, since it may have changed; nothing is for pages of other sites.
    head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    head += "Cross-Origin-Resource-Policy: same-origin\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    // Without a body, its length would be taken for that of the file (RFC 9110, section 15.4.5).
    if case .bytes(let bytes) = body, status != .notModified { head += "Content-Length: \(bytes.count)\r\n" }
    head += "Connection: \(keepsOpen ? "keep-alive" : "close")\r\n\r\n"
    guard hasBody, case .bytes(let bytes) = body else { return Array(head.utf8) }
    return Array(head.utf8) + bytes
  }
}
