import Diagnostics
import Text
import YAML

/// What is known while `site.yaml` is read.
package struct SettingsReading: Sendable {
  var configuration = SiteConfiguration()
  /// Names that no field or relation can have, since every page has them, and those that no field can have of what a
  /// programme collects.
  let reserved: Set<String>
  let parts: Set<String>
  fileprivate var checker: CheckerSettings.Draft?
  fileprivate var hasKinds = false
  /// Whether `language` says one.
  var hasLanguage = false
}

extension SiteConfiguration {
  /// Reads `site.yaml`; nil after an error that leaves nothing to build with. Faults of single settings are
  /// reported and a harmless value takes their place, so that the rest of the site is checked as well.
  /// `reserved` are names that every page has, and so no field or relation can have; `parts` those that no field can
  /// have of what a programme collects.
  package static func read(
    _ bytes: [UInt8], reserving reserved: Set<String>, inParts parts: Set<String>,
    into diagnostics: inout [Diagnostic]
  ) -> SiteConfiguration? {
    guard let document = YAMLDocument.parse(bytes[...], file: file, into: &diagnostics) else { return nil }
    guard let root = document.root else {
      diagnostics.append(.error(.emptyFile, file: file, at: .start, "`site.yaml` is empty."))
      return nil
    }
    if let fault = KindReader.indentedKinds(in: root) {
      diagnostics.append(fault)
      return nil
    }
    var reading = SettingsReading(reserved: reserved, parts: parts)
    let start = diagnostics.count
    SiteSettings.site.read(root, named: file, missingAt: .start, into: &reading, &diagnostics)
    // Of parameters, those matter that templates use as addresses.
    ScriptText.report(in: root, besides: Parameters.setting, from: start, into: &diagnostics)
    guard reading.hasKinds else { return nil }
    // A misspelt `checker` would be told again for each outcome.
    if reading.checker == nil, diagnostics.contains(where: { $0.code == .unknownKey }) {
      reading.configuration.hasFaultyKinds = true
    }
    if let checker = reading.checker {
      let before = diagnostics.errors
      reading.configuration.checker = CheckerSettings(
        checker, reading.configuration.kinds, into: &diagnostics)
      if diagnostics.errors > before { reading.configuration.hasFaultyKinds = true }
    }
    MenuSettings.reportOtherNumber(reading.configuration, into: &diagnostics)
    if ReadingFormula(language: reading.configuration.language) == nil {
      reading.configuration.writing.switches[.hardToRead] = false
    }
    return reading.configuration
  }
}

