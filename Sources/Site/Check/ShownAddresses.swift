import Diagnostics
import Mustache
import SiteModel

/// Values that templates show in `href`, `src` and the like: `params` of `site.yaml`, words of templates, and texts in front matter.
/// They have to be addresses, as those that stand in templates.
struct ShownAddresses {
  private let templates: SiteTemplates
  private(set) var found: [TemplateAddress] = []

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
        for article in index.articles where article.kind == number && article.isPublished {
          for text in article.fields[slot].texts {
            add(text, in: article.file, at: .start, isWhole: isWhole)
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

  private mutating func add(_ text: [UInt8], in file: String, at position: Position, isWhole: Bool) {
    found.append(
      TemplateAddress(
        file: file, template: nil, start: .nothing, text: text, goesOn: !isWhole, position: position,
        isValue: true))
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
