/// Paths as text: joined and compared without asking the disk.
package enum PathText {
  /// `path` seen from `folder`, with `.`, `..` and doubled slashes taken out.
  package static func absolute(_ path: String, from folder: String) -> String {
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether `inner` is `outer` or lies inside it; both absolute.
  package static func contains(_ outer: String, _ inner: String) -> Bool {
    outer == "/" || inner == outer || inner.hasPrefix(outer + "/")
  }

  /// The part before the last slash, or an empty text.
  package static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  }
}
