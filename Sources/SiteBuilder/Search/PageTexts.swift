/// What a result shows, for runs of pages: `[kind, title, address, summary]` each, as JSON.
struct PageTexts {
  /// How many pages a file has.
  private(set) var pagesPerFile = 1
  private(set) var files: [[UInt8]] = []

  static let fileBytes = 3_000

  init(_ pages: [SearchedPage]) {
    let entries = pages.map(Self.entry)
    pagesPerFile =
      stride(from: 16, to: 1, by: -1).first { count in
        stride(from: 0, to: entries.count, by: count).allSatisfy { start in
          entries[start..<min(start + count, entries.count)].reduce(2) { $0 + $1.count + 1 } <= Self.fileBytes
        }
      } ?? 1
    for start in stride(from: 0, to: entries.count, by: pagesPerFile) {
      var file: [UInt8] = []
      for (place, entry) in entries[start..<min(start + pagesPerFile, entries.count)].enumerated() {
        file.append(UInt8(ascii: place == 0 ? "[" : ","))
        file += entry
      }
      file.append(UInt8(ascii: "]"))
      files.append(file)
    }
  }

  private static func entry(_ page: SearchedPage) -> [UInt8] {
    var json = JSONWriter()
    json.open("[")
    json.json(Array(String(page.group).utf8))
    json.text(page.title)
    json.text(page.url)
    json.text(page.summary)
    json.close("]")
    return json.bytes
  }
}
