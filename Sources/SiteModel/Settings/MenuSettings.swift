import Diagnostics
import Text
import YAML

/// The menus of `site.yaml`, and what their entries may say.
package enum MenuSettings {
  package static let navigation = "navigation"
  package static let footer = "footer"
  package static let items = "items"

  /// Where an entry stands.
  private enum Place {
    case navigation, submenu, footer
  }

  /// An entry that is written with keys.
  package struct Draft: Sendable {
    fileprivate var page: PlacedText?
    fileprivate var address: PlacedText?
    fileprivate var label: String?
  }

  package static let entry = SettingBlock<Draft>(link + [submenu])

  private static let link: [SettingKey<Draft>] = [
    SettingKey(
      "to", "A page of this site, written as in the short form.", more: "`causes`, `page:care`, `checker`.",
      without: "None", schema: { .choice($0.entries) },
      take: { $1.page = $0.asPlacedText("to", into: &$2) }),
    SettingKey(
      "url", "An address of another site, or a number or mailbox.",
      more: "It starts with \(AddressScheme.listed(schemes)).", without: "None",
      schema: { _ in URLType.addressSchema(of: schemes) },
      take: { $1.address = address(of: $0, into: &$2) }),
    .text(
      "label", "What readers see.", more: "Required with `url` and `items`.",
      without: "The title of the page"
    ) { $1.label = $0 },
  ]

  /// Read by `items`, which knows where the entry stands.
  private static let submenu = SettingKey<Draft>.node(
    items, "The entries of a submenu.",
    more: "A list of entries without `items`. Only `navigation` can have submenus.", without: "None",
    schema: { .array(of: schema($0, of: .submenu)).with(["minItems": 1]) }, take: { _, _ in })

  /// What a menu may lead to: a text message is nothing that a menu offers.
  private static let schemes: [AddressScheme] = [.https, .http, .tel, .mailto]
  private static let ways = ["to", "url", items]

  static func key(
    _ name: String, _ description: String, more: String,
    _ path: WritableKeyPath<SiteConfiguration, [MenuEntry]> & Sendable
  ) -> SettingKey<SettingsReading> {
    let place = name == navigation ? Place.navigation : .footer
    return SettingKey(
      name, description, more: more, without: "No menu",
      schema: { .array(of: schema($0, of: place)).with(["minItems": 1]) },
      take: {
        let before = $2.errors
        $1.configuration[keyPath: path] = entries($0, named: name, in: place, into: &$2)
        if $2.errors > before { $1.configuration.hasFaultyMenus = true }
      })
  }

  private static func schema(_ names: SettingNames, of place: Place) -> Schema {
    let block = place == .navigation ? entry : SettingBlock(link)
    return ["anyOf": [.choice(names.entries), block.schema(names)]]
  }

  private static func entries(
    _ node: Node, named name: String, in place: Place, into diagnostics: inout [Diagnostic]
  ) -> [MenuEntry] {
    let list = node.asList(
      name, of: "entries", example: "[causes, page:care]",
      whenEmpty: place == .submenu
        ? "Add an entry, or delete the submenu." : "Add an entry, or delete the line for no menu.",
      into: &diagnostics)
    return list?.compactMap { entry($0, of: name, in: place, into: &diagnostics) } ?? []
  }

  private static func entry(
    _ node: Node, of name: String, in place: Place, into diagnostics: inout [Diagnostic]
  ) -> MenuEntry? {
    switch node.kind {
    case .scalar:
      return node.asPlacedText(name, into: &diagnostics).map {
        MenuEntry(destination: .page($0), label: nil, position: node.position)
      }
    case .sequence:
      diagnostics.append(
        .error(
          .wrongType, file: node.file, at: node.position, "An entry of `\(name)` is a list.",
          hint: place == .navigation
            ? "Remove the inner brackets. For a submenu, write `{label: …, items: […]}`."
            : "Remove the inner brackets."))
      return nil
    case .mapping:
      return entry(withKeys: node, in: place, into: &diagnostics)
    }
  }

  private static func entry(
    withKeys node: Node, in place: Place, into diagnostics: inout [Diagnostic]
  ) -> MenuEntry? {
    if let (key, label) = page(namedByKeyIn: node) {
      diagnostics.append(
        .error(
          .unknownKey, file: node.file, at: key.position, "There is no key `\(key.text)` here.",
          hint: "Write `{to: \(key.text), label: \(label)}`."))
      return nil
    }
    if let hint = hint(forSpaceIn: node) {
      diagnostics.append(
        .error(
          .unknownKey, file: node.file, at: node.position,
          "A `:` with a space behind it makes a key of the word before it.", hint: hint))
      return nil
    }
    var draft = Draft()
    let before = diagnostics.errors
    guard let fields = entry.read(node, named: Self.items, into: &draft, &diagnostics) else { return nil }
    func report(_ code: DiagnosticCode, _ position: Position, _ message: String, _ hint: String) {
      diagnostics.append(.error(code, file: node.file, at: position, message, hint: hint))
    }
    let written = ways.filter { fields[$0] != nil }
    if written.isEmpty, diagnostics.errors == before {
      report(
        .missingKey, node.position, "This entry of a menu leads nowhere.",
        "Add `to:` with a page of this site, or `url:` with another address.")
    } else if written.count > 1 {
      report(
        .badConfiguration, node.position,
        "This entry of a menu has both `\(written[0])` and `\(written[1])`.", "Keep only one of them.")
    } else if written != ["to"], !written.isEmpty, fields["label"] == nil, !fields.isMisspelt("label") {
      report(
        .missingKey, node.position, "The key `label` is missing.", Fields.hint(forMissing: "label"))
    }
    if let address = draft.address, let label = draft.label,
      let fault = Diagnostic.misleadingLink(
        to: address.bytes, shownAs: Array(label.utf8), file: node.file, at: address.position)
    {
      diagnostics.append(fault)
    }
    // What is wrong about one part of an entry keeps no other from being looked at.
    guard let items = fields[Self.items] else {
      let destination =
        draft.page.map(MenuEntry.Destination.page) ?? draft.address.map(MenuEntry.Destination.address)
      return destination.map { MenuEntry(destination: $0, label: draft.label, position: node.position) }
    }
    switch place {
    case .navigation: break
    case .submenu:
      report(
        .badConfiguration, node.position, "A submenu cannot contain another submenu.",
        "Move its entries to the submenu around it.")
    case .footer:
      report(
        .badConfiguration, node.position, "The menu `\(footer)` cannot have submenus.",
        "Write the entries of `items` here instead.")
    }
    let inner = entries(items, named: Self.items, in: .submenu, into: &diagnostics)
    return MenuEntry(destination: .items(inner), label: draft.label, position: node.position)
  }

  /// For `page: care`, which was meant as `page:care`.
  private static func hint(forSpaceIn node: Node) -> String? {
    guard node.entries.count == 1, let (key, value) = node.entries.first, key.kind == .scalar,
      value.kind == .scalar, !(ways + ["label"]).contains(key.text), ArticleID.isValid(key.bytes),
      ArticleID.isValid(value.bytes), NearestName.to(key.text, among: ways) == nil
    else { return nil }
    return "Write `\(key.text):\(value.text)`, without the space."
  }

  /// The page and the label of `team: Our team`, as other programs write menus.
  private static func page(namedByKeyIn node: Node) -> (key: Node, label: String)? {
    guard node.entries.count == 1, let (key, value) = node.entries.first, key.kind == .scalar,
      value.kind == .scalar, ArticleID.isValid(key.bytes), !(ways + ["label"]).contains(key.text),
      NearestName.to(key.text, among: ways + ["label"]) == nil, !ArticleID.isValid(value.bytes),
      value.text.first?.isLetter ?? false, !value.text.contains(where: ":{}[],#\"".contains)
    else { return nil }
    return (key, value.text)
  }

  private static func address(of node: Node, into diagnostics: inout [Diagnostic]) -> PlacedText? {
    guard let text = node.asText("url", into: &diagnostics) else { return nil }
    guard let address = URLType.address(text), let scheme = AddressScheme(of: address),
      schemes.contains(scheme)
    else {
      node.reportWrongType(
        "url", mustBe: "an address without spaces that starts with \(AddressScheme.listed(schemes))",
        hint: hint(forAddress: text), into: &diagnostics)
      return nil
    }
    if let warning = Diagnostic.privateLink(to: address, file: node.file, at: node.position) {
      diagnostics.append(warning)
    }
    return PlacedText(address, at: node.position)
  }

  /// How an address is to be written, where that is plain.
  private static func hint(forAddress text: String) -> String? {
    if let hint = URLType.hint(forNumber: text) { return hint }
    let isWord = !text.contains { " :/".contains($0) }
    if isWord, text.contains("@"), text.contains(".") { return "Write `mailto:\(text)`." }
    if text.hasPrefix("/") || !text.contains(".") && !text.contains(":") || text.contains(".md") {
      return "For a page of this site, use `to` instead of `url`."
    }
    return text.contains(".") && !text.contains(":") && URLType.address("https://" + text) != nil
      ? "Write `https://\(text)`." : nil
  }
}
