import Foundation

/// Writes a Swift source that says which commit stands in a folder, and of which day: `VersionStamper SOURCE FOLDER`.
/// Without git, or outside a repository, nothing is known, which is no failure.
@main
struct VersionStamper {
  static func main() throws {
    let source = URL(filePath: CommandLine.arguments[1])
    let parts = commit(in: CommandLine.arguments[2]).split(separator: " ")
    // A hash and a day are letters, digits and hyphens.
    let isPlain =
      parts.count == 2
      && parts.joined().utf8.allSatisfy { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    let value = isPlain ? "(\"\(parts[0])\", \"\(parts[1])\")" : "nil"
    let text = "extension Version {\n  static let commit: (hash: String, day: String)? = \(value)\n}\n"
    // The same bytes would have the program linked again.
    if (try? Data(contentsOf: source)) != Data(text.utf8) { try Data(text.utf8).write(to: source) }
  }

  private static func commit(in folder: String) -> String {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", folder, "log", "-1", "--format=%h %cs"]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return "" }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    return git.terminationStatus == 0
      ? String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) : ""
  }
}
