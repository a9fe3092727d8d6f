import Diagnostics
import SiteModel
import Text

/// Lists of a template below the heading of another one: what a cause forbids, where readers look for what may help.
struct ExchangedLists {
  private enum Sense {
    case helps, needsCare, isForbidden
  }

  private let missing: [MissingNeeds]
  private let senses: [Substring: Sense]
  private let language: String

  /// Looks at the pages of causes and their programs. What a template lacks altogether, as `missing` has it, is told as such.
  static func run(_ index: SiteIndex, _ pages: DesignedPages, missing: [MissingNeeds]) -> [Diagnostic] {
    let settings = index.configuration.checker
    guard let causes = settings.causes else { return [] }
    var senses: [Substring: Sense] = [:]
    settings.managedWith.map { senses[$0[...]] = .helps }
    for name in settings.carefulWith { senses[name[...]] = .needsCare }
    for name in settings.neverWith { senses[name[...]] = .isForbidden }
    let check = ExchangedLists(
      missing: missing, senses: senses, language: LanguageCode.primary(of: index.configuration.language))
    return [pages.articles[causes], pages.programmes[causes]].compactMap { $0 }.flatMap(check.faults)
  }

  private func faults(_ page: ShownPage) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for section in page.outline.sections {
      guard let own = section.conditions.last, !own.isInverted else { continue }
      let name = Self.last(own.path)
      if senses[name] != nil {
        let around = section.conditions.dropLast().compactMap { condition -> Substring? in
          let flag = Self.last(condition.path)
          guard !condition.isInverted, flag.hasPrefix(Self.has) else { return nil }
          let other = flag.dropFirst(Self.has.count)
          return senses[other] == nil ? nil : other
        }
        if let other = around.last, senses[other] != senses[name], !isMissing(other, page) {
          found.append(
            fault(
              page, "{{#\(name)}}",
              "The template `\(page.name)` lists `\(name)` where `\(other)` belongs: inside `{{#\(Self.has)\(other)}}`.",
              hint: "Write `{{#\(other)}}…{{/\(other)}}` there."))
        }
      } else if name.hasPrefix(Self.has), let sense = senses[name.dropFirst(Self.has.count)],
        let heading = Self.heading(page.outline.bytes[section.range]), contradicts(heading, sense)
      {
        let list = name.dropFirst(Self.has.count)
        found.append(
          fault(
            page, "{{#\(name)}}",
            "The template `\(page.name)` has the heading \"\(heading)\" above `\(list)`, which lists \(Self.what(sense)).",
            hint: "Write a heading that says so, such as \"\(Self.example(sense))\"."))
      }
    }
    return found
  }

  private func isMissing(_ relation: Substring, _ page: ShownPage) -> Bool {
    missing.contains { $0.name == relation && $0.pages.contains { $0.name == page.name } }
  }

  private func fault(_ page: ShownPage, _ tag: String, _ message: String, hint: String) -> Diagnostic {
    let places = page.sources.compactMap { source -> (file: String, position: Position)? in
      ByteSearch.first(Array(tag.utf8), in: source.bytes[...]).map {
        (source.file, Position(ofByte: $0.lowerBound, in: source.bytes))
      }
    }
    return .warning(
      .badConfiguration, file: places.first?.file ?? page.sources[0].file,
      at: places.first?.position ?? .start,
      message, hint: hint)
  }

  private static let has = "has-"
  private static func last(_ path: String) -> Substring { path.split(separator: ".").last ?? "" }

  private static func what(_ sense: Sense) -> String {
    switch sense {
    case .helps: "what may help"
    case .needsCare: "what needs care"
    case .isForbidden: "what is never done"
    }
  }

  private static func example(_ sense: Sense) -> String {
    switch sense {
    case .helps: "Exercises that may help"
    case .needsCare: "Take care with"
    case .isForbidden: "Leave these out for now"
    }
  }

  /// The words of the first heading, where they are the template's own.
  private static func heading(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let start = ByteSearch.first(Array("<h".utf8), in: bytes),
      let open = bytes[start.upperBound...].firstIndex(of: UInt8(ascii: ">")),
      let end = ByteSearch.first(Array("</h".utf8), in: bytes[open...])
    else { return nil }
    let words = bytes[(open + 1)..<end.lowerBound]
    return words.contains(UInt8(ascii: "<"))
      ? nil
      : UTF8Text.firstInvalidByte(in: Array(words)) == nil
        ? String(decoding: words, as: UTF8.self) : nil
  }

  /// Whether a heading says another thing than the list is of, in English and Spanish.
  private func contradicts(_ heading: String, _ sense: Sense) -> Bool {
    guard language == "en" || language == "es" else { return false }
    let words = " " + heading.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
    func says(_ phrases: [String]) -> Bool { phrases.contains { words.contains(" \($0)") } }
    let (forbids, cares, helps) = (says(Self.forbidding), says(Self.caring), says(Self.helping))
    return switch sense {
    case .helps: (forbids || cares) && !helps
    case .needsCare: (forbids || helps) && !cares
    case .isForbidden: (cares || helps) && !forbids
    }
  }

  private static let forbidding = [
    "leave", "avoid", "do not", "don t", "not ", "skip", "stay away", "never", "stop", "without", "no ",
    "evit",
    "deje", "nunca", "sin ",
  ]
  private static let caring = ["care ", "careful", "caution", "cautious", "cuidado", "precauci", "cautela"]
  private static let helping = [
    "may help", "can help", "that help", "which help", "to try", "recommended", "pueden ayudar",
    "puede ayudar",
    "que ayudan", "recomendad",
  ]
}
