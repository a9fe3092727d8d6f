import Diagnostics
import Text
import YAML

/// Whose a picture or video is, and what others may do with it.
package struct PictureCredit: Equatable, Sendable {
  package fileprivate(set) var credit = ""
  package fileprivate(set) var license: String?
  package fileprivate(set) var licenseURL: PlacedText?
  package fileprivate(set) var source: PlacedText?

  /// Where it leads.
  package var addresses: [PlacedText] { [licenseURL, source].compactMap { $0 } }

  /// The same is said of both, wherever it is written.
  package static func == (one: Self, other: Self) -> Bool {
    one.credit == other.credit && one.license == other.license
      && one.addresses.map(\.bytes) == other.addresses.map(\.bytes)
  }

  /// Each once, in their order.
  package static func each(of credits: some Sequence<PictureCredit?>) -> [PictureCredit] {
    credits.reduce(into: []) { found, one in
      if let one, !found.contains(one) { found.append(one) }
    }
  }

  package static let block = SettingBlock<PictureCredit>([
    .text("credit", "Whose it is, as readers are to see it.", more: "`Ann Example`.", without: nil) {
      $1.credit = $0
    },
    .text("license", "What others may do with it.", more: "`CC BY 4.0`.", without: "None") {
      $1.license = $0
    },
    .address("license-url", "Where the license can be read.", more: "Needs `license`.") {
      $1.licenseURL = $0
    },
    .address("source", "The page that it is from.", more: "`https://pictures.example/42`.") {
      $1.source = $0
    },
  ])
}

/// `Content/pictures.yaml`: whose the pictures and videos are, by their paths below `Content`. A path that ends with `/` is said of
/// all in that folder.
package struct PictureCredits: Sendable {
  package struct Entry: Sendable {
    /// Relative to the source folder.
    package let path: String
    package let position: Position
    package let credit: PictureCredit
  }

  package private(set) var entries: [Entry] = []
  private var byPath: [String: Int] = [:]

  package static let file = "Content/pictures.yaml"

  /// False when nobody can know what is said of which picture.
  package private(set) var isReadable = true

  /// Nothing is said of any, or, unless it `isReadable`, nobody knows what.
  package init(isReadable: Bool = true) { self.isReadable = isReadable }

  package init(_ bytes: [UInt8], into diagnostics: inout [Diagnostic]) {
    guard let document = YAMLDocument.parse(bytes[...], file: Self.file, into: &diagnostics) else {
      isReadable = false
      return
    }
    guard let root = document.root else { return }
    guard root.kind == .mapping else {
      isReadable = false
      root.reportWrongType(
        "pictures.yaml", mustBe: "a mapping of paths to what is said of them",
        hint: "Write `causes/hip.jpg: {credit: Ann Example}`.", into: &diagnostics)
      return
    }
    for (key, value) in root.entries {
      var credit = PictureCredit()
      let before = diagnostics.errors
      PictureCredit.block.read(value, named: key.text, missingAt: key.position, into: &credit, &diagnostics)
      if let address = credit.licenseURL, credit.license == nil, diagnostics.errors == before {
        diagnostics.append(
          .error(
            .missingKey, file: Self.file, at: address.position, "`license-url` needs `license`.",
            hint: "Add the name of the license, such as `license: CC BY 4.0`."))
      }
      if let node = value.value(for: "credit"), Self.namesNobody(node) {
        diagnostics.append(
          .warning(
            .unfinishedText, file: Self.file, at: node.position,
            "`credit` says `\(node.text)`, which does not tell readers whose the picture is.",
            hint: "Write who made it or owns it. If nobody knows, use another picture."))
      }
      // As file names are compared: each letter one character.
      let path = "Content/" + ComposedText.composed(key.text)
      byPath[path] = entries.count
      entries.append(Entry(path: path, position: key.position, credit: credit))
    }
  }

  private static func namesNobody(_ node: Node) -> Bool {
    guard node.kind == .scalar, !node.isEmpty, node.bytes.count < 24 else { return false }
    return DoubtfulValues.saysNothing(node.bytes) || placeholders.contains(node.text.lowercased())
  }

  private static let placeholders: Set = [
    "unknown", "n/a", "na", "none", "tbd", "tba", "todo", "xxx", "credit", "photographer", "name", "somebody",
    "someone", "internet", "the internet", "from the internet", "web", "the web",
  ]

  /// What is said of a file, else of the nearest folder that it lies in.
  package subscript(path: String) -> PictureCredit? {
    if byPath.isEmpty { return nil }
    if let number = byPath[path] { return entries[number].credit }
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      if let number = byPath[String(folder[...slash])] { return entries[number].credit }
      folder = folder[..<slash]
    }
    return nil
  }

  package static let schema: Schema = [
    "type": "object", "additionalProperties": PictureCredit.block.schema(SettingNames()),
  ]
}
