import Files

/// The assets of the last build, kept for one more: a page that is open in a browser finds what it loads. The marker
/// of an output folder lists the assets that belong to its own pages.
enum AssetGenerations {
  static func marker(_ assets: [String]) -> [UInt8] {
    Array((OutputFolder.markerText + assets.sorted().map { $0 + "\n" }.joined()).utf8)
  }

  /// What the marker of an output folder lists; only paths of plain files below `assets`.
  static func listed(in output: OutputFolder) throws(FileFailure) -> [String] {
    let marker = output.path + "/" + OutputFolder.marker
    guard output.exists, try SystemCalls.status(marker)?.kind == .file else { return [] }
    let text = String(decoding: try SystemCalls.read(marker), as: UTF8.self)
    var names: [String] = []
    for line in text.split(separator: "\n").dropFirst() {
      let parts = line.split(separator: "/", omittingEmptySubsequences: false)
      let isBelowAssets = parts.count > 1 && parts[0] == "assets" && !line.contains("\0")
      // A damaged line may be longer than any name or path can be.
      guard isBelowAssets, line.utf8.count < 1024,
        parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 })
      else { continue }
      if try isPlainFile(parts, in: output.path) { names.append(String(line)) }
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
