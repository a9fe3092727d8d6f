import Site
import SiteModel

/// What an article and its files are called from now on, and where a text that names them has to change for it.
struct NewName {
  enum Change {
    /// These bytes of the text, by those.
    case replace(Range<Int>, [UInt8])
    /// An old address, which goes on leading to the article.
    case none
    /// The text means it, but its name does not stand there letter by letter.
    case unclear
  }

  let kind: Kind
  let old: [UInt8]
  let new: [UInt8]
  /// Scheme and host with the base path, in small letters.
  let home: [UInt8]

  /// Of what names the article, or what it leads to for printing: `old`, `sign:old`, `../signs/old.md#when`, `/signs/old/`.
  func change(in written: [UInt8], isProgramme: Bool) -> Change {
    let path = Self.path(of: written)
    let folded = SiteIndexBuilder.folded(written[path])
    let start = folded.starts(with: home) ? home.count : 0
    if start > 0 || folded.first == UInt8(ascii: "/") {
      let own = Array(kind.path.utf8) + old + [UInt8(ascii: "/")]
      guard folded[start...].starts(with: own), isProgramme == (folded.count - start > own.count) else {
        return .none
      }
      let name = start + kind.path.utf8.count
      return .replace(name..<name + old.count, new)
    }
    let stem = written[path].suffix(3).elementsEqual(".md".utf8) ? path.dropLast(3) : path[...]
    return end(of: old, by: new, in: written, stem.startIndex..<stem.endIndex)
  }

  /// Of what names a file of the article.
  func change(in written: [UInt8], file: [UInt8], by newFile: [UInt8]) -> Change {
    end(of: file, by: newFile, in: written, Self.path(of: written))
  }

  /// A name that stands at the end of a path or behind a kind.
  private func end(of name: [UInt8], by newName: [UInt8], in written: [UInt8], _ path: Range<Int>) -> Change {
    let start = path.upperBound - name.count
    guard start >= path.lowerBound, written[start..<path.upperBound].elementsEqual(name) else {
      return .unclear
    }
    guard
      start == path.lowerBound || written[start - 1] == UInt8(ascii: "/")
        || written[start - 1] == UInt8(ascii: ":")
    else { return .unclear }
    return .replace(start..<path.upperBound, newName)
  }

  /// What stands before a query or fragment.
  private static func path(of written: [UInt8]) -> Range<Int> {
    0..<(written.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? written.count)
  }
}
