import Diagnostics
import Markdown
import SiteModel
import Text

/// Whether the addresses in templates lead somewhere: they are held against what this build writes, like those in articles.
struct TemplateAddressCheck {
  let index: SiteIndex
  /// The places that templates give to their pages themselves.
  let identifiers: Set<[UInt8]>
  private let assets: [Asset]
  private let parsed: [ParsedArticle]
  private let hints: NameHints

  init(
    _ index: SiteIndex, _ assets: [Asset], _ parsed: [ParsedArticle], identifiers: Set<[UInt8]>
  ) {
    self.index = index
    self.identifiers = identifiers
    self.assets = assets
    self.parsed = parsed
    hints = NameHints(index)
  }

  /// `values` are what templates show as addresses, `sources` the files of the articles, by their numbers.
  func run(_ addresses: [TemplateAddress], values: ShownAddresses?, _ sources: [[UInt8]]) -> [Diagnostic] {
    addresses.compactMap(fault) + (values?.faults(sources, fault) ?? [])
      + settings.compactMap { fault(inSetting: $0) }
  }

  // MARK: Templates

  private func fault(in address: TemplateAddress) -> Diagnostic? {
    switch address.start {
    case .home: return faultBelowRoot(address, Array("/".utf8) + address.text, written: "{{site.home-url}}")
    case .origin:
      return address.text.first == UInt8(ascii: "/")
        ? faultFromHost(address, address.text[...], written: "{{site.origin}}") : nil
    case .nothing: break
    }
    guard let first = address.text.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "?") else {
      return nil
    }
    if address.text.starts(with: "//".utf8) {
      return fault(
        address, .brokenLink, "does not start with `https://`",
        hint: LinkSlip.hint(for: address.text) ?? "Add `https:` in front of it.")
    }
    if first == UInt8(ascii: "/") { return faultFromHost(address, address.text[...], written: "") }
    if let scheme = UnsafeScheme.find(in: address.text[...]), scheme != "data" {
      return fault(
        address, .unsafeLink, "starts with `\(scheme):`, which the page's own policy does not allow",
        hint: "Link to a page, and let a script in `Templates/assets` do the rest.")
    }
    if LinkSlip.isOnOwnDisk(String(decoding: address.text, as: UTF8.self)) {
      let path = address.text.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
      return fault(
        address, .brokenLink, "is a place on your own computer",
        hint: address.isValue
          ? "Move the file to `\(RootFile.folder)`, and write its address there, such as `/leaflet.pdf`."
          : asset(like: path) ?? "Move the file to `Templates/assets`, and write the name it has there.")
    }
    if let colon = ArticleReferences.schemeEnd(of: address.text) {
      return faultOfScheme(address, address.text[..<colon])
    }
    return faultFromPage(address)
  }

  private func faultOfScheme(_ address: TemplateAddress, _ scheme: ArraySlice<UInt8>) -> Diagnostic? {
    let name = String(decoding: scheme, as: UTF8.self).lowercased()
    if !address.goesOn, let known = AddressScheme(named: scheme), !known.isComplete(address.text) {
      return fault(
        address, .brokenLink, "is not a complete address", hint: LinkSlip.hint(for: address.text))
    }
    guard name == "http" || name == "https" else {
      guard let kind = index.kindNames[scheme] else { return faultOfUnknown(name, address) }
      let article = index.ids[kind][address.text[(scheme.endIndex + 1)...]].map { index.articles[$0] }
      return fault(
        address, .brokenLink, "is a link for articles, which does not work in templates",
        hint: article.map {
          "Write `\(fromRoot(Array($0.url.dropFirst(index.basePath.count)), for: address))`."
        })
    }
    switch index.host(of: address.text) {
    case .another: return faultElsewhere(address)
    case .own(let rest):
      let start = address.text.dropLast(rest.count)
      if index.configuration.isMoved {
        return fault(
          address, .brokenLink, "leads to the address in `site.yaml`, not to where this build goes",
          hint: "Write `\(fromRoot(Array(rest), for: address))`.")
      }
      return faultBelowRoot(
        address, rest.isEmpty ? Array("/".utf8) : Array(rest), written: String(decoding: start, as: UTF8.self)
      )
    case .writersOwn(let rest):
      let path = Array(ArticleReferences.path(of: rest))
      return fault(
        address, .brokenLink, "points to your own computer or network, which visitors cannot reach",
        hint: index.target(at: path).flatMap { index.path(of: $0) }.map {
          "Write `\(fromRoot($0, for: address))`."
        })
    }
  }

  /// A template may use schemes that articles may not; what is nearly one of theirs is a slip.
  private func faultOfUnknown(_ scheme: String, _ address: TemplateAddress) -> Diagnostic? {
    guard AddressScheme(named: Array(scheme.utf8)[...]) == nil, scheme != "data",
      let near = NearestName.to(scheme, among: AddressScheme.names)
    else { return nil }
    let rest = String(decoding: address.text.dropFirst(scheme.utf8.count), as: UTF8.self)
    return fault(
      address, .brokenLink, "starts with `\(scheme):`, which is not a type of address",
      hint: "Did you mean `\(near)\(rest)`?")
  }

  /// On another site: whether it is whole, and open to everyone.
  private func faultElsewhere(_ address: TemplateAddress) -> Diagnostic? {
    if address.goesOn { return nil }
    if let meant = LinkSlip.host(meantBy: address.text) {
      return fault(
        address, .brokenLink, "is not a complete address",
        hint: meant.isEmpty
          ? "Write the whole of it, such as `https://www.example.org/`." : "Write `\(meant)`.")
    }
    return .privateLink(to: address.text, file: address.file, at: address.position)
  }

  // MARK: Addresses of this site

  /// `path` begins at the host, as it stands in the page.
  private func faultFromHost(_ address: TemplateAddress, _ path: ArraySlice<UInt8>, written: String)
    -> Diagnostic?
  {
    let base = index.basePath
    if path.starts(with: base),
      path.count == base.count || path[path.startIndex + base.count] == UInt8(ascii: "/")
    {
      return faultBelowRoot(
        address, Array(path.dropFirst(base.count)), written: written + String(decoding: base, as: UTF8.self))
    }
    let known = Array(ArticleReferences.path(of: path))
    return fault(
      address, .brokenLink,
      "is outside this site, which starts at `\(String(decoding: base, as: UTF8.self))/`",
      hint: "Write `\(fromRoot(known, for: address))`.")
  }

  /// `path` begins at the site's root; `written` stands before it in the template.
  func faultBelowRoot(_ address: TemplateAddress, _ path: [UInt8], written: String) -> Diagnostic? {
    let known = ArticleReferences.path(of: path[...])
    // Of a path that ends with a tag nothing is known; of a query or fragment nothing is asked.
    if address.goesOn, known.count == path.count { return nil }
    let decoded = known.isEmpty ? Array("/".utf8) : URLText.decode(known)
    let target = index.target(at: decoded)
    if case .file(let file) = target, index.files[file].photograph != nil {
      return fault(
        address, .brokenLink,
        "is a photograph, which is published in several sizes, each at an address of its own",
        hint: isSetting(address)
          ? "Link to the page that shows it, or move it to `\(RootFile.folder)/`, which is published as it is."
          : "Show it with a field of the type `image`, or move it to `Templates/assets`, and write the name it has there."
      )
    }
    if case .file(let file) = target, !isUsed(file) {
      return fault(
        address, .brokenLink,
        "is in `Content`, so it is published only if an article shows it or links to it",
        hint: isSetting(address)
          ? "Link to the file from an article, or move it to `\(RootFile.folder)/`, which is published as it is."
          : "Move the file to `Templates/assets`, and write the name it has there.")
    }
    if case .unwritten(let reason, let hint) = target {
      return fault(address, .brokenLink, "is not an address on this site: \(reason)", hint: hint)
    }
    let right = target.flatMap { index.path(of: $0) }
    // Servers tell `/About/` from `/about/`. An old address leads on, and a page's own file is the page.
    if let right {
      if case .redirect = target { return nil }
      if decoded == right || decoded.starts(with: right) {
        return faultOfFragment(address, path[known.endIndex...], target, parsed)
      }
    }
    if target == nil, let article = index.unpublishedArticle(at: decoded),
      index.articles[article].state != .faulty
    {
      return fault(
        address, .unpublishedTarget,
        "leads to `\(index.name(of: article))`, which is \(index.articles[article].state.rawValue)",
        hint: index.articles[article].state.hint(removing: "it"), cause: index.articles[article].fileOfState)
    }
    if target == nil, index.isStray(decoded) { return nil }
    let rest = String(decoding: path[known.endIndex...], as: UTF8.self)
    let text = String(decoding: decoded, as: UTF8.self)
    let near = right ?? slashed(decoded) ?? hints.nearest(to: text, in: .addresses).map { Array($0.utf8) }
    let shown = near.map { near in
      // This tag ends with the slash that the path begins with.
      written + String(decoding: near.dropFirst(written == "{{site.home-url}}" ? 1 : 0), as: UTF8.self)
    }
    return fault(
      address, .brokenLink, "is not an address on this site",
      hint: (isSetting(address) ? nil : asset(like: decoded)) ?? shown.map { "Did you mean `\($0)\(rest)`?" })
  }

  private func slashed(_ path: [UInt8]) -> [UInt8]? {
    let slashed = path + [UInt8(ascii: "/")]
    return index.target(at: slashed).flatMap { index.path(of: $0) }
  }

  /// A path without a slash at its beginning starts from the page that it stands on.
  private func faultFromPage(_ address: TemplateAddress) -> Diagnostic? {
    let text = String(decoding: address.text, as: UTF8.self)
    if let page = address.template.flatMap(page) {
      let path = ArticleReferences.path(of: address.text[...])
      let whole = PathText.absolute(String(decoding: path, as: UTF8.self), from: page)
      let end = path.last == UInt8(ascii: "/") && whole != "/" ? "/" : ""
      let rest = address.text[path.endIndex...]
      return faultBelowRoot(address, Array((whole + end).utf8) + rest, written: "")
    }
    let path = Array("/".utf8) + URLText.decode(ArticleReferences.path(of: address.text[...]))
    let meant = index.target(at: path).flatMap { index.path(of: $0) } ?? slashed(path)
    if address.isValue, meant == nil, address.text.contains(where: { $0 == 0x20 }) {
      return fault(
        address, .brokenLink, "is text, which leads nowhere",
        hint:
          "Have the template show it outside of an address, or write an address that starts with `https://` or `/`."
      )
    }
    return fault(
      address, .brokenLink, "goes to a different place from each page that shows it",
      hint: LinkSlip.hint(for: address.text) ?? (address.isValue ? nil : asset(like: path))
        ?? "Start it at the root of the site: `\(fromRoot(meant ?? Array("/\(text)".utf8), for: address))`.")
  }

  /// The address of a page that a template makes, where all of them lie equally deep.
  private func page(of template: String) -> String? {
    switch template {
    case "home": return "/"
    case "index": return index.configuration.kinds.first { !$0.isPage }?.path
    case "checker": return GeneratedPages.checkerURL
    case GeneratedPages.searchTemplate: return GeneratedPages.searchURL
    default:
      guard let kind = index.configuration.kinds.first(where: { $0.name == template }) else { return nil }
      return kind.isPage ? "/\(kind.folder)/" : kind.path + "article/"
    }
  }

  // MARK: Hints

  /// As the address is to be written where it stands.
  private func fromRoot(_ path: [UInt8], for address: TemplateAddress) -> String {
    let path = String(decoding: path.dropFirst(), as: UTF8.self)
    return (address.isValue ? index.configuration.basePath + "/" : "{{site.home-url}}") + path
  }

  /// The name of the asset whose file is called, or nearly called, what the path ends with.
  private func asset(like path: [UInt8]) -> String? {
    func name(_ path: String) -> String {
      String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
    }
    let wanted = name(String(decoding: path, as: UTF8.self))
    guard wanted.contains(".") else { return nil }
    let names = assets.map { name($0.path) }
    let near = names.contains(wanted) ? wanted : NearestName.to(wanted, among: names)
    guard let near, let asset = assets.first(where: { name($0.path) == near }) else { return nil }
    return "Did you mean `{{site.assets.\(asset.name)}}`?"
  }

  private func isUsed(_ file: Int) -> Bool {
    zip(index.articles, parsed).contains { $0.isPublished && $1.usedFiles.contains(file) }
  }

  func fault(
    _ address: TemplateAddress, _ code: DiagnosticCode, _ what: String, hint: String?, cause: String? = nil
  ) -> Diagnostic {
    let start =
      switch address.start {
      case .nothing: ""
      case .home: "{{site.home-url}}"
      case .origin: "{{site.origin}}"
      }
    return .error(
      code, file: address.file, at: address.position,
      "The address `\(start)\(String(decoding: address.text, as: UTF8.self))` \(what).", hint: hint,
      cause: cause)
  }
}
