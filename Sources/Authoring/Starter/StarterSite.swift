import Files
import SiteModel
import StarterFiles
import Text

/// A small complete site to begin with, for a clinic and a body part that are not this repository's: the files of
/// `Examples/starter`, which the build puts into the program, so that nothing else is needed.
package enum StarterSite {
  /// Writes the site into `path`, which is new or empty but for a `.git`; how many files were written. `name` is the
  /// clinic's. Refuses a name that is none, and any other folder. When the disk fails, what was written is taken away again.
  @discardableResult
  package static func write(to path: String, name: String? = nil) throws -> Int {
    let name = try name.map(checkedName)
    let wasThere = try checkIsFree(path)
    let path = SystemCalls.resolved(path)
    var written: [String] = []
    do {
      for file in StarterFiles.all {
        let bytes = file.path == SiteConfiguration.file ? naming(name, in: file.bytes) : file.bytes
        try NewFile.write(bytes, to: path + "/" + file.path)
        written.append(file.path)
      }
      return StarterFiles.all.count
    } catch {
      remove(written, from: path, whole: !wasThere)
      throw error
    }
  }

  /// A clinic's name without the white space around it.
  private static func checkedName(_ name: String) throws(Refusal) -> String {
    let letters = name.unicodeScalars
    func isSpace(_ letter: Unicode.Scalar) -> Bool { letter.properties.isWhitespace }
    guard let first = letters.firstIndex(where: { !isSpace($0) }),
      let last = letters.lastIndex(where: { !isSpace($0) })
    else { throw .sentence("The clinic's name is empty.") }
    let trimmed = String(letters[first...last])
    // U+FFFD stands where the shell's bytes were no text.
    let isText = trimmed.unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
      default: $0 != "\u{FFFD}" && $0 != "\u{FEFF}"
      }
    }
    if isText { return trimmed }
    throw .sentence("The clinic's name contains a line break, a tab or another invisible character.")
  }

  /// `site.yaml` with another name in it, in quotes: YAML then takes it for what it is, whatever it looks like.
  private static func naming(_ name: String?, in settings: [UInt8]) -> [UInt8] {
    guard let name else { return settings }
    let lines = settings.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let key = Array("name: ".utf8)
    let renamed = lines.map { $0.starts(with: key) ? ArraySlice(key + JSONText.quoted(name).utf8) : $0 }
    return Array(renamed.joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))
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
    for file in StarterFiles.all {
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
