import Diagnostics

@testable import Markdown
@testable import Text

/// A site of a few articles, images and references that answers for the tests.
struct StubSite: MarkdownReferences {
  func link(to destination: [UInt8]) -> LinkTarget {
    let text = String(decoding: destination, as: UTF8.self)
    let path = text.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    if text.hasPrefix("#") { return .samePage }
    if path == "sign:outer-hip-pain" || path == "../signs/outer-hip-pain.md" {
      return .article(index: 1, url: Array("/signs/outer-hip-pain/".utf8))
    }
    if path == "/causes/" { return .local(url: destination) }
    if path.hasPrefix("https:") || path.hasPrefix("mailto:") || path.hasPrefix("tel:") { return .external }
    return .refused(code: "broken-link", message: "There is no `\(path)`.", hint: nil)
  }

  func title(of article: Int) -> [UInt8] { Array("Outer & hip pain".utf8) }

  func image(at destination: [UInt8]) -> ImageTarget {
    let text = String(decoding: destination, as: UTF8.self)
    if text.hasPrefix("missing") {
      return .refused(code: "missing-image", message: "There is no `\(text)`.", hint: nil)
    }
    return .image(index: 3, url: Array("/img/".utf8) + destination, width: 640, height: 480)
  }

  func citation(_ key: [UInt8]) -> Int? {
    ["griffin2016": 10, "o'brien--2020": 11, "a_b": 12][String(decoding: key, as: UTF8.self)]
  }

  func citationHint(_ key: [UInt8]) -> String? {
    NearestName.hint(for: String(decoding: key, as: UTF8.self), among: ["griffin2016"])
  }
}

let stubMentions = MentionIndex(
  phrases: [
    ("Outer hip pain", 1), ("Hip pain", 2), ("runner's knee", 3), ("Gluteal tendinopathy", 4), ("GTPS", 4),
    ("training", 5), ("both", 6), ("both", 7), ("Épine", 8),
  ].map { Phrase(text: Array($0.0.utf8), article: $0.1, url: Array("/\($0.1)/".utf8)) })

func render(
  _ markdown: String, mentions: MentionIndex? = nil, configure: (inout ArticleOptions) -> Void = { _ in }
)
  -> RenderedArticle
{
  var options = ArticleOptions(file: "Content/a.md")
  configure(&options)
  var renderer = ArticleRenderer()
  return renderer.render(
    Array(markdown.utf8)[...], options: options, references: StubSite(), mentions: mentions)
}

extension RenderedArticle {
  var htmlText: String { String(decoding: html, as: UTF8.self) }
}

func fault(_ code: DiagnosticCode, _ line: Int, _ column: Int, _ message: String, hint: String? = nil)
  -> Diagnostic
{
  .error(code, file: "Content/a.md", at: Position(line: line, column: column), message, hint: hint)
}
