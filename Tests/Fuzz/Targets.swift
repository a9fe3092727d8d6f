import Diagnostics
import Files
import YAML

@testable import Markdown
@testable import Mustache
@testable import Site
@testable import SiteModel
@testable import SymptomTree

/// What takes bytes that somebody else wrote, by name. A trap, a hang, a gigabyte or a broken promise is a finding.
let fuzzTargets: [String: @Sendable ([UInt8]) -> Void] = [
  "front-matter": frontMatter, "markdown": markdown, "template": template, "checker": checker,
  "settings": settings, "works": works, "red-flags": redFlags, "picture": picture, "drawing": drawing,
  "cache": cache, "captions": captions, "video": video,
]

private let today = CalendarDate(year: 2026, month: 11, day: 28)!

/// Ends the program when `condition` is not met, which libFuzzer takes for a finding.
private func promise(_ condition: Bool, _ text: String) {
  if !condition { fatalError("broken promise: \(text)") }
}

/// Every report names a place, and says something.
private func check(_ diagnostics: [Diagnostic]) {
  for one in diagnostics {
    promise(!one.message.isEmpty, "a message")
    if let position = one.position {
      promise(position.line >= 1 && position.column >= 1, "a place in the file, not \(position)")
    }
  }
}

// MARK: Articles

private let configuration: SiteConfiguration = {
  var diagnostics: [Diagnostic] = []
  let bytes = (try? SystemCalls.read("site.yaml")) ?? []
  guard let configuration = SiteConfiguration.read(bytes, into: &diagnostics) else {
    fatalError("Run it in the folder of the clinic's site.")
  }
  return configuration
}()

private let reader = ArticleReader(configuration: configuration, today: today, includesDrafts: false)

private func frontMatter(_ bytes: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  let kind = Int(bytes.last ?? 0) % configuration.kinds.count
  let folder = configuration.kinds[kind].folder
  _ = reader.read(bytes, path: "Content/\(folder)/an-article.md", kind: kind, into: &diagnostics)
  check(diagnostics)
}

/// Answers for a site in which half of all things exist.
private struct HalfASite: MarkdownReferences {
  func link(to destination: [UInt8]) -> LinkTarget {
    switch destination.first {
    case UInt8(ascii: "#"): .samePage
    case UInt8(ascii: "."): .article(index: 1, url: Array("/signs/outer-hip-pain/".utf8))
    case UInt8(ascii: "/"): .local(url: destination)
    case UInt8(ascii: "h"): .external
    default: .refused(code: "broken-link", message: "There is no such page.", hint: nil)
    }
  }

  func title(of article: Int) -> [UInt8] { Array("Outer & hip pain".utf8) }

  func image(at destination: [UInt8]) -> ImageTarget {
    destination.count.isMultiple(of: 2)
      ? .image(index: 3, url: destination, width: 640, height: 480)
      : .refused(code: "missing-image", message: "There is no such picture.", hint: nil)
  }

  func citation(_ key: [UInt8]) -> Int? { key.count.isMultiple(of: 2) ? key.count : nil }
  func citationHint(_ key: [UInt8]) -> String? { nil }
}

private let mentions = MentionIndex(
  phrases: [("Outer hip pain", 1), ("Impingement (FAI)", 2), ("runner's knee", 3), ("Épine", 4)].map {
    Phrase(text: Array($0.0.utf8), article: $0.1, url: Array("/\($0.1)/".utf8))
  })

nonisolated(unsafe) private var renderer = ArticleRenderer()

private func markdown(_ bytes: [UInt8]) {
  let article = renderer.render(
    bytes[...], options: ArticleOptions(file: "Content/a.md"), references: HalfASite(), mentions: mentions)
  check(article.diagnostics)
  // Raw HTML is refused here, so that no element which runs or loads anything can come out.
  let html = String(decoding: article.html, as: UTF8.self).lowercased()
  for word in ["<script", "<iframe", "<style", "<form", "<object", "<embed", "<meta", "href=\"javascript:"] {
    promise(!html.contains(word), "no \(word)")
  }
}

// MARK: Templates

