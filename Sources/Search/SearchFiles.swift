import Text

/// The files that a site's search loads, below a folder named after their content, since they only fit one another.
package struct SearchFiles: Sendable {
  /// Where each is published, relative to the output folder.
  package let files: [(place: String, bytes: [UInt8])]
  /// The address of the first that is loaded, without the site's base path.
  package let indexURL: [UInt8]

  package static let folder = "assets/search"

  /// How many sections so many pages make: each is read by itself, whoever reads it.
  package static func sectionCount(_ pages: Int) -> Int {
    (pages + SearchSection.longest - 1) / SearchSection.longest
  }

  /// The numbers of the pages in the section of that number.
  package static func pages(of section: Int, among pages: Int) -> Range<Int> {
    let start = section * SearchSection.longest
    return start..<min(pages, start + SearchSection.longest)
  }

  /// The section of that number: `add` tells the reader all words of a page.
  package static func section(
    _ number: Int, of pages: Int, add: (inout SectionReader, _ page: Int) -> Void
  ) -> SearchSection {
    var reader = SectionReader()
    for page in Self.pages(of: number, among: pages) {
      add(&reader, page)
      reader.endPage()
    }
    return reader.section()
  }

  /// `groups` are the titles of what pages belong to.
  package init(_ sections: [SearchSection], _ pages: [SearchedPage], groups: [String]) {
    self.init(SearchIndex(sections), pages, groups: groups)
  }

  package init(_ index: SearchIndex, _ pages: [SearchedPage], groups: [String]) {
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
