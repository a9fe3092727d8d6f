/// A character reference for what may not be written as itself, either: `&#x202e;`, `&ZeroWidthSpace;`. One for a letter's
/// joiner or a soft hyphen is meant.
package struct HiddenReference: Equatable {
  package let range: Range<Int>
  /// The reference as it is written.
  package let text: String
  package var isLayout: Bool { found.isLayout }
  private let found: HiddenCharacters.Found

  package var message: String {
    "`\(text)` stands for an invisible character that is not text: \(found.name)."
  }
  package var hint: String {
    found.breaksLines ? "Write a line break or a space in its place." : "Delete it."
  }

  /// What it stands for.
  package var scalar: UInt32 { found.scalar }

  /// The first at `start` or after it.
  package static func next(in bytes: [UInt8], from start: Int) -> HiddenReference? {
    var i = start
    while let place = ByteSearch.first(sign, in: bytes[i...]) {
      i = place.upperBound
      guard let (scalar, end) = EntityText.scalar(at: place.lowerBound, in: bytes),
        let found = HiddenCharacters.all(in: Array(String(scalar).utf8)[...], of: bytes[...]).first,
        !found.isSlight
      else { continue }
      let range = place.lowerBound..<end
      return HiddenReference(range: range, text: String(decoding: bytes[range], as: UTF8.self), found: found)
    }
    return nil
  }

  private static let sign = Array("&".utf8)
}
