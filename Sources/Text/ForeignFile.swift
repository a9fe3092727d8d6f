/// What a file is that should be plain text in UTF-8 and is not: a document of another program under a name that is not its own.
package struct ForeignFile: Sendable {
  private let name: String
  /// What to do instead of writing it by hand.
  package let hint: String

  package var message: String {
    name.hasPrefix("UTF") ? "This text is in \(name), not in UTF-8." : "This is \(name), not plain text."
  }

  /// Nil for what begins as a text may. Only the beginning is looked at.
  package init?(_ bytes: ArraySlice<UInt8>) {
    guard let (name, hint) = Self.kind(of: bytes.prefix(Self.reach)) else { return nil }
    self.name = name
    self.hint = hint
  }

  private static let reach = 4_096
  private static let copy =
    "Copy its text into a new file of a text editor, and save that as plain text in UTF-8."
  private static let unpack =
    "Replace it with a text file. A document for readers keeps its own ending, such as `.pdf`."

  private static let picture = "Give the file its own ending back, such as `.png` or `.jpg`."

  private static func kind(of start: ArraySlice<UInt8>) -> (name: String, hint: String)? {
    if let first = start.first, first > 0x20, first != UInt8(ascii: "{"), first < 0x80,
      ![UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: "P"), UInt8(ascii: "b")].contains(first)
    {
      return isWide(start) ? wide : nil
    }
    for (mark, name, hint) in marks where start.starts(with: mark) { return (name, hint) }
    if start.starts(with: FileSignature.zip) {
      func holds(_ text: String) -> Bool { ByteSearch.first(Array(text.utf8), in: start) != nil }
      return holds("word/")
        ? ("a Word document", copy)
        : holds("opendocument.text") ? ("an OpenDocument text", copy) : ("a zipped file", unpack)
    }
    let tag = start.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(15)
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if FileSignature.pages.contains(where: { tag.starts(with: $0) }) {
      return ("a web page (HTML)", copy)
    }
    return isWide(start) ? wide : nil
  }

  private static let wide = ("UTF-16", "Save it again, and choose UTF-8 as its encoding.")

  /// Whether every other byte of the first characters is zero, as in UTF-16 without its mark.
  private static func isWide(_ start: ArraySlice<UInt8>) -> Bool {
    // Most texts have none at once.
    guard start.prefix(2).contains(0), case let bytes = Array(start.prefix(32)), bytes.count >= 8 else {
      return false
    }
    let zeros = [0, 1].map { odd in bytes.indices.filter { $0 % 2 == odd && bytes[$0] == 0 }.count }
    return min(zeros[0], zeros[1]) == 0 && max(zeros[0], zeros[1]) * 2 >= bytes.count - 2
  }

  private static let marks: [(mark: [UInt8], name: String, hint: String)] = [
    (FileSignature.pdf, "a PDF", copy),
    (FileSignature.rtf, "an RTF document", copy),
    (FileSignature.compoundFile, "an old Word document", copy),
    (Array("bplist00".utf8), "a web archive", copy),
    (FileSignature.png, "a picture", picture),
    (FileSignature.jpeg, "a picture", picture),
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32", wide.1),
    ([0xFF, 0xFE], wide.0, wide.1),
    ([0xFE, 0xFF], wide.0, wide.1),
  ]
}
