import Mustache
import SiteModel
import Text

/// What the pages of each template can show.
struct DesignedPages: Sendable {
  /// For each kind.
  let articles: [ShownPage]
  /// For each kind; nil where it has no programmes.
  let programmes: [ShownPage?]
  let home: ShownPage
  let index: ShownPage
  let notFound: ShownPage
  let checker: ShownPage?
  let search: ShownPage?
  let withdrawn: ShownPage?

  /// Each template once.
  var all: [ShownPage] {
    [home] + articles + programmes.compactMap(\.self).prefix(1) + [index, notFound]
      + [checker, search, withdrawn].compactMap(\.self)
  }

  init(_ templates: SiteTemplates, _ types: PageTypes, _ library: TemplateLibrary) {
    func page(_ name: String, _ template: Template, _ type: RecordType) -> ShownPage {
      ShownPage(name, template, of: type, sources: library.sources(reachableFrom: name))
    }
    articles = zip(templates.articles, types.articles).map { page($1.type.name, $0, $1.type) }
    programmes = zip(templates.programmes, types.articles).map { template, layout in
      template.map { page(Programme.template, $0, layout.type) }
    }
    home = page("home", templates.home, types.home.type)
    index = page("index", templates.index, types.index.type)
    notFound = page("404", templates.notFound, types.notFound.type)
    checker = templates.checker.map { page("checker", $0, types.checker.type) }
    search = templates.search.map { page(GeneratedPages.searchTemplate, $0, types.search.type) }
    withdrawn = templates.withdrawn.map { page(GeneratedPages.withdrawnTemplate, $0, types.withdrawn.type) }
  }
}

/// The words that a template itself writes, or has others write.
enum TemplateText {
  /// Whether a template puts out nothing: only tags of markup, sections and what they include.
  static func isEmpty(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let first = rest.first {
      if rest.starts(with: "{{".utf8) {
        let sigil = rest.dropFirst(2).first { $0 != 0x20 } ?? 0
        guard "#^/<$!=".utf8.contains(sigil), let end = ByteSearch.first(Array("}}".utf8), in: rest) else {
          return false
        }
        rest = bytes[end.upperBound...]
      } else if first == UInt8(ascii: "<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return true }
        rest = bytes[(end + 1)...]
      } else if first <= 0x20 {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return true
  }
}
