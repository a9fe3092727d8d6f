import Files
import StarterFiles
import Text

/// A small complete site to begin with, for a clinic and a body part that are not this repository's: the files of
/// `Examples/starter`, which the build puts into the program, so that nothing else is needed.
package enum StarterSite {
  /// Writes the site into `path`, which is new or empty but for a `.git`; how many files were written. Refuses any other
  /// folder. When the disk fails, what was written is taken away again.
  @discardableResult
  package static func write(to path: String, _ choices: StarterChoices) throws -> Int {
    let wasThere = try checkIsFree(path)
    let path = SystemCalls.resolved(path)
    var written: [String] = []
    do {
      for file in choices.files {
        try NewFile.write(file.bytes, to: path + "/" + file.path)
        written.append(file.path)
      }
      return written.count
    } catch {
      remove(written, from: path, whole: !wasThere)
      throw error
    }
  }

  /// Whether there is a folder at `path`; refuses what is no folder, and a folder that holds anything.
  private static func checkIsFree(_ path: String) throws -> Bool {
    if path.isEmpty { throw Refusal.sentence("The folder name is empty.") }
    guard let status = try SystemCalls.status(path, followLinks: true) else {
      // A link that leads nowhere is something, too.
      if try SystemCalls.status(path) == nil { return false }
      throw Refusal.sentence("`\(path)` is a link to something that does not exist. Choose another name.")
    }
    guard status.kind == .folder else {
      throw Refusal.sentence("The file `\(path)` already exists. Choose another name.")
    }
    let names = try SystemCalls.list(path).map(\.name).filter { $0 != ".git" }.sorted()
    if let first = names.first {
      throw Refusal.sentence(
        "The folder `\(path)` is not empty (it contains `\(first)`). Choose a new folder or an empty one.")
    }
    return true
  }

  /// Takes away what was written, and the folders that are empty then, as far as the disk lets us.
  private static func remove(_ written: [String], from path: String, whole: Bool) {
    for file in written { try? SystemCalls.removeFile(path + "/" + file) }
    var folders = Set<String>()
    for file in StarterFiles.all.map(\.path) + written {
      var folder = PathText.folder(of: file)
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
