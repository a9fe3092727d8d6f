import Files
import Text

/// The list of a published site's files with the SHA-256 of each, sorted by path, as `sha256sum` writes it: so
/// `sha256sum --check` in the folder of a copy says whether the copy is whole.
struct Manifest: Sendable {
  private let path: String

  /// Throws `BuildObstacle.manifest` when the file would be part of a site, or anything but a manifest lies in its place.
  init(_ shown: String, output: OutputFolder?, source: SourceFolder) throws {
    func refuse(_ reason: String) -> BuildObstacle { .manifest("The manifest `\(shown)` \(reason)") }
    path = SystemCalls.resolved(PathText.absolute(shown, from: source.workingFolder))
    if let output, PathText.contains(output.path, path) {
      throw refuse("would be in the output folder `\(output.shown)`. Choose a file outside it.")
    }
    for name in OutputFolder.foldersOfTheSource
    where PathText.contains(source.path + "/" + name, path) {
      throw refuse("would be in `\(name)`, which is not for published files. Choose a file next to it.")
    }
    guard let status = try SystemCalls.status(path) else {
      guard try SystemCalls.status(String(PathText.folder(of: path)))?.kind == .folder else {
        throw refuse("cannot be written, because its folder does not exist. Create the folder first.")
      }
      return
    }
    guard status.kind == .file else { throw refuse("already exists and is not a file. Choose another name.") }
    if status.size > 0, !Self.isManifest(try SystemCalls.read(path)) {
      throw refuse("already exists and is not a manifest. Choose another file, or remove this one yourself.")
    }
  }

  private static func isManifest(_ bytes: [UInt8]) -> Bool {
    let line = bytes.prefix { $0 != 0x0A }.drop { $0 == UInt8(ascii: "\\") }
    let isHash = line.prefix(64).allSatisfy {
      (0x30...0x39).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    return line.count > 66 && isHash && line.dropFirst(64).starts(with: "  ".utf8)
  }

  /// Reads every file of the output folder again, so that what is told is what is there.
  func write(of output: OutputFolder, workers: Workers) async throws {
    let files = try FolderTree.entries(below: output.path, dotted: true).filter { $0.kind == .file }
    let lines = try await workers.map(files.count) { number in
      let bytes = try SystemCalls.read(output.path + "/" + files[number].path)
      return Self.line(SHA256.digits(of: bytes), files[number].path)
    }
    try SystemCalls.replace(path, with: lines.flatMap { $0 })
  }

  /// A path that would break the line is escaped, which a backslash before the line says.
  static func line(_ digits: [UInt8], _ path: String) -> [UInt8] {
    var name: [UInt8] = []
    var isEscaped = false
    for byte in path.utf8 {
      let escape: UInt8? =
        switch byte {
        case UInt8(ascii: "\\"): byte
        case 0x0A: UInt8(ascii: "n")
        case 0x0D: UInt8(ascii: "r")
        default: nil
        }
      if let escape {
        isEscaped = true
        name += [UInt8(ascii: "\\"), escape]
      } else {
        name.append(byte)
      }
    }
    return (isEscaped ? [UInt8(ascii: "\\")] : []) + digits + Array("  ".utf8) + name + [0x0A]
  }
}
