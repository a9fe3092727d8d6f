/// Names the content of a page: two that a visitor sees alike have the same version, whatever their stylesheets, since
/// those are exchanged in an open page.
enum PageVersion {
  static func of(_ page: [UInt8], in snapshot: PreviewSnapshot) -> String {
    var hash = FNVHash()
    let styles = snapshot.stylesheets.map { (name: Array($0.name.utf8), url: Array($0.url.utf8)) }
    var at = 0
    while at < page.count {
      if page[at] == UInt8(ascii: "/"), let style = styles.first(where: { page[at...].starts(with: $0.url) })
      {
        hash.add(style.name)
        at += style.url.count
      } else {
        hash.add(page[at])
        at += 1
      }
    }
    // A picture keeps its address when it changes.
    for address in PageAddresses.ofMedia(in: page) {
      guard let path = RequestPath.decode(address), let file = snapshot.file(at: path) else { continue }
      hash.add(0)
      hash.add(file.bytes)
    }
    return hash.digits
  }
}

/// FNV-1a with 64 bits (Fowler, Noll, Vo): tells versions apart, and is no protection against anybody.
struct FNVHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  mutating func add(_ bytes: [UInt8]) { for byte in bytes { add(byte) } }

  var digits: String { String(state, radix: 16) }
}