private let records = RecordType(
  "cause",
  [
    .init("title", .text, "A text."), .init("body", .html, "Markup."), .init("is-new", .flag, "A flag."),
  ])

private func template(_ bytes: [UInt8]) {
  // What comes after a NUL is a partial.
  let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let library = TemplateLibrary(
    templates: [TemplateSource(name: "cause", file: "cause", bytes: Array(parts[0]))],
    partials: [TemplateSource(name: "a", file: "a", bytes: parts.count > 1 ? Array(parts[1]) : [])])
  var diagnostics: [Diagnostic] = []
  library.parse(into: &diagnostics)
  _ = library.markups
  let compiled = library.compile("cause", for: records, reportsSyntax: false, into: &diagnostics)
  promise(compiled != nil || !diagnostics.isEmpty, "a template or a fault")
  check(diagnostics)
  var out: [UInt8] = []
  let values: [Value] = [.text(Array("Hip & knee".utf8)), .html(Array("<p>Text</p>".utf8)), .flag(true)]
  compiled?.render(Record(records, values), into: &out)
}

// MARK: Data

private func checker(_ bytes: [UInt8]) {
  let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
  func file(_ name: String, _ place: Int) -> SourceFile? {
    parts.indices.contains(place) ? SourceFile(name: name, bytes: parts[place]) : nil
  }
  let check = TreeCheck(
    TreeSources(
      tree: SourceFile(name: "hip.yaml", bytes: parts[0]),
      careLevels: file("care-levels.yaml", 1).map { CareLevels($0) },
      vignettes: file("hip.vignettes.yaml", 2), committedPaths: nil), index: ClinicalIndex(),
    options: TreeOptions(today: today))
  promise(
    check.json == nil || !check.diagnostics.contains { $0.severity == .error }, "nothing wrong is published")
}

private func settings(_ bytes: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  let configuration = SiteConfiguration.read(bytes, into: &diagnostics)
  promise(configuration != nil || !diagnostics.isEmpty, "settings or a fault")
  check(diagnostics)
}

private func works(_ bytes: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  _ = References(bytes, today: today, into: &diagnostics)
  check(diagnostics)
}

private func redFlags(_ bytes: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  _ = RedFlags(bytes, into: &diagnostics)
  check(diagnostics)
}

// MARK: Pictures

private func picture(_ bytes: [UInt8]) { _ = ImageSize(of: bytes) }

private func drawing(_ bytes: [UInt8]) {
  let file = Drawing(bytes, in: .file, file: "a.svg")
  check(file.diagnostics)
  let inPage = Drawing(bytes, in: .page, file: "a.svg")
  check(inPage.diagnostics)
  // What goes into a page unchanged can hold nothing that runs.
  guard inPage.diagnostics.isEmpty else { return }
  let markup = String(decoding: inPage.markup, as: UTF8.self).lowercased()
  for word in ["<script", "<foreignobject", "<iframe", "onload=", "javascript:", "<!entity"] {
    promise(!markup.contains(word), "no \(word) in a drawing")
  }
}

// MARK: The cache

private func cache(_ bytes: [UInt8]) {
  _ = BuildRecord(bytes)
  _ = CachedArticles(bytes[...])
}

// MARK: Videos

private func captions(_ bytes: [UInt8]) {
  let captions = Captions(bytes, path: "Content/a.vtt")
  check(captions.diagnostics)
  promise(captions.diagnostics.count > 0 || !captions.cues.isEmpty, "captions without text are told")
  for cue in captions.cues { promise(cue.start < cue.end && !cue.text.isEmpty, "a cue with time and text") }
  for (one, next) in zip(captions.cues, captions.cues.dropFirst()) {
    promise(one.start <= next.start, "their order")
  }
}

private func video(_ bytes: [UInt8]) {
  let reading = try? VideoReading(named: "a.mp4", bytes: bytes.count) { start, count in
    promise(start >= 0 && count >= 0, "a place in the file")
    return Array(bytes.dropFirst(start).prefix(count))
  }
  if case .video(let file) = reading, let size = file.size {
    promise(size.width > 0 && size.height > 0, "a size")
  }
}
