import Files
import Site
import SymptomTree
import Text
import YAML

/// A small complete site to begin with, for a clinic and a body part that are not this repository's: articles,
/// red flags, a symptom checker and templates of its own. It lies in the program, so that nothing else is needed.
package enum StarterSite {
  package struct File: Sendable {
    /// Relative to the site's folder.
    let path: String
    let text: String
  }

  static let checkerID = "knee-pain"
  package static let files =
    settings + editor + pages + articles + redFlags + checker + templates + articleTemplates + search
    + assets

  /// Writes the site into `path`, which is new or empty but for a `.git`; how many files were written. Refuses any
  /// other folder. When the disk fails, what was written is taken away again.
  @discardableResult
  package static func write(to path: String, today: CalendarDate) async throws -> Int {
    let wasThere = try checkIsFree(path)
    var written: [String] = []
    do {
      for file in files {
        try NewFile.write(file.text, to: path + "/" + file.path)
        written.append(file.path)
      }
      let paths = CheckerFiles.pathsFile(of: checkerID)
      written += [paths, paths + ".new"]
      return files.count + (try await writePaths(of: path, today: today))
    } catch {
      remove(written, from: path, whole: !wasThere)
      throw error
    }
  }

  /// Whether there is a folder at `path`; refuses what is no folder, and a folder that holds anything.
  private static func checkIsFree(_ path: String) throws -> Bool {
    if path.isEmpty { throw Refusal.sentence("The name of the folder is empty.") }
    guard let status = try SystemCalls.status(path, followLinks: true) else {
      // A link that leads nowhere is something, too.
      if try SystemCalls.status(path) == nil { return false }
      throw Refusal.sentence("`\(path)` is a link that leads nowhere. Choose another name.")
    }
    guard status.kind == .folder else {
      throw Refusal.sentence("There is a file `\(path)` already. Choose another name.")
    }
    let names = try SystemCalls.list(path).map(\.name).filter { $0 != ".git" }.sorted()
    if let first = names.first {
      throw Refusal.sentence(
        "The folder `\(path)` is not empty (it holds `\(first)`). Choose a new or an empty one.")
    }
    return true
  }

  /// The list of the checker's paths is made from the checker, as `limber tree paths` does.
  private static func writePaths(of path: String, today: CalendarDate) async throws -> Int {
    let site = try SiteBuild(
      BuildOptions(
        source: path, output: nil, jobs: 1, includesDrafts: false, isStrict: false, today: today))
    var count = 0
    for tree in try await site.trees().trees {
      guard let text = tree.check.pathsFile else { continue }
      try site.replace(tree.pathsFile, with: text)
      count += 1
    }
    return count
  }

  /// Takes away what was written, and the folders that are empty then, as far as the disk lets us.
  private static func remove(_ written: [String], from path: String, whole: Bool) {
    for file in written { try? SystemCalls.removeFile(path + "/" + file) }
    var folders = Set<String>()
    for file in files {
      var folder = PathText.folder(of: file.path)
      while !folder.isEmpty {
        folders.insert(String(folder))
        folder = PathText.folder(of: String(folder))
      }
    }
    // The longest first, so that what lies inside goes before what it lies in.
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      try? SystemCalls.removeFolder(path + "/" + folder)
    }
    if whole { try? SystemCalls.removeFolder(path) }
  }
}
