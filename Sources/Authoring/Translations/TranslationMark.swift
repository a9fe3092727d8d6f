import Diagnostics
import SiteModel
import Text

/// The line of a translation's front matter that says which state of the original it is of.
enum TranslationMark {
  /// The file with that line; nil when it has it already, or no front matter.
  static func write(_ mark: String, in bytes: [UInt8], file: String) -> [UInt8]? {
    var known: [Diagnostic] = []
    guard let frontMatter = FrontMatter(in: bytes, file: file, into: &known) else { return nil }
    let line = Array("\(ArticleTranslation.translates): \(mark)".utf8)
    let key = Array("\(ArticleTranslation.translates):".utf8)
    var lines = LineCursor(bytes, from: frontMatter.yaml.lowerBound)
    while lines.offset < frontMatter.yaml.upperBound, let next = lines.next() {
      guard bytes[next].starts(with: key) else { continue }
      if bytes[next].elementsEqual(line) { return nil }
      return Array(bytes[..<next.lowerBound]) + line + bytes[next.upperBound...]
    }
    // As the file ends its lines.
    let first = bytes[..<frontMatter.yaml.lowerBound].suffix(2)
    let end: [UInt8] = first.elementsEqual([0x0D, 0x0A]) ? [0x0D, 0x0A] : [0x0A]
    return Array(bytes[..<frontMatter.yaml.upperBound]) + line + end + bytes[frontMatter.yaml.upperBound...]
  }
}
