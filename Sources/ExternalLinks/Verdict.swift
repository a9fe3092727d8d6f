import Diagnostics
import Site
import SiteModel
import Text

/// What became of an address of another site.
enum Verdict: Equatable {
  /// Readers find something there.
  case good
  /// It has another address for good.
  case moved(to: String)
  /// There is nothing any more: the status, 404 or 410.
  case gone(status: Int)
  /// Programs get no answer; people may.
  case closed
  /// A reader's browser would show an error: why, as the end of a sentence.
  case unreachable(String)

  /// The warning where a site leads there; nil when there is nothing to say.
  func diagnostic(at link: OutsideLink) -> Diagnostic? {
    func warn(_ code: DiagnosticCode, _ what: String, _ hint: String) -> Diagnostic {
      .warning(
        code, file: link.file, at: link.position, "The address `\(link.address)` \(what).", hint: hint)
    }
    switch self {
    case .moved(let new):
      return warn(
        .movedLink, "has moved for good",
        Self.isHome(new) && !Self.isHome(link.address)
          ? "It leads to the home page `\(new)` now. Look there for the page that you mean."
          : "Write `\(new)`.")
    case .gone(let status):
      if let doi = Self.doi(link.address) {
        return .warning(
          .goneLink, file: link.file, at: link.position, "Nothing is registered under the DOI `\(doi)`.",
          hint: "Copy it again from the first page of the work.")
      }
      return warn(
        .goneLink, "leads to nothing any more (status \(status))",
        "Link to another page, or to a copy, if there is one at `\(Self.archive)\(link.address)`.")
    case .unreachable(let reason):
      return warn(
        .unreachableLink, reason,
        "Open it in a browser. If readers cannot see it either, link to another page or to a copy, such as `\(Self.archive)\(link.address)`. If they can, add it to `\(ExternalLinkSettings.setting)` in `site.yaml`."
      )
    case .good, .closed: return nil
    }
  }

  private static func isHome(_ address: String) -> Bool {
    WebAddressParts(address.utf8).map { ["", "/"].contains($0.path) && $0.rest.isEmpty } ?? false
  }

  /// Shows the newest copy that the Internet Archive has of the address behind it.
  private static let archive = "https://web.archive.org/web/"

  /// The DOI in an address of the resolver (DOI Handbook, section 3.8); nil for any other address.
  static func doi(_ address: String) -> String? {
    guard let parts = WebAddressParts(address.utf8),
      ["doi.org", "dx.doi.org", "www.doi.org"].contains(parts.host)
    else { return nil }
    return WorkLink.doi(in: address)
  }
}
