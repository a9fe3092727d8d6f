import Mustache

/// A menu as templates show it: with none of its entries current, and with each that is a page of the site.
struct MenuValues: Sendable {
  private let plain: Value
  /// With each page in turn.
  private let marked: [Value]
  private let urls: [[UInt8]]

  init(_ menu: [MenuTarget], _ layout: RecordLayout<PageTypes.NavigationEntry>) {
    let entries = menu.map { layout.value(of: Self.entry($0)) }
    var urls: [[UInt8]] = []
    var marked: [Value] = []
    func mark(_ url: [UInt8], at place: Int, _ entry: PageTypes.NavigationEntry) {
      var values = entries
      values[place] = layout.value(of: entry)
      urls.append(url)
      marked.append(.list(values))
    }
    for (place, target) in menu.enumerated() {
      for (item, inner) in target.items.enumerated() where !inner.isExternal {
        mark(inner.url, at: place, Self.entry(target, isCurrent: true, item: item))
      }
      if target.items.isEmpty, !target.isExternal {
        mark(target.url, at: place, Self.entry(target, isCurrent: true))
      }
    }
    plain = .list(entries)
    self.urls = urls
    self.marked = marked
  }

  private static func entry(
    _ target: MenuTarget, isCurrent: Bool = false, item current: Int? = nil
  ) -> PageTypes.NavigationEntry {
    PageTypes.NavigationEntry(
      title: target.title, url: target.url, isCurrent: isCurrent, isExternal: target.isExternal,
      language: target.language,
      items: target.items.enumerated().map { entry($1, isCurrent: $0 == current) })
  }

  /// The menu on the page at `url`: an entry is current on its own page and on those below it. The home page's address, of
  /// `home` bytes, is above all others.
  func value(at url: [UInt8], home: Int) -> Value {
    let place =
      urls.firstIndex(of: url) ?? urls.firstIndex { $0.count > home && url.starts(with: $0) }
    return place.map { marked[$0] } ?? plain
  }
}
