import Diagnostics
import Markdown
import SiteModel
import Text

/// Whether the content policy lets pages do what templates, stylesheets and scripts want of them. What articles want is
/// checked where their HTML is read.
struct ContentPolicyCheck {
  private let index: SiteIndex
  private let sources: ContentSources

  init(_ index: SiteIndex) {
    self.index = index
    sources = index.configuration.sources
  }

  /// An address that was told of already is not told of again.
  func run(_ design: SiteDesign, besides told: [Diagnostic]) -> [Diagnostic] {
    let places = Set(
      told.lazy.filter { $0.severity == .error }.map { Place(file: $0.file, position: $0.position) })
    return design.needs.compactMap { need in
      places.contains(Place(file: need.file, position: need.position)) ? nil : fault(in: need)
    }
      + design.assets.flatMap { asset in
        asset.elsewhere.compactMap {
          fault(.load($0.use), target(of: $0.address, goesOn: false), asset.path, $0.position)
        }
      }
  }

  private struct Place: Hashable {
    let file: String?
    let position: Position?
  }

  private func fault(in need: TemplateNeed) -> Diagnostic? {
    guard case .load = need.kind, let address = need.address else {
      return fault(need.kind, .unknown, need.file, need.position)
    }
    let target: PolicyTarget? =
      switch address.start {
      case .home, .origin: .own
      case .nothing: target(of: address.text, goesOn: address.goesOn)
      }
    return fault(need.kind, target, need.file, need.position)
  }

  private func fault(
    _ kind: PolicyNeed.Kind, _ target: PolicyTarget?, _ file: String, _ position: Position
  ) -> Diagnostic? {
    guard let target, let fault = PolicyFault.of(kind, target, sources) else { return nil }
    return .error(.contentPolicy, file: file, at: position, fault.message, hint: fault.hint)
  }

  /// Nil for what loads nothing, such as `about:blank`.
  private func target(of address: [UInt8], goesOn: Bool) -> PolicyTarget? {
    if let scheme = UnsafeScheme.find(in: address[...]) { return scheme == "data" ? .data : nil }
    let whole = address.starts(with: "//".utf8) ? Array("https:".utf8) + address : address
    guard let parts = WebAddressParts(whole) else {
      return ArticleReferences.schemeEnd(of: address) == nil ? .own : nil
    }
    switch index.host(of: whole) {
    case .own: return .own
    case .writersOwn: return nil
    case .another:
      // Of `https://{{host}}/` nothing is known.
      return goesOn && parts.path.isEmpty ? .unknown : .outside(parts, goesOn: goesOn)
    }
  }
}
