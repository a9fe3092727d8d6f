import Diagnostics
import Mustache
import SiteModel
import Text

extension DesignedPages {
  /// Links to places in their own page that no element of it has.
  func brokenFragments(
    in addresses: [TemplateAddress], _ index: SiteIndex, _ parsed: [ParsedArticle]
  ) -> [Diagnostic] {
    let own = addresses.filter { $0.start == .nothing && $0.text.first == UInt8(ascii: "#") && !$0.goesOn }
    guard !own.isEmpty else { return [] }
    let page = index.configuration.kinds.firstIndex(where: \.isPage)
    var missing: [(page: ShownPage, fragments: Set<[UInt8]>)] = []
    for shown in all {
      // Texts have places of their own.
      let kind = articles.firstIndex { $0.name == shown.name } ?? (shown.name == home.name ? page : nil)
      let lacking = shown.fragments.filter { fragment in
        if fragment.isEmpty || fragment.contains(TemplateMarkup.unknown) || fragment == Array("top".utf8) {
          return false
        }
        let name = URLText.decode(fragment[...])
        if shown.identifiers.contains(where: { Self.fits($0, name) }) { return false }
        guard let kind else { return true }
        return !parsed.indices.contains { index.articles[$0].kind == kind && parsed[$0].hasAnchor(name) }
      }
      if !lacking.isEmpty { missing.append((shown, lacking)) }
    }
    return own.compactMap { address in
      let fragment = Array(address.text.dropFirst())
      let page = missing.first { entry in
        entry.fragments.contains(fragment) && entry.page.sources.contains { $0.file == address.file }
      }?.page
      return page.map { Self.fault(address, fragment, $0) }
    }
  }

  private static func fault(_ address: TemplateAddress, _ fragment: [UInt8], _ page: ShownPage) -> Diagnostic
  {
    let name = String(decoding: fragment, as: UTF8.self)
    let known = page.identifiers.filter { !$0.contains(TemplateMarkup.unknown) }
      .map { String(decoding: $0, as: UTF8.self) }.sorted()
    return .error(
      .brokenFragment, file: address.file, at: address.position,
      "This link leads to `#\(name)`, but nothing on a page made with `\(page.name)` has that `id`.",
      hint: NearestName.to(name, among: known).map { "Did you mean `#\($0)`?" }
        ?? "Give the element that it leads to `id=\"\(name)\"`.")
  }

  /// Whether an `id` of a template, of which tags are a part, may become `name`. One that is a tag as a whole is a number, or what
  /// a text says itself.
  private static func fits(_ identifier: [UInt8], _ name: [UInt8]) -> Bool {
    guard let tag = identifier.firstIndex(of: TemplateMarkup.unknown) else { return identifier == name }
    let end = identifier.suffix(while: { $0 != TemplateMarkup.unknown })
    if identifier.count == 1 {
      return name.first == UInt8(ascii: "n") && name.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
    }
    return name.count >= tag + end.count && name.starts(with: identifier[..<tag])
      && name.suffix(end.count) == end
  }
}

extension [UInt8] {
  /// What stands behind the last byte that is not wanted.
  fileprivate func suffix(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let last = lastIndex { !isWanted($0) }
    return self[(last.map { $0 + 1 } ?? startIndex)...]
  }
}
