import Diagnostics
import YAML

/// How the lists of a kind's articles look: `list` and `feed` of the kind in `site.yaml`.
package struct ListSettings: Sendable {
  /// What decides which of two articles comes first; what follows counts where these are equal.
  package var order = [ListOrder(by: .order), ListOrder(by: .title)]
  /// What cards show beside title and summary: places in the kind's fields.
  package var card: [Int] = []
  /// Where the settings name them.
  package var cardNode: Node?
  /// The flag of articles whose cards stand out: a place in the kind's fields, and where the settings name it.
  package var highlight: SettingValue<Int>?
  /// The relation by whose targets the kind's own list is grouped: a place in its relations.
  package var groupBy: SettingValue<Int>?
  /// How many articles stand on a page; nil for the standard number.
  package var perPage: SettingValue<Int>?
  /// The day by which articles are listed by year, and which their feed says.
  package var archive: ArchiveDate?
  /// Whether `archive` is there and names no day, which has been told.
  package var hasFaultyArchive = false
  /// Where `feed: true` stands.
  package var feed: SettingValue<Bool>?

  /// How many articles stand on a page where nothing else is said: a page of cards stays under 60 KB with them.
  package static let standardPerPage = 100
}

/// The day by which a kind's articles are archived, and where the settings name it.
package struct ArchiveDate: Sendable {
  package let key: ListOrder.Key
  package let node: Node
}

/// One of the values by which a list is sorted.
package struct ListOrder: Sendable, Equatable {
  package enum Key: Sendable, Equatable {
    case order
    case title
    case updated
    /// Place in the kind's fields.
    case field(Int)
  }

  package let key: Key
  package let isDescending: Bool

  package init(by key: Key, descending: Bool = false) {
    self.key = key
    isDescending = descending
  }
}

/// A value and where it stands.
package struct SettingValue<Value: Sendable>: Sendable {
  package let value: Value
  package let node: Node
}

/// What `site.yaml` says of a kind's lists, before its fields are known.
package struct ListDraft: Sendable {
  var sort: [Node]?
  var card: [Node]?
  var highlight: Node?
  var groupBy: Node?
  var perPage: SettingValue<Int>?
  var archive: Node?

  package static let block = SettingBlock<ListDraft>([
    SettingKey(
      "sort", "What the list is sorted by, in turn: fields, `order`, `title`, `updated`.",
      more:
        "A `-` before a name puts the greatest first: `[-day, title]` shows the newest at the top. Articles without a value come last. Letters follow the rules of the site's language.",
      without: "`[order, title]`", schema: { _ in .array(of: ["type": "string", "pattern": "^-?[a-z0-9]"]) }
    ) {
      $1.sort = names($0, "sort", example: "[-day, title]", &$2)
    },
    SettingKey(
      "card", "The fields that its cards show beside title and summary, in order.",
      more: "Any field but one of the type `markdown` or `video`; a group stands on one line.",
      without: "None",
      schema: { _ in .array(of: .name) }
    ) {
      $1.card = names($0, "card", example: "[day, photo]", &$2)
    },
    .node(
      "highlight",
      "A field of the type `flag`. Where an article sets it, its cards stand out and say the field's `label`.",
      without: "No card stands out", schema: { _ in .name }
    ) { $1.highlight = $0 },
    .node(
      "group-by",
      "A relation of the kind. The page that lists its articles groups them by what they name there.",
      more:
        "An article stands in each group that it names. The groups come in the order of the lists of their kind.",
      without: "One list", schema: { _ in .name }
    ) { $1.groupBy = $0 },
    SettingKey(
      "per-page", "How many articles stand on one page of the list.",
      more: "1 to 1000. The template of lists has to link to the further pages.",
      without:
        "`\(ListSettings.standardPerPage)` if the template of lists links to further pages, otherwise all",
      schema: { _ in ["type": "integer", "minimum": 1, "maximum": 1000] }
    ) { node, draft, diagnostics in
      guard let number = node.asInteger("per-page", into: &diagnostics) else { return }
      if (1...1000).contains(number) {
        draft.perPage = SettingValue(value: number, node: node)
      } else {
        node.reportWrongType("per-page", mustBe: "between 1 and 1000", into: &diagnostics)
      }
    },
    .node(
      "archive", "A field of the type `date`, or `updated`: each year gets a page that lists its articles.",
      more: "The dates in the kind's feed come from it, too.", without: "No archive", schema: { _ in .name }
    ) { $1.archive = $0 },
  ])

  /// The names in a list that says something.
  private static func names(
    _ node: Node, _ key: String, example: String, _ diagnostics: inout [Diagnostic]
  ) -> [Node]? {
    node.asTexts(
      key, of: "fields", example: example,
      whenEmpty: "Write names of fields, such as `\(key): \(example)`, or delete the line.",
      into: &diagnostics)
  }
}
