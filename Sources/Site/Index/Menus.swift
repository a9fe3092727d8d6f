import Diagnostics
import SiteModel
import Text

/// The menus of `site.yaml`, with the pages that they lead to.
package struct Menus: Sendable {
  package let navigation: [MenuTarget]
  package let footer: [MenuTarget]
  /// The articles in them.
  package let articles: Set<Int>

  init(
    _ index: SiteIndex, hasChecker: Bool, hasSearch: Bool, _ templates: SiteTemplates?,
    into diagnostics: inout [Diagnostic]
  ) {
    var reading = MenuReading(index, hasChecker: hasChecker, hasSearch: hasSearch)
    navigation = reading.menu(index.configuration.navigation, named: MenuSettings.navigation)
    footer = reading.menu(index.configuration.footer, named: MenuSettings.footer)
    articles = reading.articles
    diagnostics += reading.diagnostics
    // What templates do that cannot be read is not known.
    if let templates { diagnostics += unshown(templates) }
  }

  /// What the settings say and readers never see.
  private func unshown(_ templates: SiteTemplates) -> [Diagnostic] {
    func warning(_ what: String, _ hint: String) -> Diagnostic {
      .warning(.unshownMenu, file: SiteConfiguration.file, at: nil, what, hint: hint)
    }
    return [
      footer.isEmpty || templates.showsFooter
        ? nil
        : warning(
          "No template shows the menu `footer`.",
          "Add `{{#footer}}<a href=\"{{url}}\">{{title}}</a>{{/footer}}` to `Templates/layout.mustache`."),
      navigation.allSatisfy(\.items.isEmpty) || templates.showsSubmenus
        ? nil
        : warning(
          "No template shows the submenus of `navigation`.",
          "Add `{{#items}}<a href=\"{{url}}\">{{title}}</a>{{/items}}` between `{{#navigation}}` and `{{/navigation}}`."
        ),
    ].compactMap { $0 }
  }
}

/// An entry of a menu, found.
package struct MenuTarget: Sendable {
  let title: [UInt8]
  /// Empty for a submenu.
  let url: [UInt8]
  var isExternal = false
  var items: [MenuTarget] = []
}
