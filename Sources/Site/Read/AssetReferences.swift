import Markdown
import Text

/// Where stylesheets and scripts name other files.
enum AssetReferences {
  /// The bytes of the address in the file.
  typealias Place = Range<Int>

  /// An address, and what the file does with it.
  struct Reference {
    let place: Place
    let use: ContentDirective
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
    func take(_ place: Place) { places.append(Reference(place: place, use: use)) }
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

  /// What `import` and `from` name, where it begins with `.` or `/` (ECMAScript, section 16.2) or is a whole address, and
  /// whole addresses that stand right in a request. Lines that begin as comments are passed over.
  static func inScript(_ script: [UInt8]) -> [Reference] {
    var places: [Reference] = []
    var quotes = Quotes(script)
    for line in lines(script) {
      var first = line.lowerBound
      while first < line.upperBound, isSpace(script[first]) { first += 1 }
      if has("//", in: script, at: first) || has("/*", in: script, at: first)
        || has("*", in: script, at: first)
      {
        continue
      }
      var at = line.lowerBound
      while at < line.upperBound {
        if let source = source(script, at, &quotes) {
          places.append(source)
          at = source.place.upperBound
          continue
        }
        guard Self.initials[Int(script[at])] else {
          at += 1
          continue
        }
        let word = words.first { has($0, in: script, at: at) }
        let isRequest = word?.last == "("
        guard let word,
          at == 0 || !isNameByte(script[at - 1]) || isRequest && script[at - 1] == UInt8(ascii: ".")
        else {
          at += 1
          continue
        }
        at = skipSpace(script, at + word.utf8.count)
        if word == "import", at < script.count, script[at] == UInt8(ascii: "(") {
          at = skipSpace(script, at + 1)
        }
        guard let quoted = quotes.string(at: at) ?? template(script, at), let start = script[quoted].first
        else { continue }
        let isWhole = isElsewhere(script[quoted])
        if isWhole || !isRequest && (start == UInt8(ascii: ".") || start == UInt8(ascii: "/")) {
          places.append(
            Reference(place: quoted, use: isRequest && word != "importScripts(" ? .connect : .script))
          at = quoted.upperBound
        }
      }
    }
    return places
  }

  /// What `.src = "https://…"` loads into an element, where the end of the address or `new Image()` tells what that is.
  private static func source(_ script: [UInt8], _ start: Int, _ quotes: inout Quotes) -> Reference? {
    guard script[start] == UInt8(ascii: "."), has(".src", in: script, at: start) else { return nil }
    let equals = skipSpace(script, start + 4)
    guard equals < script.count, script[equals] == UInt8(ascii: "="),
      let place = quotes.string(at: skipSpace(script, equals + 1)), isElsewhere(script[place]),
      UnsafeScheme.find(in: script[place]) == nil
    else { return nil }
    let path = script[place].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let ending = PathText.ending(of: String(decoding: path, as: UTF8.self))
    let isPicture = script[..<start].suffix(7).elementsEqual("Image()".utf8)
    let use: ContentDirective? =
      isPicture ? .image : endings.first { $0.value.contains(ending) }.map(\.key)
    return use.map { Reference(place: place, use: $0) }
  }

  private static let endings: [ContentDirective: Set<String>] = [
    .script: ["js", "mjs"], .image: ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"],
    .media: ["mp3", "mp4", "ogg", "webm"],
  ]

  /// What is sure of a template literal at `start`: all of it, or what stands before its first value.
  private static func template(_ script: [UInt8], _ start: Int) -> Place? {
    guard start < script.count, script[start] == UInt8(ascii: "`") else { return nil }
    let end = script[(start + 1)...].firstIndex {
      $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "$") || $0 == 0x0A
    }
    return end.map { start + 1..<$0 }
  }

  /// What imports, then what asks for something.
  private static let words = [
    "importScripts(", "import", "from", "fetch(", "sendBeacon(", "EventSource(", "WebSocket(",
  ]
  /// For each byte whether one of `words` begins with it, and whether something in a stylesheet does: most begin nothing.
  private static let initials = table(words.compactMap(\.utf8.first))
  private static let beginnings = table(Array("/};iIuU@\"'()".utf8))

  private static func table(_ bytes: [UInt8]) -> [Bool] {
    bytes.reduce(into: Array(repeating: false, count: 256)) { $0[Int($1)] = true }
  }

  /// Whether an address is not one of a file next to the one that names it.
  static func isElsewhere(_ address: some Collection<UInt8>) -> Bool {
    address.starts(with: "//".utf8) || WebAddressParts(address.prefix(200), allowingSockets: true) != nil
      || UnsafeScheme.find(in: Array(address)[...]) == "data"
  }

  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: true).map { $0.startIndex..<$0.endIndex }
  }

  /// Strings in a file. Where one is found not to end, those that begin inside it with the same mark do not end either,
  /// and are not gone through again: whatever quotation marks a file has, each byte is read twice at most.
  private struct Quotes {
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
  private static func has(_ text: String, in bytes: [UInt8], at place: Int, anyCase: Bool = false) -> Bool {
    var at = place
    for byte in text.utf8 {
      guard at < bytes.count,
        bytes[at] == byte || anyCase && bytes[at] &- 0x41 < 26 && bytes[at] | 0x20 == byte
      else { return false }
      at += 1
    }
    return true
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if has(mark, in: bytes, at: at) { return at + mark.utf8.count }
      at += 1
    }
    return bytes.count
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func skipSpace(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    return at
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
      || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
