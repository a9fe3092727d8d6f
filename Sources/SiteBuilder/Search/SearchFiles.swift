/// The files that a site's search loads, below a folder named after their content, since they only fit one another.
struct SearchFiles: Sendable {
  /// Where each is published, relative to the output folder.
  let files: [(place: String, bytes: [UInt8])]
  /// The address of the first that is loaded, without the site's base path.
  let indexURL: [UInt8]

  static let folder = "assets/search"

  /// The search pages and all that they load; nothing for a site without the template.
  static func all(
    _ site: CheckedSite, _ templates: SiteTemplates, _ records: SiteRecords, workers: Workers
  ) async throws -> [(place: String, bytes: [UInt8])] {
    guard let template = templates.search else { return [] }
    let search = try await make(site, workers: workers)
    return search.files + SearchPage(site: site, records: records, search: search).files(template)
  }

  /// Of what `all` gives, those that keep their name as long as they keep their content.
  static func assets(in files: [(place: String, bytes: [UInt8])]) -> [String] {
    files.map(\.place).filter { $0.hasPrefix(folder) }
  }

  /// Reads every page of the site. Nothing depends on the number of threads: the sections are always the same.
  static func make(_ site: CheckedSite, workers: Workers) async throws -> SearchFiles {
    let pages = SearchedPage.all(site)
    let length = SearchSection.longest
    let sections = try await workers.map((pages.count + length - 1) / length, runLength: 1, start: ()) {
      _, number in
      var reader = SectionReader()
      for page in pages[number * length..<min(pages.count, (number + 1) * length)] {
        reader.add(page, of: site)
      }
      return reader.section()
    }
    let groups = site.index.configuration.kinds.map(\.title)
    return SearchFiles(SearchIndex(sections), pages, groups: groups)
  }

  init(_ index: SearchIndex, _ pages: [SearchedPage], groups: [String]) {
    let words = WordFiles(index)
    let near = NearWords(index)
    let texts = PageTexts(pages)
    let start = Self.directory(index, words, near, texts, groups)
    var named: [(String, [UInt8])] = [("index.json", start)]
    named += words.files.enumerated().map { ("words-\($0).txt", $1) }
    named += near.files.enumerated().map { ("near-\($0).txt", $1) }
    named += texts.files.enumerated().map { ("pages-\($0).json", $1) }
    var hash = ContentHash()
    for (_, bytes) in named { hash.add(bytes) }
    let folder = "\(Self.folder)/\(hash.digits)"
    files = named.map { ("\(folder)/\($0)", $1) }
    indexURL = Array("/\(folder)/index.json".utf8)
  }

  /// What the search has to know before it loads anything else.
  private static func directory(
    _ index: SearchIndex, _ words: WordFiles, _ near: NearWords, _ texts: PageTexts,
    _ groups: [String]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.open("{")
    json.key("pages")
    json.json(Array(String(index.pageCount).utf8))
    json.key("perFile")
    json.json(Array(String(texts.pagesPerFile).utf8))
    json.key("groups")
    json.open("[")
    for group in groups { json.text(group) }
    json.text(Navigation.checkerTitle)
    json.close("]")
    json.key("letters")
    json.text(near.letters)
    json.key("common")
    json.open("[")
    for word in index.words.indices where index.isCommon(word) { json.text(index.words[word]) }
    json.close("]")
    json.key("starts")
    json.open("[")
    for start in words.starts { json.text(start) }
    json.close("]")
    json.close("}")
    return json.bytes
  }
}
