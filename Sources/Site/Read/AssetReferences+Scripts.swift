import Markdown
import Text

extension AssetReferences {
  /// What a script imports, starts as a worker or finds beside itself (`new URL("…", import.meta.url)`), and whole addresses that
  /// stand right in a request or are made the source of an element. Comments that begin a line are passed over.
  static func inScript(_ script: [UInt8]) -> [Reference] {
    var scan = ScriptReferences(script)
    scan.run()
    return scan.found
  }
}

private struct ScriptReferences {
  private typealias Files = AssetReferences

  /// What a word does with the address behind it. Where that starts is told apart for one that begins with a dot and one that does not;
  /// nil where the host may answer, or where the word may stand in a text.
  private struct Use {
    var need: PolicyNeed.Kind?
    var dotted: AssetReferences.Start?
    var bare: AssetReferences.Start?
  }

  private let script: [UInt8]
  private(set) var found: [AssetReferences.Reference] = []
  private var quotes: AssetReferences.Quotes
  private var at = 0
  private var made: MadeAddresses

  init(_ script: [UInt8]) {
    self.script = script
    quotes = AssetReferences.Quotes(script)
    made = MadeAddresses(script)
  }

  private static let request = Use(need: .load(.connect))
  private static let worker = Use(need: .elsewhere(.worker), dotted: .page, bare: .page)
  private static let uses: [String: Use] = [
    "import": Use(need: .load(.script), dotted: .file, bare: .package),
    "from": Use(need: .load(.script), dotted: .file),
    "importScripts": Use(need: .load(.script), dotted: .file, bare: .file),
    "fetch": request, "sendBeacon": request, "EventSource": request, "WebSocket": request,
    "Worker": worker, "SharedWorker": worker,
    "register": Use(need: .elsewhere(.serviceWorker), dotted: .page, bare: .page),
    "addModule": Use(need: .load(.script), dotted: .page, bare: .page),
    "URL": Use(dotted: .file, bare: .file),
  ]
  /// For each byte whether one of the words begins with it: most begin none.
  private static let initials = AssetReferences.table(uses.keys.compactMap(\.utf8.first))
  private static let longest = uses.keys.map(\.utf8.count).max() ?? 0
  /// More than that would be looked through again for each word of a script that is one line.
  private static let longestStatement = 1_000

  mutating func run() {
    skipComments()
    while at < script.count {
      let byte = script[at]
      if byte == 0x0A {
        skipComments()
      } else if byte == UInt8(ascii: "."), let source = source() {
        found.append(source)
        at = source.place.upperBound
      } else if Self.initials[Int(byte)], at == 0 || !Self.isNameByte(script[at - 1]), let word = word(),
        let use = Self.uses[word]
      {
        take(word, use)
      } else {
        at += 1
      }
    }
  }

  /// To what the next line with code begins with.
  private mutating func skipComments() {
    while true {
      at = Files.skipSpace(script, at)
      if Files.has("/*", in: script, at: at) {
        at = Files.end(of: "*/", in: script, from: at + 2)
      } else if Files.has("//", in: script, at: at) {
        at = script[at...].firstIndex(of: 0x0A) ?? script.count
      } else {
        return
      }
    }
  }

  // MARK: Words

  private func word() -> String? {
    let rest = script[at...].prefix(Self.longest + 1)
    let letters = rest.prefix { Self.isWordByte($0) }
    return letters.count > Self.longest ? nil : String(decoding: letters, as: UTF8.self)
  }

  private mutating func take(_ word: String, _ use: Use) {
    let start = at
    at += word.utf8.count
    let next = Files.skipSpace(script, at)
    let isCall = next < script.count && script[next] == UInt8(ascii: "(")
    guard isBrowsersOwn(word, at: start) else { return }
    switch word {
    case "import" where !isCall, "from":
      guard let place = literal(next) else { return }
      var use = use
      if word == "from", isInStatement(start) { use.bare = .package }
      take(place, use)
    case "URL":
      if isCall, let (place, start) = completed(next + 1), start == .file { take(place, use) }
    default:
      if isCall { takeArguments(from: Files.skipSpace(script, next + 1), word, use) }
    }
  }

