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

  /// The bytes of every file of the source.
  public func contents() throws -> [String: [UInt8]] {
    try FolderSnapshot(of: path).contents.filter { name, _ in
      !name.hasPrefix("Public/") && !name.hasPrefix(".limber/") && !name.hasSuffix(".DS_Store")
    }
  }
}
