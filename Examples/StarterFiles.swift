/// The files of `Examples/starter`, which `limber init` hands out. The build puts them here (`Plugins/EmbedStarter`).
package enum StarterFiles {
  package struct File: Sendable {
    /// Relative to the site's folder.
    package let path: String
    package let bytes: [UInt8]

    /// Both with a character for each byte.
    init(_ path: String, _ content: String) {
      self.path = String(decoding: Self.bytes(of: path), as: UTF8.self)
      bytes = Self.bytes(of: content)
    }

    private static func bytes(of text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }
  }
}