/// The settings of a site, block by block.
package enum SiteSettings {
  /// In the order in which they are read: what a key's value depends on comes before it.
  package static let site = SettingBlock<SettingsReading>([
    .text("name", "The clinic's name.", without: nil) { $1.configuration.name = $0 },
    SettingKey(
      "base-url", "The address of the site, such as `https://clinic.example/`.",
      more: "With a path: `https://clinic.example/hips/`.", without: nil,
      schema: { _ in ["type": "string", "pattern": "^https?://[^/]+(/.*)?$"] }, take: takeBaseURL),
    .text(
      "description", "One sentence about the site.",
      more: "It is also the summary of the home page if you have not written one.", without: "Empty"
    ) { $1.configuration.description = $0 },
    SettingKey(
      "language", "A language tag, such as `en-US`.", without: "`en`",
      schema: { _ in ["type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"] },
      take: LanguageSettings.take),
    SettingKey(
      LanguageSettings.setting,
      "The languages of the site by their tags, each with the name that its readers know.",
      more:
        "The first is that of the original, and the same as `language`: `{en-US: English, es: Español}`. See [translating](translating.md).",
      without: "One language", schema: { _ in LanguageSettings.schema }
    ) {
      // Of a `language` that is misspelt or wrong, the first of the languages says what it was meant to be.
      if !$1.hasLanguage, let first = $0.entries.first?.key.text, LanguageCode.isTag(first),
        $2.contains(where: { $0.code == .unknownKey || $0.code == .wrongType })
      {
        // That one may have the same slip.
        if case .tag(let meant)? = LanguageCode.meant(by: first) {
          $1.configuration.language = meant
        } else {
          $1.configuration.language = first
        }
      }
      let before = $2.errors
      $1.configuration.languages = LanguageSettings.read(
        $0, original: $1.configuration.language, into: &$2)
      if $2.errors > before { $1.configuration.hasFaultyLanguages = true }
    },
    SettingKey(
      "clinic-type", "The type of clinic, for search engines, such as `Physiotherapy`.",
      more: "`MedicalBusiness` or one of its [subtypes](https://schema.org/MedicalBusiness).",
      without: "`MedicalBusiness`", schema: { _ in .choice(SchemaType.clinics) }
    ) {
      let type = $0.asChoice(
        "clinic-type", among: SchemaType.clinics,
        mustBe: "a schema.org type of medical business, such as `Physiotherapy`", hint: SchemaType.clinicHint,
        into: &$2)
      if let type { $1.configuration.clinicType = type }
    },
    MenuSettings.key(
      MenuSettings.navigation, "The menu entries, in order.",
      more:
        "A kind's folder (`causes`), an article (`page:care`), `checker`, or `search` (if the site has the [search page](search.md)); labels, other addresses and submenus: see [below](#menus).",
      \.navigation),
    MenuSettings.key(
      MenuSettings.footer, "The entries of the menu at the foot of each page, in order.",
      more: "Written like those of `navigation`, without submenus. See [below](#menus).", \.footer),
    SettingKey(
      "updated", "Where the day of an article's last change comes from: `front-matter` or `git`.",
      more: "See [below](#updated).", without: "`front-matter`", schema: { _ in .choice(dateSources) }
    ) {
      let source = $0.asChoice("updated", among: dateSources, into: &$2)
      if source == dateSources[1] { $1.configuration.datesFromCommits = $0.position }
    },
    .block(
      "review", "What the build does about clinical review.", more: "See [below](#review).", review,
      \.configuration.review),
    .block(
      "markdown", "What articles can contain.", more: "See [below](#markdown).", markdown, \.configuration),
    .block(
      PictureSettings.setting, "What becomes of photographs.", more: "See [below](#pictures).",
      PictureSettings.block, \.configuration.pictures),
    SettingKey(
      ContentPolicySettings.setting, "The other sites that pages may load something from.",
      more: "See [below](#content-policy).", without: "None",
      inner: ContentPolicySettings.block.keys.map(\.name),
      schema: { ContentPolicySettings.block.schema($0) }
    ) {
      let before = $2.errors
      ContentPolicySettings.block.read(
        $0, named: ContentPolicySettings.setting, into: &$1.configuration.sources, &$2)
      if $2.errors > before { $1.configuration.hasFaultySources = true }
    },
    SettingKey(
      AnalyticsSettings.setting, "What counts visits, if anything does.", more: "See [below](#analytics).",
      without: "Nothing", inner: AnalyticsSettings.block.keys.map(\.name),
      schema: { AnalyticsSettings.block.schema($0) }
    ) {
      let before = $2.errors
      AnalyticsSettings.take($0, &$1.configuration, &$2)
      if $2.errors > before { $1.configuration.hasFaultySources = true }
    },
    .block(
      ExternalLinkSettings.setting, "What `limber check --external` does not ask other sites.",
      more: "See [below](#external-links).", without: "Every address is asked", ExternalLinkSettings.block,
      \.configuration.neverAsked),
    .block(
      "auto-link", "Terms that never become links automatically.", more: "Write `{never: [hip pain]}`.",
      without: "None",
      autoLink, \.configuration),
    SettingKey(
      "writing", "What the writing checks look for.", more: "See [below](#writing).",
      without: "See below", inner: WritingSettings.block.keys.map(\.name),
      schema: { WritingSettings.block.schema($0) }
    ) {
      WritingSettings.block.read($0, named: "writing", into: &$1.configuration.writing, &$2)
    },
    SettingKey(
      CheckerSettings.Key.setting,
      "Which of your kinds are the causes and stretches of the symptom checker.",
      more: "See [below](#checker).",
      without: "Outcomes do not list articles", inner: CheckerSettings.block.keys.map(\.name),
      schema: { CheckerSettings.block.schema($0) }
    ) {
      var draft = CheckerSettings.Draft()
      if CheckerSettings.block.read($0, named: CheckerSettings.Key.setting, into: &draft, &$2) != nil {
        $1.checker = draft
      }
    },
    SettingKey(
      "kinds", "The kinds of article.", more: "See [below](#kinds).", without: nil,
      schema: { _ in .mapping(to: "kind") }
    ) {
      let before = $2.errors
      let kinds = KindReader.read(
        $0, reserved: $1.reserved, inParts: $1.parts, checker: $1.checker, into: &$2)
      $1.configuration.kinds = kinds ?? []
      $1.configuration.hasFaultyKinds = $2.errors > before
      $1.hasKinds = kinds != nil
    },
    SettingKey(
      TranslationPolicy.setting, "What the build does about translations.",
      more: "See [below](#translations).",
      without: "See below", inner: TranslationPolicy.block.keys.map(\.name),
      schema: { TranslationPolicy.block.schema($0) }
    ) {
      var draft = TranslationPolicy.Draft()
      if TranslationPolicy.block.read($0, named: TranslationPolicy.setting, into: &draft, &$2) != nil {
        $1.configuration.translations = TranslationPolicy(draft, $1.configuration.kinds, into: &$2)
      }
    },
    SettingKey(
      ClinicSettings.setting, "What is true of the clinic: telephone, address, opening hours.",
      more: "See [below](#clinic).", without: "Nothing is shown",
      inner: ClinicSettings.block.keys.map(\.name),
      schema: { ClinicSettings.block.schema($0) }
    ) {
      var draft = ClinicSettings.Draft()
      draft.site = $1.configuration.address.origin + $1.configuration.address.path
      if ClinicSettings.block.read($0, named: ClinicSettings.setting, into: &draft, &$2) != nil {
        $1.configuration.clinic = draft.facts($1.configuration.kinds, into: &$2)
      }
    },
    SettingKey(
      Parameters.setting, "Values that your own templates read.", more: "See [below](#params).",
      without: "None", schema: { _ in Parameters.schema }
    ) { $1.configuration.parameters = Parameters.read($0, into: &$2) },
  ])

  private static let dateSources = ["front-matter", "git"]

  package static let review = SettingBlock<ReviewPolicy>([
    .choice(
      "unreviewed", "What to do about an article that no clinician has approved: `allow`, `warn` or `error`.",
      without: "`allow`"
    ) { $1.unreviewed = $0 },
    .choice(
      "overdue", "What to do about an article whose review was due before today: `allow`, `warn` or `error`.",
      without: "`warn`"
    ) { $1.overdue = $0 },
    .number(
      "months", in: 1...120, "How long an approval is valid; a later `due` is an error.", without: "`36`"
    ) { $1.months = $0 },
  ])

  package static let markdown = SettingBlock<SiteConfiguration>([
    .flag(
      "raw-html", "Whether articles can contain HTML.",
      more:
        "Its addresses (`href`, `src`) are resolved and checked like those of Markdown, its `id`s are places that `#links` may lead to, and its scripts, styles and comments count as no text. `javascript:` and `data:` addresses stay errors, and an element that is not closed is a warning. Markdown needs an empty line between it and the HTML above; where that is missing, you are told.",
      without: "`false`"
    ) { $1.allowsRawHTML = $0 },
    .number(
      "max-bytes", in: 1...67_108_864, "The size limit of an article, in bytes.", without: "`1048576`"
    ) { $1.maximumArticleBytes = $0 },
  ])

  package static let autoLink = SettingBlock<SiteConfiguration>([
    .texts(
      "never", of: "terms", example: "[hip pain]",
      "Terms that never become links automatically, on any page.", without: "None"
    ) { $1.neverLinked = $0.map(\.text) }
  ])

  @Sendable private static func takeBaseURL(
    _ node: Node, _ reading: inout SettingsReading, _ diagnostics: inout [Diagnostic]
  ) {
    guard let text = node.asText("base-url", into: &diagnostics) else { return }
    guard let address = BaseAddress(text) else {
      node.reportWrongType(
        "base-url", mustBe: BaseAddress.example, hint: BaseAddress.hint(text), into: &diagnostics)
      return
    }
    if let page = [".html", ".htm", ".php"].first(where: { address.path.lowercased().hasSuffix($0) }) {
      let folder = address.path[..<(address.path.lastIndex(of: "/") ?? address.path.startIndex)]
      node.reportWrongType(
        "base-url", mustBe: "the address of the site, not of a page that ends in `\(page)`",
        hint: "Write `\(address.origin)\(folder)/`.", into: &diagnostics)
      return
    }
    let host = address.origin.split(separator: "/").last ?? ""
    if ["localhost", "127.0.0.1", "0.0.0.0"].contains(host.prefix { $0 != ":" }) {
      diagnostics.append(
        .warning(
          .badConfiguration, file: node.file, at: node.position,
          "`base-url` is an address of your own computer, so links to this site lead nowhere for anybody else.",
          hint: "Write the address at which readers find the site, such as `https://clinic.example/`."))
    }
    if isSample(host) {
      diagnostics.append(
        .warning(
          .badConfiguration, file: node.file, at: node.position,
          "`base-url` is the address of a sample, `\(host)`, so links to this site lead to somebody else's.",
          hint: "Write the address at which readers find the site."))
    }
    reading.configuration.address = address
    reading.configuration.writtenAddress = address
  }

  /// `www.your-domain.com`. Names that end in `.example` lead nowhere by agreement (RFC 2606), as do those of the samples in the docs.
  private static func isSample(_ host: Substring) -> Bool {
    let name = host.prefix { $0 != ":" }.lowercased().trimmingPrefix("www.")
    let first = name.prefix { $0 != "." }.filter { $0 != "-" }
    return ["yourdomain", "yoursite", "yourclinic", "yourwebsite", "mydomain", "mywebsite"].contains(first)
      || ["domain.com", "website.com"].contains(name)
  }
}
