import Diagnostics
import Text
import YAML

/// What `content-policy` in `site.yaml` may say.
package enum ContentPolicySettings {
  package static let setting = "content-policy"

  package static let block = SettingBlock<ContentSources>(ContentDirective.allCases.map(key))

  private static let example = "https://maps.example"
  static let schema = Schema.array(
    of: [
      "type": "string",
      "pattern":
        "^(self|(https|wss)://(\\*\\.)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]+)?(/[^\\s;,'\"?#@]*)?)$",
    ]
  ).with(["minItems": 1, "uniqueItems": true])

  private static func key(_ directive: ContentDirective) -> SettingKey<ContentSources> {
    SettingKey(
      directive.rawValue, meaning(of: directive), without: standard(of: directive), schema: { _ in schema },
      take: { node, sources, diagnostics in
        if let read = read(node, directive.rawValue, into: &diagnostics) { sources[directive] = read }
      })
  }

  static func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic])
    -> [ContentSource]?
  {
    // One that is no source is told as such: in brackets, it would be none either.
    if node.kind == .scalar, !node.isNull, !node.text.contains(","), ContentSource(node.text) == nil {
      report(node, name, isAlone: true, into: &diagnostics)
      return nil
    }
    guard
      let list = node.asTexts(
        name, of: "addresses", example: "[\(example)]", whenEmpty: Node.hintForNothing, into: &diagnostics)
    else { return nil }
    var read: [ContentSource] = []
    for entry in list {
      guard let source = ContentSource(entry.text) else {
        report(entry, name, into: &diagnostics)
        continue
      }
      if source.isSocket, name != ContentDirective.connect.rawValue, name != "sends-to" {
        entry.reportWrongType(
          name, mustBe: "the address of a site that starts with `https://`, such as `\(example)`, or `self`",
          hint: "Only `connect` takes addresses that start with `wss://`.", into: &diagnostics)
      } else if read.contains(source) {
        diagnostics.append(
          .error(
            .badConfiguration, file: entry.file, at: entry.position,
            "`\(entry.text)` is in `\(name)` twice.", hint: "Delete one of them."))
      } else {
        if let warning = doubt(about: source, name, entry) { diagnostics.append(warning) }
        read.append(source)
      }
    }
    return read
  }

  /// A source that lets in what strangers publish, who could then change what readers see.
  private static func doubt(about source: ContentSource, _ name: String, _ entry: Node) -> Diagnostic? {
    if let place = source.strangers {
      return .warning(
        .doubtfulValue, file: entry.file, at: entry.position,
        "`\(entry.text)` in `\(name)` lets in every site below `\(place)`, and anybody can have one there.",
        hint: "Write the whole name of the one site that your pages need, without `*`.")
    }
    guard name == ContentDirective.script.rawValue, source.takesScriptsOfAnybody else { return nil }
    return .warning(
      .doubtfulValue, file: entry.file, at: entry.position,
      "`\(entry.text)` in `\(name)` lets in every script there, and anybody can publish one.",
      hint: "Put the script in `Templates/assets`, or add the path of the one file to the address.")
  }

  private static func report(
    _ entry: Node, _ name: String, isAlone: Bool = false, into diagnostics: inout [Diagnostic]
  ) {
    let meant = ContentSource.meant(by: entry.text).map {
      // Alone, it also lacks the brackets.
      isAlone ? "Write `\(name): [\($0)]`." : "Write `\($0)`."
    }
    entry.reportWrongType(
      name, mustBe: "the address of a site that starts with `https://`, such as `\(example)`, or `self`",
      hint: meant ?? "Name each site by its address: policies do not work with less.", into: &diagnostics)
  }

  private static func meaning(of directive: ContentDirective) -> String {
    switch directive {
    case .frame: "Pages that stand in a frame (`<iframe>`): a map, a booking form."
    case .form: "Where forms are sent."
    case .font: "Fonts of stylesheets."
    case .script: "Scripts."
    case .style: "Stylesheets."
    case .image: "Pictures."
    case .media: "Video, sound and captions."
    case .connect: "What scripts load or send, as with `fetch`; `wss://…` for a `WebSocket`."
    }
  }

  private static func standard(of directive: ContentDirective) -> String {
    directive == .frame || directive == .form ? "None" : "Only this site"
  }
}
