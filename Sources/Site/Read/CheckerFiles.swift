import Files
import SiteModel
import SymptomTree

/// The files of one symptom checker, `Content/symptom-checker/ID.yaml` and what lies beside it.
package struct CheckerFiles: Sendable {
  package let id: String
  package let sources: TreeSources

  /// Where the list of all paths is kept, relative to the source folder.
  package static func pathsFile(of id: String) -> String { "\(SourceTree.checkerFolder)/\(id).paths.tsv" }

  /// Every checker of a site, by id.
  package static func read(
    _ paths: [String], from folder: SourceFolder, careLevels: CareLevels?
  ) throws(FileFailure) -> [CheckerFiles] {
    let prefix = SourceTree.checkerFolder + "/"
    func file(_ name: String) throws(FileFailure) -> SourceFile? {
      guard paths.contains(prefix + name) else { return nil }
      return SourceFile(name: prefix + name, bytes: try SystemCalls.read(folder.path(to: prefix + name))[...])
    }
    var checkers: [CheckerFiles] = []
    for path in paths where path.hasPrefix(prefix) && path.hasSuffix(".yaml") {
      let name = path.dropFirst(prefix.count)
      let id = String(name.dropLast(".yaml".count))
      guard !name.contains("/"), !id.contains("."), path != CareHeading.file,
        let tree = try file(String(name))
      else { continue }
      checkers.append(
        CheckerFiles(
          id: id,
          sources: TreeSources(
            tree: tree, careLevels: careLevels, vignettes: try file("\(id).vignettes.yaml"),
            committedPaths: try file("\(id).paths.tsv"))))
    }
    return checkers
  }
}
