/// URL schemes that carry a program or a whole document in the address.
package enum UnsafeScheme {
  /// The unsafe scheme of `destination`, found as a browser finds it (WHATWG URL, section 4.4): letter case,
  /// leading control characters and spaces, and tabs and line ends anywhere are no disguise.
  package static func find(in destination: ArraySlice<UInt8>) -> String? {
    guard let colon = destination.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var scheme: [UInt8] = []
    for byte in destination[..<colon] {
      if byte == 0x09 || byte == 0x0A || byte == 0x0D || (scheme.isEmpty && byte <= 0x20) { continue }
      scheme.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      if scheme.count > 10 { return nil }
    }
    let name = String(decoding: scheme, as: UTF8.self)
    return name == data || scripts.contains(name) ? name : nil
  }

  /// The same of those that run a program: a text may well begin with "Data:".
  package static func findScript(in text: ArraySlice<UInt8>) -> String? {
    guard let first = text.first(where: { $0 > 0x20 }), beginnings.contains(first) else { return nil }
    return find(in: text).flatMap { $0 == data ? nil : $0 }
  }

  private static let data = "data"
  private static let scripts = ["javascript", "vbscript"]
  private static let beginnings = Array("jJvV".utf8)
}
