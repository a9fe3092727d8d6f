/// Whether bytes are a JSON text (RFC 8259), found in one pass without building anything.
package enum JSONSyntax {
  /// What is wrong with a text.
  package struct Fault: Equatable, Sendable {
    /// The byte at which it shows.
    package let offset: Int
    /// Completes "is not valid: ".
    package let reason: String
  }

  /// Deeper than any text that people write, so that no input exhausts the stack.
  private static let maximumDepth = 100

  /// Nil for a valid text.
  package static func fault(in bytes: [UInt8]) -> Fault? {
    var reader = Reader(bytes: bytes)
    do throws(FaultError) {
      try reader.value(depth: 0)
      reader.skipSpace()
      if reader.at < bytes.count { throw reader.fault("something stands after its end") }
      return nil
    } catch {
      return error
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    func fault(_ reason: String) -> FaultError { FaultError(offset: at, reason: reason) }

    mutating func skipSpace() {
      while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    mutating func value(depth: Int) throws(FaultError) {
      skipSpace()
      guard depth < JSONSyntax.maximumDepth else { throw fault("it is nested too deeply") }
      switch next {
      case UInt8(ascii: "{"): try members("}", depth: depth, hasNames: true)
      case UInt8(ascii: "["): try members("]", depth: depth, hasNames: false)
      case UInt8(ascii: "\""): try string()
      case nil: throw fault("it ends where a value is due")
      case UInt8(ascii: "}"), UInt8(ascii: "]"): throw fault("a comma or colon stands before this bracket")
      case UInt8(ascii: ","): throw fault("a value is missing before this comma")
      default: try word()
      }
    }

    private mutating func members(_ end: Character, depth: Int, hasNames: Bool) throws(FaultError) {
      let end = end.asciiValue ?? 0
      at += 1
      skipSpace()
      if next == end {
        at += 1
        return
      }
      while true {
        skipSpace()
        if hasNames {
          guard next == UInt8(ascii: "\"") else {
            throw fault(
              next == end ? "a comma stands before this bracket" : "a name in quotes is due here")
          }
          try string()
          skipSpace()
          guard next == UInt8(ascii: ":") else { throw fault("a colon is due after a name") }
          at += 1
        } else if next == end {
          throw fault("a comma stands before this bracket")
        }
        try value(depth: depth + 1)
        skipSpace()
        if next == UInt8(ascii: ",") {
          at += 1
        } else if next == end {
          at += 1
          return
        } else {
          throw fault(next == nil ? "a bracket is not closed" : "a comma is due here")
        }
      }
    }

    private mutating func string() throws(FaultError) {
      at += 1
      while let byte = next {
        switch byte {
        case UInt8(ascii: "\""):
          at += 1
          return
        case UInt8(ascii: "\\"):
          at += 1
          guard let escaped = next, "\"\\/bfnrtu".utf8.contains(escaped) else {
            throw fault(
              "a backslash stands before something else than a quote, a backslash or one of `/bfnrtu`")
          }
          at += 1
          if escaped == UInt8(ascii: "u") { try hexDigits() }
        case 0..<0x20: throw fault("a text is not closed at the end of its line")
        default: at += 1
        }
      }
      throw fault("a text is not closed")
    }

    private mutating func hexDigits() throws(FaultError) {
      for _ in 0..<4 {
        guard let byte = next, Character(Unicode.Scalar(byte)).isHexDigit else {
          throw fault("`\\u` needs four hexadecimal digits")
        }
        at += 1
      }
    }

    /// `true`, `false`, `null` or a number.
    private mutating func word() throws(FaultError) {
      let start = at
      while let byte = next, !",]} \n\r\t:".utf8.contains(byte) { at += 1 }
      let word = String(decoding: bytes[start..<at], as: UTF8.self)
      if ["true", "false", "null"].contains(word) || isNumber(bytes[start..<at]) { return }
      at = start
      throw fault("a text needs quotes")
    }

    private func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
      func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
        let found = rest.prefix { $0 &- 0x30 < 10 }.count
        rest = rest.dropFirst(found)
        return found
      }
      var rest = text
      if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      let leadsWithZero = rest.first == UInt8(ascii: "0")
      let whole = digits(&rest)
      guard whole > 0, whole == 1 || !leadsWithZero else { return false }
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        guard digits(&rest) > 0 else { return false }
      }
      if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
        rest = rest.dropFirst()
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
          rest = rest.dropFirst()
        }
        guard digits(&rest) > 0 else { return false }
      }
      return rest.isEmpty
    }
  }
}

private typealias FaultError = JSONSyntax.Fault

extension JSONSyntax.Fault: Error {}
