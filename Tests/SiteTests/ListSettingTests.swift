import FixtureSite
import Testing

@testable import SiteModel

/// What `list` and `feed` of a kind may say.
@Suite struct ListSettingTests {
  /// The faults of settings of a kind with a field of each type, without the place of the kind.
  private static func found(_ settings: String, kind: String = "news") async throws -> [String] {
    try await faults(FixtureSite.news(settings, kind: kind)).map {
      $0.replacing("site.yaml:", with: "")
    }.filter { !$0.hasPrefix("Content/") }
  }

  private static let sortable =
    "Possible here: `day`, `role`, `floor`, `weeks`, `hold`, `open`, `place`, `order`, `title`, `updated`."
  private static let cardable =
    "Possible here: `day`, `role`, `floor`, `weeks`, `hold`, `open`, `place`, `photo`, `map`, `leaflet`, `dose`, `tags`."

  @Test(arguments: [
    ("list: {sort: [-day, title]}", []), ("list: {sort: [-updated]}", []),
    ("list: {sort: [weeks, -hold]}", []),
    ("list: {card: [day, photo, tags, map, leaflet, open]}", []), ("list: {per-page: 1}", []),
    (
      "list: {archive: day}\nfeed: true",
      [
        "11:11: warning bad-configuration: No published article of the kind `news` says when it changed, so the kind has no feed. » Write `updated` or `day` in the front matter of an article."
      ]
    ), ("list: {archive: updated}", []), ("feed: false", []),
    ("list: {}", []),
    (
      "list: {sort: [-dya]}",
      [
        "10:19: error bad-configuration: `sort` has `dya`, but the kind `news` has no such field. » Did you mean `-day`?"
      ]
    ),
    (
      "list: {sort: [day desc]}",
      [
        "10:19: error bad-configuration: `sort` has `day desc`, but the kind `news` has no such field. » Write `-day`: a `-` puts the highest or latest first."
      ]
    ),
    (
      "list: {sort: [zzzzzz]}",
      [
        "10:19: error bad-configuration: `sort` has `zzzzzz`, but the kind `news` has no such field. » \(sortable)"
      ]
    ),
    (
      "list: {sort: [photo, text, day, -day, tags]}",
      [
        "10:19: error bad-configuration: A list cannot be sorted by `photo`, which is a field of the type `image`. » \(sortable)",
        "10:26: error bad-configuration: A list cannot be sorted by `text`, which is a field of the type `markdown`. » \(sortable)",
        "10:37: error bad-configuration: `sort` has `day` twice. » Delete one of the two.",
        "10:43: error bad-configuration: A list cannot be sorted by `tags`, which is a list. » \(sortable)",
      ]
    ),
    (
      "list: {sort: [], card: []}",
      [
        "10:18: error empty-value: `sort` is empty. » Write names of fields, such as `sort: [-day, title]`, or delete the line.",
        "10:28: error empty-value: `card` is empty. » Write names of fields, such as `card: [day, photo]`, or delete the line.",
      ]
    ),
    (
      "list: {card: [phot, title, text, dose, day, day]}",
      [
        "10:19: error bad-configuration: `card` has `phot`, but the kind `news` has no such field. » Did you mean `photo`?",
        "10:25: error bad-configuration: Every card shows the title. » Delete `title` from `card`.",
        "10:32: error bad-configuration: A card cannot show `text`, which is a field of the type `markdown`. » \(cardable)",
        "10:49: error bad-configuration: `card` has `day` twice. » Delete one of the two.",
      ]
    ),
    (
      "list: {per-page: 0}",
      ["10:22: error wrong-type: `per-page` must be between 1 and 1000, not `0`."]
    ),
    (
      "list: {per-page: many, archive: role}",
      [
        "10:22: error wrong-type: `per-page` must be a whole number, not `many`.",
        "10:37: error bad-configuration: `archive` is `role`, which is a field of the type `text`, not a date. » Possible here: `day`, `updated`.",
      ]
    ),
    (
      "list: {archive: dey}",
      [
        "10:21: error bad-configuration: `archive` is `dey`, but the kind `news` has no such date. » Did you mean `day`?"
      ]
    ),
    (
      "list: {highlight: opne, group-by: sings}",
      [
        "10:23: error bad-configuration: `highlight` is `opne`, but the kind `news` has no such field. » Did you mean `open`?",
        "10:39: error bad-configuration: `group-by` is `sings`, but the kind `news` has no such relation.",
      ]
    ),
    (
      "list: {highlight: role}",
      [
        "10:23: error bad-configuration: `highlight` is `role`, which is a field of the type `text`, not a flag. » Possible here: `open`."
      ]
    ),
    (
      "list: {group-by: sings}\nrelations: {signs: {to: sign}}",
      [
        "10:22: error bad-configuration: `group-by` is `sings`, but the kind `news` has no such relation. » Did you mean `signs`?"
      ]
    ),
    (
      "list: {sorted: [day]}\nfeed: yes",
      [
        "10:12: error unknown-key: There is no key `sorted` here. » Did you mean `sort`?",
        "11:11: error wrong-type: `feed` must be `true` or `false`, not `yes`. » Write `true`.",
      ]
    ),
  ])
  func settings(_ text: String, _ expected: [String]) async throws {
    expectFaults(try await Self.found(text), expected, "\(text)")
  }

  @Test func pagesHaveNoListPage() async throws {
    expectFaults(
      try await Self.found("list: {per-page: 5, archive: day}\nfeed: true", kind: "page").filter {
        // That of the kind which is not there.
        !$0.contains("unused-template")
      },
      [
        "35:22: error bad-configuration: Articles of the kind `page` have no list page of their own, so `per-page` does nothing. » Delete `per-page`.",
        "35:34: error bad-configuration: Articles of the kind `page` have no list page of their own, so `archive` does nothing. » Delete `archive`.",
        "36:11: error bad-configuration: Articles of the kind `page` have no list page of their own, so `feed` does nothing. » Delete `feed`.",
      ])
  }

  /// A setting that no template shows is told where it stands.
  @Test func unshown() async throws {
    var files = FixtureSite.news(
      "list: {per-page: 5, archive: day, card: [day], highlight: open, group-by: about}\nfeed: true\nrelations: {about: {to: sign}}"
    )
    files["Templates/index.mustache"] = FixtureSite.files["Templates/index.mustache"]
    files["Templates/partials/card.mustache"] = FixtureSite.files["Templates/partials/card.mustache"]
    func fault(_ place: String, _ value: String, _ key: String, _ file: String) -> String {
      "site.yaml:\(place): error bad-configuration: No template shows `\(value)`, so readers would see nothing of `\(key)`. » Use `\(value)` in `Templates/\(file)`, or delete `\(key)`."
    }
    expectFaults(
      try await faults(files).filter { !$0.contains("warning") },
      [
        fault("10:22", "pages", "per-page", "index.mustache"),
        fault("10:34", "years", "archive", "index.mustache"),
        fault("10:46", "details", "card", "partials/card.mustache"),
        fault("10:63", "highlight", "highlight", "partials/card.mustache"),
        fault("10:79", "groups", "group-by", "index.mustache"),
        fault("11:11", "list-feed-url", "feed", "index.mustache"),
      ])
  }
}
