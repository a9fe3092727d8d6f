import Diagnostics
import Text
import YAML

/// A language in which a site is published.
package struct SiteLanguage: Equatable, Sendable {
  /// BCP 47, as `site.yaml` writes it.
  package let tag: String
  /// What it calls itself, such as `Español`.
  package let name: String

  /// Whether its words stand among those of a language that is written the other way.
  private var isTurned = false

  package init(tag: String, name: String) { (self.tag, self.name) = (tag, name) }

  /// The same, as what words are in that stand on pages in the language of `tag`.
  package func among(_ tag: String) -> SiteLanguage {
    var language = self
    language.isTurned = LanguageCode.isRightToLeft(tag) != LanguageCode.isRightToLeft(self.tag)
    return language
  }

  /// `ltr` or `rtl` where that is not how the page around its words is written; otherwise empty.
  package var turnedDirection: String { isTurned ? direction : "" }

  /// What addresses and file names say: `pt-br`.
  package var code: String { tag.lowercased() }

  /// Where its words for a file are: `x.es.md` beside `x.md`. The name has an ending.
  package func file(of original: some StringProtocol) -> String {
    guard let dot = original.lastIndex(of: ".") else { return "\(original).\(code)" }
    return "\(original[..<dot]).\(code)\(original[dot...])"
  }

  /// The file whose words one of such a name holds: `x.md` for `x.es.md`. Nil for a file of no translation into it.
  package func original(of file: String) -> String? {
    guard let dot = file.lastIndex(of: "."), file[..<dot].hasSuffix("." + code) else { return nil }
    return String(file[..<dot].dropLast(code.utf8.count + 1)) + file[dot...]
  }

  /// `ltr` or `rtl`, as the attribute `dir` has it.
  package var direction: String { LanguageCode.isRightToLeft(tag) ? "rtl" : "ltr" }
}

/// The languages of a site: `languages` in `site.yaml`, the original's first.
package enum LanguageSettings {
  package static let setting = "languages"

  static let schema: Schema = ["type": "object", "minProperties": 1, "additionalProperties": .words]

  /// `language` is what the setting of that name says. What is wrong is reported, and read as it was probably meant: what the rest of
  /// the site has in these languages would be told as wrong otherwise.
  static func read(
    _ node: Node, original language: String, into diagnostics: inout [Diagnostic]
  ) -> [SiteLanguage] {
    guard node.kind == .mapping, !node.entries.isEmpty else {
      node.reportWrongType(
        setting, mustBe: "a mapping of language tags to names",
        hint: "Write `\(setting): {\(language): …, es: Español}`.", into: &diagnostics)
      let tags = Array(node.elements).map(\.text).filter(LanguageCode.isTag)
      return tags.first == language ? tags.map { SiteLanguage(tag: $0, name: $0) } : []
    }
    func report(_ place: Node, _ message: String, _ hint: String) {
      diagnostics.append(
        .error(.badConfiguration, file: place.file, at: place.position, message, hint: hint))
    }
    var found: [SiteLanguage] = []
    for (key, value) in node.entries {
      var tag = key.text
      if !LanguageCode.isTag(tag) {
        let near = tag.replacing("_", with: "-")
        report(
          key, "`\(tag)` is not a language tag.",
          LanguageCode.isTag(near) ? "Write `\(near)`." : "Write a tag such as `es` or `pt-BR`.")
        guard LanguageCode.isTag(near) else { continue }
        tag = near
      } else if let hint = hint(forTag: tag) {
        report(key, "`\(tag)` is the tag of no language.", hint)
        if case .tag(let meant)? = LanguageCode.meant(by: tag) { tag = meant }
      }
      let name = value.asWords(tag, into: &diagnostics) ?? tag
      if let twin = found.first(where: { $0.name.lowercased() == name.lowercased() && $0.name != $0.tag }) {
        report(
          value,
          "The languages `\(twin.tag)` and `\(tag)` have the same name, so readers cannot choose between them.",
          "Write what `\(tag)` calls itself.")
      }
      let one = SiteLanguage(tag: tag, name: name)
      if found.contains(where: { $0.code == one.code }) {
        // The same letters twice are told as a key that stands twice.
        if !found.contains(where: { $0.tag == tag }) {
          report(key, "`\(tag)` is in `\(setting)` twice.", "Delete one of the two.")
        }
        continue
      }
      found.append(one)
    }
    guard let first = node.entries.first?.key, LanguageCode.isTag(first.text) else { return found }
    guard (found.first?.tag ?? first.text).lowercased() == language.lowercased() else {
      report(
        first,
        "The first of `\(setting)` is the language of the original, which `language` says is `\(language)`.",
        "Write `\(language)` first, or correct `language`.")
      let own = LanguageCode.primary(of: language.lowercased())
      // `EN` or `en-GB` beside `language: en-US` is the original's language, with another tag.
      let isSame = LanguageCode.primary(of: first.text.lowercased()) == own
      let first = found.first { $0.tag == language } ?? SiteLanguage(tag: language, name: language)
      let rest = found.filter { $0.tag != language }
      if isSame, rest.count == found.count { return [first] + rest.dropFirst() }
      // Of several, the first is the original's under a wrong tag, unless it only stands too late.
      let isThere = rest.count < found.count
      return [first] + (isThere || rest.count == 1 ? rest : Array(rest.dropFirst()))
    }
    return found
  }
}

