import Diagnostics
import SiteModel

/// The menus of `site.yaml`, with the pages that they lead to.
package struct Menus: Sendable {
  package let navigation: [MenuTarget]
  package let footer: [MenuTarget]
  /// The articles in them.
  package let articles: Set<Int>
  /// The kinds whose lists are in them.
  package let lists: Set<Int>

  init(
    _ index: SiteIndex, hasChecker: Bool, hasSearch: Bool, words: Words,
    into diagnostics: inout [Diagnostic]
  ) {
    var reading = MenuReading(
      index, hasChecker: hasChecker, hasSearch: hasSearch, words)
    navigation = reading.menu(index.configuration.navigation, named: MenuSettings.navigation)
    footer = reading.menu(index.configuration.footer, named: MenuSettings.footer)
    articles = reading.articles
    lists = reading.lists
    diagnostics += reading.diagnostics
  }
}

/// An entry of a menu, found.
package struct MenuTarget: Sendable {
  let title: [UInt8]
  /// Empty for a submenu.
  let url: [UInt8]
  var isExternal = false
  /// Of a page that is not in the language of the menu.
  var language: SiteLanguage?
  var items: [MenuTarget] = []
}
