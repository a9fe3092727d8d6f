import Diagnostics
import Mustache
import SiteModel
import Text

/// What the pages of each template can show.
struct DesignedPages {
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

  /// Nil when templates have errors.
  init?(_ design: SiteDesign) {
    guard let templates = design.templates else { return nil }
    let (types, library) = (design.types, design.library)
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

  /// Where to mend what `pages` lack: in a file that all of them have, at the innermost section that is there.
  func place(of need: PatientNeed, in pages: [ShownPage]) -> (
    file: String, position: Position, section: String?
  ) {
    guard let first = pages.first, let own = first.sources.first else { return ("", .start, nil) }
    let shared = first.sources.prefix(need.isInOwnFile ? 1 : first.sources.count).filter { source in
      pages.allSatisfy { $0.sources.contains { $0.file == source.file } }
    }
    let names = need.names[0].split(separator: ".").map(String.init)
    for count in stride(from: names.count - (need.isAnything ? 0 : 1), to: 0, by: -1) {
      let sections = [names[count - 1], names[..<count].joined(separator: ".")]
      for source in shared {
        for section in sections {
          if let place = ByteSearch.first(Array("{{#\(section)}}".utf8), in: source.bytes[...]) {
            return (source.file, Position(ofByte: place.lowerBound, in: source.bytes), section)
          }
        }
      }
    }
    if pages.count == 1 { return (own.file, .start, nil) }
    // Where pages begin is the same for all of them.
    if let frame = shared.first(where: { ByteSearch.first(Array("<body".utf8), in: $0.bytes[...]) != nil }),
      let body = ByteSearch.first(Array("<body".utf8), in: frame.bytes[...]), need.names[0].hasPrefix("site.")
    {
      return (frame.file, Position(ofByte: body.lowerBound, in: frame.bytes), nil)
    }
    return (own.file, .start, nil)
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
