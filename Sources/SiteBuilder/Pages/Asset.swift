/// A file of `Templates/assets`.
struct Asset: Sendable {
  /// Relative to the source folder.
  let path: String
  /// What templates call it: the path below `assets` with `-` for `.` and `/`.
  let name: String
  /// The path of its URL, without the site's base path.
  let url: [UInt8]

  static func all(_ paths: [String]) -> [Asset] {
    paths.map { path in
      let below = path.dropFirst("Templates/assets/".count)
      let name = String(below.map { $0 == "." || $0 == "/" ? "-" : $0 })
      return Asset(path: path, name: name, url: URLText.encode(path: "/assets/" + below))
    }
  }
}
