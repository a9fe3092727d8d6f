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
      .flag("is-current", "Whether it is this page.") { $0.isCurrent },
    ])

  struct SearchValues: OnPage {
    let page: PageValues
    let indexURL: [UInt8]
    let groups: [KindGroup]
    let parts: [SearchPart]
  }

  /// What the search page has beside what every page has.
  static let searchNames: [RecordName<SearchValues>] = [
    .text("index-url", "The address of the search index, for the script.") { $0.indexURL },
    .list(
      "groups", of: kindGroup, "The pages by kind: all of them, or those in this part of the list."
    ) { $0.groups },
    .list(
      "parts", of: searchPart, "The address of the full list if it is too long for one page; otherwise empty."
    ) { $0.parts },
  ]
}
