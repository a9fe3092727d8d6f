import Foundation

/// Every file below a folder, as it is at one moment.
public struct FolderSnapshot: Equatable, Sendable {
  public struct File: Equatable, Sendable {
    public let bytes: [UInt8]
    public let modified: Date
    public let inode: Int
  }

  /// By path below the folder; empty when there is no folder.
  public private(set) var files: [String: File] = [:]

  /// Of the folder's own folders, those that are `skipped` are not read.
  public init(of folder: String, skipping skipped: Set<String> = []) throws {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return }
    while let name = names.nextObject() as? String {
      if skipped.contains(name) {
        names.skipDescendants()
        continue
      }
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      guard attributes[.type] as? FileAttributeType == .typeRegular,
        let modified = attributes[.modificationDate] as? Date,
        let inode = attributes[.systemFileNumber] as? Int
      else { continue }
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
      files[name] = File(bytes: bytes, modified: modified, inode: inode)
    }
  }

  public var names: [String] { files.keys.sorted() }

  /// The content alone, for comparing two folders.
  public var contents: [String: [UInt8]] { files.mapValues(\.bytes) }

  public func text(_ name: String) -> String? {
    files[name].map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
