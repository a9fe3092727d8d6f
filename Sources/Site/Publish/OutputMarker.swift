import Files
import SiteModel
import Text

/// The file in an output folder that says whose folder it is: it lists the assets that the site's own pages load, which the next
/// build keeps for one more, and every file that the build wrote, so that no other is ever taken away.
struct OutputMarker {
  static let name = GeneratedPages.outputMarker
  private static let listStart: [UInt8] = [UInt8(ascii: "/"), 0x0A]
  private static let text = "Made by limber build, which replaces this folder as a whole. Do not edit it.\n"

  /// Relative to the output folder.
  var assets: [String]
  /// A line with a slash, then one for each file with a slash before it; nil for a folder that an earlier version made, which
  /// kept no list.
  private var files: [UInt8]?

  init(assets: [String]) {
    self.assets = assets
    files = Self.listStart
  }

  /// Nil where no build made the folder.
  init?(of output: OutputFolder) throws(FileFailure) {
    guard let marker = output.before.map({ $0 + "/" + Self.name }),
      try SystemCalls.status(marker)?.kind == .file
    else { return nil }
    self.init(try SystemCalls.read(marker))
  }

  /// Whatever somebody did to it is read as far as it makes sense.
  init(_ bytes: [UInt8]) {
    let start = ByteSearch.first([0x0A] + Self.listStart, in: bytes[...]).map { $0.lowerBound + 1 }
    assets = String(decoding: bytes[..<(start ?? bytes.count)], as: UTF8.self).split(separator: "\n")
      .dropFirst()
      .map(String.init)
    files = start.map { Array(bytes[$0...]) }
  }

  /// `path` is relative to the output folder.
  mutating func add(_ path: String) {
    files?.append(UInt8(ascii: "/"))
    files?.append(contentsOf: Self.line(path))
    files?.append(0x0A)
  }

  /// A name may hold the end of a line.
  private static func line(_ path: String) -> [UInt8] { path.utf8.map { $0 == 0x0A ? 0 : $0 } }

  var bytes: [UInt8] {
    Array((Self.text + assets.sorted().map { $0 + "\n" }.joined()).utf8) + (files ?? [])
  }

  /// The files of both; of one without a list nothing is known.
  func joined(with other: OutputMarker) -> OutputMarker {
    var both = self
    both.assets = Array(Set(assets + other.assets))
    both.files = other.files.flatMap { other in files.map { $0 + other } }
    return both
  }

  /// Those of `paths`, files in the output folder, that no build wrote.
  func strangers(among paths: some Sequence<String>) -> [String] {
    guard let files else { return [] }
    var known = NameTable(expecting: files.count / 32)
    var start = files.startIndex
    while let end = files[start...].firstIndex(of: 0x0A) {
      known.insert(files[start..<end].dropFirst(), 0)
      start = end + 1
    }
    return paths.filter { path in
      known[Self.line(path)] == nil && path != Self.name && !OutputFolder.placeholders.contains(path)
        && !path.hasPrefix(GeneratedPages.stagingFolder + "/")
        && !path.split(separator: "/").contains { FolderTree.isLeftByDesktop($0) }
    }
  }

  /// The assets that are still there; only paths of plain files below `assets`.
  func plainAssets(in folder: String) throws(FileFailure) -> [String] {
    var names: [String] = []
    for line in assets {
      let parts = line.split(separator: "/", omittingEmptySubsequences: false)
      let isBelowAssets = parts.count > 1 && parts[0] == "assets" && !line.contains("\0")
      // A damaged line may be longer than any name or path can be.
      guard isBelowAssets, line.utf8.count < 1024,
        parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 })
      else { continue }
      if try Self.isPlainFile(parts, in: folder) { names.append(line) }
    }
    return names
  }

  /// Whether nothing on the way is a symbolic link.
  private static func isPlainFile(_ parts: [Substring], in folder: String) throws(FileFailure) -> Bool {
    var path = folder
    for (place, part) in parts.enumerated() {
      path += "/" + part
      guard try SystemCalls.status(path)?.kind == (place == parts.count - 1 ? .file : .folder) else {
        return false
      }
    }
    return true
  }
}
