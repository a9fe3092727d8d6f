/// Alternative texts that name a picture's file or say only that there is a picture: whoever cannot see it learns nothing.
package enum PictureName {
  private static let endings = [
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".heic", ".heif", ".tif", ".tiff", ".bmp",
  ]

  /// What cameras, telephones and programs call their files.
  private static let beginnings = [
    "img_", "img-", "dsc_", "dsc0", "dscn", "dscf", "pxl_", "mvimg_", "gopr", "screenshot ", "screen shot ",
    "screenshot_", "screenshot-", "whatsapp image", "unnamed",
  ]

  private static let words: Set = [
    "image", "picture", "photo", "photograph", "pic", "img", "figure", "fig", "drawing", "illustration",
    "graphic", "graphics", "diagram", "screenshot", "imagen", "foto", "dibujo", "figura", "bild", "alt",
    "alt text", "alternative text", "description", "an image", "a picture", "a photo", "untitled",
  ]

  /// `IMG_2041.JPG`, `photo`, `image1`, `leg-swing-2`; not "Photo of a runner".
  package static func isOne(_ text: [UInt8]) -> Bool {
    guard text.count < 120 else { return false }
    let name = String(decoding: text, as: UTF8.self).lowercased()
    let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let bare = trimmed.hasSuffix(".") ? String(trimmed.dropLast()) : trimmed
    if !bare.contains(" "), endings.contains(where: { bare.hasSuffix($0) }) { return true }
    if beginnings.contains(where: { bare.hasPrefix($0) }),
      bare.contains(where: \.isNumber) || bare == "unnamed"
    {
      return true
    }
    var word = Substring(bare)
    while let last = word.last, last.isNumber || " _-().#".contains(last) { word = word.dropLast() }
    return words.contains(String(word))
  }

  /// What other programs add to a description: the size in Obsidian, `|200`, and Word's note that nobody wrote it.
  package static func remnant(in text: [UInt8]) -> String? {
    if text.contains(UInt8(ascii: "|")), let bar = text.lastIndex(of: UInt8(ascii: "|")) {
      let size = text[(bar + 1)...]
      if !size.isEmpty, size.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: "x") }) {
        return String(decoding: text[bar...], as: UTF8.self)
      }
    }
    return notes.first { ByteSearch.first(Array($0.utf8), in: text[...]) != nil }
  }

  private static let notes = [
    "Description automatically generated", "AI-generated content may be incorrect.",
  ]
}
