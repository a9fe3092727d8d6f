import Foundation
import PackagePlugin

/// Puts every file of `Examples/starter` into the program, as a source file of the target `StarterFiles`. The folder is
/// the only list: `.embedInCode` of a resource forgets in which folder a file lay, C's `#embed` wants each file named.
///
/// The target's own folder is `Examples`, because the package manager asks a plugin again only when files come or go
/// below a target's folder.
@main
struct EmbedStarter: BuildToolPlugin {
  /// What a build of the site leaves in its folder, and what a Mac leaves in any.
  private static let ignored: Set = [".limber", "Public", ".DS_Store"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = target.directoryURL.appending(path: "starter", directoryHint: .isDirectory)
    let source = context.pluginWorkDirectoryURL.appending(path: "StarterFiles+All.swift")
    let files = try list("", of: root).sorted()
    return [
      .buildCommand(
        displayName: "Embedding Examples/starter",
        executable: try context.tool(named: "FolderEmbedder").url,
        arguments: [source.path(percentEncoded: false), root.path(percentEncoded: false)] + files,
        inputFiles: files.map { root.appending(path: $0) },
        outputFiles: [source])
    ]
  }

  private func list(_ folder: String, of root: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey]
    ).flatMap { item in
      let name = item.lastPathComponent
      if Self.ignored.contains(name) { return [String]() }
      let isFolder = try item.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
      return isFolder ? try list(folder + name + "/", of: root) : [folder + name]
    }
  }
}
