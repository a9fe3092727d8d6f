import Mustache
import SiteModel

/// What templates do with values.
extension SiteTemplates {
  /// Whether some template leads to, or loads, what `name` of a record of `type` says; nil when none does, false when more follows.
  func leads(by name: String, of type: RecordType) -> Bool? {
    Self.most(all.lazy.compactMap { $0.leads(by: name, of: type) })
  }

  /// The same of a word.
  func leads(byWord word: String) -> Bool? { Self.most(all.lazy.compactMap { $0.leads(byWord: word) }) }

  private static func most(_ found: some Sequence<Bool>) -> Bool? {
    found.reduce(nil) { ($0 ?? false) || $1 }
  }

  /// Whether a template shows a field by its name.
  static func shows(_ field: Field, _ template: Template, _ type: RecordType) -> Bool {
    PageTypes.names(of: field).contains { template.uses($0, of: type) }
  }

  /// The fields of a kind that `site.yaml` declares and its template does not show by name.
  static func unnamed(_ kind: Kind, in template: Template, _ type: RecordType) -> [Int] {
    kind.fields.indices.filter {
      kind.fields[$0].description == nil && !shows(kind.fields[$0], template, type)
    }
  }
}
