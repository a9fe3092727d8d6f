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

  /// How `folder` names what lies at `path`: empty when they are one, else ending with `/`. Both are absolute.
  package static func relativeFolder(_ path: String, from folder: String) -> String {
    let (there, here) = (path.split(separator: "/"), folder.split(separator: "/"))
    let shared = zip(there, here).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: here.count - shared) + there[shared...].map(String.init)
    return steps.map { $0 + "/" }.joined()
  }

  /// Whether `inner` is `outer` or lies inside it; both absolute.
  package static func contains(_ outer: String, _ inner: String) -> Bool {
    outer == "/" || inner == outer || inner.hasPrefix(outer + "/")
  }

  /// What follows the last slash.
  package static func name(of path: String) -> Substring {
    path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
  }

  /// What follows the last dot of a name, in small letters; empty where there is none.
  package static func ending(of name: some StringProtocol) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// The part before the last slash, or an empty text.
  package static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  }
}
