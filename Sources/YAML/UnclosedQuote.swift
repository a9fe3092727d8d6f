/// A quote that its author never closed: YAML reads on to the next one, which should have begun another text, and stumbles there.
struct UnclosedQuote {
  /// Of the quote.
  let offset: Int
  /// The text with the quote that is missing; nil when it is long.
  let closed: String?

  /// The quote that the fault on a line comes from, if one does. Between brackets, a text ends at a comma.
  static func find(
    beforeFaultOnLine wanted: Int, inBrackets: Bool, in source: UnsafeBufferPointer<UInt8>
  ) -> UnclosedQuote? {
    var open: (place: Int, line: Int)?
    for (number, line) in SourceLines.all(of: source, upTo: wanted).enumerated() {
      var i = line.lowerBound
      while i < line.upperBound {
        let byte = source[i]
        if let begun = open {
          let quote = source[begun.place]
          if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
            i += 1
          } else if byte == quote {
            let next = i + 1 < line.upperBound ? source[i + 1] : 0x0A
            if quote == UInt8(ascii: "'"), next == quote {
              i += 1
            } else {
              let behind = source[(i + 1)..<line.upperBound].first { $0 != 0x20 } ?? 0x0A
              open = nil
              if !"\n,]}:#".utf8.contains(behind) {
                // What should have begun a text has ended one.
                guard number + 1 >= wanted, begun.line < number || inBrackets,
                  beginsText(i, in: line, source, inBrackets)
                else { return nil }
                return UnclosedQuote(at: begun.place, in: line, source, inBrackets)
              }
            }
          }
        } else if byte == UInt8(ascii: "#"), i == line.lowerBound || source[i - 1] == 0x20 {
          break
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
          beginsText(i, in: line, source, inBrackets)
        {
          open = (i, number)
        }
        i += 1
      }
    }
    return nil
  }

  private init(
    at place: Int, in last: Range<Int>, _ source: UnsafeBufferPointer<UInt8>, _ inBrackets: Bool
  ) {
    offset = place
    let text = source[(place + 1)..<last.upperBound].prefix {
      $0 != 0x0A && $0 != 0x0D && (!inBrackets || !",]}".utf8.contains($0))
    }
    let quote = String(Unicode.Scalar(source[place]))
    let words = String(decoding: text, as: UTF8.self).split(separator: " ").joined(separator: " ")
    closed = words.count > 100 ? nil : quote + words + quote
  }

  /// Whether a quote at `i` stands where a text may begin.
  private static func beginsText(
    _ i: Int, in line: Range<Int>, _ source: UnsafeBufferPointer<UInt8>, _ inBrackets: Bool
  ) -> Bool {
    guard let before = (line.lowerBound..<i).last(where: { source[$0] != 0x20 }) else { return true }
    switch source[before] {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return true
    case UInt8(ascii: ","): return inBrackets
    case UInt8(ascii: ":"): return before < i - 1
    case UInt8(ascii: "-"):
      return before < i - 1 && source[line.lowerBound..<before].allSatisfy { $0 == 0x20 }
    default: return false
    }
  }
}
