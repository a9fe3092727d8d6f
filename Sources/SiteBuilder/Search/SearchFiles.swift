/// The files that a site's search loads, below a folder named after their content, since they only fit one another.
struct SearchFiles: Sendable {
  /// Where each is published, relative to the output folder.
  let files: [(place: String, bytes: [UInt8])]
  /// The address of the first that is loaded, without the site's base path.
  let indexURL: [UInt8]

  static let folder = "assets/search"

  /// Reads every page of the site. Nothing depends on the number of threads: the sections are always the same.
  static func make(_ site: CheckedSite, workers: Workers) async throws -> SearchFiles {
    let pages = SearchedPage.all(site)
    let sections = try await workers.map(sectionCount(pages), runLength: 1, start: ()) { _, number in
      section(number, of: pages, site)
    }
    return SearchFiles(sections, pages, site)
  }

  /// The same on one thread.
  static func make(_ site: CheckedSite) -> SearchFiles {
    let pages = SearchedPage.all(site)
    return SearchFiles((0..<sectionCount(pages)).map { section($0, of: pages, site) }, pages, site)
  }

  private static func sectionCount(_ pages: [SearchedPage]) -> Int {
    (pages.count + SearchSection.longest - 1) / SearchSection.longest
  }

  private static func section(_ number: Int, of pages: [SearchedPage], _ site: CheckedSite) -> SearchSection {
    let start = number * SearchSection.longest
    var reader = SectionReader()
    for page in pages[start..<min(pages.count, start + SearchSection.longest)] { reader.add(page, of: site) }
    return reader.section()
  }

  private init(_ sections: [SearchSection], _ pages: [SearchedPage], _ site: CheckedSite) {
    self.init(SearchIndex(sections), pages, groups: site.index.configuration.kinds.map(\.title))
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
