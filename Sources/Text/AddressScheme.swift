/// What an address outside the site may begin with: schemes that run nothing and show nothing as if it were a page of the site.
package enum AddressScheme: String, CaseIterable, Sendable {
  case https, http, tel, mailto, sms

  package static let names = allCases.map(\.rawValue)

  /// "`https:`, `http:`, `tel:`, `mailto:` or `sms:`".
  package static let listed = listed(allCases)

  /// Some of them, in the same way.
  package static func listed(_ schemes: [AddressScheme]) -> String {
    let marks = schemes.map { "`\($0.rawValue):`" }
    return marks.dropLast().joined(separator: ", ") + " or \(marks.last ?? "")"
  }

  /// What stands before the host, or before what is called or written to.
  package var beginning: String { self == .https || self == .http ? rawValue + "://" : rawValue + ":" }

  /// The scheme of a name in whatever case.
  package init?(named name: some Collection<UInt8>) {
    guard name.count < 8 else { return nil }
    self.init(rawValue: String(decoding: name.map { $0 < 0x80 ? $0 | 0x20 : $0 }, as: UTF8.self))
  }

  /// The scheme with which `address` begins, in whatever case, if there is something behind it.
  package init?(of address: [UInt8]) {
    guard let colon = address.prefix(8).firstIndex(of: UInt8(ascii: ":")),
      let scheme = AddressScheme(named: address[..<colon]), scheme.isComplete(address)
    else { return nil }
    self = scheme
  }

  /// Whether a phone can dial what stands behind the colon. A text message may be to nobody yet.
  private func dials(_ rest: some Collection<UInt8>) -> Bool {
    self == .sms && rest.first == UInt8(ascii: "?") || DialedNumber.isValid(rest)
  }

  /// Whether an address of this scheme says where it leads.
  package func isComplete(_ address: some Collection<UInt8>) -> Bool {
    let rest = address.dropFirst(rawValue.utf8.count + 1)
    if self == .tel || self == .sms { return dials(rest) }
    return beginning.hasSuffix("//") ? rest.starts(with: "//".utf8) && rest.count > 2 : !rest.isEmpty
  }
}
