import Site
import SiteModel
import StarterFiles
import Text

/// What is different about a new site than about the starter.
package struct StarterChoices: Sendable {
  private let clinic: String?
  private let language: String?
  private let kinds: StarterKinds?

  /// Refuses a name that is none, kinds that a site cannot have, and what is no language tag. `kinds` is a list such as
  /// `condition,exercise`; without it, the site has those of the starter.
  package init(name: String? = nil, kinds: String? = nil, language: String? = nil) throws {
    clinic = try name.map(Self.checkedName)
    self.kinds = try kinds.map { try StarterKinds($0) }
    self.language = language
    guard let language else { return }
    if LanguageCode.isTag(language), let meant = LanguageCode.meant(by: language) {
      let other = if case .tag(let tag) = meant { tag } else { "en-US` or `es" }
      throw Refusal.usage("`\(language)` is the tag of no language. Write one such as `\(other)`.")
    }
    guard !LanguageCode.isTag(language) else { return }
    let near = language.replacing("_", with: "-")
    throw Refusal.usage(
      "`\(language)` is not a language tag. Write \(LanguageCode.isTag(near) ? "`\(near)`" : "one such as `en-US` or `es`")."
    )
  }

  /// What has to be said of the site's language: its texts are English, whatever it is told.
  package var languageNote: String? {
    guard let language, LanguageCode.primary(of: language) != "en" else { return nil }
    let file = StarterWords.file(for: LanguageCode.primary(of: language))
    let isSupplied = StarterFiles.all.contains { $0.path == file }
    return """
      The sample texts are in English\(isSupplied ? "" : ", and so are the words in `\(file)`"). Pages already say that they are \
      in `\(language)`: translate `Content`\(isSupplied ? "" : " and that file") before you publish. Limber measures how hard a \
      text is to read only in English.
      """
  }

  /// The files of the site, in the order in which they are written.
  var files: [(path: String, bytes: [UInt8])] {
    let isShaped = kinds.map { !$0.isWhole } ?? false
    var files =
      isShaped
      ? shaped(kinds ?? StarterKinds()) : StarterFiles.all.map { (path: $0.path, bytes: $0.bytes) }
    for (place, file) in files.enumerated() {
      switch file.path {
      case SiteConfiguration.file:
        var lines = Lines(file.bytes)
        if let clinic { lines.set("name", JSONText.quoted(clinic)) }
        if let language { lines.set("language", language) }
        files[place].bytes = lines.bytes
      case _ where file.path.hasPrefix(Self.checkers) && file.path.hasSuffix(".yaml"):
        var lines = Lines(file.bytes)
        if let language { lines.set("language", language) }
        files[place].bytes = lines.bytes
      default: break
      }
    }
    if let words = language.flatMap({ StarterWords(LanguageCode.primary(of: $0), beside: files) }) {
      files.append((words.path, words.bytes))
    }
    return files
  }

  private static let checkers = "Content/symptom-checker/"
  private static let partials = "Templates/partials/"

  private func shaped(_ kinds: StarterKinds) -> [(path: String, bytes: [UInt8])] {
    let texts = StarterTexts(kinds: kinds)
    var files: [(path: String, text: String)] = []
    var listed: [String] = []
    let all = StarterFiles.all.map { (path: $0.path, text: String(decoding: $0.bytes, as: UTF8.self)) }
    for (path, text) in all {
      let parts = path.split(separator: "/").map(String.init)
      let stem = String((parts.last ?? "").prefix { $0 != "." })
      switch parts[0] {
      case SiteConfiguration.file:
        files.append((path, StarterSettings(kinds: kinds).edited(text)))
      case "Content":
        guard let kind = kinds.own.first(where: { parts.count == 3 && $0.folder == parts[1] }) else {
          files.append((path, text))
          continue
        }
        guard let name = kinds.name(of: kind.name) else { continue }
        let new = "\(name.folder)/\(parts[2])"
        // Without the kind that names them all, the home page leads to the articles.
        if !kind.isPage, kinds.kind(of: .condition)?.name == nil { listed.append(new) }
        files.append(("Content/" + new, texts.article(text, of: kind)))
      case "Templates" where path.hasSuffix(".mustache"):
        let kind = kinds.own.first { parts.count == 2 && $0.name == stem }
        if stem == Programme.template {
          guard let cause = kinds.own.first(where: { $0.programme != nil }),
            kinds.name(of: cause.name) != nil,
            let relation = cause.programme.map({ cause.relations[$0] }), kinds.has(relation)
          else { continue }
          files.append((path, texts.template(text, of: cause)))
        } else if let kind {
          guard let name = kinds.name(of: kind.name) else { continue }
          files.append(("Templates/\(name.name).mustache", texts.template(text, of: kind)))
        } else if stem == "body-map" {
          files.append((path, texts.drawing(text)))
        } else {
          files.append((path, texts.template(text, of: nil)))
        }
      default: files.append((path, text))
      }
    }
    // The template of questions shows little but their text.
    if let question = kinds.kind(of: .questions)?.own,
      let plain = all.first(where: { $0.path == "Templates/\(question.name).mustache" })
    {
      for other in kinds.others {
        let sample = "\(other.folder)/sample-\(other.name).md"
        listed.append(sample)
        files.append(("Templates/\(other.name).mustache", texts.plainTemplate(plain.text, of: question)))
        files.append(("Content/" + sample, texts.sample(of: other)))
      }
    }
    if let home = files.firstIndex(where: { $0.path == "Content/pages/index.md" }) {
      files[home].text = texts.home(files[home].text, listing: listed)
    }
    // What only templates that are left out included is of no use, either.
    while let unused = files.firstIndex(where: { file in
      guard file.path.hasPrefix(Self.partials) else { return false }
      let tag = "{{>\(file.path.dropFirst(Self.partials.count).dropLast(".mustache".count))}}"
      return !files.contains { $0.text.contains(tag) }
    }) {
      files.remove(at: unused)
    }
    let templates = files.filter { $0.path.hasSuffix(".mustache") }.map(\.text)
    for place in files.indices where files[place].path.hasPrefix("Templates/words/") {
      files[place].text = texts.words(files[place].text, of: templates)
    }
    return files.map { ($0.path, Array($0.text.utf8)) }
  }

  /// A clinic's name without the white space around it.
  private static func checkedName(_ name: String) throws(Refusal) -> String {
    let letters = name.unicodeScalars
    func isSpace(_ letter: Unicode.Scalar) -> Bool { letter.properties.isWhitespace }
    guard let first = letters.firstIndex(where: { !isSpace($0) }),
      let last = letters.lastIndex(where: { !isSpace($0) })
    else { throw .sentence("The clinic's name is empty.") }
    let trimmed = String(letters[first...last])
    // U+FFFD stands where the shell's bytes were no text.
    let isText = trimmed.unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
      default: $0 != "\u{FFFD}" && $0 != "\u{FEFF}"
      }
    }
    if isText { return trimmed }
    throw .sentence("The clinic's name contains a line break, a tab or another invisible character.")
  }
}

/// The lines of a YAML file of the starter.
private struct Lines {
  private var lines: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// Gives a key that is not indented another value.
  mutating func set(_ key: String, _ value: String) {
    let start = Array("\(key): ".utf8)
    lines = lines.map { $0.starts(with: start) ? ArraySlice(start + Array(value.utf8)) : $0 }
  }

  var bytes: [UInt8] { Array(lines.joined(separator: CollectionOfOne(UInt8(ascii: "\n")))) }
}
