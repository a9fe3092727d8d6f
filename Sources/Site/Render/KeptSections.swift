import Search
import Text

/// The sections of a site's search that the last build read, each with the hash of all that it was read from: where that is the
/// same, it need not be read again.
struct KeptSections: Sendable {
  private let sections: [FileHash: ArraySlice<UInt8>]

  /// None where the file is not there, or makes no sense.
  init(_ folder: CacheFolder?, language: String) {
    var sections: [FileHash: ArraySlice<UInt8>] = [:]
    if let bytes = folder?.read(Self.file(language)) {
      var source = RecordReader(bytes)
      while !source.isAtEnd {
        guard let key = source.hash(), let section = source.slice() else { break }
        sections[key] = section
      }
    }
    self.sections = sections
  }

  func section(_ key: FileHash?) -> SearchSection? {
    guard let bytes = key.flatMap({ sections[$0] }) else { return nil }
    var source = RecordReader(bytes)
    return SearchSection(&source)
  }

  /// Leaves the sections whose keys are known for the next build, unless all of them come from there.
  func store(_ made: [SearchSection], _ keys: [FileHash?], in folder: CacheFolder, language: String) throws {
    let known = keys.compactMap(\.self)
    if known.count == sections.count, known.allSatisfy({ sections[$0] != nil }) { return }
    var record = RecordWriter()
    for (section, key) in zip(made, keys) {
      guard let key else { continue }
      record.hash(key)
      var bytes = RecordWriter()
      section.write(to: &bytes)
      record.data(bytes.bytes)
    }
    try folder.replace(Self.file(language), with: record)
  }

  private static func file(_ language: String) -> String { "\(CacheFolder.searchStart)-\(language)" }
}
