import Diagnostics
import SiteModel
import Text

/// Addresses that stand in `site.yaml`.
extension TemplateAddressCheck {
  /// The addresses in `site.yaml` that templates show.
  var settings: [PlacedText] {
    let clinic = index.configuration.clinic
    return (clinic?.bookingURL.map { [$0] } ?? []) + (clinic?.sameAs ?? [])
      + index.configuration.menuAddresses
  }

  /// Such an address is whole, and goes where the build goes.
  func fault(inSetting setting: PlacedText) -> Diagnostic? {
    let address = TemplateAddress(
      file: SiteConfiguration.file, template: nil, start: .nothing, text: setting.bytes, goesOn: false,
      position: setting.position)
    let root = Array("/".utf8)
    switch index.host(of: setting.bytes) {
    case .another:
      if AddressScheme(of: setting.bytes) == .mailto, !LinkSlip.isMail(setting.bytes) {
        return fault(
          address, .brokenLink, "is not a complete address",
          hint: "Write the whole of it, such as `mailto:desk@clinic.example`.")
      }
      return LinkSlip.host(meantBy: setting.bytes).map { meant in
        fault(
          address, .brokenLink, "is not a complete address",
          hint: meant.isEmpty
            ? "Write the whole of it, such as `https://www.example.org/`." : "Write `\(meant)`.")
      }
    case .own(let rest):
      let start = String(decoding: setting.bytes.dropLast(rest.count), as: UTF8.self)
      return faultBelowRoot(address, rest.first == root[0] ? Array(rest) : root + rest, written: start)
    case .writersOwn(let rest):
      let known = index.target(at: URLText.decode(ArticleReferences.path(of: rest)))
      return fault(
        address, .brokenLink, "points to your own computer or network, which visitors cannot reach",
        hint: known.flatMap { index.path(of: $0) }.map {
          let site = index.configuration.writtenAddress
          return "Write `\(site.origin)\(site.path)\(String(decoding: $0, as: UTF8.self))`."
        })
    }
  }

  func isSetting(_ address: TemplateAddress) -> Bool {
    address.isValue || address.file == SiteConfiguration.file
  }
}
