import Search
import Site
import Synchronization

/// A site at one moment. Nothing in it changes; a page is rendered when it is asked for.
package final class PreviewSnapshot: Sendable {
  let output: SiteOutput
  /// The search in each language, which is made when somebody first opens it.
  private let search = Mutex<[[SiteFile]?]>([])
  /// Pictures and downloads that were asked for: a page that is still shown keeps its pictures when their files change
  /// or go.
  private let media = Mutex<[String: [UInt8]]>([:])
  /// Of all of `media` together. What comes after that is read anew each time.
  private static let mostMediaBytes = 64 << 20

  init(_ output: SiteOutput) { self.output = output }

  /// What stands before every path of the site's URLs: empty, or such as `/clinic`.
  package var basePath: String { output.configuration.basePath }

  /// What a visitor gets at the path of a URL, percent-decoded, such as `/causes/hip-pain/` or `/feed.xml`; nil
  /// when there is nothing, or when what should be there can no longer be read. Never reads outside the
  /// source folder.
  package func file(at path: String) -> PreviewFile? {
    let base = output.configuration.basePath
    guard path.hasPrefix(base + "/") else { return nil }
    let place = String(path.dropFirst(base.utf8.count + 1))
    for side in sides {
      if let number = article(at: place, of: side) { return page(of: number, in: side) }
    }
    let wanted = place.isEmpty || place.hasSuffix("/") ? place + "index.html" : place
    return file(named: wanted)
  }

  /// The page for a path where nothing is, in the language whose pages lie there.
  package func notFound(at path: String) -> PreviewFile? {
    let inside = path.dropFirst(basePath.utf8.count)
    let language = output.editions.map(\.configuration.languagePath).first { inside.hasPrefix($0 + "/") }
    return language.flatMap { file(named: $0.dropFirst() + "/" + GeneratedPages.notFoundFile) }
      ?? file(named: GeneratedPages.notFoundFile)
  }

  /// Every stylesheet: its name in `Templates/assets`, and the path of its URL.
  package var stylesheets: [(name: String, url: String)] {
    output.site.named.design.assets.filter { $0.place.hasSuffix(".css") }.map {
      (
        String($0.path.dropFirst("Templates/assets/".utf8.count)),
        output.configuration.basePath + String(decoding: $0.url, as: UTF8.self)
      )
    }
  }

  /// `place` is without the site's base path and the slash after it.
  private func article(at place: String, of output: SiteOutput) -> Int? {
    let url = "/" + (place.hasSuffix("index.html") ? String(place.dropLast("index.html".utf8.count)) : place)
    guard let target = output.index.urls[SiteIndexBuilder.folded(Array(url.utf8))],
      case .article(let number) = output.index.targets[target],
      output.index.articles[number].hasPage
    else { return nil }
    let folder = output.folder(of: output.index.articles[number])
    return url == (folder.isEmpty ? "/" : "/\(folder)/") ? number : nil
  }

  /// The site in each of its languages.
  private var sides: [SiteOutput] { [output] + output.editions }

  private func page(of number: Int, in output: SiteOutput) -> PreviewFile {
    var bytes: [UInt8] = []
    var renderer = SiteOutput.PageRenderer(output)
    renderer.render(number, into: &bytes)
    let article = output.index.articles[number]
    let folder = output.folder(of: article)
    return PreviewFile(
      folder.isEmpty ? "index.html" : folder + "/index.html", bytes,
      hiddenBecause: article.shownDespite.map { "\($0)" })
  }

  private func file(named name: String) -> PreviewFile? {
    for group in sides.flatMap(\.fileGroups) {
      guard let file = group().first(where: { $0.path == name }) else { continue }
      return contents(of: file).map { PreviewFile(name, $0) }
    }
    for (number, side) in sides.enumerated() {
      let page = side.configuration.address(of: GeneratedPages.searchURL).dropFirst()
      guard name.hasPrefix(SearchFiles.folder) || name.hasPrefix(page),
        let file = searchFiles(number, side).first(where: { $0.path == name })
      else { continue }
      return (try? file.contents()).map { PreviewFile(name, $0) }
    }
    return nil
  }

  private func contents(of file: SiteFile) -> [UInt8]? {
    guard file.isFromSource else { return try? file.contents() }
    if let kept = media.withLock({ $0[file.path] }) { return kept }
    guard let bytes = try? file.contents() else { return nil }
    media.withLock { media in
      if media.values.reduce(bytes.count, { $0 + $1.count }) <= Self.mostMediaBytes {
        media[file.path] = bytes
      }
    }
    return bytes
  }

  /// Those of the search in the site's first language.
  var searchFiles: [SiteFile] { searchFiles(0, output) }

  private func searchFiles(_ number: Int, _ output: SiteOutput) -> [SiteFile] {
    guard output.hasSearch else { return [] }
    return search.withLock { made in
      while made.count <= number { made.append(nil) }
      let files = made[number] ?? output.searchFiles(SiteSearch(output.site).files())
      made[number] = files
      return files
    }
  }
}
