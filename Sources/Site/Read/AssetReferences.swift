import Markdown
import Text

/// Where stylesheets and scripts name other files.
enum AssetReferences {
  /// The bytes of the address in the file.
  typealias Place = Range<Int>

  /// An address, and what the file does with it.
  struct Reference {
    let place: Place
    /// Nil where only the script knows.
    let need: PolicyNeed.Kind?
    var start = Start.file
  }

  /// Where a path starts that has no slash at its beginning.
  enum Start: Sendable {
    /// At the file that names it.
    case file
    /// At whatever page loads the file.
    case page
    /// Nowhere: it is the name of a package.
    case package
    /// There is no path: a script makes the address while it runs (`URL.createObjectURL`).
    case blob
  }

  /// What `url(…)`, `image-set(…)` and `@import` name; comments and other strings are passed over (CSS Syntax, section 4).
  static func inStylesheet(_ css: [UInt8]) -> [Reference] {
    var places: [Reference] = []
    var quotes = Quotes(css)
    var at = 0
    // What the rule at hand does with its addresses.
    var use = ContentDirective.image
    // How many brackets are open in an `image-set(…)`, whose own strings are addresses (CSS Images, level 4, section 2.4).
    var depth = 0
    func take(_ place: Place) { places.append(Reference(place: place, need: .load(use))) }
    while at < css.count {
      if !Self.beginnings[Int(css[at])] {
        at += 1
      } else if has("/*", in: css, at: at) {
        at = end(of: "*/", in: css, from: at + 2)
      } else if css[at] == UInt8(ascii: "}") || css[at] == UInt8(ascii: ";") && use == .style {
        (use, depth) = (.image, 0)
        at += 1
      } else if has("image-set(", in: css, at: at, anyCase: true),
        at == 0 || css[at - 1] == UInt8(ascii: "-") || !isNameByte(css[at - 1])
      {
        depth = 1
        at += 10
      } else if has("@font-face", in: css, at: at, anyCase: true) {
        use = .font
        at += 10
      } else if has("@namespace", in: css, at: at, anyCase: true) {
        // Names a language and loads nothing.
        at = end(of: ";", in: css, from: at)
      } else if has("url(", in: css, at: at, anyCase: true), at == 0 || !isNameByte(css[at - 1]) {
        if depth > 0 { depth += 1 }
        let start = skipSpace(css, at + 4)
        if let quoted = quotes.string(at: start) {
          take(quoted)
          at = quoted.upperBound + 1
        } else {
          let close = css[min(start, css.count)...].firstIndex(of: UInt8(ascii: ")")) ?? css.count
          var last = close
          while last > start, isSpace(css[last - 1]) { last -= 1 }
          take(start..<last)
          at = close
        }
      } else if has("@import", in: css, at: at, anyCase: true) {
        use = .style
        at = skipSpace(css, at + 7)
        if let quoted = quotes.string(at: at) {
          take(quoted)
          at = quoted.upperBound + 1
        }
      } else if let string = quotes.string(at: at) {
        if depth == 1 { take(string) }
        at = string.upperBound + 1
      } else {
        if depth > 0 {
          if css[at] == UInt8(ascii: "(") { depth += 1 }
          if css[at] == UInt8(ascii: ")") { depth -= 1 }
        }
        at += 1
      }
    }
    return places
  }

  /// For each byte whether something in a stylesheet begins with it: most begin nothing.
  private static let beginnings = table(Array("/};iIuU@\"'()".utf8))

  static func table(_ bytes: [UInt8]) -> [Bool] {
    bytes.reduce(into: Array(repeating: false, count: 256)) { $0[Int($1)] = true }
  }

  /// Whether an address is not one of a file next to the one that names it.
  static func isElsewhere(_ address: some Collection<UInt8>) -> Bool {
    address.starts(with: "//".utf8) || address.starts(with: "blob:".utf8)
      || WebAddressParts(address.prefix(200), allowingSockets: true) != nil
      || UnsafeScheme.find(in: Array(address)[...]) == "data"
  }

  /// Strings in a file. Where one is found not to end, those that begin inside it with the same mark do not end either,
  /// and are not gone through again: whatever quotation marks a file has, each byte is read twice at most.
  struct Quotes {
    private let bytes: [UInt8]
    /// Up to where no string of double and of single marks ends.
    private var openUntil = (double: 0, single: 0)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What stands between the quotation mark at `start` and the next one of its kind in the same line.
    mutating func string(at start: Int) -> Place? {
      guard start < bytes.count else { return nil }
      let mark = bytes[start]
      let isDouble = mark == UInt8(ascii: "\"")
      guard isDouble || mark == UInt8(ascii: "'"), start >= (isDouble ? openUntil.double : openUntil.single)
      else { return nil }
      var at = start + 1
      while at < bytes.count, bytes[at] != 0x0A {
        if bytes[at] == mark { return start + 1..<at }
        at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
      }
      if isDouble { openUntil.double = at } else { openUntil.single = at }
      return nil
    }
  }

  /// `text` in small letters; with `anyCase`, the bytes may have capitals as well.
  static func has(_ text: String, in bytes: [UInt8], at place: Int, anyCase: Bool = false) -> Bool {
    var at = place
    for byte in text.utf8 {
      guard at < bytes.count,
        bytes[at] == byte || anyCase && bytes[at] &- 0x41 < 26 && bytes[at] | 0x20 == byte
      else { return false }
      at += 1
    }
    return true
  }

  static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if has(mark, in: bytes, at: at) { return at + mark.utf8.count }
      at += 1
    }
    return bytes.count
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func skipSpace(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    return at
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
      || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
