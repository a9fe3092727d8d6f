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
    path[(last(UInt8(ascii: "/"), in: path).map { path.utf8.index(after: $0) } ?? path.startIndex)...]
  }

  /// What follows the last dot of a name, in small letters; empty where there is none.
  package static func ending(of name: some StringProtocol) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// The part before the last slash, or an empty text.
  package static func folder(of path: String) -> Substring {
    last(UInt8(ascii: "/"), in: path).map { path[..<$0] } ?? ""
  }

  /// The names of the folders on the way, and of the file at the end.
  package static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
  }

  /// Whether the name of the file at `path` has one more dot than that of its ending, which is `length` bytes long: that
  /// of an article has it where it says a language.
  package static func hasInnerDot(_ path: String, ending length: Int) -> Bool {
    name(of: path).utf8.dropLast(length).contains(UInt8(ascii: "."))
  }

  /// Where a byte of ASCII stands last. Paths are bytes, and each file's is looked at many times: letter by letter, as texts
  /// are, that takes long.
  private static func last(_ byte: UInt8, in path: String) -> String.Index? {
    let bytes = path.utf8
    if let place = bytes.withContiguousStorageIfAvailable({ $0.lastIndex(of: byte) }) {
      return place.map { bytes.index(bytes.startIndex, offsetBy: $0) }
    }
    return bytes.lastIndex(of: byte)
  }
}
