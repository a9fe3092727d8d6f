import Diagnostics
import Files
import Markdown
import SymptomTree
import Text

/// The prose of the checkers: Markdown files below `Content/symptom-checker`, in which nothing is linked
/// automatically.
package struct AdviceTexts: Sendable {
  /// By the name that a tree uses, relative to the checkers' folder.
  package private(set) var texts: [String: ClinicalIndex.Advice] = [:]
  /// Names of those that cannot be read.
  private(set) var unreadable: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Files below `Content` that they link to.
  private(set) var usedFiles: [Int] = []

  init(_ index: SiteIndex, labels: MarkdownLabels, from folder: SourceFolder) throws(FileFailure) {
    let prefix = SourceTree.checkerFolder + "/"
    let references = ArticleReferences(index)
    references.allowsCitations = false
    var renderer = ArticleRenderer()
    for file in index.files where file.path.hasPrefix(prefix) && file.path.hasSuffix(".md") {
      let bytes = ComposedText.composed(try SystemCalls.read(folder.path(to: file.path)))
      if let offset = UTF8Text.firstInvalidByte(in: bytes) {
        diagnostics.append(
          .error(
            .notUTF8, file: file.path, at: Position(ofByte: offset, in: bytes), "The file is not UTF-8 text.",
            hint: "Save it again as UTF-8."))
        unreadable.insert(String(file.path.dropFirst(prefix.count)))
        continue
      }
      let options = Self.options(file.path, index, labels)
      references.begin(file: file.path)
      references.allowsCitations = false
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
      let rendered = renderer.render(bytes[start...], options: options, references: references)
      diagnostics += rendered.diagnostics
      diagnostics += renderer.unfinishedTexts(of: rendered, file: file.path)
      usedFiles += references.usedFiles
      texts[String(file.path.dropFirst(prefix.count))] = ClinicalIndex.Advice(
        html: rendered.html, words: rendered.text.line(of: rendered.text.bodyBlocks),
        linksToArticles: rendered.links.contains { $0.article != nil },
        linksElsewhere: rendered.outsideLinks.contains {
          !$0.starts(with: "tel:".utf8) && !$0.starts(with: "sms:".utf8)
        })
    }
  }

  static func options(_ file: String, _ index: SiteIndex, _ labels: MarkdownLabels) -> ArticleOptions {
    var options = ArticleOptions(file: file)
    options.autoLink = false
    options.labels = labels
    options.maximumBytes = index.configuration.maximumArticleBytes
    return options
  }
}
