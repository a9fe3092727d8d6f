import Foundation
import PackagePlugin

/// Says in the program which commit it was made from, as a source file of the target `LimberCommand`.
@main
struct StampVersion: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let source = context.pluginWorkDirectoryURL.appending(path: "Version+Commit.swift")
    return [
      .buildCommand(
        displayName: "Noting the commit",
        executable: try context.tool(named: "VersionStamper").url,
        arguments: [source.path(percentEncoded: false), root.path(percentEncoded: false)],
        inputFiles: Self.gitFolder(of: root).map(Self.changing) ?? [],
        outputFiles: [source])
    ]
  }

  /// What git writes when another commit is checked out or made.
  private static func changing(_ folder: URL) -> [URL] {
    [folder.appending(path: "HEAD"), folder.appending(path: "logs/HEAD")].filter {
      FileManager.default.fileExists(atPath: $0.path(percentEncoded: false))
    }
  }

  /// Nil for a source that git does not know. In a working tree beside the repository `.git` is a file that says where.
  private static func gitFolder(of root: URL) -> URL? {
    let place = root.appending(path: ".git")
    guard let text = try? String(contentsOf: place, encoding: .utf8), text.hasPrefix("gitdir: ") else {
      return FileManager.default.fileExists(atPath: place.path(percentEncoded: false)) ? place : nil
    }
    let path = text.dropFirst("gitdir: ".count).trimmingCharacters(in: .whitespacesAndNewlines)
    return URL(filePath: path, relativeTo: root)
  }
}
