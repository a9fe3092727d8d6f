import Site
import Text

/// The words of a new site in a language that the starter has none for: the English ones, to be translated.
struct StarterWords {
  let path: String
  let bytes: [UInt8]

  private static let folder = "Templates/words"

  static func file(for language: String) -> String { "\(folder)/\(language).yaml" }

  /// Nil where `files` has them.
  init?(_ language: String, beside files: [(path: String, bytes: [UInt8])]) {
    path = Self.file(for: language)
    guard !files.contains(where: { [path] in $0.path == path }),
      let english = files.first(where: { $0.path == Self.file(for: "en") })
    else { return nil }
    let own = OwnWord.allCases.map { "\($0.rawValue): \(JSONText.quoted($0.texts.english))\n" }.joined()
    bytes = english.bytes + Array("\n# What Limber itself writes into pages.\n\(own)".utf8)
  }
}
