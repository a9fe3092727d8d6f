import Diagnostics

extension HTMLRenderer {
  /// `[!EMERGENCY]: Go` is the definition of a link (CommonMark, section 4.7), so that nothing of it would be shown.
  mutating func reportDefinedCallouts() {
    var seen: Set<[UInt8]> = []
    var from = 0
    while seen.count < 20,
      let place = TextScanner.first(UInt8(ascii: "["), in: body.source.text, from..<body.source.text.count)
    {
      from = place + 1
      guard from < body.source.text.count, body.source.text[from] == UInt8(ascii: "!") else { continue }
      let name = body.source.text[(from + 1)...].prefix(20).prefix(while: \.isLetterOfASCII)
      guard body.source.text[name.endIndex...].starts(with: "]:".utf8),
        let callout = Callout(rawValue: String(decoding: name, as: UTF8.self).lowercased())
      else { continue }
      let mark = Array(body.source.text[place...name.endIndex])
      // What is code, or is read as a callout, is still there.
      guard seen.insert(mark).inserted,
        Self.count(mark, in: body.source.text) > Self.count(mark, in: body.tree.bytes)
      else {
        continue
      }
      report(callout, at: self.place(of: place))
    }
  }

  /// How often a mark stands in a text without a backslash before it.
  private static func count(_ mark: [UInt8], in text: [UInt8]) -> Int {
    var (count, from) = (0, 0)
    while let place = TextScanner.first(mark[...], in: text, from..<text.count) {
      if place == 0 || text[place - 1] != UInt8(ascii: "\\") { count += 1 }
      from = place + 1
    }
    return count
  }
}
