extension RedFlags {
  /// Which of them has `words`, or begins with them; nil for none or several.
  package func flag(saying words: String) -> Flag? {
    guard words.contains(" ") else { return nil }
    let found = flags.filter { $0.text.lowercased().hasPrefix(words.lowercased()) }
    return found.count == 1 ? found[0] : nil
  }
}
