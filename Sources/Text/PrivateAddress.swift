/// Addresses that open for their owner and, as often as not, for nobody else: documents in the cloud, as they stand in the address bar of
/// whoever writes them, and the previews of sites that are not published yet.
package enum PrivateAddress {
  /// What previews are called where a message names the place.
  package static let preview = "the preview of a site"

  /// What the document lies in, such as "Google Docs"; nil for any other address, and for one that says that everybody may open it.
  package static func place(of address: some BidirectionalCollection<UInt8>) -> String? {
    guard address.count > 20, address.count < 2_000, address.starts(with: "http".utf8),
      let colon = address.firstIndex(of: UInt8(ascii: ":")),
      case let rest = address[colon...].dropFirst(3),
      let slash = rest.firstIndex(of: UInt8(ascii: "/")), mayBe(rest[..<slash])
    else { return nil }
    let host = String(decoding: rest[..<slash].map { $0 | 0x20 }, as: UTF8.self)
    let path = String(decoding: rest[slash...], as: UTF8.self)
    switch host {
    case "docs.google.com":
      // Published pages and forms to fill in are for everybody.
      let isOpen = ["/pub", "/viewform", "/formresponse", "/preview"].contains { path.contains($0) }
      return isOpen ? nil : "Google Docs"
    case "drive.google.com":
      return path.contains("usp=sharing") || path.contains("/uc?") ? nil : "Google Drive"
    case "mail.google.com", "outlook.office.com", "outlook.live.com":
      // Microsoft Bookings is for everybody.
      return path.hasPrefix("/book") || path.contains("/bookings") ? nil : "a mailbox"
    case "onedrive.live.com": return path.contains("authkey=") ? nil : "OneDrive"
    case "www.dropbox.com", "dropbox.com":
      return ["/home", "/work", "/preview", "/personal"].contains { path.hasPrefix($0) } ? "Dropbox" : nil
    case "www.notion.so", "notion.so":
      let name = path.prefix { $0 != "?" && $0 != "#" }.suffix(32)
      return name.count == 32 && name.allSatisfy(\.isHexDigit) ? "Notion" : nil
    case _ where host.hasSuffix(".netlify.app"): return host.contains("--") ? preview : nil
    case _ where host.hasSuffix(".vercel.app"): return host.contains("-git-") ? preview : nil
    case _ where host.hasSuffix(".pages.dev"): return host.split(separator: ".").count > 3 ? preview : nil
    default:
      // Links that anyone may open have `/g/`: `/:b:/g/personal/…`.
      return host.hasSuffix(".sharepoint.com") && !path.dropFirst(3).hasPrefix(":/g/") ? "SharePoint" : nil
    }
  }

  /// The last letter before `.com` or `.so`, and how long such hosts are, tell nearly every other site from them.
  private static func mayBe(_ host: some BidirectionalCollection<UInt8>) -> Bool {
    let end = host.suffix(9)
    return host.count < 80
      && [
        "oogle.com", "ffice.com", "point.com", ".live.com", "opbox.com", "notion.so", "tlify.app",
        "ercel.app", "pages.dev",
      ].contains { end.elementsEqual($0.utf8) }
  }
}
