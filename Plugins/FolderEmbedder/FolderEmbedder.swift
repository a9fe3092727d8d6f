import Foundation

/// Writes files into a Swift source: `FolderEmbedder SOURCE ROOT FILE…`. Bytes become the characters of a string
/// literal, U+0000 to U+00FF: a list of numbers takes the compiler seconds, a string no time.
@main
struct FolderEmbedder {
  static func main() throws {
    let source = CommandLine.arguments[1]
    let root = URL(filePath: CommandLine.arguments[2], directoryHint: .isDirectory)
    var text = "extension StarterFiles {\n  package static let all: [File] = [\n"
    for path in CommandLine.arguments.dropFirst(3) {
      let bytes = try Data(contentsOf: root.appending(path: path))
      text += "    File(\(literal(path.utf8)), \(literal(bytes))),\n"
    }
    text += "  ]\n}\n"
    try Data(text.utf8).write(to: URL(filePath: source))
  }

  private static func literal(_ bytes: some Sequence<UInt8>) -> String {
    var text = "\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"): text += "\\n"
      case UInt8(ascii: "\""): text += "\\\""
      case UInt8(ascii: "\\"): text += "\\\\"
      case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\u{\(String(byte, radix: 16))}"
      }
    }
    return text + "\""
  }
}
