import Text

/// Names the content of a page: two that a visitor sees alike have the same version, whatever their stylesheets, since
/// those are exchanged in an open page.
enum PageVersion {
  static func of(_ page: [UInt8], in snapshot: PreviewSnapshot) -> String {
    var hash = ContentHash()
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
