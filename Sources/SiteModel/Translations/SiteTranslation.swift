import Diagnostics
import Text
import YAML

/// What `site.yaml` says to readers, in the words of another language: a file `site.LANGUAGE.yaml` beside it. It holds words only.
package struct SiteTranslation: Sendable {
  package private(set) var description: String?
  /// By the kind's name.
  package private(set) var kinds: [String: KindWords] = [:]
  /// Labels of menu entries and of fields on cards, by that of the original.
  package private(set) var labels: [String: String] = [:]
  /// Names of the texts that translate an earlier state of the original's.
  private(set) var stale: Set<String> = []
  /// What is missing or wrong.
  package private(set) var diagnostics: [Diagnostic] = []
  /// What is there under a misspelt name, and so is not missing.
  private var told: Set<String> = []

  package struct KindWords: Sendable {
    package let title: String?
    package let summary: String?
  }

  package static func file(_ language: SiteLanguage) -> String { language.file(of: SiteConfiguration.file) }

  /// Whether a file beside `site.yaml` may be one.
  package static func isFile(_ name: some StringProtocol) -> Bool {
    name.hasPrefix("site.") && name.hasSuffix(".yaml") && name.utf8.count > "site.yaml".utf8.count
  }

  /// What an editor's program checks the words of a site's settings against.
  package static func schema(_ configuration: SiteConfiguration) -> Schema {
    let kind = Schema.object([("title", .words), ("summary", .words)])
    return .object([
      ("description", Schema.words.described("The site's description.")),
      ("kinds", .object(configuration.kinds.map { ($0.name, kind) })),
      (
        "labels",
        Schema.object(labels(of: configuration).map { ($0, .words) }).described(
          "Labels of menus, cards and fields, each by its words in the original.")
      ),
    ])
  }

  /// What tells the texts from each other.
  package static let descriptionUnit = "description"
  package static func unitName(of kind: Kind) -> String { "kind \(kind.name)" }

  private static let keys: KnownKeys = ["description", "kinds", "labels"]
  private static let kindKeys: KnownKeys = ["title", "summary"]

  /// `bytes` are nil when there is no such file. `units` takes each text.
  package init(
    _ bytes: [UInt8]?, of configuration: SiteConfiguration, in language: SiteLanguage,
    units: inout TranslatedUnits
  ) {
    let file = Self.file(language)
    var root: YAML.Node?
    if let bytes {
      var found: [Diagnostic] = []
      root = YAMLDocument.parse(bytes[...], file: file, into: &found)?.root
      diagnostics += found
      // Of a file that cannot be read, nothing else can be said.
      if found.errors > 0 { return }
    }
    if let root { ScriptText.report(in: root, from: diagnostics.count, into: &diagnostics) }
    if let root, let fields = Fields(root, named: file, allowing: Self.keys, into: &diagnostics) {
      description = fields["description"]?.asWords("description", into: &diagnostics)
      if let node = fields["kinds"] { readKinds(node, configuration) }
      if let node = fields["labels"] { readLabels(node, configuration) }
    }
    reportMissing(configuration, file, language)
    compare(with: configuration, file, root, &units)
  }

  /// Labels need no mark: they stand by the words that they translate.
  private mutating func compare(
    with configuration: SiteConfiguration, _ file: String, _ root: YAML.Node?, _ units: inout TranslatedUnits
  ) {
    func unit(_ shown: String, _ name: String, _ node: YAML.Node?, _ words: [String]) -> TranslatedUnit {
      TranslatedUnit(
        shown, name, of: SiteConfiguration.file, in: file, at: node?.position, words: words)
    }
    func pairs(_ texts: [(node: YAML.Node?, of: String)]) -> [TextComparison.Pair] {
      texts.compactMap { node, text in
        node.map { TextComparison.Pair($0, of: text.utf8, in: SiteConfiguration.file, line: nil) }
      }
    }
    if description != nil {
      let node = root?.value(for: "description")
      let own = unit("`description`", Self.descriptionUnit, node, [configuration.description])
      if units.isOutdated(own) { stale.insert(own.name) }
      if !units.isShown(own, pairs([(node, configuration.description)]), into: &diagnostics) {
        description = nil
        stale.remove(own.name)
      }
    }
    let written = root?.value(for: "labels")
    for pair in pairs(labels.keys.sorted().map { (written?.value(for: $0), $0) }) {
      diagnostics += units.comparison.faults(pair)
    }
    for kind in configuration.kinds where kinds[kind.name] != nil {
      let node = root?.value(for: "kinds")?.value(for: kind.name)
      let own = unit(
        "The kind `\(kind.name)`", Self.unitName(of: kind), node, [kind.title, kind.summary])
      if units.isOutdated(own) { stale.insert(own.name) }
      let texts = pairs([
        (node?.value(for: "title"), kind.title), (node?.value(for: "summary"), kind.summary),
      ])
      if !units.isShown(own, texts, into: &diagnostics) {
        kinds[kind.name] = nil
        stale.remove(own.name)
      }
    }
  }

  private mutating func readKinds(_ node: YAML.Node, _ configuration: SiteConfiguration) {
    guard node.kind == .mapping else {
      return node.reportWrongType("kinds", mustBe: "a mapping of kinds to their words", into: &diagnostics)
    }
    for (key, value) in node.entries {
      guard configuration.kind(named: key.text) != nil else {
        let near = NearestName.to(key.text, among: configuration.kinds.map(\.name))
        if let near { told.formUnion([Self.title(near), Self.summary(near)]) }
        report(
          key, "`site.yaml` has no kind `\(key.text)`.",
          near.map { "Did you mean `\($0)`?" } ?? "Delete it here.")
        continue
      }
      guard let fields = Fields(value, named: key.text, allowing: Self.kindKeys, into: &diagnostics) else {
        continue
      }
      if fields.isMisspelt("title") { told.insert(Self.title(key.text)) }
      if fields.isMisspelt("summary") { told.insert(Self.summary(key.text)) }
      kinds[key.text] = KindWords(
        title: fields["title"]?.asWords("title", into: &diagnostics),
        summary: fields["summary"]?.asWords("summary", into: &diagnostics))
    }
  }

  private mutating func readLabels(_ node: YAML.Node, _ configuration: SiteConfiguration) {
    guard node.kind == .mapping else {
      return node.reportWrongType(
        "labels", mustBe: "a mapping of the original's labels to those of this language", into: &diagnostics)
    }
    let known = Self.labels(of: configuration)
    for (key, value) in node.entries {
      guard known.contains(key.text) else {
        let near = NearestName.to(key.text, among: known)
        if let near { told.insert(Self.label(near)) }
        report(
          key, "`site.yaml` has no label `\(key.text)`.",
          near.map { "Did you mean `\($0)`?" } ?? "Delete it here.")
        continue
      }
      if let text = value.asWords(key.text, into: &diagnostics) { labels[key.text] = text }
    }
  }

  /// The labels that readers see, each once.
  private static func labels(of configuration: SiteConfiguration) -> [String] {
    let all =
      (configuration.navigation + configuration.footer).flatMap(\.labels)
      + configuration.kinds.flatMap { $0.fields.compactMap(\.label) }
    var met: Set<String> = []
    return all.filter { met.insert($0).inserted }
  }

  private static func title(_ kind: String) -> String { "`title` of the kind `\(kind)`" }
  private static func summary(_ kind: String) -> String { "`summary` of the kind `\(kind)`" }
  private static func label(_ label: String) -> String { "the label `\(label)`" }

  private mutating func report(_ place: YAML.Node, _ message: String, _ hint: String) {
    diagnostics.append(
      .error(.translationFact, file: place.file, at: place.position, message, hint: hint))
  }

  /// What readers of the language would get in the original's.
  private mutating func reportMissing(
    _ configuration: SiteConfiguration, _ file: String, _ language: SiteLanguage
  ) {
    var missing: [String] = []
    if !configuration.description.isEmpty, description == nil { missing.append("`description`") }
    for kind in configuration.kinds {
      let own = kinds[kind.name]
      if !kind.title.isEmpty, own?.title == nil { missing.append(Self.title(kind.name)) }
      // Pages have no list, but cards and the search say what they are.
      if !kind.isPage, !kind.summary.isEmpty, own?.summary == nil {
        missing.append(Self.summary(kind.name))
      }
    }
    missing += Self.labels(of: configuration).filter { labels[$0] == nil }.map(Self.label)
    missing.removeAll(where: told.contains)
    if missing.isEmpty { return }
    let shown = missing.prefix(6).joined(separator: ", ")
    diagnostics.append(
      .warning(
        .translationMissing, file: file, at: nil,
        "Readers of \(language.name) get these words of `site.yaml` in another language: \(shown)\(missing.count > 6 ? " and \(missing.count - 6) more" : "").",
        hint: "Write them in `\(file)`, as docs/translating.md shows."))
  }
}
