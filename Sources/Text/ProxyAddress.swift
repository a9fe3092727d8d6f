/// Addresses that lead through the sign-in of a library (EZproxy, OCLC), as they stand in the address bar of whoever read an article
/// there: nobody else gets past it.
package enum ProxyAddress {
  /// The address of the page itself; nil for any that leads through no such sign-in.
  package static func original(of address: some BidirectionalCollection<UInt8>) -> String? {
    guard address.count < 2_000, address.starts(with: "http".utf8),
      let colon = address.firstIndex(of: UInt8(ascii: ":")), case let rest = address[colon...].dropFirst(3),
      case let host = rest.prefix(while: { !"/?#".utf8.contains($0) }), mayBe(host)
    else { return nil }
    let name = String(decoding: host, as: UTF8.self).lowercased()
    let labels = name.split(separator: ".")
    guard let gate = labels.firstIndex(where: isGate), gate < labels.count - 1 else { return nil }
    let path = String(decoding: rest[host.endIndex...], as: UTF8.self)
    for key in ["?url=", "&url=", "?qurl=", "&qurl="] {
      guard let found = path.firstRange(of: key) else { continue }
      let inner = String(decoding: URLText.decode(Array(path[found.upperBound...].utf8)[...]), as: UTF8.self)
      return inner.hasPrefix("http") ? inner : nil
    }
    // `www-bmj-com` or `www.bmj.com` stands before the gate; a hyphen of its own was doubled.
    let isOCLC = name.hasSuffix(".idm.oclc.org")
    var before = labels[..<(isOCLC ? max(0, labels.count - 4) : gate)].joined(separator: ".")
    if !before.contains(".") {
      before = before.split(separator: "--", omittingEmptySubsequences: false).map {
        $0.replacing("-", with: ".")
      }.joined(separator: "-")
    }
    return before.contains(".") ? "https://\(before)\(path)" : nil
  }

  /// Nearly every host has none of these letters next to each other.
  private static func mayBe(_ host: some BidirectionalCollection<UInt8>) -> Bool {
    host.suffix(8).elementsEqual("oclc.org".utf8)
      || zip(host, host.dropFirst()).contains { $0 == UInt8(ascii: "x") && $1 == UInt8(ascii: "y") }
  }

  private static func isGate(_ label: Substring) -> Bool {
    label == "proxy" || label.hasPrefix("ezproxy") || label.hasSuffix("ezproxy")
      || label.hasPrefix("libproxy")
      || label == "idm"
  }
}
