import Files
import Site
import SiteModel

/// The translations of an article, which move with it: their files, and the addresses that they leave.
struct MovedTranslations {
  struct Moved {
    let file: String
    let newFile: String
    /// The old and the new addresses of its pages, without the base path; none where `slug` gives it one of its own.
    let addresses: [(old: [UInt8], new: [UInt8])]
    /// Whether readers get it.
    let isPublished: Bool
  }

  /// In the order of the site's languages.
  let all: [Moved]

  /// Drafts and those that readers do not get any more are among them. Throws `Refusal` where a name or address is taken, and
  /// `FileFailure`.
  init(
    of number: Int, to id: String, newFile: String, in sites: MoveSites, source: SourceFolder
  ) throws {
    let original = sites.site.index.articles[number]
    var all: [Moved] = []
    for (file, language) in sites.reading.tree.translations(of: original.file) {
      let site = sites.site.editions[language - 1]
      guard let edition = site.edition else { continue }
      let index = site.index
      var addresses: [(old: [UInt8], new: [UInt8])] = []
      let translation = edition.translation(of: number)
      if let translation {
        let kind = index.configuration.kinds[translation.kind]
        let own = Array(kind.path.utf8) + translation.id + [UInt8(ascii: "/")]
        let url = Array(translation.url.dropFirst(index.basePath.count))
        if url == own {
          let all = index.articles[number].original == nil ? [url] : index.addresses(of: number)
          addresses = all.map { ($0, Array("\(kind.path)\(id)/".utf8) + $0.dropFirst(own.count)) }
        }
      }
      let place = edition.language.file(of: newFile)
      let check = NewID(id, of: number, index, newFile: place, addresses: addresses, source: source)
      for address in addresses { try check.checkAddress(address.new) }
      try check.checkPlace(place)
      all.append(
        Moved(
          file: file, newFile: place, addresses: addresses,
          isPublished: translation.map { $0.isPublished && $0.shownDespite == nil } ?? false))
    }
    self.all = all
  }
}
