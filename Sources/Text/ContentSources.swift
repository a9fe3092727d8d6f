/// From where pages may load, directive by directive: `content-policy`.
package struct ContentSources: Sendable, Equatable {
  private var lists: [ContentDirective: [ContentSource]] = [:]

  package init() {}

  package subscript(directive: ContentDirective) -> [ContentSource] {
    get { lists[directive] ?? [] }
    set { lists[directive] = newValue }
  }

  package var isEmpty: Bool { lists.isEmpty }

  package func allows(_ address: WebAddressParts, as directive: ContentDirective, goesOn: Bool = false)
    -> Bool
  {
    self[directive].contains { $0.allows(address, goesOn: goesOn) }
  }

  package func allowsOwn(_ directive: ContentDirective) -> Bool {
    switch directive {
    case .frame, .form: self[directive].contains(.own)
    default: true
    }
  }

  /// How to allow `source`.
  package func hint(toAllow source: String, as directive: ContentDirective) -> String {
    if lists.isEmpty { return "Write `content-policy: {\(directive.rawValue): [\(source)]}` in `site.yaml`." }
    return self[directive].isEmpty
      ? "Add `\(directive.rawValue): [\(source)]` to `content-policy` in `site.yaml`."
      : "Add `\(source)` to `\(directive.rawValue)` of `content-policy` in `site.yaml`."
  }
}
