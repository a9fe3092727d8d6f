import Mustache
import SiteModel

extension Programme {
  /// A step of an exercise.
  static let step = RecordType(
    "step of an exercise",
    [
      .init("number", .text, "Its number in the list."),
      .init(
        "html", .html, "What to do, as the content of an `<li>`, without the numbers of references."),
    ])

  /// What an article's templates get as `programme`. `relation` leads to one kind.
  static func type(for relation: Relation, in configuration: SiteConfiguration) -> RecordType {
    let kind = configuration.kinds[relation.targets[0]]
    let part = RecordType(
      "part of a programme",
      PageTypes.withPresence(
        [
          .init("title", .text, "The article's title."),
          .init("url", .text, "The address of its page."),
          .init("summary", .text, "Its summary."),
          .init("id", .text, "Its id."),
          .init(
            "steps", .list(.record(step)),
            "The steps of its first numbered list, whatever stands between them; may be empty."),
          .init("review", .record(PageTypes.review), "The state of its clinical review."),
        ] + kind.fields.map { .init($0.name, PageTypes.type(of: $0), PageTypes.meaning(of: $0)) }))
    return RecordType(
      "programme",
      PageTypes.withPresence([
        .init("url", .text, "The address of the programme's page."),
        .init("article", .record(PageTypes.card), "The article that it belongs to."),
        .init(
          "parts", .list(.record(part)),
          "The articles under `\(relation.name)`, each with the fields of its front matter."),
      ]))
  }
}
