import Diagnostics
import Text
import YAML

/// What `clinic` in `site.yaml` may say.
package enum ClinicSettings {
  package static let setting = "clinic"

  /// What stands there, before the kinds are known.
  package struct Draft: Sendable {
    package var facts = ClinicFacts()
    /// The kind of the clinic's places.
    var locations: Node?
    /// The address of the site, without the last slash.
    var site = ""
  }

  package static let block = SettingBlock<Draft>([
    .checked(
      "phone", "The telephone number, as you write it for readers.", more: "`+1 555 0100`",
      mustBe: ClinicFacts.Telephone.wanted, ClinicFacts.Telephone.init, hint: ClinicFacts.Telephone.hint
    ) { $1.facts.phone = $0 },
    SettingKey(
      "booking-url", "Where people book a visit.", more: "Starts with `https:` or `http:`.", without: "None",
      schema: { _ in webAddress }
    ) {
      $1.facts.bookingURL = webAddress(of: $0, "booking-url", site: $1.site, into: &$2) ?? $1.facts.bookingURL
    },
    .checked(
      "email", "The e-mail address.", mustBe: "an e-mail address, such as `hello@clinic.example`",
      mailAddress,
      hint: mailHint
    ) { $1.facts.email = $0 },
    SettingKey(
      "logo", "A file in `Templates/assets`, such as `logo.svg`.", without: "None", schema: { _ in .words }
    ) { node, block, diagnostics in
      block.facts.logo = node.asPlacedText("logo", into: &diagnostics)
    },
    SettingKey(
      "opening-hours", "When the clinic is open.", more: "See [below](#opening-hours).", without: "None",
      schema: { .array(of: hours.schema($0)).with(["minItems": 1]) }, take: takeHours),
    SettingKey(
      "address", "Where the clinic is.", more: "See [below](#address).", without: "None",
      schema: { address.schema($0) }
    ) {
      var place = ClinicFacts.PostalAddress()
      guard address.read($0, named: "address", into: &place, &$2) != nil else { return }
      if $0.entries.isEmpty { return $0.reportEmpty("address", hint: Node.hintForNothing, into: &$2) }
      $1.facts.address = place
    },
    .node(
      "locations", "A kind of article, one for each place, if the clinic has several.",
      more:
        "It has a field `address`, a group of the [parts of an address](#address), and may have `phone`, `email` and `opening-hours`.",
      without: "None",
      schema: { .choice($0.kinds) }
    ) { $1.locations = $0 },
    SettingKey(
      "same-as", "The clinic's other addresses on the web.", without: "None",
      schema: { _ in .array(of: webAddress).with(["minItems": 1]) }, take: takeSameAs),
  ])

  package static let address = SettingBlock<ClinicFacts.PostalAddress>(
    [
      .text("street", "Street and number.", without: "None") { $1.street = $0 },
      .text("city", "The town.", without: "None") { $1.city = $0 },
      .text("region", "The state or province, such as `IL`.", without: "None") { $1.region = $0 },
      .text("postal-code", "The postal code, such as `\"62701\"`.", without: "None") { $1.postalCode = $0 },
      .checked(
        "country", "The country, as two capital letters, such as `US`.",
        mustBe: CountryCode.wanted, CountryCode.checked,
        hint: CountryCode.hint
      ) { $1.country = $0 },
    ],
    synonyms: [
      "state": "region", "province": "region", "county": "region", "zip": "postal-code",
      "zip-code": "postal-code", "zipcode": "postal-code", "postcode": "postal-code", "postal": "postal-code",
      "town": "city", "locality": "city", "street-address": "street", "line1": "street",
    ])

  @Sendable private static func takeSameAs(
    _ node: Node, _ block: inout Draft, _ diagnostics: inout [Diagnostic]
  ) {
    let example = "[https://social.example/clinic]"
    guard
      let list = node.asTexts(
        "same-as", of: "addresses", example: example, whenEmpty: Node.hintForNothing, into: &diagnostics)
    else {
      return
    }
    block.facts.sameAs = list.compactMap { webAddress(of: $0, "same-as", into: &diagnostics) }
  }

  /// An address as people write them: one `@`, a host with a dot (the letters of RFC 5322, section 3.2.3).
  @Sendable static func mailAddress(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty,
      parts[0].utf8.allSatisfy({ URLText.isUnreserved($0) || "!#$&'*+/=?^`{|}%".utf8.contains($0) })
    else { return nil }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let isHost =
      labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
      }
    return isHost ? text : nil
  }

  fileprivate static let webAddress: Schema = ["type": "string", "pattern": "^https?://[^/?#\\s][^\\s]*$"]

  /// The first of several addresses, and one with what stands around it in programs for mail.
  @Sendable static func mailHint(_ text: String) -> String? {
    let parts = text.split { " ,;/<>()".contains($0) }.map { $0.trimmingPrefix("mailto:") }
    let addresses = parts.compactMap { mailAddress(String($0)) }
    guard let first = addresses.first else {
      // `hello(at)clinic.example`, `hello [at] clinic.example`
      let words = ["(at)", "[at]", " at ", "{at}"].reduce(text) { $0.replacing($1, with: "@") }
      let plain = ["(dot)", "[dot]", " dot "].reduce(words) { $0.replacing($1, with: ".") }
      if let meant = mailAddress(plain.split(separator: " ").joined()) { return "Write `\(meant)`." }
      let host = text.split(separator: "@").last ?? ""
      return text.contains("@") && !host.contains(".")
        ? "Add the ending of the address, such as `.com`: `\(text).com`." : nil
    }
    return addresses.count == 1
      ? "Write `\(first)`." : "Only one address can stand here. Write `\(first)`, for example."
  }

  /// `site` is the address of this one, for the hint about one of its pages.
  fileprivate static func webAddress(
    of node: Node, _ name: String, site: String = "", into diagnostics: inout [Diagnostic]
  ) -> PlacedText? {
    guard let text = node.asText(name, into: &diagnostics) else { return nil }
    if let address = URLType.address(text), text.hasPrefix("http") {
      if let warning = Diagnostic.privateLink(to: address, file: node.file, at: node.position) {
        diagnostics.append(warning)
      }
      return PlacedText(address, at: node.position)
    }
    node.reportWrongType(
      name, mustBe: "an address without spaces that starts with `https:` or `http:`",
      hint: text.hasPrefix("/") && !text.hasPrefix("//") && !site.isEmpty
        && URLType.address(site + text) != nil
        ? "Write the whole address: `\(site)\(text)`." : URLType.hintForWeb(text), into: &diagnostics)
    return nil
  }
}

extension SettingKey {
  /// A text that `read` understands; `wanted` completes "must be".
  static func checked<Value>(
    _ name: String, _ description: String, more: String = "", without standard: String? = "None",
    mustBe wanted: String,
    _ read: @escaping @Sendable (String) -> Value?,
    hint: @escaping @Sendable (String) -> String? = { _ in nil },
    take: @escaping @Sendable (Value, inout Block) -> Void
  ) -> Self {
    Self(
      name, description, more: more, without: standard, schema: { _ in .words },
      take: { node, block, diagnostics in
        guard let text = node.asText(name, into: &diagnostics) else { return }
        if let value = read(text) { return take(value, &block) }
        node.reportWrongType(name, mustBe: wanted, hint: hint(text), into: &diagnostics)
      })
  }

  /// An address on the web.
  static func address(
    _ name: String, _ description: String, more: String,
    take: @escaping @Sendable (PlacedText, inout Block) -> Void
  ) -> Self {
    Self(
      name, description, more: more, without: "None", schema: { _ in ClinicSettings.webAddress },
      take: {
        if let address = ClinicSettings.webAddress(of: $0, name, into: &$2) { take(address, &$1) }
      })
  }
}
