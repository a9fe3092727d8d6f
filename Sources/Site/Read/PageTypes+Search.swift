import Mustache
import SiteModel

extension PageTypes {
  static let searchPart = RecordType(
    "part of the list",
    [
      .init("number", .text, "Its number, from 1."),
      .init("url", .text, "Its address."),
      .init("is-current", .flag, "Whether it is this very page."),
    ])

  /// What the search page has beside what every page has.
  static let searchFields: [RecordType.Field] = [
    .init("index-url", .text, "The address of the search's index, for the script."),
    .init("groups", .list(.record(kindGroup)), "All pages by kind, or as many as this part of the list has."),
    .init(
      "parts", .list(.record(searchPart)),
      "Where the whole list is, when it is too long for one page; else empty."),
  ]
}
