import Diagnostics
import Text
import YAML

/// What `writing` in `site.yaml` says.
package struct WritingSettings: Sendable {
  package var switches = WritingSwitches()
  /// The article whose headings are the words that the site explains, as `kind:id`.
  package var glossary: PlacedText?
  /// What is looked for beside the words that Limber knows, as the site writes it.
  package var jargon: [String] = []
  package var claims: [String] = []
  package var vagueLinks: [String] = []

  /// The keys beside the names of the checks.
  package static let lists = ["jargon", "claims", "vague-links"]
  private static let keys = KnownKeys(WritingCheck.names + ["glossary"] + lists)
  private static let pageKeys = KnownKeys(WritingCheck.names)

  package static func read(_ node: Node?, language: String, into diagnostics: inout [Diagnostic])
    -> WritingSettings
  {
    var settings = WritingSettings()
    var lists: [[String]] = [[], [], []]
    if let node, let fields = Fields(node, named: "writing", allowing: keys, into: &diagnostics) {
      settings.switches = settings.switches.changed(by: fields, into: &diagnostics)
      if let glossary = fields["glossary"], glossary.asText("glossary", into: &diagnostics) != nil {
        settings.glossary = PlacedText(glossary)
      }
      lists = self.lists.map { name in
        fields[name]?.asTexts(name, of: "words", example: "[isometric]", into: &diagnostics)?.map(\.text)
          ?? []
      }
    }
    (settings.jargon, settings.claims, settings.vagueLinks) = (lists[0], lists[1], lists[2])
    // The formula is one for English.
    if LanguageCode.primary(of: language) != "en" { settings.switches[.hardToRead] = false }
    return settings
  }

  /// The checks that are on for a page whose front matter has this `writing`.
  package func switches(changedBy node: Node, into diagnostics: inout [Diagnostic]) -> WritingSwitches {
    guard let fields = Fields(node, named: "writing", allowing: Self.pageKeys, into: &diagnostics) else {
      return switches
    }
    return switches.changed(by: fields, into: &diagnostics)
  }
}

extension WritingSwitches {
  fileprivate func changed(by fields: Fields, into diagnostics: inout [Diagnostic]) -> WritingSwitches {
    var switches = self
    for check in WritingCheck.allCases {
      guard let node = fields[check.rawValue] else { continue }
      switches[check] = node.asBool(check.rawValue, into: &diagnostics) ?? switches[check]
    }
    return switches
  }
}
