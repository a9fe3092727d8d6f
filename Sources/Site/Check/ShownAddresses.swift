import Diagnostics
import Mustache
import SiteModel
import Text
import YAML

/// Values that templates show in `href`, `src` and the like: `params` of `site.yaml`, words of templates, and texts in front matter.
/// They have to be addresses, as those that stand in templates.
struct ShownAddresses {
  private let templates: SiteTemplates
  private var found: [(address: TemplateAddress, place: FieldPlace?)] = []

  /// Where a text stands in the front matter of the article of that number: in that field, and in its list.
  private struct FieldPlace {
    let article: Int
    let field: String
    let entry: Int
  }

  init(_ index: SiteIndex, _ design: SiteDesign, _ templates: SiteTemplates) {
    self.templates = templates
    let site = design.types.site.type
    if let slot = site.slot(of: Parameters.setting), case .record(let type) = site.fields[slot].type {
      for member in index.configuration.parameters { add(member.value, named: member.name, of: type) }
    }
    for word in design.addressWords(templates) {
      add(word.text, in: word.file, at: word.position, isWhole: word.isWhole)
    }
    for (number, kind) in index.configuration.kinds.enumerated() {
      for (slot, field) in kind.fields.enumerated() where field.isText {
        guard let isWhole = templates.leads(by: field.name, of: design.types.articles[number].type) else {
          continue
        }
        for (place, article) in index.articles.enumerated()
        where article.kind == number && article.isPublished {
          for (entry, text) in article.fields[slot].texts.enumerated()
          where UnsafeScheme.findScript(in: text[...]) == nil {
            add(
              text, in: article.file, at: .start, isWhole: isWhole,
              place: FieldPlace(article: place, field: field.name, entry: entry))
          }
        }
      }
    }
  }

  private mutating func add(_ value: Parameter, named name: String, of type: RecordType) {
    switch value {
    case .flag: break
    case .text(let text):
      if let isWhole = templates.leads(by: name, of: type) {
        add(text.bytes, in: SiteConfiguration.file, at: text.position, isWhole: isWhole)
      }
    case .list(let entries):
      for entry in entries {
        guard case .group(let members) = entry else {
          add(entry, named: name, of: type)
          continue
        }
        add(members, in: name, of: type)
      }
    case .group(let members): add(members, in: name, of: type)
    }
  }

  private mutating func add(_ members: [Parameter.Member], in name: String, of type: RecordType) {
    guard let slot = type.slot(of: name) else { return }
    let inner: RecordType
    switch type.fields[slot].type {
    case .record(let record), .list(.record(let record)): inner = record
    default: return
    }
    for member in members { add(member.value, named: member.name, of: inner) }
  }

  private mutating func add(
    _ text: [UInt8], in file: String, at position: Position, isWhole: Bool, place: FieldPlace? = nil
  ) {
    let address = TemplateAddress(
      file: file, template: nil, start: .nothing, text: text, goesOn: !isWhole, position: position,
      isValue: true)
    found.append((address, place))
  }

  /// What `fault` says of each, at its place. `sources` are the files of the articles, by their numbers.
  func faults(_ sources: [[UInt8]], _ fault: (TemplateAddress) -> Diagnostic?) -> [Diagnostic] {
    found.compactMap { address, place in
      guard var one = fault(address) else { return nil }
      // Values forget where they stood: nearly all of them are right.
      if let place, let node = Self.node(at: place, in: sources[place.article], address.file) {
        one.position = node.position
      }
      return one
    }
  }

  private static func node(at place: FieldPlace, in bytes: [UInt8], _ file: String) -> YAML.Node? {
    guard let value = FrontMatter.root(in: bytes, file: file)?.value(for: place.field) else { return nil }
    let entries = value.kind == .sequence ? Array(value.elements) : [value]
    return place.entry < entries.count ? entries[place.entry] : value
  }
}

extension FieldValue {
  /// A text, or those of a list.
  fileprivate var texts: [[UInt8]] {
    switch self {
    case .text(let text): [text]
    case .list(let entries): entries.flatMap(\.texts)
    default: []
    }
  }
}
