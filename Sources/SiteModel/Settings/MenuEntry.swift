import Diagnostics

/// An entry of a menu of `site.yaml`: `navigation` or `footer`.
package struct MenuEntry: Sendable {
  package enum Destination: Sendable {
    /// `checker`, `search`, a kind's folder, or `kind:id`, as it is written.
    case page(PlacedText)
    /// An address, as it stands in `href`.
    case address(PlacedText)
    /// A submenu; its entries have none of their own.
    case items([MenuEntry])
  }

  package let destination: Destination
  /// What readers see. Nil for the title of the page it leads to; addresses and submenus always have one.
  package let label: String?
  package let position: Position

  /// The same with the label of another language.
  func translated(_ words: SiteTranslation) -> MenuEntry {
    let label = label.map { words.labels[$0] ?? $0 }
    guard case .items(let items) = destination else {
      return MenuEntry(destination: destination, label: label, position: position)
    }
    return MenuEntry(
      destination: .items(items.map { $0.translated(words) }), label: label, position: position)
  }

  /// Its label and those of its submenu.
  var labels: [String] {
    guard case .items(let items) = destination else { return label.map { [$0] } ?? [] }
    return (label.map { [$0] } ?? []) + items.flatMap(\.labels)
  }

  /// The entry in a few words, for who compares two sites.
  package var words: String {
    func labeled(_ text: String) -> String { label.map { "\($0) (\(text))" } ?? text }
    return switch destination {
    case .page(let target): labeled(target.text)
    case .address(let address): labeled(address.text)
    case .items(let items): labeled(items.map(\.words).joined(separator: ", "))
    }
  }
}

extension Sequence<MenuEntry> {
  /// Every entry that leads somewhere, those of submenus in the place of the submenu.
  package var leaves: [MenuEntry] {
    flatMap { entry in
      if case .items(let items) = entry.destination { items.leaves } else { [entry] }
    }
  }
}

extension SiteConfiguration {
  private var menuLeaves: [MenuEntry] { navigation.leaves + footer.leaves }

  /// The pages of this site that its menus name.
  package var menuPages: [PlacedText] {
    menuLeaves.compactMap { if case .page(let target) = $0.destination { target } else { nil } }
  }

  /// The addresses that its menus lead to.
  package var menuAddresses: [PlacedText] {
    menuLeaves.compactMap { if case .address(let address) = $0.destination { address } else { nil } }
  }
}
