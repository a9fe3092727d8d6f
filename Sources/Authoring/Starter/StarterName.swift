import SiteModel
import Text

/// What a kind of a new site is called: its name, and what follows from that.
struct StarterName: Sendable, Equatable {
  let name: String
  /// Its folder below `Content`, which is also its address.
  let folder: String
  let title: String

  init(name: String, folder: String, title: String) {
    self.name = name
    self.folder = folder
    self.title = title
  }

  /// `home-visit` has its articles in `home-visits`, under the title "Home visits".
  init(_ name: String) {
    self.name = name
    folder = Self.plural(name)
    title = Self.title(of: folder)
  }

  private static let irregular = [
    "news": "news", "staff": "staff", "series": "series", "advice": "advice", "equipment": "equipment",
    "team": "team",
    "person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet",
  ]

  static func title(of name: String) -> String {
    let words = name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// By the rules of English spelling, which most of the words that a clinic would choose follow.
  private static func plural(_ name: String) -> String {
    let last = name.split(separator: "-").last.map(String.init) ?? name
    if let irregular = irregular[last] { return name.dropLast(last.count) + irregular }
    if name.hasSuffix("sis") { return name.dropLast(2) + "es" }
    let endings = ["s", "x", "z", "ch", "sh"]
    if endings.contains(where: name.hasSuffix) { return name + "es" }
    let isAfterConsonant = name.dropLast().last.map { !"aeiou".contains($0) } ?? false
    return name.hasSuffix("y") && isAfterConsonant ? name.dropLast() + "ies" : name + "s"
  }
}
