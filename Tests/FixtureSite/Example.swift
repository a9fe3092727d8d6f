import Foundation

/// A complete site of this repository: its own, or one of `Examples`.
public enum Example: String, CaseIterable, Sendable {
  case clinic = "."
  case knee = "Examples/knee-clinic"
  case starter = "Examples/starter"

  /// The site's folder.
  public var path: String { Self.repository + (self == .clinic ? "" : "/" + rawValue) }

  public static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A copy of the site's source, without what a build may have left beside it.
  public func copy() throws -> FixtureSite {
    let site = try FixtureSite()
    let settings = try FileManager.default.contentsOfDirectory(atPath: path).filter {
      $0.hasPrefix("site.") && $0.hasSuffix(".yaml")
    }
    for name in ["Content", "Templates"] + settings {
      let place = site.path(to: name)
      if FileManager.default.fileExists(atPath: place) { try FileManager.default.removeItem(atPath: place) }
      try FileManager.default.copyItem(atPath: path + "/" + name, toPath: place)
    }
    return site
  }

  /// A copy of the site in the language of its original alone.
  public func copyOfOriginal() throws -> FixtureSite {
    let site = try copy()
    for name in try contents().keys where name.contains(".es.") { try site.remove(name) }
    let settings = try String(contentsOfFile: site.path(to: "site.yaml"), encoding: .utf8)
    let lines = settings.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("languages:") && !$0.hasPrefix("translations:")
    }
    try site.write(lines.joined(separator: "\n"), to: "site.yaml")
    return site
  }

  /// The bytes of every file of the source.
  public func contents() throws -> [String: [UInt8]] {
    // The clinic's source is the repository, with all that was built and installed in it.
    try FolderSnapshot(of: path, skipping: [".build", ".git", ".limber", ".venv", "Public"]).contents.filter {
      !$0.key.hasSuffix(".DS_Store")
    }
  }
}
