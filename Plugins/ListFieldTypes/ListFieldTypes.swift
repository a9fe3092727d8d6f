import Foundation
import PackagePlugin

/// Makes the list of the types of field from the folder that holds them, as a source file of the target `SiteModel`: Swift
/// finds no types by itself, and a list by hand would be a second file to change for each new type.
@main
struct ListFieldTypes: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "FieldTypes", directoryHint: .isDirectory)
    let source = context.pluginWorkDirectoryURL.appending(path: "FieldTypes+All.swift")
    let types = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }.map { $0.deletingPathExtension().lastPathComponent }.sorted()
    return [
      .buildCommand(
        displayName: "Listing the types of field",
        executable: try context.tool(named: "FieldTypeLister").url,
        arguments: [source.path(percentEncoded: false)] + types, inputFiles: [], outputFiles: [source])
    ]
  }
}
