import Mustache
import SiteModel

extension PageTypes {
  struct SearchPart {
    let number: Int
    let url: [UInt8]
    let isCurrent: Bool
  }

  static let searchPart = RecordLayout<SearchPart>(
    "part of the list",
    [
      .text("number", "Its number, from 1.") { String($0.number) },
      .text("url", "Its address.") { $0.url },
      .flag("is-current", "Whether it is this very page.") { $0.isCurrent },
    ])

  struct SearchValues: OnPage {
    let page: PageValues
    let indexURL: [UInt8]
    let groups: [KindGroup]
    let parts: [SearchPart]
  }

  /// What the search page has beside what every page has.
  static let searchNames: [RecordName<SearchValues>] = [
    .text("index-url", "The address of the search's index, for the script.") { $0.indexURL },
    .list(
      "groups", of: kindGroup, "All pages by kind, or as many as this part of the list has."
    ) { $0.groups },
    .list(
      "parts", of: searchPart, "Where the whole list is, when it is too long for one page; else empty."
    ) { $0.parts },
  ]
}
