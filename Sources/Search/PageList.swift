/// A list of pages by number as text: the steps from one to the next, in base 36 with spaces between, or, where that
/// is shorter, `!` and a bit for each page, six of them a character (base64url, lowest bit first).
enum PageList {
  static func append(_ pages: [UInt32], to out: inout [UInt8]) {
    guard let last = pages.last else { return }
    let bitmapSize = Int(last) / 6 + 2
    var sparseSize = 0
    var previous = 0
    for page in pages {
      sparseSize += digits(Int(page) + 1 - previous) + 1
      previous = Int(page) + 1
    }
    if bitmapSize < sparseSize { return appendBits(pages, to: &out) }
    previous = 0
    for (place, page) in pages.enumerated() {
      if place > 0 { out.append(0x20) }
      appendNumber(Int(page) + 1 - previous, to: &out)
      previous = Int(page) + 1
    }
  }

  private static func appendBits(_ pages: [UInt32], to out: inout [UInt8]) {
    out.append(UInt8(ascii: "!"))
    var group = 0
    var bits: UInt8 = 0
    for page in pages {
      while Int(page) / 6 > group {
        out.append(alphabet[Int(bits)])
        (bits, group) = (0, group + 1)
      }
      bits |= 1 << UInt8(page % 6)
    }
    out.append(alphabet[Int(bits)])
  }

  private static func digits(_ number: Int) -> Int { number < 36 ? 1 : 1 + digits(number / 36) }

  private static func appendNumber(_ number: Int, to out: inout [UInt8]) {
    if number >= 36 { appendNumber(number / 36, to: &out) }
    let digit = UInt8(number % 36)
    out.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
