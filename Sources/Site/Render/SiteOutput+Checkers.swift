import Files
import Mustache
import SymptomTree

extension SiteOutput {
  /// For each checker its JSON and its page; the only one, or the first, stands at the folder's own address.
  func checkerFiles() -> [SiteFile] {
    guard let template = templates.checker else { return [] }
    let folder = String(configuration.address(of: GeneratedPages.checkerURL).dropFirst())
    let checkers = site.checkers.checkers
    var files: [SiteFile] = []
    for (number, checker) in checkers.enumerated() {
      guard let page = CheckerPage(checker, site.checkers, index, records), let json = checker.check.json
      else { continue }
      files.append(SiteFile("\(folder)\(checker.id).json", json))
      // With several, the folder's address shows the first, and says which address is its own.
      let url = records.checkers[number].url
      var places = number == 0 ? [folder] : []
      if checkers.count > 1 { places.append("\(folder)\(checker.id)/") }
      for place in places {
        files.append(
          SiteFile("\(place)index.html") { () throws(FileFailure) in
            var bytes: [UInt8] = []
            template.render(page.record(url: url), into: &bytes)
            return bytes
          })
      }
    }
    files.append(
      SiteFile(
        folder + TreeSchema.fileName,
        TreeSchema.bytes(
          causeKind: index.configuration.causeKind, stretchKind: index.configuration.stretchKind)))
    return files
  }
}
