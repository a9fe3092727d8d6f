import Diagnostics
import Text
import YAML

/// A picture: its path, relative to the article, and its alternative text, which it needs here as in Markdown.
struct ImageType: PlainFieldType {
  static let name = "image"
  static let documentation = (
    meaning:
      "A picture: its path, starting from the article, and what it shows, for people who cannot see it",
    example: "`{file: leg-swing.svg, alt: A leg that swings}`"
  )
  let schema = Schema.object(
    [
      ("file", Schema.words.described("The picture's path, starting from this file.")),
      ("alt", Schema.words.described("What it shows, for people who cannot see it.")),
    ], required: ["file", "alt"])
  let hint = "A picture next to this file"
  let shown = Shown.record(named: "image", FieldPicture.parts)

  var keys: [String] { Self.knownKeys.names }
  private static let knownKeys = KnownKeys(["file", "alt"], awaiting: [.file("file"), .words("alt")])

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard node.kind == .mapping else {
      node.reportWrongType(
        name, mustBe: "a mapping with `file` and `alt`",
        hint: "Write `\(name): {file: picture.svg, alt: \(Self.samples[1])}`.", into: &diagnostics)
      return .none
    }
    guard let fields = Fields(node, named: name, allowing: Self.knownKeys, into: &diagnostics) else {
      return .none
    }
    let file = fields.required("file", missingAt: node.position, into: &diagnostics)
    let alt = alternative(fields, into: &diagnostics)
    guard let file, file.asText("file", into: &diagnostics) != nil, let alt else { return .none }
    return .group([.placed(PlacedText(file)), alt])
  }

  /// What the picture shows.
  private func alternative(_ fields: Fields, into diagnostics: inout [Diagnostic]) -> FieldValue? {
    let altNode = fields.required("alt", missingAt: fields.node.position, into: &diagnostics)
    guard let altNode, let alt = altNode.asWords("alt", into: &diagnostics) else { return nil }
    if Self.samples.contains(alt) {
      altNode.warnOfSample("alt", into: &diagnostics)
    } else if PictureName.isOne(Array(alt.utf8)) {
      diagnostics.append(
        .warning(
          .missingAlt, file: altNode.file, at: altNode.position,
          "`\(alt)` does not tell people who cannot see the picture what it shows.",
          hint: "Say what it shows, such as `A runner on a hill`."))
    }
    return .text(Array(alt.utf8))
  }

  let holdsWords = true
  let schemaOfWords: Schema? = Schema.object(
    [("alt", Schema.words.described("What it shows, for people who cannot see it."))], required: ["alt"])

  func translated(
    _ value: FieldValue, _ original: Node?, by node: Node, _ name: String,
    into diagnostics: inout [Diagnostic]
  ) -> FieldValue {
    guard let fields = Fields(node, named: name, allowing: ["file", "alt"], into: &diagnostics),
      case .group(let parts) = value, let file = parts.first
    else { return value }
    if let own = fields["file"] {
      diagnostics.append(
        .error(
          .translationFact, file: own.file, at: own.position,
          "A translation shows the original's picture, so it cannot name another one.",
          hint: "Delete `file` here, and keep `alt`."))
    }
    return alternative(fields, into: &diagnostics).map { .group([file, $0]) } ?? value
  }

  func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue {
    guard case .group(let values) = value, case .placed(let file) = values[0],
      let picture = site.picture(at: file)
    else { return .none }
    return .group(picture.values(alt: values[1]))
  }

  func words(of value: FieldValue) -> String {
    guard case .group(let values) = value, case .placed(let file) = values[0], case .text(let alt) = values[1]
    else { return "" }
    return "\(file.text): \(String(decoding: alt, as: UTF8.self))"
  }

  func example(today: CalendarDate) -> String { "{file: picture.svg, alt: \(Self.samples[0])}" }

  /// What drafts and hints have in place of an alternative text.
  private static let samples = ["What it shows", "What the picture shows"]

  let standsOnCards = true

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    if case .group(let parts) = value, parts.count == FieldPicture.parts.count { .image(parts) } else { nil }
  }
}
