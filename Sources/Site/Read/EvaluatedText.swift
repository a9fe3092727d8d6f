import Markdown
import Text

/// Where a script does what no policy of ours lets it do: it makes code of text with `eval`, `Function`, timers that are given a text
/// (Content Security Policy, level 3, section 4.4) or WebAssembly, or gives an element a style or a handler as an attribute. Comments, strings and the fixed parts of template literals are passed over.
struct EvaluatedText {
  typealias Found = (need: PolicyNeed.Kind, place: Int)

  private let script: [UInt8]
  private var found: [Found] = []
  private var at = 0
  /// For each template literal around the code at hand how many braces are open in it.
  private var literals: [Int] = []
  /// The word and the mark that come right before the place at hand.
  private var before = (word: "", mark: UInt8(0))

  /// Linear in the script.
  static func find(in script: [UInt8]) -> [Found] {
    // Most scripts have none of the names, and are not gone through letter by letter.
    guard
      evaluators.union(timers).union([assembly, attributeSetter]).contains(where: {
        ByteSearch.first(Array($0.utf8), in: script[...]) != nil
      })
    else { return [] }
    var scan = EvaluatedText(script)
    scan.run()
    return scan.found
  }

  private static let evaluators: Set = ["eval", "Function"]
  private static let timers: Set = ["setTimeout", "setInterval"]
  private static let assembly = "WebAssembly"
  private static let compilers: Set = [
    "compile", "compileStreaming", "instantiate", "instantiateStreaming", "Module",
  ]
  private static let attributeSetter = "setAttribute"
  /// Whose `eval` is the browser's own.
  private static let globals: Set = ["window", "globalThis", "self"]
  /// Old libraries ask so for the window, and do without where it fails.
  private static let harmless = [Array("\"return this\"".utf8), Array("'return this'".utf8)]

  private init(_ script: [UInt8]) { self.script = script }

  private mutating func run() {
    while at < script.count {
      let byte = script[at]
      if byte == UInt8(ascii: "/"), next == UInt8(ascii: "/") {
        at = script[at...].firstIndex(of: 0x0A) ?? script.count
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        at = ByteSearch.first(Array("*/".utf8), in: script[(at + 2)...])?.upperBound ?? script.count
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let start = at
        skipString(byte)
        takeMember(named: start + 1..<max(start + 1, at - 1), at: start)
        before = ("", byte)
      } else if byte == UInt8(ascii: "`") {
        at += 1
        skipLiteral()
      } else if Self.isNameByte(byte) {
        takeWord()
      } else {
        takeMark(byte)
      }
    }
  }

  private var next: UInt8? { at + 1 < script.count ? script[at + 1] : nil }

  private mutating func takeMark(_ byte: UInt8) {
    at += 1
    if byte <= 0x20 { return }
    // A member's name: whose it is counts.
    before = (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") ? before.word : "", byte)
    guard let open = literals.last else { return }
    if byte == UInt8(ascii: "{") { literals[literals.count - 1] += 1 }
    if byte == UInt8(ascii: "}") {
      literals[literals.count - 1] -= 1
      if open == 0 {
        literals.removeLast()
        skipLiteral()
      }
    }
  }

  private mutating func takeWord() {
    let start = at
    while at < script.count, Self.isNameByte(script[at]) { at += 1 }
    let word = String(decoding: script[start..<at], as: UTF8.self)
    defer { before = (word, 0) }
    if before.word == Self.assembly, before.mark == UInt8(ascii: "."), Self.compilers.contains(word),
      argument() != nil
    {
      found.append((.evaluation(Self.assembly), start))
      return
    }
    if word == Self.attributeSetter, before.mark == UInt8(ascii: "."), let need = attribute() {
      found.append((need, start))
      return
    }
    let isEvaluator = Self.evaluators.contains(word)
    // `(0, eval)("…")`
    if isEvaluator, before.mark == UInt8(ascii: ","), calls(behind: UInt8(ascii: ")"), from: at) {
      found.append((.evaluation(word), start))
      return
    }
    guard isEvaluator || Self.timers.contains(word), let argument = argument() else { return }
    if isEvaluator {
      let isMember = before.mark == UInt8(ascii: ".")
      if isMember ? !Self.globals.contains(before.word) : before.word == "function" { return }
      if Self.harmless.contains(where: { script[argument...].starts(with: $0) }) { return }
    } else if !Array("\"'`".utf8).contains(script[argument]) {
      return
    }
    found.append((.evaluation(word), start))
  }

  /// `window["eval"]("…")`
  private mutating func takeMember(named name: Range<Int>, at start: Int) {
    guard before.mark == UInt8(ascii: "["), Self.globals.contains(before.word),
      name.upperBound <= script.count
    else { return }
    let word = String(decoding: script[name], as: UTF8.self)
    if Self.evaluators.contains(word), calls(behind: UInt8(ascii: "]"), from: at) {
      found.append((.evaluation(word), start))
    }
  }

  /// Whether a bracket stands at `place`, and a call behind it.
  private func calls(behind bracket: UInt8, from place: Int) -> Bool {
    guard let close = script[min(place, script.count)...].firstIndex(where: { $0 > 0x20 }),
      script[close] == bracket
    else { return false }
    return script[(close + 1)...].first { $0 > 0x20 } == UInt8(ascii: "(")
  }

  /// What `setAttribute("style", …)` and `setAttribute("onclick", …)` need; nil for other attributes.
  private func attribute() -> PolicyNeed.Kind? {
    guard let start = argument(), Array("\"'`".utf8).contains(script[start]),
      let end = script[(start + 1)...].firstIndex(of: script[start]), end - start < 30
    else { return nil }
    let name = String(decoding: script[(start + 1)..<end], as: UTF8.self).lowercased()
    if name == "style" { return .inlineStyle }
    let isHandler = name.count > 3 && name.hasPrefix("on") && name.utf8.allSatisfy { $0 &- 0x61 < 26 }
    return isHandler ? .handler(name) : nil
  }

  /// Where the first argument of a call begins; nil when none is called.
  private func argument() -> Int? {
    guard let open = script[at...].firstIndex(where: { $0 > 0x20 }), script[open] == UInt8(ascii: "(") else {
      return nil
    }
    return script[(open + 1)...].firstIndex { $0 > 0x20 }
  }

  /// Behind a string, or at the end of its line.
  private mutating func skipString(_ mark: UInt8) {
    at += 1
    while at < script.count, script[at] != mark, script[at] != 0x0A {
      at += script[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at = min(at + 1, script.count)
  }

  /// To the code in a template literal, or behind its end.
  private mutating func skipLiteral() {
    while at < script.count, script[at] != UInt8(ascii: "`") {
      if script[at] == UInt8(ascii: "$"), next == UInt8(ascii: "{") {
        literals.append(0)
        at += 2
        before = ("", UInt8(ascii: "{"))
        return
      }
      at += script[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at = min(at + 1, script.count)
    before = ("", UInt8(ascii: "`"))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }
}
