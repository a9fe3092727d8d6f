#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds bytes in bytes. The standard library's search for a sequence is generic: it took a hundred times as long, and was the
/// dearest part of whatever used it for each article.
package enum ByteSearch {
  /// The offset of the first `byte`: the C library's search, which is vectorized.
  package static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - start
  }

  /// Where `wanted`, which is not empty, first stands. For a few bytes: each place is compared anew.
  package static func first(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let head = wanted.first else { return nil }
    // The pointer is used only inside the closure.
    let start = bytes.withUnsafeBytes { bytes -> Int? in
      var at = 0
      while at + wanted.count <= bytes.count,
        let next = first(
          head, in: UnsafeRawBufferPointer(rebasing: bytes[at..<(bytes.count - wanted.count + 1)]))
      {
        at += next
        var length = 1
        while length < wanted.count, bytes[at + length] == wanted[length] { length += 1 }
        if length == wanted.count { return at }
        at += 1
      }
      return nil
    }
    return start.map { bytes.startIndex + $0..<bytes.startIndex + $0 + wanted.count }
  }

  /// Whether `text` begins with `word`, which is in small letters of ASCII; capitals count the same.
  package static func begins(_ text: ArraySlice<UInt8>, with word: StaticString) -> Bool {
    guard text.count >= word.utf8CodeUnitCount else { return false }
    // The pointer is used only inside the closure.
    return word.withUTF8Buffer { word in
      for place in word.indices {
        let byte = text[text.startIndex + place]
        if byte.small != word[place] { return false }
      }
      return true
    }
  }
}
