/// Finds bytes in bytes. The standard library's search for a sequence is generic: it took a hundred times as long, and was the
/// dearest part of whatever used it for each article.
package enum ByteSearch {
  /// Where `wanted`, which is not empty, first stands. For a few bytes: each place is compared anew.
  package static func first(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let head = wanted.first else { return nil }
    var at = bytes.startIndex
    while at + wanted.count <= bytes.endIndex {
      if bytes[at] == head {
        var length = 1
        while length < wanted.count, bytes[at + length] == wanted[length] { length += 1 }
        if length == wanted.count { return at..<at + length }
      }
      at += 1
    }
    return nil
  }
}
