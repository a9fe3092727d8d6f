import Diagnostics
import Files
import Mustache
import SiteModel
import Text
import YAML

/// The words of a site in every language: those of `Templates/words` and, where these have none, Limber's own.
struct SiteWords: Sendable {
  private let files: [WordFile]
  /// The site's languages, its own first.
  private let languages: [String]

  static func read(
    _ tree: SourceTree, _ languages: [String], from folder: SourceFolder, into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> SiteWords {
    var files: [WordFile] = []
    var found: [String: [Diagnostic]] = [:]
    for path in tree.words { files.append(try .read(path, from: folder, into: &found[path, default: []])) }
    let words = SiteWords(files: files, languages: languages)
    // What a file in another language says is not used.
    for path in tree.words where words.paths.contains(path) { diagnostics += found[path] ?? [] }
    return words
  }

  /// A region's own file, or that of the language.
  private func file(for language: String) -> WordFile? {
    let primary = LanguageCode.primary(of: language)
    return files.first { $0.language == language.lowercased() } ?? files.first { $0.language == primary }
  }

  /// The files of the site's languages.
  private var paths: Set<String> { Set(languages.compactMap { file(for: $0)?.path }) }

  /// Every word of the site's languages, and where it stands.
  var entries: [(file: String, entry: WordFile.Entry)] {
    let read = paths
    return files.filter { read.contains($0.path) }.flatMap { file in file.entries.map { (file.path, $0) } }
  }

  /// The languages of the site but for one, in small letters.
  func languages(besides own: String) -> Set<String> {
    Set(languages.map { $0.lowercased() }).subtracting([own.lowercased()])
  }

  /// Whether a language's words could not be read, or are not there, which is told then.
  func isUnreadable(in language: String) -> Bool {
    file(for: language).map { !$0.isReadable } ?? !missing(in: language).isEmpty
  }

  /// Limber's own words in a language.
  func own(in language: String) -> Words {
    let given = file(for: language)?.entries.map { ($0.key, $0.text) } ?? []
    return Words(in: language, given: Dictionary(given, uniquingKeysWith: { first, _ in first }))
  }

  /// What templates may ask for in a language.
  func templateWords(in language: String) -> TemplateWords {
    let file = file(for: language)
    let path = file?.path ?? WordFile.path(for: LanguageCode.primary(of: language))
    let written = (file?.entries ?? []).map {
      TemplateSource(name: $0.key, file: path, bytes: Array($0.text.utf8), place: $0.position)
    }
    let words = own(in: language)
    let own = OwnWord.allCases.map { TemplateSource(name: $0.rawValue, file: path, bytes: words[$0]) }
    // What is wrong with a text is told of the file alone.
    let faulty = (file?.keys ?? []).map { TemplateSource(name: $0, file: path, bytes: []) }
    return TemplateWords(
      written + own + faulty, file: path, areWhole: !isUnreadable(in: language), isWritten: file != nil)
  }

  /// What the files lack, what they have too much, and what they have of Limber's own words and cannot be used.
  /// `used` are the words that templates ask for, `published` the languages of a site that has several.
  func faults(used: Set<String>, published: [SiteLanguage]) -> [Diagnostic] {
    var found = languages.flatMap(missing)
    let own = Set(OwnWord.allCases.map(\.rawValue))
    let misnamed = misnamed(used: used)
    let first = languages.first.flatMap(file)
    // The words of a language that the site does not have are not used, so they may be behind.
    let read = paths
    for file in files where read.contains(file.path) {
      found += Self.unfilled(file) + file.unwritten
      guard let first, first.isReadable, file.isReadable else { continue }
      if file.path == first.path {
        for entry in file.entries where !used.contains(entry.key) && !own.contains(entry.key) {
          found.append(
            misnamed[entry.key].map { Self.misnamed(entry, meant: $0, in: file) }
              ?? Self.unused(entry, in: file))
        }
        continue
      }
      var misspelt: Set<String> = []
      // What templates ask for is told there.
      for entry in file.entries
      where !first.keys.contains(entry.key) && !own.contains(entry.key) && !used.contains(entry.key) {
        let lacking = first.keys.subtracting(file.keys)
        NearestName.to(entry.key, among: lacking).map { _ = misspelt.insert($0) }
        found.append(
          .error(
            .unknownKey, file: file.path, at: entry.keyPosition,
            "`\(first.path)` has no word `\(entry.key)`.",
            hint: NearestName.hint(for: entry.key, among: lacking)
              ?? "Delete the line, or add `\(entry.key):` to `\(first.path)`."))
      }
      for entry in first.entries
      where !file.keys.contains(entry.key) && !own.contains(entry.key) && !misspelt.contains(entry.key)
        && misnamed[entry.key] == nil
      {
        found.append(
          .error(
            .missingKey, file: file.path, at: .start,
            "The word `\(entry.key)` is missing, which `\(first.path)` has.",
            hint: "Add `\(entry.key):`, then its text in this language."))
      }
    }
    let losses = losses(used: used)
    return found + (losses?.faults ?? [])
      + translationFaults(published, doubtful: Set(losses?.lost.map(\.entry.key) ?? []))
  }

  /// Words of the site's own language that nothing asks for, each with the one that templates and another language have in its place.
  func misnamed(used: Set<String>) -> [String: String] {
    guard files.count > 1, let first = languages.first.flatMap(file), first.isReadable else { return [:] }
    let others = files.filter { $0.path != first.path }
    let lacking = used.subtracting(first.keys).filter { word in others.contains { $0.keys.contains(word) } }
    if lacking.isEmpty { return [:] }
    return first.keys.subtracting(used).reduce(into: [:]) { found, key in
      guard !others.contains(where: { $0.keys.contains(key) }) else { return }
      found[key] = NearestName.to(key, among: lacking)
    }
  }

  private static func misnamed(_ entry: WordFile.Entry, meant: String, in file: WordFile) -> Diagnostic {
    .error(
      .unknownKey, file: file.path, at: entry.keyPosition,
      "No template uses the word `\(entry.key)`, but some use `\(meant)`, which is missing here.",
      hint: "Rename it to `\(meant)`.")
  }

  /// The values that words of the site's own language have lost.
  func lostValues(used: Set<String>) -> Set<String> { Set(losses(used: used)?.lost.map(\.value) ?? []) }

  private func losses(used: Set<String>) -> WordLosses? {
    guard let first = languages.first.flatMap(file), first.isReadable else { return nil }
    return WordLosses(first, others: files.filter { $0.path != first.path }, used: used)
  }

  static let unusedStart = "No template uses the word `"

  private static func unused(_ entry: WordFile.Entry, in file: WordFile) -> Diagnostic {
    let tag = "{{\(TemplateWords.name).\(entry.key)}}"
    let message = "\(unusedStart)\(entry.key)`"
    guard let word = PatientWord.named(entry.key) else {
      return .warning(
        .unusedWord, file: file.path, at: entry.keyPosition, "\(message).",
        hint: "Write `\(tag)` where it belongs, or delete the line.")
    }
    return .warning(
      .unusedWord, file: file.path, at: entry.keyPosition,
      "\(message), with which pages say \(word.says).",
      hint:
        "Put `\(word.tag)` back, as the starter has it in `Templates/\(word.template)`. Delete the line only if your templates say it in other words."
    )
  }

  /// What the words of further languages have lost of those of the first.
  private func translationFaults(_ languages: [SiteLanguage], doubtful: Set<String>) -> [Diagnostic] {
    guard let first = languages.first, let original = file(for: first.tag), original.isReadable else {
      return []
    }
    // Two regions may have one file.
    var compared: Set = [original.path]
    return languages.dropFirst().flatMap { language -> [Diagnostic] in
      guard let file = file(for: language.tag), compared.insert(file.path).inserted else { return [] }
      let comparison = TextComparison(from: first, to: language)
      return TranslatedWords(
        file: file, original: original, comparison: comparison, doubtful: doubtful
      ).faults
    }
  }

  /// Limber's own words in a language that it does not speak. A site that has no words at all keeps its English ones.
  private func missing(in language: String) -> [Diagnostic] {
    let primary = LanguageCode.primary(of: language)
    let unspoken = OwnWord.allCases.filter { $0.text(in: primary) == nil }
    if unspoken.isEmpty { return [] }
    guard let file = file(for: language) else {
      if files.isEmpty, language == languages.first { return [] }
      let model = languages.first.flatMap(self.file)?.path ?? WordFile.path(for: "en")
      return [
        .error(
          .missingFile, file: WordFile.path(for: primary), at: nil,
          "There are no words for pages in `\(language)`.",
          hint:
            "Copy `\(model)` to that name, translate its texts, and add Limber's own words, which `docs/templates.md` lists."
        )
      ]
    }
    let lacking = unspoken.filter { !file.keys.contains($0.rawValue) }
    if !file.isReadable || lacking.isEmpty { return [] }
    return [
      .error(
        .missingKey, file: file.path, at: .start,
        "Limber has no words for pages in `\(language)`, and this file lacks some of them: \(lacking.map { "`\($0.rawValue)`" }.joined(separator: ", ")).",
        hint: "Add each with its text in this language. `docs/templates.md` says what they are for.")
    ]
  }

  /// Texts of Limber's own words without the places for what is put into them.
  private static func unfilled(_ file: WordFile) -> [Diagnostic] {
    file.entries.flatMap { entry -> [Diagnostic] in
      let places = OwnWord(rawValue: entry.key)?.places ?? []
      return places.filter { !entry.text.contains($0) }.map { place in
        .error(
          .wrongType, file: file.path, at: entry.position,
          "The text of `\(entry.key)` must have `\(place)` in it.",
          hint: "Put `\(place)` where it belongs in this language.")
      }
    }
  }
}

extension Diagnostic {
  /// Whether an `unused-word` is about one of them.
  func isAbout(wordIn words: Set<String>) -> Bool {
    words.contains { message.hasPrefix("\(SiteWords.unusedStart)\($0)`") }
  }
}
