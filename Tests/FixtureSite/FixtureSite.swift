import Foundation

/// A site in a temporary folder of its own, which goes when the value does. It begins as a small clinic's site
/// without a fault (`FixtureSite.files`); a test says what is different about its own.
public final class FixtureSite: Sendable {
  /// Absolute.
  public let path: String

  /// `changes` are files by path, added or put in place of those of the small site; nil takes one away.
  public init(_ changes: [String: String?] = [:], in parent: String? = nil) throws {
    path = (parent ?? FileManager.default.temporaryDirectory.path) + "/limber-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (file, text) in Self.files.merging(changes.compactMapValues { $0 }, uniquingKeysWith: { $1 }) {
      if let change = changes[file], change == nil { continue }
      try write(text, to: file)
    }
  }

  deinit {
    if (try? FileManager.default.removeItem(atPath: path)) != nil { return }
    // `rm` also removes what is nested too deeply for its path to be given whole.
    let removal = Process()
    removal.executableURL = URL(fileURLWithPath: "/bin/rm")
    removal.arguments = ["-rf", path]
    try? removal.run()
    removal.waitUntilExit()
  }

  public func path(to file: String) -> String { path + "/" + file }

  public func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

  public func write(_ bytes: [UInt8], to file: String) throws {
    let place = URL(fileURLWithPath: path(to: file))
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
    try OpenWriters.wait(for: place.path)
  }

  public func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path(to: file)) }

  public func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(to: file))), as: UTF8.self)
  }

  /// What lies in `.limber`, but for the packs of articles, whose names change with their content, and the program's own hash, which is
  /// kept only where the linker left no mark in it.
  public func cachedNames() throws -> [String] {
    try snapshot(".limber").names.filter {
      $0 != "program" && (!$0.hasPrefix("articles-") || !$0.hasSuffix(".pack"))
    }
  }

  /// What lies below a folder of the site, or below any folder when the path is absolute.
  public func snapshot(_ folder: String = "Public") throws -> FolderSnapshot {
    try FolderSnapshot(of: folder.hasPrefix("/") ? folder : path(to: folder))
  }
}
