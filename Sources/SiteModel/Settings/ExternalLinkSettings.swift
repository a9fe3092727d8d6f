import Diagnostics
import Text
import YAML

/// Addresses of other sites that `limber check --external` does not ask.
package struct UnaskedAddresses: Sendable {
  fileprivate var beginnings: [String] = []

  package init() {}

  /// Whether it is one of them, or below one.
  package func contains(_ address: String) -> Bool {
    beginnings.contains { beginning in
      guard address.hasPrefix(beginning) else { return false }
      return beginning.hasSuffix("/") || address.utf8.count == beginning.utf8.count
        || "/?".utf8.contains(address.utf8.dropFirst(beginning.utf8.count).first ?? 0)
    }
  }
}

/// What `external-links` in `site.yaml` may say.
package enum ExternalLinkSettings {
  package static let setting = "external-links"

  package static let block = SettingBlock<UnaskedAddresses>([
    SettingKey(
      "allow",
      "Addresses that `limber check --external` takes for good without asking, each with everything below it.",
      more: "`[https://members.example/]`", without: "None",
      schema: { _ in .array(of: URLType.addressSchema(of: [.https, .http])).with(["minItems": 1]) },
      take: { node, unasked, diagnostics in
        let list = node.asTexts(
          "allow", of: "addresses", example: "[https://members.example/]", whenEmpty: Node.hintForNothing,
          into: &diagnostics)
        for entry in list ?? [] {
          if WebAddressParts(entry.text.utf8).map({ !$0.host.isEmpty }) ?? false {
            unasked.beginnings.append(entry.text)
          } else {
            entry.reportWrongType(
              "allow", mustBe: "addresses that start with `https://` or `http://`",
              hint: entry.text.contains(":") ? nil : "Write `https://\(entry.text)`.", into: &diagnostics)
          }
        }
      })
  ])
}
