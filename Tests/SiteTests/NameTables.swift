import Mustache
import SiteModel

@testable import Site

extension PageTypes {
  /// The names that each template may use, as Markdown tables: the part of `docs/templates.md` between its marks.
  func documentation(of configuration: SiteConfiguration) -> String {
    var tables = NameTables()
    for (number, kind) in configuration.kinds.enumerated() {
      tables.add("`\(kind.name).mustache`", articles[number].type)
    }
    tables.add("`home.mustache`", home.type)
    tables.add("`index.mustache`", index.type)
    tables.add("`404.mustache` and `withdrawn.mustache`", notFound.type)
    tables.add("`checker.mustache`", checker.type)
    tables.add("`search.mustache`", search.type)
    return tables.text
  }
}

/// A table for each template, then one for each kind of record that they use.
private struct NameTables {
  private(set) var text = ""
  private var pending: [RecordType] = []
  private var described: Set<ObjectIdentifier> = []
  /// Titles with the names below them.
  private var titles: Set<[String]> = []

  mutating func add(_ title: String, _ type: RecordType) {
    table("### \(title)", type)
    // Records follow the template that uses them first.
    while let next = pending.first {
      pending.removeFirst()
      table("#### \(next.name)", next)
    }
  }

  private mutating func table(_ title: String, _ type: RecordType) {
    guard
      titles.insert([title] + type.fields.map(\.name)).inserted
        || !described.contains(ObjectIdentifier(type))
    else { return }
    text += "\(title)\n\n| name | what it is | meaning |\n|---|---|---|\n"
    for field in type.fields {
      text += "| `\(field.name)` | \(describe(field.type)) | \(field.meaning) |\n"
    }
    text += "\n"
  }

  private mutating func describe(_ type: ValueType) -> String {
    switch type {
    case .text: return "text"
    case .html: return "HTML, with three braces"
    case .flag: return "yes or no"
    case .list(let element): return "list of: \(describe(element))"
    case .record(let record):
      if described.insert(ObjectIdentifier(record)).inserted { pending.append(record) }
      return record.name
    }
  }
}
