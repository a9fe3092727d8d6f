import Diagnostics
import Files
import Markdown
import SiteModel
import SymptomTree
import Text
import Writing

/// The prose of the checkers: Markdown files below `Content/symptom-checker`, in which nothing is linked
/// automatically.
package struct AdviceTexts: Sendable {
  /// By the name that a tree uses, relative to the checkers' folder.
  package private(set) var texts: [String: ClinicalIndex.Advice] = [:]
  /// Names of those that cannot be read.
  private(set) var unreadable: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Names of those that translate an earlier state of the original's.
  private(set) var stale: Set<String> = []
  /// Files below `Content` that they link to.
  private(set) var usedFiles: [Int] = []
  /// Of a site with further languages, the texts and where they stand, to hold translations against.
  private var bodies: [String: BodyComparison.Body] = [:]

  init(_ index: SiteIndex, labels: MarkdownLabels, from folder: SourceFolder) throws(FileFailure) {
    let prefix = SourceTree.checkerFolder + "/"
    let references = ArticleReferences(index)
    references.allowsCitations = false
    var renderer = ArticleRenderer()
    var scanner = ProseScanner(index.words)
    for file in index.files where file.path.hasPrefix(prefix) && file.path.hasSuffix(".md") {
      let bytes = ComposedText.composed(try SystemCalls.read(folder.path(to: file.path)))
      if let fault = Diagnostic.notText(bytes, file: file.path) {
        diagnostics.append(fault)
        unreadable.insert(String(file.path.dropFirst(prefix.count)))
        continue
      }
      if Self.hasFrontMatter(bytes) {
        diagnostics.append(
          .error(
            .unreadMarkdown, file: file.path, at: .start,
            "A text of the checker has no front matter: readers would see these lines.",
            hint: "Delete the lines from `---` to `---`."))
        unreadable.insert(String(file.path.dropFirst(prefix.count)))
        continue
      }
      let options = Self.options(file.path, index, labels)
      references.begin(file: file.path)
      references.allowsCitations = false
      let rendered = renderer.render(Self.withoutMark(bytes), options: options, references: references)
      diagnostics += Self.told(rendered.diagnostics)
      diagnostics += renderer.unfinishedTexts(of: rendered, file: file.path)
      diagnostics += ProseCheck.claims(in: rendered, &scanner, index, file: file.path) {
        renderer.position(ofText: $0)
      }
      usedFiles += references.usedFiles
      if index.configuration.languages.count > 1 {
        bodies[String(file.path.dropFirst(prefix.count))] = BodyComparison.Body(
          file: file.path, rendered, usedFiles: references.usedFiles, source: bytes[...])
      }
      if rendered.html.isEmpty, rendered.diagnostics.errors > 0 {
        // Why it says nothing has been told.
        unreadable.insert(String(file.path.dropFirst(prefix.count)))
        continue
      }
      texts[String(file.path.dropFirst(prefix.count))] = ClinicalIndex.Advice(
        html: rendered.html, words: rendered.text.line(of: rendered.text.bodyBlocks),
        linksToArticles: rendered.links.contains { $0.article != nil },
        linksElsewhere: rendered.outsideLinks.contains {
          !$0.starts(with: "tel:".utf8) && !$0.starts(with: "sms:".utf8)
        }, sentences: Self.sentences(of: rendered.text, renderer: &renderer),
        shownWords: rendered.text.lineWithDeletions(of: rendered.text.bodyBlocks))
    }
  }

  /// Of a citation, why it cannot stand here: the work may well be among the references.
  private static func told(_ found: [Diagnostic]) -> [Diagnostic] {
    found.map { fault in
      guard fault.code == .unknownCitation else { return fault }
      var told = fault
      told.message = "A text of the checker cannot contain citations, since it has no list of works below it."
      told.hint = "Delete it here, and cite the work on the page of the cause that the text is about."
      return told
    }
  }

  /// The sentences of the text that was rendered last, and where they are written.
  private static func sentences(
    of text: ArticleText, renderer: inout ArticleRenderer
  ) -> [Placed<String>] {
    var found: [Placed<String>] = []
    for block in text.blocks {
      for range in WaitingWords.sentences(of: text.bytes[block.range]) {
        let words = text.bytes[range].drop { $0 <= 0x20 }
        guard !words.isEmpty else { continue }
        let position = renderer.position(ofText: words.startIndex)
        found.append(
          Placed(
            String(decoding: words, as: UTF8.self),
            at: position ?? Position(line: Int(block.firstLine), column: 1)))
      }
    }
    return found
  }

  /// The same texts in another language; one that has no translation is that of the original, marked with its language.
  init(
    _ original: AdviceTexts, _ edition: Edition, _ words: TranslationSources, _ index: SiteIndex,
    labels: MarkdownLabels, isRequired: Bool, units: inout TranslatedUnits
  ) {
    let references = ArticleReferences(index)
    var renderer = ArticleRenderer()
    var scanner = ProseScanner(index.words)
    var compared: [String: [Diagnostic]] = [:]
    for (name, text) in original.texts.sorted(by: { $0.key < $1.key }) {
      let source = "\(SourceTree.checkerFolder)/\(name)"
      let path = edition.language.file(of: source)
      func showOriginal() {
        var foreign = text
        foreign.placedSentences = []
        let direction = edition.original.turnedDirection
        let turned = direction.isEmpty ? "" : " dir=\"\(direction)\""
        foreign.html =
          Array("<div lang=\"\(edition.original.tag)\"\(turned)>".utf8) + text.html + Array("</div>".utf8)
        texts[name] = foreign
      }
      func showOriginal(hint: String) {
        showOriginal()
        diagnostics.append(
          .missingWords(
            "The text `\(name)`", file: path, at: nil, in: edition.language, from: edition.original,
            hint: hint, isRequired: isRequired))
      }
      guard let file = words.file(path).map({ Array($0.bytes) }) else {
        showOriginal(hint: "Write it in `\(path)`.")
        continue
      }
      if let fault = Diagnostic.notText(file, file: path) {
        showOriginal()
        diagnostics.append(fault)
        continue
      }
      let unit = TranslatedUnit(
        "The text", "text", of: source, in: path, at: nil,
        words: [String(decoding: text.words, as: UTF8.self)])
      guard units.isShown(unit, [], into: &diagnostics) else {
        showOriginal()
        continue
      }
      references.begin(file: path)
      references.allowsCitations = false
      let rendered = renderer.render(
        Self.withoutMark(file), options: Self.options(path, index, labels), references: references)
      let words = rendered.text.line(of: rendered.text.bodyBlocks)
      if words.isEmpty, !text.words.isEmpty {
        // An empty file is nobody's translation.
        showOriginal(hint: "Write it in `\(path)`, or delete the file.")
        continue
      }
      diagnostics += Self.told(rendered.diagnostics)
      diagnostics += renderer.unfinishedTexts(of: rendered, file: path)
      diagnostics += ProseCheck.claims(in: rendered, &scanner, index, file: path) {
        renderer.position(ofText: $0)
      }
      if let body = original.bodies[name] {
        compared[name] = BodyComparison(
          original: body,
          own: BodyComparison.Body(
            file: path, rendered, usedFiles: references.usedFiles, source: file[...]),
          index: index, words: edition.comparison, isStale: units.isStale(unit), judgesAll: true
        ).run()
      }
      usedFiles += references.usedFiles
      if units.isOutdated(unit) { stale.insert(name) }
      texts[name] = ClinicalIndex.Advice(
        html: rendered.html, words: words, linksToArticles: rendered.links.contains { $0.article != nil },
        sentences: Self.sentences(of: rendered.text, renderer: &renderer),
        shownWords: rendered.text.lineWithDeletions(of: rendered.text.bodyBlocks))
    }
    tellPasted(&compared, original, edition)
    for (_, faults) in compared.sorted(by: { $0.key < $1.key }) { diagnostics += faults }
  }

  /// A translation that has the words of another text, whose original says something else: one was pasted over the other, so that readers
  /// with an emergency may be told to rest. What it lacks besides is not told.
  private func tellPasted(
    _ compared: inout [String: [Diagnostic]], _ original: AdviceTexts, _ edition: Edition
  ) {
    let alike = Dictionary(grouping: compared.keys.sorted()) { texts[$0]?.words ?? [] }
    for (words, names) in alike where names.count > 1 && !words.isEmpty {
      // Where nothing tells which of them it is, the first is as good as another.
      let right = names.first { compared[$0]?.isEmpty == true } ?? names[0]
      for name in names where original.texts[name]?.words != original.texts[right]?.words {
        let folder = SourceTree.checkerFolder + "/"
        compared[name] = [
          .error(
            .translationFact, file: edition.language.file(of: folder + name), at: .start,
            "This says the same as `\(edition.language.file(of: folder + right))`, but the originals of the two differ.",
            hint: "Write here what `\(folder + name)` says.")
        ]
      }
    }
  }

  /// The text behind the mark of its encoding.
  /// Whether a text begins as an article does, with keys between two lines of `---`.
  private static func hasFrontMatter(_ bytes: [UInt8]) -> Bool {
    let lines = withoutMark(bytes).split(maxSplits: 20, omittingEmptySubsequences: false) { $0 == 0x0A }
    func isMark(_ line: ArraySlice<UInt8>) -> Bool { line.starts(with: "---".utf8) && line.count < 5 }
    guard lines.count > 2, isMark(lines[0]), let end = lines.dropFirst().firstIndex(where: isMark), end > 1
    else { return false }
    return lines[1..<end].allSatisfy { line in
      line.allSatisfy { $0 <= 0x20 } || line.first == 0x20 || line.contains(UInt8(ascii: ":"))
    }
  }

  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.dropFirst(bytes.starts(with: DrawingReader.byteOrderMark) ? DrawingReader.byteOrderMark.count : 0)
  }

  static func options(_ file: String, _ index: SiteIndex, _ labels: MarkdownLabels) -> ArticleOptions {
    var options = ArticleOptions(file: file)
    options.autoLink = false
    options.isGuidance = true
    options.labels = labels
    options.maximumBytes = index.configuration.maximumArticleBytes
    return options
  }
}
