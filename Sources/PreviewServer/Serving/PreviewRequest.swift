import Text

/// A request as the preview reads it (RFC 9112): one without a body, which is all that a browser asks a preview.
struct PreviewRequest: Equatable, Sendable {
  var method: String
  /// The target up to the `?`, percent-encoded.
  var path: String
  /// What follows the `?`, percent-encoded.
  var query = ""
  var host: String?
  /// `Range`, `If-Range` and `If-None-Match` (RFC 9110, sections 14.2, 13.1.5 and 13.1.2).
  var range: String?
  var rangeCondition: String?
  var knownTags: String?
  /// Whether another request may follow on the same connection.
  var keepsOpen = true

  /// The value of the first parameter of that name, decoded.
  func parameter(_ name: String) -> String? {
    for part in query.split(separator: "&") where part.hasPrefix(name + "=") {
      return URLText.decodeStrictly(Array(part.dropFirst(name.utf8.count + 1).utf8)).flatMap {
        String(validating: $0, as: UTF8.self)
      }
    }
    return nil
  }

  /// What is answered before anybody looks at a page.
  struct Refusal: Error, Equatable {
    let status: PreviewResponse.Status
    let sentence: String
  }
}

/// The beginning of requests, read from a connection piece by piece, each byte once.
struct RequestReader {
  static let longestLine = 8 << 10
  static let longestHead = 32 << 10
  /// What comes is sought for the end of the head only from here on.
  private var seen = 0
  private var bytes: [UInt8] = []

  /// Whether a part of a request has come.
  var hasBegun: Bool { !bytes.isEmpty }

  mutating func append(_ more: [UInt8]) { bytes += more }

  /// The next request once its head is complete; what follows it stays.
  mutating func next() throws(PreviewRequest.Refusal) -> PreviewRequest? {
    // Lines before a request are passed over (RFC 9112, section 2.2).
    if bytes.starts(with: [0x0D, 0x0A]) {
      bytes.removeFirst(2)
      seen = 0
    }
    while seen + 3 < bytes.count {
      if bytes[seen] == 0x0D, bytes[seen + 1] == 0x0A, bytes[seen + 2] == 0x0D, bytes[seen + 3] == 0x0A {
        let head = bytes[..<(seen + 2)]
        let request = try Self.request(head)
        bytes.removeSubrange(..<(seen + 4))
        seen = 0
        return request
      }
      seen += 1
    }
    try Self.checkLength(bytes[...])
    return nil
  }

  private static func checkLength(_ head: ArraySlice<UInt8>) throws(PreviewRequest.Refusal) {
    if head.count <= longestLine { return }
    if !head.prefix(longestLine).contains(0x0A) {
      throw .init(status: .targetTooLong, sentence: "This address is longer than 8 KB.")
    }
    if head.count > longestHead {
      throw .init(status: .headersTooLong, sentence: "The headers of this request are longer than 32 KB.")
    }
  }

  /// `head` holds whole lines.
  private static func request(_ head: ArraySlice<UInt8>) throws(PreviewRequest.Refusal) -> PreviewRequest {
    try checkLength(head)
    let malformed = PreviewRequest.Refusal(
      status: .badRequest, sentence: "This is not a request that browsers send.")
    var lines: [ArraySlice<UInt8>] = []
    var start = head.startIndex
    var at = start
    while at < head.endIndex {
      guard head[at] == 0x0D || head[at] == 0x0A else {
        at += 1
        continue
      }
      // A line ends with both, and neither stands alone (RFC 9112, section 2.2).
      guard head[at] == 0x0D, head[at + 1] == 0x0A else { throw malformed }
      lines.append(head[start..<at])
      if at - start > longestLine {
        throw lines.count == 1
          ? .init(status: .targetTooLong, sentence: "This address is longer than 8 KB.")
          : .init(status: .headersTooLong, sentence: "A header of this request is longer than 8 KB.")
      }
      at += 2
      start = at
    }
    guard let first = lines.first, var request = request(line: first) else { throw malformed }
    let isOld = first.last == UInt8(ascii: "0")
    request.keepsOpen = !isOld
    for line in lines.dropFirst() {
      guard let (name, value) = header(line) else { throw malformed }
      switch name {
      case "host":
        guard request.host == nil else { throw malformed }
        request.host = value
      case "range": request.range = value
      case "if-range": request.rangeCondition = value
      case "if-none-match": request.knownTags = value
      case "connection":
        let wants = value.lowercased()
        if wants.contains("close") || isOld { request.keepsOpen = wants.contains("keep-alive") }
      // What follows a body could be taken for a request.
      case "content-length": if value != "0" { request.keepsOpen = false }
      case "transfer-encoding": request.keepsOpen = false
      default: break
      }
    }
    if !isOld, request.host == nil { throw malformed }
    return request
  }

  /// `GET /path?query HTTP/1.1`
  private static func request(line: ArraySlice<UInt8>) -> PreviewRequest? {
    let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(isToken), !parts[1].isEmpty,
      parts[1].allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      parts[2].elementsEqual("HTTP/1.1".utf8) || parts[2].elementsEqual("HTTP/1.0".utf8)
    else { return nil }
    let mark = parts[1].firstIndex(of: UInt8(ascii: "?")) ?? parts[1].endIndex
    return PreviewRequest(
      method: String(decoding: parts[0], as: UTF8.self),
      path: String(decoding: parts[1][..<mark], as: UTF8.self),
      query: String(decoding: parts[1][mark...].dropFirst(), as: UTF8.self))
  }

  /// The name in small letters, and the value without the white space around it.
  private static func header(_ line: ArraySlice<UInt8>) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(isToken)
    else { return nil }
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var value = line[(colon + 1)...].drop(while: isBlank)
    while let last = value.last, isBlank(last) { value.removeLast() }
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { return nil }
    return (
      String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self)
    )
  }

  /// RFC 9110, section 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
