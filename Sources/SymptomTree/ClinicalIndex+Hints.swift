import Text

extension ClinicalIndex {
  /// Which red flag a name that there is not was meant for: a misspelt id, or the sentence of one.
  func flagHint(_ name: String) -> String? {
    if let hint = NearestName.hint(for: name, among: flags.keys) { return hint }
    if let renamed = NearestName.renamed(name, among: flags.keys) { return "Did you mean `\(renamed)`?" }
    guard name.contains(" ") else { return nil }
    let written = PlainText.words(in: name.lowercased())
    let meant = flags.filter { PlainText.words(in: $0.value.text.lowercased()).hasPrefix(written) }
    return meant.count == 1 ? meant.first.map { "Did you mean `\($0.key)`?" } : nil
  }
}
