import Text

/// The names and paths of files that stand where a picture or a link was when a text is copied without it.
enum PictureFile {
  /// Whether a line is the name of one and nothing else: `IMG_2041.JPG`, `knee bend.png`.
  static func isName(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 60, let ending = ending(of: line), !line.contains(where: { "\\/:".utf8.contains($0) })
    else { return false }
    // A sentence may end in a name.
    return pictures.contains(ending)
      && (line.count { $0 == 0x20 } < 3 || ByteSearch.begins(line, with: "screenshot "))
  }

  /// `C:\Users\Ann\My pictures\knee.jpg` and `\\server\share\knee.docx`, of which a backslash may be left out; `text` begins with the
  /// first backslash. Where it ends.
  static func endOfPath(_ text: ArraySlice<UInt8>) -> Int? {
    let line = text.prefix(200).prefix { $0 != 0x0A }
    guard line.dropFirst().contains(UInt8(ascii: "\\")) else { return nil }
    var from = line.startIndex
    while let point = line[from...].firstIndex(of: UInt8(ascii: ".")) {
      let name = line[(point + 1)...].prefix(while: \.isWordOfASCII)
      if files.contains(String(decoding: name, as: UTF8.self).lowercased()) { return name.endIndex }
      from = point + 1
    }
    return nil
  }

  private static func ending(of line: ArraySlice<UInt8>) -> String? {
    guard let point = line.lastIndex(of: UInt8(ascii: ".")), point > line.startIndex else { return nil }
    let name = line[(point + 1)...]
    return (3...4).contains(name.count) ? String(decoding: name, as: UTF8.self).lowercased() : nil
  }

  private static let pictures: Set = [
    "jpg", "jpeg", "png", "gif", "webp", "heic", "tif", "tiff", "bmp", "svg", "emf", "wmf",
  ]
  private static let files = pictures.union([
    "doc", "docx", "pdf", "odt", "rtf", "ppt", "pptx", "xls", "xlsx",
  ])
}
