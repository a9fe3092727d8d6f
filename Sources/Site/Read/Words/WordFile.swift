import Diagnostics
import Files
import Mustache
import SiteModel
import Text
import YAML

/// `Templates/words/es.yaml`: what the words of templates say in one language, a text for each key.
struct WordFile: Sendable {
  static let folder = "Templates/words"

  /// One word: its key, and its text as it is written.
  struct Entry: Sendable {
    let key: String
    let keyPosition: Position
    let text: String
    let position: Position
  }

  /// Relative to the source folder.
  let path: String
  /// In small letters, such as `pt-br`.
  let language: String
  let entries: [Entry]
  /// Every key, also those whose text is none.
  let keys: Set<String>
  /// Whether it could be read as a mapping: of one that could not, nobody knows what it lacks.
  let isReadable: Bool

  private static let ending = ".yaml"

  /// The file in which the words of a language belong.
  static func path(for language: String) -> String { "\(folder)/\(language.lowercased())\(ending)" }

  /// Whether a file of the folder can be one, by its name; one that only seems to be is told.
  static func isNamed(_ path: String, into diagnostics: inout [Diagnostic]) -> Bool {
    let name = String(path.dropFirst(folder.utf8.count + 1))
    let stem = String(name.prefix { $0 != "." })
    let isLanguage = LanguageCode.isTag(stem)
    if isLanguage, name == stem.lowercased() + ending { return true }
    let small = name.lowercased()
    guard small.hasSuffix(".yaml") || small.hasSuffix(".yml") || small.hasSuffix(".json") else {
      return false
    }
    diagnostics.append(
      .error(
        .badFileName, file: path, at: nil,
        "`\(name)` is not read, because a file of words is named after its language, in small letters.",
        hint: isLanguage
          ? "Rename it to `\(stem.lowercased())\(ending)`."
          : CopiedName.original(of: name[..<(name.lastIndex(of: ".") ?? name.endIndex)]).map {
            "If it is a copy of `\($0)\(ending)`, delete it. Otherwise, name it after a language, such as `es\(ending)`."
          } ?? "Name it after a language, such as `es\(ending)`."))
    return false
  }

  /// The file of words that one has another name for, if that says a language.
  static func meant(by path: String) -> String? {
    let name = PathText.name(of: path)
    let stem = String(name.prefix { $0 != "." })
    let isData = ["yaml", "yml", "json", "txt"].contains(PathText.ending(of: name))
    return isData && LanguageCode.isTag(stem) ? Self.path(for: stem) : nil
  }

  static func read(
    _ path: String, from folder: SourceFolder, into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> WordFile {
    WordFile(path, try SystemCalls.read(folder.path(to: path)), into: &diagnostics)
  }

  private init(_ path: String, _ bytes: [UInt8], into diagnostics: inout [Diagnostic]) {
    self.path = path
    language = String(path.dropFirst(Self.folder.utf8.count + 1).dropLast(Self.ending.utf8.count))
    let mapping = Self.mapping(path, bytes, into: &diagnostics)
    var entries: [Entry] = []
    var keys: Set<String> = []
    for (key, value) in mapping.entries where key.kind == .scalar && keys.insert(key.text).inserted {
      guard Self.isKey(key.bytes) else {
        let near = ArticleID.nearest(to: key.text)
        diagnostics.append(
          .error(
            .badName, file: path, at: key.position,
            "`\(key.text)` cannot be the name of a word: only lowercase letters, digits and single hyphens can.",
            hint: near.isEmpty ? nil : "Write `\(near)`."))
        continue
      }
      guard let text = value.asWords(key.text, into: &diagnostics) else { continue }
      entries.append(
        Entry(key: key.text, keyPosition: key.position, text: text, position: value.position))
    }
    self.entries = entries
    self.keys = keys
    isReadable = mapping.isReadable
  }

  private static func mapping(
    _ path: String, _ bytes: [UInt8], into diagnostics: inout [Diagnostic]
  ) -> (entries: [(key: YAML.Node, value: YAML.Node)], isReadable: Bool) {
    if let fault = Diagnostic.notText(bytes, file: path) {
      diagnostics.append(fault)
      return ([], false)
    }
    if let mark = MergeConflict.mark(in: bytes[...], equalSigns: .neverMeant) {
      diagnostics.append(
        .error(
          .unfinishedText, file: path, at: Position(ofByte: mark, in: bytes), MergeConflict.message,
          hint: MergeConflict.hint))
      return ([], false)
    }
    let before = diagnostics.count
    let document = YAMLDocument.parse(bytes[...], file: path, into: &diagnostics)
    if diagnostics[before...].contains(where: { $0.code == .yamlSyntax && $0.severity == .error }) {
      // What was read before the fault may be half of something.
      let first = diagnostics[before...].first { $0.code == .yamlSyntax }
      diagnostics.replaceSubrange(before..., with: first.map { [$0] } ?? [])
      return ([], false)
    }
    guard let document else { return ([], false) }
    guard let root = document.root, !root.isNull else { return ([], true) }
    guard root.kind == .mapping else {
      root.reportWrongType(
        "words", mustBe: "a mapping (`key: value` lines)",
        hint: "Write a line for each word, such as `menu: Menu`.",
        into: &diagnostics)
      return ([], false)
    }
    return (Array(root.entries), true)
  }

  /// Small letters and digits, with single hyphens between them.
  private static func isKey(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }
  }
}