  /// Whether a name means what browsers call so: other things are registered, too, and arrays made from something.
  private func isBrowsersOwn(_ word: String, at start: Int) -> Bool {
    let isMember = start > 0 && script[start - 1] == UInt8(ascii: ".")
    let dot = start > 1 && script[start - 2] == UInt8(ascii: "?") ? start - 2 : start - 1
    func belongs(to owners: String...) -> Int? {
      owners.lazy.compactMap { self.start(of: $0, before: dot) }.first
    }
    switch word {
    case "Worker", "SharedWorker":
      let begin = isMember ? belongs(to: "window", "self", "globalThis") : start
      return begin.flatMap { self.start(of: "new", before: $0) } != nil
    case "register": return isMember && belongs(to: "serviceWorker") != nil
    case "addModule": return isMember && belongs(to: "audioWorklet", "paintWorklet") != nil
    case "import", "from": return !isMember
    case "importScripts", "URL": return !isMember || belongs(to: "self", "window", "globalThis") != nil
    default: return true
    }
  }

  /// Where `word` begins, when it is the last one before `end`.
  private func start(of word: String, before end: Int) -> Int? {
    var last = max(end, 0)
    while last > 0, Files.isSpace(script[last - 1]) { last -= 1 }
    let start = last - word.utf8.count
    guard start >= 0, Files.has(word, in: script, at: start),
      start == 0 || !Self.isWordByte(script[start - 1])
    else { return nil }
    return start
  }

  /// Whether the line at hand begins as an `import` or `export` does, or as the last line of one.
  private func isInStatement(_ place: Int) -> Bool {
    let before = max(place - Self.longestStatement, 0)..<place
    guard let line = script[before].lastIndex(of: 0x0A).map({ $0 + 1 }) ?? (before.lowerBound == 0 ? 0 : nil)
    else { return false }
    let first = Files.skipSpace(script, line)
    return ["import", "export", "}"].contains { Files.has($0, in: script, at: first) }
  }

  // MARK: Addresses

  /// What a call is given first; `importScripts` takes several addresses.
  private mutating func takeArguments(from first: Int, _ word: String, _ use: Use) {
    if use.dotted != nil, let made = madeAddress(first), let need = use.need {
      at = made.upperBound
      found.append(.init(place: made, need: need, start: .blob))
      return
    }
    if let open = newAddress(at: first) {
      guard let (place, start) = completed(open) else { return }
      let known = start == .file || use.dotted != nil ? start : nil
      // A folder or a path from the host is told of only where code has to be.
      let need = use.dotted == nil && !Files.isElsewhere(script[place]) ? nil : use.need
      take(place, Use(need: need, dotted: known, bare: known))
      return
    }
    var next = first
    while let place = literal(next) {
      take(place, use)
      next = Files.skipSpace(script, place.upperBound + 1)
      guard word == "importScripts", next < script.count, script[next] == UInt8(ascii: ",") else { return }
      next = Files.skipSpace(script, next + 1)
    }
  }

  private mutating func take(_ place: AssetReferences.Place, _ use: Use) {
    at = max(at, place.upperBound)
    let address = script[place]
    guard let first = address.first else { return }
    if Files.isElsewhere(address) {
      if let need = use.need { found.append(.init(place: place, need: need)) }
      return
    }
    let isRooted = first == UInt8(ascii: "/")
    guard let start = isRooted || first == UInt8(ascii: ".") ? use.dotted : use.bare else { return }
    let goesOn = place.upperBound < script.count && script[place.upperBound] == UInt8(ascii: "$")
    switch start {
    case .file:
      // Of what ends with something that only the page knows, the folder is known; beside the script, no file has the name
      // that the script would make.
      if goesOn, isRooted || address.starts(with: "..".utf8) { return }
      let isFolder = address.last == UInt8(ascii: "/") || address.allSatisfy { $0 == UInt8(ascii: ".") }
      if use.need == nil, isRooted || isFolder { return }
    case .package:
      if goesOn || !address.allSatisfy(Self.isPackageByte) { return }
    case .page, .blob:
      if goesOn { return }
    }
    found.append(.init(place: place, need: use.need, start: start))
  }

