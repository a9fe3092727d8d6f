import Text

/// What a result shows, for runs of pages: `[kind, title, address, summary]` each, as JSON.
struct PageTexts {
  /// How many pages a file has.
  let pagesPerFile: Int
  let files: [[UInt8]]

  static let fileBytes = 3_000

  init(_ pages: [SearchedPage]) {
    let sizes = pages.map { Self.entry($0).count + 1 }
    let perFile =
      stride(from: 16, to: 1, by: -1).first { count in
        stride(from: 0, to: sizes.count, by: count).allSatisfy { start in
          sizes[start..<min(start + count, sizes.count)].reduce(1, +) <= Self.fileBytes
        }
      } ?? 1
    files = stride(from: 0, to: pages.count, by: perFile).map { start in
      var file: [UInt8] = []
      for page in pages[start..<min(start + perFile, pages.count)] {
        file.append(UInt8(ascii: file.isEmpty ? "[" : ","))
        file += Self.entry(page)
      }
      file.append(UInt8(ascii: "]"))
      return file
    }
    pagesPerFile = perFile
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
