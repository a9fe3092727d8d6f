/// The addresses in a page of what it shows from its own site.
enum PageAddresses {
  /// What `src`, `srcset` and `poster` name, as far as it begins with `/`; without query and fragment.
  static func ofMedia(in page: [UInt8]) -> [String] {
    var found: [String] = []
    for name in ["src", "srcset", "poster"] {
      let mark = Array(" \(name)=\"".utf8)
      var at = 0
      while let start = page.offset(of: mark, from: at) {
        let value = page[(start + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
        at = value.endIndex
        let text = String(decoding: value, as: UTF8.self).replacing("&amp;", with: "&")
        let addresses =
          name == "srcset"
          ? text.split(separator: ",").compactMap { $0.split(separator: " ").first } : [text[...]]
        for address in addresses where address.hasPrefix("/") {
          found.append(String(address.prefix { $0 != "?" && $0 != "#" }))
        }
      }
    }
    return found
  }
}

extension [UInt8] {
  /// The offset of the first `mark` at or after `start`.
  func offset(of mark: [UInt8], from start: Int = 0) -> Int? {
    guard let first = mark.first, count >= mark.count else { return nil }
    var at = start
    while at <= count - mark.count {
      if self[at] == first, self[at..<at + mark.count].elementsEqual(mark) { return at }
      at += 1
    }
    return nil
  }

  /// The offset of the last `mark`, in which letters are small, whatever the case of those here.
  func lastOffset(ofLetters mark: [UInt8]) -> Int? {
    guard count >= mark.count else { return nil }
    for at in stride(from: count - mark.count, through: 0, by: -1)
    where self[at] == mark[0]
      && zip(self[at..<at + mark.count], mark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
    {
      return at
    }
    return nil
  }
}
