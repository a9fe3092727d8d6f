import Text

/// The rules of a stylesheet that take an element of a class or id from readers: `display: none` and `visibility: hidden`.
struct HidingRules {
  struct Rule {
    /// Compounds of a tag, classes and ids, one inside another, as written.
    let selector: String
    /// The conditions around it, outermost first; empty for all media.
    let media: String
    fileprivate let hides: Bool

    /// The classes and ids of its last compound.
    fileprivate var names: [String] {
      let last = selector.split { $0 == " " || $0 == ">" }.last ?? ""
      let tag = last.prefix { $0 != "." && $0 != "#" }
      return last.dropFirst(tag.count).split { $0 == "." || $0 == "#" }.map(String.init)
    }

    var isOnPaper: Bool { media.contains("print") && !media.contains("not print") }
  }

  private var rules: [Rule] = []

  var isEmpty: Bool { !rules.contains(where: \.hides) }

  /// Those about elements that have one of some classes or ids, and that nothing else in the stylesheet takes back: what is hidden on
  /// a screen and shown on paper, or the other way around, is not lost.
  func lasting(of names: Set<String>) -> [Rule] {
    let own = rules.enumerated().filter { !names.isDisjoint(with: $0.element.names) }
    let shown = Dictionary(grouping: own.filter { !$0.element.hides }) { $0.element.selector }
    return own.filter { place, rule in
      rule.hides
        && shown[rule.selector]?.contains { other, shown in
          shown.media == rule.media ? other > place : !shown.media.isEmpty
        } != true
    }.map(\.element)
  }

  /// `bytes` are those of a stylesheet without comments.
  init(_ bytes: [UInt8]) {
    guard
      ByteSearch.first(Array("none".utf8), in: bytes[...]) != nil
        || ByteSearch.first(Array("hidden".utf8), in: bytes[...]) != nil
    else { return }
    var open: [(prelude: Range<Int>, display: Bool?)] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = bytes[at]
        at += 1
        while at < bytes.count, bytes[at] != quote { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
      case UInt8(ascii: "{"):
        open.append((start..<at, nil))
        start = at + 1
      case UInt8(ascii: ";"), UInt8(ascii: "}"):
        if let shown = Self.display(bytes[min(start, at)..<at]), !open.isEmpty {
          open[open.count - 1].display = shown
        }
        start = at + 1
        if bytes[at] == UInt8(ascii: "}"), let rule = open.popLast(), let shown = rule.display {
          add(rule.prelude, hides: !shown, in: open.map(\.prelude), bytes)
        }
      default: break
      }
      at += 1
    }
  }

  /// What a declaration says of whether its element is shown; nil for nothing.
  private static func display(_ declaration: ArraySlice<UInt8>) -> Bool? {
    let declaration = declaration.drop { $0 <= 0x20 }
    let isVisibility = declaration.starts(with: "visibility".utf8)
    guard isVisibility || declaration.starts(with: "display".utf8) else { return nil }
    let value = declaration.dropFirst(isVisibility ? 10 : 7).drop { $0 <= 0x20 }
    guard value.first == UInt8(ascii: ":") else { return nil }
    let word = value.dropFirst().drop { $0 <= 0x20 }
    return !word.starts(with: (isVisibility ? "hidden" : "none").utf8)
  }

  private mutating func add(
    _ prelude: Range<Int>, hides: Bool, in outer: [Range<Int>], _ bytes: [UInt8]
  ) {
    func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range], as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    }
    let media = outer.map(text)
    // A rule in a rule is of what is inside that.
    guard media.allSatisfy({ $0.hasPrefix("@") }) else { return }
    for selector in text(prelude).split(separator: ",") {
      let selector = selector.drop { $0 == " " }
      let last = selector.split { $0 == " " || $0 == ">" }.last ?? ""
      // What depends on a state, or on what stands beside it, may be right.
      guard last.contains(where: { $0 == "." || $0 == "#" }),
        selector.allSatisfy({ $0.isLetter || $0.isNumber || "-_.# >".contains($0) })
      else { continue }
      rules.append(
        Rule(selector: String(selector), media: media.joined(separator: " ").lowercased(), hides: hides))
    }
  }
}

extension HidingRules.Rule {
  /// Whether it is about the last of some elements, which are one inside another.
  func matches(_ elements: ArraySlice<ShownElement>) -> Bool {
    var compounds = selector.replacing(">", with: " > ").split(separator: " ")
    guard let own = elements.last, let last = compounds.popLast(), Self.matches(last, own) else {
      return false
    }
    var around = elements.dropLast()
    while let compound = compounds.popLast() {
      let isParent = compound == ">"
      guard let wanted = isParent ? compounds.popLast() : compound else { return false }
      guard let place = around.lastIndex(where: { Self.matches(wanted, $0) }),
        !isParent || place == around.endIndex - 1
      else { return false }
      around = around[..<place]
    }
    return true
  }

  private static func matches(_ compound: Substring, _ element: ShownElement) -> Bool {
    var rest = compound
    let tag = rest.prefix { $0 != "." && $0 != "#" }
    if !tag.isEmpty, tag.lowercased() != element.name { return false }
    rest = rest.dropFirst(tag.count)
    while let sign = rest.first {
      let name = rest.dropFirst().prefix { $0 != "." && $0 != "#" }
      guard sign == "." ? element.classes.contains(String(name)) : element.id == name else { return false }
      rest = rest.dropFirst(name.count + 1)
    }
    return true
  }
}
