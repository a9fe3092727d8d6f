import Text

/// A part of a file, as players of videos ask for it (RFC 9110, section 14): one range of bytes.
enum ByteRange: Equatable {
  case whole
  case part(Range<Int>)
  /// Nothing of the file is in it.
  case beyond

  /// What `header` asks of a file of `count` bytes. What is malformed, or asks for several parts, is answered with the whole.
  init(_ header: String?, of count: Int) {
    guard let header, header.hasPrefix("bytes="),
      case let ends = header.dropFirst(6).split(
        separator: "-", maxSplits: 1, omittingEmptySubsequences: false), ends.count == 2
    else {
      self = .whole
      return
    }
    let (first, last) = (Self.number(ends[0]), Self.number(ends[1]))
    switch (first, last) {
    case (let first?, let last?) where first <= last:
      self = first < count ? .part(first..<min(last, count - 1) + 1) : .beyond
    case (let first?, nil) where ends[1].isEmpty: self = first < count ? .part(first..<count) : .beyond
    case (nil, let last?) where ends[0].isEmpty:
      self = last > 0 && count > 0 ? .part(max(0, count - last)..<count) : .beyond
    default: self = .whole
    }
  }

  private static func number(_ text: Substring) -> Int? {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(text) : nil
  }
}

extension PreviewResponse {
  /// A file as the request wants it: nothing when the browser has it already (section 13.1.2), or a part.
  func asAsked(by request: PreviewRequest) -> PreviewResponse {
    guard status == .ok, case .bytes(let bytes) = body else { return self }
    var response = self
    let tag = "\"\(FileHash(bytes).name)\""
    response.headers += [("ETag", tag), ("Accept-Ranges", "bytes")]
    if let known = request.knownTags {
      let tags = known.split { $0 == "," || $0 == " " || $0 == "\t" }
      if tags.contains(where: { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }) {
        response.status = .notModified
        response.body = .bytes([])
        return response
      }
    }
    // Section 13.1.5: a part of another file than the one that the browser has begins anew.
    if let condition = request.rangeCondition, condition != tag { return response }
    switch ByteRange(request.range, of: bytes.count) {
    case .whole: break
    case .part(let range):
      response.status = .partialContent
      response.headers.append(
        ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"))
      response.body = .bytes(Array(bytes[range]))
    case .beyond:
      response.status = .rangeNotSatisfiable
      response.headers.append(("Content-Range", "bytes */\(bytes.count)"))
      response.body = .bytes([])
    }
    return response
  }
}
