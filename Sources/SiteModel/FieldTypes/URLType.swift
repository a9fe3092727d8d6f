import Diagnostics
import Text
import YAML

/// An address outside the site (RFC 3986), of a scheme that runs nothing: safe to stand in `href`.
struct URLType: PlainFieldType {
  static let name = "url"
  static let documentation = (
    meaning: "An address that starts with \(AddressScheme.listed)",
    example: "`https://clinic.example/book`"
  )
  let schema = Self.addressSchema(of: AddressScheme.allCases)

  /// Each beginning and the first character of what follows, then the rest.
  static func addressSchema(of schemes: [AddressScheme]) -> Schema {
    let starts = schemes.map { $0.beginning + ($0.beginning.hasSuffix("/") ? "[^/?#]" : ".") }
    return [
      "type": "string",
      "pattern": .text("^(\(starts.joined(separator: "|")))[^\\s\"<>\\\\^`{|}]*$"),
    ]
  }
  let hint = "An address that starts with https, http, tel, mailto or sms"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard let text = node.asText(name, into: &diagnostics) else { return .none }
    guard let address = Self.address(text) else {
      node.reportWrongType(
        name,
        mustBe: "an address without spaces that starts with \(AddressScheme.listed)",
        hint: Self.hint(for: text),
        into: &diagnostics)
      return .none
    }
    if let warning = Diagnostic.privateLink(to: address, file: node.file, at: node.position) {
      diagnostics.append(warning)
    }
    return .text(address)
  }

  /// What an address was meant to be: one without its scheme, a mailbox, a number.
  private static func hint(for text: String) -> String? {
    if let hint = hint(forNumber: text) { return hint }
    if let mail = ClinicSettings.mailAddress(text) { return "Write `mailto:\(mail)`." }
    if let number = ClinicFacts.Telephone(text) { return "Write `tel:\(number.dialed)`." }
    return hintForWeb(text)
  }

  /// `clinic.example/book`, `//clinic.example/book`, `@clinic`.
  static func hintForWeb(_ text: String) -> String? {
    if text.hasPrefix("@") {
      return "Write the address of that page, such as `https://social.example/\(text.dropFirst())`."
    }
    let rest = text.hasPrefix("//") ? text.dropFirst(2) : text[...]
    return rest.contains(".") && !rest.contains(":") && !rest.hasPrefix("/")
      && address("https://" + rest) != nil
      ? "Write `https://\(rest)`." : nil
  }

  /// For a telephone number with spaces or letters.
  static func hint(forNumber text: String) -> String? {
    guard text.hasPrefix("tel:") else { return nil }
    let joined = text.filter { $0 != " " }
    return text != joined && address(joined) != nil ? "Write `\(joined)`." : DialedNumber.hint(text.utf8)
  }

  /// `text` as it stands in `href`; nil when it is no such address.
  static func address(_ text: String) -> [UInt8]? {
    guard let beginning = AddressScheme.allCases.map(\.beginning).first(where: { text.hasPrefix($0) }),
      let first = text.utf8.dropFirst(beginning.utf8.count).first,
      !beginning.hasSuffix("//") || !"/?#".utf8.contains(first),
      text.utf8.allSatisfy(mayStand), AddressScheme(of: Array(text.utf8)) != nil
    else { return nil }
    return text.utf8.flatMap { $0 < 0x80 ? [$0] : URLText.encoded($0) }
  }

  /// Reserved and unreserved characters, `%` (RFC 3986, section 2) and letters beyond ASCII, which are encoded.
  private static func mayStand(_ byte: UInt8) -> Bool {
    URLText.isUnreserved(byte) || byte >= 0x80 || ":/?#[]@!$&'()*+,;=%".utf8.contains(byte)
  }

  func example(today: CalendarDate) -> String { "https://clinic.example/book" }

  let standsOnCards = true

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    if case .text(let address) = value { .link(address) } else { nil }
  }
}
