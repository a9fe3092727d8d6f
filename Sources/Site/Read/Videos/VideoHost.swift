import Text

/// Sites that keep videos for others, and the address at which each shows one in a frame and nothing around it.
enum VideoHost: CaseIterable {
  case youTube, vimeo

  private var hosts: Set<String> {
    switch self {
    case .youTube: ["youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com"]
    case .vimeo: ["vimeo.com", "player.vimeo.com"]
    }
  }

  /// The address for a frame, of the page of a video or of another frame; nil for other pages and other sites.
  static func frame(of address: WebAddressParts) -> String? {
    let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    for site in allCases where site.hosts.contains(host) {
      let folders = address.path.split(separator: "/").map(String.init)
      switch site {
      case .youTube:
        // YouTube's own address without cookies until the video plays.
        return youTubeID(host, folders, address.rest).map { "https://www.youtube-nocookie.com/embed/\($0)" }
      case .vimeo:
        // `dnt`: the player sets no cookies and counts nobody.
        guard let number = folders.last(where: { $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
        // Behind it, or as `h`, the key of a video that is not listed.
        let key =
          folders.firstIndex(of: number).flatMap { folders.dropFirst($0 + 1).first }
          ?? value("h", address.rest)
        let unlisted = key.flatMap { $0.utf8.allSatisfy(URLText.isUnreserved) ? "h=\($0)&" : nil }
        return "https://player.vimeo.com/video/\(number)?\(unlisted ?? "")dnt=1"
      }
    }
    return nil
  }

  private static func youTubeID(_ host: String, _ folders: [String], _ rest: String) -> String? {
    let id: String? =
      if host == "youtu.be" {
        folders.first
      } else if folders == ["watch"] {
        value("v", rest)
      } else if folders.count == 2, ["embed", "shorts", "live", "v"].contains(folders[0]) {
        folders[1]
      } else {
        nil
      }
    return id.flatMap { id in
      !id.isEmpty && id.utf8.allSatisfy(URLText.isUnreserved) ? id : nil
    }
  }

  /// What a query says under a name.
  private static func value(_ name: String, _ rest: String) -> String? {
    guard rest.hasPrefix("?") else { return nil }
    for pair in rest.dropFirst().prefix(while: { $0 != "#" }).split(separator: "&")
    where pair.hasPrefix(name + "=") {
      return String(pair.dropFirst(name.utf8.count + 1))
    }
    return nil
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
