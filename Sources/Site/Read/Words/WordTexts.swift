import Diagnostics
import Files

/// What a file of words says, for who compares two sites.
package enum WordTexts {
  /// By the key. Of a file that cannot be read, nothing.
  package static func texts(of path: String, in folder: SourceFolder) throws(FileFailure) -> [String: String]
  {
    var faults: [Diagnostic] = []
    let file = try WordFile.read(path, from: folder, into: &faults)
    return Dictionary(file.entries.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The language that the name of a file of words says.
  package static func language(of path: String) -> String {
    String(path.dropFirst(WordFile.folder.utf8.count + 1).prefix { $0 != "." })
  }
}
