import Diagnostics
import SiteModel
import Text

extension TemplateAddressCheck {
  /// What is wrong with the place in an article's page that an address of a template leads to. `rest` is what follows the path;
  /// what a tag makes of it is not known.
  func faultOfFragment(
    _ address: TemplateAddress, _ rest: ArraySlice<UInt8>, _ target: SiteIndex.URLTarget?,
    _ parsed: [ParsedArticle]
  ) -> Diagnostic? {
    guard case .article(let number) = target, !address.goesOn, !isSetting(address),
      let mark = rest.firstIndex(of: UInt8(ascii: "#")),
      case let fragment = URLText.decode(rest[(mark + 1)...]), !fragment.isEmpty,
      !parsed[number].hasAnchor(fragment), !identifiers.contains(fragment)
    else { return nil }
    let name = String(decoding: fragment, as: UTF8.self)
    let headings = parsed[number].body.outline.map { String(decoding: $0.id, as: UTF8.self) }
    return fault(
      address, .brokenFragment, "leads to `\(index.name(of: number))`, which has no heading `#\(name)`",
      hint: NearestName.to(name, among: headings).map { "Did you mean `#\($0)`?" }
        ?? (headings.isEmpty
          ? "It has no headings."
          : "The headings there are \(headings.prefix(12).map { "`#\($0)`" }.joined(separator: ", "))."))
  }
}
