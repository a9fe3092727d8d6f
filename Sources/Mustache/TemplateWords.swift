import Diagnostics
import Text

/// The words of one language, which `{{word.menu}}` stands for: a text each, in which tags may stand for values of the page. They
/// are put in where a template is compiled, so that showing them costs a page nothing.
package struct TemplateWords: Sendable {
  /// What templates know them by.
  package static let name = "word"

  /// Where words of this language are written, for who misses one.
  package let file: String
  private let texts: [String: Syntax]
  /// Whether that is all of them: where it is not, nobody is told that one is missing.
  let areWhole: Bool
  /// Whether the file is there.
  package let isWritten: Bool

  /// Of words with the same name, the first counts.
  package init(_ texts: [TemplateSource], file: String, areWhole: Bool = true, isWritten: Bool = true) {
    self.isWritten = isWritten
    self.file = file
    self.areWhole = areWhole
    self.texts = Dictionary(
      texts.map { ($0.name, Syntax($0)) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String) -> Syntax? { texts[name] }

  /// In the order of their names.
  var all: [Syntax] { texts.sorted { $0.key < $1.key }.map(\.value) }

  /// What to do about a word that is not there.
  func hint(forMissing name: String) -> String {
    NearestName.hint(for: name, among: texts.keys) ?? "Add `\(name):` to `\(file)`."
  }
}

extension Compiler {
  /// Whether a tag asks for a word of the site's language.
  func isWord(_ name: TagName) -> Bool {
    library.words != nil && name.begins(with: TemplateWords.name)
  }

  /// Puts in a word as if its text stood in the template, escaped as the values around it are.
  mutating func word(_ name: TagName, escaped: Bool, of origin: Origin) {
    guard let words = library.words, let text = text(of: name, in: words, origin) else { return }
    guard escaped else {
      report(
        .templateUnescapedText, at: name.tag, in: origin.syntax,
        "`\(name.text)` is text. Only HTML values can have three braces.",
        hint: "Write `{{\(name.text)}}`.")
      return
    }
    if beginsAddress, name.path.count == 2 { note(address: .word(String(name.path[1])), name, of: origin) }
    reportSyntax(of: text)
    compile(
      text.nodes, of: Origin(syntax: text, environment: BlockEnvironment(), isWord: true), indentation: [])
  }

  private mutating func text(of name: TagName, in words: TemplateWords, _ origin: Origin) -> Syntax? {
    let path = name.path
    if origin.isWord {
      reportInWord(name, of: origin)
      return nil
    }
    guard path.count > 1 else {
      report(
        .templateNotText, at: name.tag, in: origin.syntax,
        "`\(name.text)` stands for all words of the site, so it cannot be shown as a whole.",
        hint: "Show one of them, such as `{{\(name.text).menu}}`.")
      return nil
    }
    guard path.count == 2, !path[1].isEmpty else {
      report(
        .templateBadName, at: name.offset, in: origin.syntax,
        "`\(name.text)` is not a valid name: a word has one name behind the dot.")
      return nil
    }
    if let text = words[String(path[1])] { return text }
    if !words.areWhole { return nil }
    report(
      .templateUnknownName, at: name.offset + TemplateWords.name.utf8.count + 1, in: origin.syntax,
      "There is no word `\(path[1])` in `\(words.file)`.", hint: words.hint(forMissing: String(path[1])))
    return nil
  }

  /// A word is always there, and one for all entries of a list.
  mutating func reportSection(ofWord name: TagName, of origin: Origin) {
    report(
      .templateBadWord, at: name.tag, in: origin.syntax,
      "`\(name.text)` is a word, which is always there, so it cannot have a section.",
      hint: "Write `{{\(name.text)}}`.")
  }

  /// Words that take in others could take in each other without end.
  mutating func reportInWord(_ name: TagName, of origin: Origin) {
    report(
      .templateBadWord, at: name.tag, in: origin.syntax,
      "The tag with `\(name.text)` cannot stand in a word: only values and sections can.",
      hint: "Write the text itself, or put the tag into the template.")
  }

  /// The text of a word, which has no markup: where a page has HTML or JSON, it reads as what was written.
  mutating func emit(word range: Range<Int>, of origin: Origin) {
    let bytes = origin.syntax.source.bytes[range]
    var escaped: [UInt8] = []
    if json == nil {
      escaped.append(escaping: Array(bytes).span)
    } else {
      JSONText.append(escaping: bytes, to: &escaped)
    }
    emit(literal: escaped[...])
  }
}
