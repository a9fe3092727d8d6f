import Diagnostics
import SiteModel

/// One slip, one message: however many links lead to an article that visitors do not get, or names to a text that is not there, it is
/// told once, at the first of them.
struct SharedCauses {
  private let index: SiteIndex

  init(_ index: SiteIndex) { self.index = index }

  /// `found` with one fault in place of all those that name the same cause.
  func told(_ found: [Diagnostic]) -> [Diagnostic] {
    var groups: [String: [Int]] = [:]
    for number in found.indices {
      if let cause = found[number].cause { groups[cause, default: []].append(number) }
    }
    if groups.values.allSatisfy({ $0.count == 1 }) { return found }
    var told = found
    var isRepeated = [Bool](repeating: false, count: found.count)
    for (cause, numbers) in groups where numbers.count > 1 {
      let sorted = numbers.sorted { found[$0] < found[$1] }
      for number in sorted.dropFirst() { isRepeated[number] = true }
      let others = sorted.dropFirst().map { found[$0] }
      told[sorted[0]].message +=
        others.count == 1
        ? " 1 other place leads to it, too: \(Self.list(others))."
        : " \(others.count) other places lead to it, too: \(Self.list(others))."
      if let hint = hint(cause, told[sorted[0]].hint, count: numbers.count) { told[sorted[0]].hint = hint }
    }
    return told.indices.filter { !isRepeated[$0] }.map { told[$0] }
  }

  /// The first of them by their places, and how many more there are.
  static func list(_ others: [Diagnostic]) -> String {
    let named = others.prefix(3).map { other in
      "`\(other.file ?? SiteConfiguration.file)\(other.position.map { ":\($0.line)" } ?? "")`"
    }
    if others.count > named.count {
      return "\(named.joined(separator: ", ")) and \(others.count - named.count) more"
    }
    return named.count == 1
      ? named[0] : "\(named.dropLast().joined(separator: ", ")) and \(named[named.count - 1])"
  }

  /// Nil for what is no article: what is said of the first place is right for all of them.
  private func hint(_ file: String, _ own: String?, count: Int) -> String? {
    let removed = count == 2 ? "both places" : "all \(count) places"
    guard let article = index.articlePaths[Array(file.utf8)] else {
      // Where nothing is known that was meant, the article was there before.
      guard MovedArticles.isGone(file, index), own?.contains("Write the ") ?? true else { return nil }
      return "Put `\(file)` back, or name another article in \(removed)."
    }
    let remedy: String? =
      switch index.articles[article].state {
      case .draft: "Delete `draft: true` in `\(file)`"
      case .scheduled: "Delete or change `publish-on` in `\(file)`"
      case .expired: "Delete or change `expires-on` in `\(file)`"
      default: nil
      }
    return remedy.map { "\($0), or remove it from \(removed)." } ?? "Remove it from \(removed)."
  }
}
