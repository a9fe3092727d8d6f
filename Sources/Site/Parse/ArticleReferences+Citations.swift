import SiteModel

/// What was meant by the key of a work that is not there.
extension ArticleReferences {
  func citationHint(_ key: [UInt8]) -> String? {
    guard allowsCitations else {
      return "Cite it in the article's text: front matter cannot contain citations."
    }
    let name = text(key[...])
    let hint: String?
    if name.hasPrefix("10.") {
      hint = self.hint(forDOI: name)
    } else if index.references.works.isEmpty {
      hint = "Add the work: `limber new reference` with its DOI makes `Content/references.json`."
    } else {
      hint = hints.nearest(to: name, in: .works).map { "Did you mean `@\($0)`?" }
    }
    if keepsQuestions {
      asked.ask(.nearestWork, key)
      asked.answer(hint)
    }
    return hint
  }

  /// How to cite the work of that DOI.
  private func hint(forDOI doi: String) -> String {
    let address = "https://doi.org/\(doi)".lowercased()
    let work = index.references.works.first { text($0.link[...]).lowercased() == address }
    return work.map { "Write `[@\($0.key)]`." }
      ?? "Add the work with `limber new reference \(doi)`, and cite it by its `id`."
  }
}