  /// Behind the bracket of `new URL(`.
  private func newAddress(at place: Int) -> Int? {
    guard Files.has("new", in: script, at: place) else { return nil }
    let name = Files.skipSpace(script, place + 3)
    guard name > place + 3, Files.has("URL", in: script, at: name) else { return nil }
    let open = Files.skipSpace(script, name + 3)
    return open < script.count && script[open] == UInt8(ascii: "(") ? open + 1 : nil
  }

  /// The address in `new URL("…", import.meta.url)`, and where the second argument has it start; nil where only the script knows.
  private mutating func completed(_ open: Int) -> (
    place: AssetReferences.Place, start: AssetReferences.Start
  )? {
    guard let place = literal(Files.skipSpace(script, open)) else { return nil }
    // Of a template, what follows its first value is not read.
    var close = place.upperBound
    if script[close] == UInt8(ascii: "$") {
      guard let end = script[close...].firstIndex(of: UInt8(ascii: "`")) else { return nil }
      close = end
    }
    let comma = Files.skipSpace(script, close + 1)
    guard comma < script.count, script[comma] == UInt8(ascii: ",") else { return (place, .page) }
    let base = Files.skipSpace(script, comma + 1)
    func has(_ texts: String...) -> Bool { texts.contains { Files.has($0, in: script, at: base) } }
    if has("import.meta.url", "document.currentScript.src") { return (place, .file) }
    return has("location", "window.location", "document.baseURI", "document.location") ? (place, .page) : nil
  }

  private mutating func madeAddress(_ place: Int) -> AssetReferences.Place? { made.address(at: place) }

  /// What `.src = "https://…"` loads into an element, where the end of the address or `new Image()` tells what that is.
  private mutating func source() -> AssetReferences.Reference? {
    guard Files.has(".src", in: script, at: at) else { return nil }
    let equals = Files.skipSpace(script, at + 4)
    guard equals < script.count, script[equals] == UInt8(ascii: "=") else { return nil }
    let value = Files.skipSpace(script, equals + 1)
    if let made = madeAddress(value) { return .init(place: made, need: .source, start: .blob) }
    guard let place = quotes.string(at: value), Files.isElsewhere(script[place]) else { return nil }
    if UnsafeScheme.find(in: script[place]) != nil { return .init(place: place, need: .source) }
    let path = script[place].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let ending = PathText.ending(of: String(decoding: path, as: UTF8.self))
    let isPicture = script[..<at].suffix(7).elementsEqual("Image()".utf8)
    let use: ContentDirective? =
      isPicture ? .image : Self.endings.first { $0.value.contains(ending) }.map(\.key)
    return use.map { .init(place: place, need: .load($0)) }
  }

  private static let endings: [ContentDirective: Set<String>] = [
    .script: ["js", "mjs"], .image: ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"],
    .media: ["mp3", "mp4", "ogg", "webm"],
  ]

  // MARK: Bytes

  /// A string, or what is sure of a template literal: all of it, or what stands before its first value.
  private mutating func literal(_ start: Int) -> AssetReferences.Place? {
    guard start < script.count, script[start] == UInt8(ascii: "`") else { return quotes.string(at: start) }
    let end = script[(start + 1)...].firstIndex {
      $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "$") || $0 == 0x0A
    }
    return end.flatMap { script[$0] == 0x0A ? nil : start + 1..<$0 }
  }

  /// In texts, words may be joined by a hyphen.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isWordByte(byte) || byte == UInt8(ascii: "-")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { MadeAddresses.isWordByte(byte) }

  /// Of what packages are called: `three`, `@scope/name`, `node:fs`.
  private static func isPackageByte(_ byte: UInt8) -> Bool {
    isWordByte(byte) || "@/-.:".utf8.contains(byte)
  }
}
