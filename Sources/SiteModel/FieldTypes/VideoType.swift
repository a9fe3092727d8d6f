import Diagnostics
import Text
import YAML

/// A video: a file next to the article, with captions and a picture that stands there until it plays, or the address of one at a
/// video host.
struct VideoType: PlainFieldType {
  static let name = "video"
  static let documentation = (
    meaning:
      "A video: its path, starting from the article, or its address at YouTube, Vimeo or another site that `content-policy` lets pages show in a frame",
    example: "`bridge.mp4`, or `{file: bridge.mp4, title: How to do the bridge}`"
  )
  let schema: Schema = [
    "oneOf": [
      Schema.words.described("The video's path, starting from this file, or its address."),
      Schema.object(
        [
          ("file", Schema.words.described("The video's path, starting from this file, or its address.")),
          ("title", Schema.words.described("What it shows.")),
          ("captions", Schema.words.described("The path of its captions, if they have another name.")),
          ("poster", Schema.words.described("The path of the picture that stands there until it plays.")),
        ], required: ["file"]),
    ]
  ]
  let hint = "A video next to this file, or its address"
  let shown = Shown.record(named: "video", FieldVideo.parts)

  var keys: [String] { Self.knownKeys.names }
  private static let knownKeys = KnownKeys(
    ["file", "title", "captions", "poster"], awaiting: [.file("file")])

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard node.kind == .mapping else {
      guard let path = node.asPlacedText(name, into: &diagnostics) else { return .none }
      return .group([.placed(path), .none, .none, .none])
    }
    guard let fields = Fields(node, named: name, allowing: Self.knownKeys, into: &diagnostics),
      let file = fields.required("file", missingAt: node.position, into: &diagnostics)?
        .asPlacedText("file", into: &diagnostics)
    else { return .none }
    func place(_ key: String) -> FieldValue {
      fields[key].flatMap { $0.asPlacedText(key, into: &diagnostics) }.map { .placed($0) } ?? .none
    }
    return .group([.placed(file), title(fields, into: &diagnostics), place("captions"), place("poster")])
  }

  private func title(_ fields: Fields, into diagnostics: inout [Diagnostic]) -> FieldValue {
    fields["title"].flatMap { $0.asWords("title", into: &diagnostics) }.map { .text(Array($0.utf8)) } ?? .none
  }

  let holdsWords = true
  let schemaOfWords: Schema? = Schema.object(
    [("title", Schema.words.described("What it shows."))], required: ["title"])

  /// A video without a title of its own has none to translate.
  func lacksWords(_ value: FieldValue) -> Bool {
    guard case .group(let parts) = value, case .text = parts[1] else { return true }
    return false
  }

  func translated(
    _ value: FieldValue, _ original: Node?, by node: Node, _ name: String,
    into diagnostics: inout [Diagnostic]
  ) -> FieldValue {
    guard let fields = Fields(node, named: name, allowing: Self.knownKeys, into: &diagnostics),
      case .group(var parts) = value
    else { return value }
    for key in Self.knownKeys.names where key != "title" {
      guard let own = fields[key] else { continue }
      diagnostics.append(
        .error(
          .translationFact, file: own.file, at: own.position,
          "A translation shows the original's video, so it cannot name another one.",
          hint: "Delete `\(key)` here, and keep `title`."))
    }
    if case .text(let title) = title(fields, into: &diagnostics) { parts[1] = .text(title) }
    return .group(parts)
  }

  func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue {
    guard case .group(let parts) = value, case .placed(let file) = parts[0] else { return .none }
    func place(_ part: FieldValue) -> PlacedText? { if case .placed(let path) = part { path } else { nil } }
    var title: [UInt8]?
    if case .text(let text) = parts[1] { title = text }
    let video = site.video(at: file, title: title, captions: place(parts[2]), poster: place(parts[3]))
    return video.map { .group($0.values) } ?? .none
  }

  func words(of value: FieldValue) -> String {
    guard case .group(let parts) = value, case .placed(let file) = parts[0] else { return "" }
    guard case .text(let title) = parts[1] else { return file.text }
    return "\(file.text): \(String(decoding: title, as: UTF8.self))"
  }

  func example(today: CalendarDate) -> String { "video.mp4" }

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    if case .group(let parts) = value, case .html(let html) = parts[0], !html.isEmpty {
      .html(html)
    } else {
      nil
    }
  }
}
