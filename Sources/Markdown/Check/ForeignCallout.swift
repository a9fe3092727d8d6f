/// Callouts as other tools write them: MkDocs and Python-Markdown (`!!! danger`, `??? note`), Docusaurus, VuePress and
/// Pandoc (`:::danger`), GitBook and Jekyll (`{% hint style="danger" %}`), Hugo (`{{< hint danger >}}`), Confluence
/// (`{warning}`), reStructuredText (`.. warning::`), docsify (`!> text`), kramdown and Wiki.js (`{: .warning }`), GitHub
/// before it had marks, and Notion (`> **Warning**`, `> ⚠️ text`).
enum ForeignCallout {
  /// What a name that other tools know means here.
  static func callout(named name: some Sequence<UInt8>) -> Callout? {
    let name = String(decoding: Array(name), as: UTF8.self).lowercased()
    return Callout(rawValue: name) ?? names[name]
  }

  private static let names: [String: Callout] = [
    "info": .note, "information": .note, "seealso": .note, "abstract": .note,
    "summary": .note, "tldr": .note, "todo": .note, "question": .note, "help": .note,
    "example": .note, "quote": .note, "details": .note, "bug": .note, "aside": .note, "remark": .note,
    "hint": .tip, "success": .tip, "check": .tip, "done": .tip,
    "attention": .important, "notice": .important, "primary": .important, "red-flag": .emergency,
    "warn": .warning, "alert": .warning, "danger": .caution, "error": .caution, "failure": .caution,
    "fail": .caution, "critical": .caution, "stop": .caution, "urgent": .emergency,
  ]

  /// The callout that a line begins; nil for any other line.
  static func begun(by line: ArraySlice<UInt8>) -> Callout? {
    let line = line.prefix(120)
    switch line.first {
    case UInt8(ascii: ":"): return line.starts(with: ":::".utf8) ? first(in: line.dropFirst(3)) : nil
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      if line.dropFirst().starts(with: "> ".utf8) { return line.first == UInt8(ascii: "!") ? .warning : .tip }
      guard line.starts(with: "!!!".utf8) || line.starts(with: "???".utf8) else { return nil }
      let name = line.dropFirst(3).drop { $0 == UInt8(ascii: "+") || $0 == 0x20 }
      return callout(named: name.prefix(while: isNameByte))
    case UInt8(ascii: "."):
      guard line.starts(with: "..".utf8) else { return nil }
      let name = line.dropFirst(2).trimmed.prefix(while: isNameByte)
      guard line[name.endIndex...].starts(with: "::".utf8) else { return nil }
      return name.elementsEqual("admonition".utf8) ? .note : callout(named: name)
    case UInt8(ascii: "{"):
      // `{{ page.note }}` is a template's name.
      let isName = line.dropFirst().first == UInt8(ascii: "{")
      let third = line.dropFirst(2).first
      if isName, third != UInt8(ascii: "<"), third != UInt8(ascii: "%") { return nil }
      let text = line.dropFirst().prefix { $0 != UInt8(ascii: "}") && $0 != 0x0A }
      guard line[text.endIndex...].first == UInt8(ascii: "}") else { return nil }
      let name = text.drop { $0 != UInt8(ascii: "/") && !$0.isLetterOfASCII }
      let isEnd = name.first == UInt8(ascii: "/") || name.starts(with: "end".utf8)
      return isEnd || text.first == UInt8(ascii: "#") ? nil : first(in: text)
    default: return nil
    }
  }

  /// What of a command's or container's words names a callout: `hint style="danger"`, `.callout-warning`,
  /// `endhint`. A word that says which is better than one that says that it is one.
  private static func first(in text: ArraySlice<UInt8>) -> Callout? {
    var found: Callout?
    for word in text.split(whereSeparator: { !isNameByte($0) }) {
      let name = String(decoding: word, as: UTF8.self).lowercased()
      if containers.contains(name) {
        found = found ?? .note
        continue
      }
      let parts = [word] + word.split(separator: UInt8(ascii: "-"))
      if let callout = parts.lazy.compactMap({ callout(named: $0) }).first {
        if name != "hint" && name != "alert" && name != "notice" && name != "aside" { return callout }
        found = callout
      }
    }
    return found
  }

  /// What the classes of an HTML element make of it: `alert alert-danger`, `callout warning`.
  static func callout(classes: ArraySlice<UInt8>) -> Callout? { first(in: classes) }