extension LanguageSettings {
  /// Reads `language`.
  @Sendable static func take(
    _ node: Node, _ reading: inout SettingsReading, _ diagnostics: inout [Diagnostic]
  ) {
    guard let text = node.asText("language", into: &diagnostics) else { return }
    let meant = hint(forTag: text)
    if LanguageCode.isTag(text), meant == nil {
      reading.configuration.language = text
      reading.hasLanguage = true
      return
    }
    let near = text.replacing("_", with: "-")
    node.reportWrongType(
      "language", mustBe: "a language tag, such as `en-US`",
      hint: meant ?? (LanguageCode.isTag(near) ? "Write `\(near)`." : nil), into: &diagnostics)
    reading.configuration.hasFaultyLanguages = true
    if case .tag(let tag)? = LanguageCode.meant(by: text) { reading.configuration.language = tag }
  }

  /// What to write in place of the tag of no language; nil for any other.
  static func hint(forTag tag: String) -> String? {
    return switch LanguageCode.meant(by: tag) {
    case .tag(let meant): "Did you mean `\(meant)`?"
    case .unknown where !LanguageCode.isTag(tag): nil
    case .unknown: "Write a tag such as `es` or `pt-BR`."
    case nil: nil
    }
  }
}

/// What the build does about translations: `translations` in `site.yaml`.
package struct TranslationPolicy: Equatable, Sendable {
  /// What happens to a translation whose original has changed since.
  package enum Stale: String, CaseIterable, Sendable {
    case allow, warn, error
    /// It is not published; readers get the original.
    case hide
  }

  package var stale = Stale.warn
  /// What has to be there in every language.
  package var required: Set<Required> = []

  package enum Required: Hashable, Sendable {
    case checker
    case redFlags
    /// Every article of a kind, by its name.
    case kind(String)
  }

  package init() {}

  package static let setting = "translations"

  static let checker = "checker"
  static let redFlags = "red-flags"

  /// What `site.yaml` says, before its kinds are known.
  package struct Draft: Sendable {
    var stale = Stale.warn
    var required: [Node] = []
  }

  package static let block = SettingBlock<Draft>([
    .choice(
      "stale",
      "What to do about a translation whose original has changed since: `allow`, `warn`, `error`, or `hide`, which publishes the original in its place.",
      without: "`warn`"
    ) { $1.stale = $0 },
    .texts(
      "required", of: "names", example: "[checker, red-flags]",
      "What every language must have: `checker`, `red-flags`, or the name of a kind.",
      more:
        "A text that is missing there is an error; elsewhere readers get the original's, marked with its language.",
      without: "None", schema: { .choice([checker, redFlags] + $0.kinds) }
    ) { $1.required = $0 },
  ])

  init(_ draft: Draft, _ kinds: [Kind], into diagnostics: inout [Diagnostic]) {
    stale = draft.stale
    for node in draft.required {
      switch node.text {
      case Self.checker: required.insert(.checker)
      case Self.redFlags: required.insert(.redFlags)
      case let name where kinds.contains { $0.name == name }: required.insert(.kind(name))
      case let name:
        let names = [Self.checker, Self.redFlags] + kinds.map(\.name)
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(name)` is nothing that can be required of a translation.",
            hint: NearestName.hint(for: name, among: names)
              ?? "Write \(names.map { "`\($0)`" }.joined(separator: ", "))."))
      }
    }
  }
}
