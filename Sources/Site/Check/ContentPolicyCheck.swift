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
    let untold = UntoldCounters(index: index, design: design).faults
    let places = Set(
      (told + untold).lazy.filter { $0.severity == .error }.map {
        Place(file: $0.file, position: $0.position)
      })
    return untold
      + design.needs.flatMap { need in
        places.contains(Place(file: need.file, position: need.position)) ? [] : faults(in: need)
      }
      + design.assets.flatMap { asset in
        asset.elsewhere.compactMap {
          fault($0.need, target(of: $0.address, goesOn: false), asset.path, $0.position)
        }
          + asset.forbidden.compactMap { fault($0.need, .own, asset.path, $0.position) }
      }
  }

  private struct Place: Hashable {
    let file: String?
    let position: Position?
  }

  private func faults(in need: TemplateNeed) -> [Diagnostic] {
    if need.kind == .load(.form), let scheme = need.variable.flatMap(Self.scheme) {
      return fault(.formScheme(scheme), .unknown, need.file, need.position).map { [$0] } ?? []
    }
    guard need.kind.hasAddress, let address = need.address else {
      let whole = fault(need.kind, .unknown, need.file, need.position)
      return whole.map { [$0] } ?? need.variable.map { faults(in: need, showing: $0) } ?? []
    }
    let target: PolicyTarget? =
      switch address.start {
      case .home, .origin: .own
      case .nothing: target(of: address.text, goesOn: address.goesOn)
      }
    return fault(need.kind, target, need.file, need.position).map { [$0] } ?? []
  }

  /// The scheme of the addresses that a name of `clinic` stands for.
  private static func scheme(of name: String) -> String? {
    switch name.split(separator: ".").last {
    case "email-url": "mailto"
    case "phone-url": "tel"
    default: nil
    }
  }

  /// Of the values that a name stands for on pages, each other fault once.
  private func faults(in need: TemplateNeed, showing name: String) -> [Diagnostic] {
    let template = need.file.split(separator: "/").last?.dropLast(".mustache".count)
    let kinds = index.configuration.kinds
    let isShared = !kinds.contains { template == $0.name[...] }
    // Most names are no field of any kind, and then no article is asked.
    let slots = kinds.map { kind in
      isShared || template == kind.name[...] ? kind.fields.firstIndex { $0.name == name } : nil
    }
    var values: Set<[UInt8]> = []
    if slots.contains(where: { $0 != nil }) {
      for (number, kind) in index.articleKinds.enumerated() {
        guard let slot = slots[Int(kind)], index.articles[number].isPublished,
          case .text(let text) = index.articles[number].fields[slot]
        else { continue }
        values.insert(text)
      }
    }
    if ["booking-url", "clinic.booking-url", "site.clinic.booking-url"].contains(name),
      let booking = index.configuration.clinic?.bookingURL
    {
      values.insert(booking.bytes)
    }
    var told: Set<Diagnostic> = []
    return values.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { value in
      fault(need.kind, target(of: value, goesOn: false), need.file, need.position)
    }.filter { told.insert($0).inserted }
  }

  private func fault(
    _ kind: PolicyNeed.Kind, _ target: PolicyTarget?, _ file: String, _ position: Position
  ) -> Diagnostic? {
    // What may be loaded comes from settings that cannot be read: their faults are told.
    guard !index.configuration.hasFaultySources, let target, let fault = PolicyFault.of(kind, target, sources)
    else { return nil }
    let code: DiagnosticCode = kind == .elsewhere(.refresh) ? .unsafeLink : .contentPolicy
    return .error(code, file: file, at: position, fault.message, hint: fault.hint)
  }

  /// Nil for what loads nothing, such as `about:blank`.
  private func target(of address: [UInt8], goesOn: Bool) -> PolicyTarget? {
    if let scheme = UnsafeScheme.find(in: address[...]) {
      return scheme == "data" ? .holding(scheme: scheme) : nil
    }
    if address.starts(with: "blob:".utf8) { return .holding(scheme: "blob") }
    let whole = address.starts(with: "//".utf8) ? Array("https:".utf8) + address : address
    guard let parts = WebAddressParts(whole, allowingSockets: true) else {
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