  private static let containers: Set = ["callout", "admonition", "panel", "banner"]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isWordOfASCII || byte == UInt8(ascii: "-")
  }

  /// What a sign at the beginning of a quote means: a picture, or a short code such as `:warning:`.
  static func callout(signedBy text: ArraySlice<UInt8>) -> Callout? {
    guard let first = text.first, first >= 0xE2 || first == UInt8(ascii: ":") else { return nil }
    return signs.first { text.starts(with: $0.sign.utf8) }?.callout
  }

  private static let signs: [(sign: String, callout: Callout)] = [
    ("\u{26A0}", .warning), ("\u{1F6A8}", .emergency), ("\u{2757}", .important), ("\u{203C}", .important),
    ("\u{1F6D1}", .caution), ("\u{26D4}", .caution), ("\u{2620}", .caution), ("\u{1F4A1}", .tip),
    ("\u{2139}", .note), ("\u{1F4DD}", .note), ("\u{1F4CC}", .note), ("\u{1F198}", .emergency),
    ("\u{1F691}", .emergency),
    (":warning:", .warning), (":rotating_light:", .emergency), (":exclamation:", .important),
    (":bangbang:", .important), (":heavy_exclamation_mark:", .important), (":octagonal_sign:", .caution),
    (":stop_sign:", .caution), (":no_entry:", .caution), (":skull_and_crossbones:", .caution),
    (":bulb:", .tip), (":information_source:", .note), (":memo:", .note), (":pencil:", .note),
    (":pushpin:", .note), (":sos:", .emergency),
  ]

  /// Whether a paragraph begins with a sign of what must not be done. A quote may: `> ❌ “It is all in your head.”`
  static func isCross(_ text: ArraySlice<UInt8>) -> Bool {
    (text.first ?? 0) >= 0xE2 && crosses.contains { text.starts(with: $0.utf8) }
  }

  private static let crosses = ["\u{274C}", "\u{1F534}", "\u{270B}", "\u{1F6AB}"]

  /// Whether it begins with any sign that people begin the lines of a list with.
  static func isMark(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: [0xE2, 0x9C] as [UInt8]) || text.starts(with: [0xE2, 0x9D] as [UInt8])
      || text.starts(with: [0xF0, 0x9F] as [UInt8])
  }

  /// `⚠️ Danger`, `🚨 When to call`, `Warning`: what a heading warns of.
  static func callout(heading text: ArraySlice<UInt8>) -> Callout? {
    let word = text.last == UInt8(ascii: "!") ? text.dropLast() : text
    let isWord = word.count < 12 && warningWords.contains(String(decoding: word, as: UTF8.self).lowercased())
    let found = callout(signedBy: text) ?? (isWord ? callout(named: word) : nil)
    return [.warning, .caution, .emergency].contains(found) ? found : isCross(text) ? .caution : nil
  }

  /// The callout that bold or slanted words at the beginning of a quote name: `**Warning**`, `**Warning:**`,
  /// `**⚠️ Danger**`. `following` is what stands behind them.
  static func callout(titled title: ArraySlice<UInt8>, before following: ArraySlice<UInt8>) -> Callout? {
    let signed = callout(signedBy: title)
    let words = signed == nil ? title : title.drop { !$0.isLetterOfASCII }
    let name = words.prefix(while: isNameByte)
    let rest = words[name.endIndex...].trimmed
    let isColon = rest.elementsEqual(":".utf8) || rest.elementsEqual("!".utf8)
    if signed == nil, let loud = callout(loudly: words.trimmed) { return loud }
    let isTitle = titles.contains(String(decoding: name, as: UTF8.self).lowercased())
    guard rest.isEmpty || isColon, isTitle || signed != nil, let found = callout(named: name) ?? signed else {
      return nil
    }
    if isColon || signed != nil { return found }
    // `**Note** that …` is a sentence.
    let next = following.drop { $0 == 0x20 }.first ?? 0x0A
    let goesOn = ProseByte.isLetter(next) && next >= 0x61 || next == UInt8(ascii: ",")
    return goesOn ? nil : found
  }

  /// `RED FLAGS:`, `STOP!`, `Urgent:`: titles that warn and are no kind of callout anywhere.
  private static func callout(loudly title: ArraySlice<UInt8>) -> Callout? {
    guard let last = title.last, [0x3A, 0x21].contains(last), title.first ?? 0x61 < 0x61 else { return nil }
    switch String(decoding: title.dropLast(), as: UTF8.self) {
    case "RED FLAGS", "Red flags", "Red Flags", "RED FLAG", "Red flag", "Red Flag", "URGENT", "Urgent":
      return .emergency
    case "STOP": return .caution
    default: return nil
    }
  }

  private static let warningWords = Set(
    [Callout.warning, .caution, .emergency].map(\.rawValue) + ["danger", "attention", "alert"])

  private static let titles = Set(Callout.allCases.map(\.rawValue)).union([
    "danger", "attention", "hint", "info", "alert", "notice",
  ])

  /// Whether a word that stands where the language of code does is none of those: `warning`.
  static func isTitle(_ word: ArraySlice<UInt8>) -> Bool {
    titles.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// Elements that documentation sites make callouts of.
  static func callout(element name: String) -> Callout? {
    elements.contains(name) ? callout(named: name.utf8) ?? .note : nil
  }

  private static let elements = titles.union(["admonition", "callout"])
}
