import Mustache
import SiteModel
import YAML

extension PageTypes {
  /// What a page of the list of a kind's articles is made from.
  struct IndexValues: OnPage {
    let page: PageValues
    let kind: Kind
    let articles: Cards
    let groups: [ListGroup]
    let pages: [ListPage]
    let years: [ListYear]
    /// The year whose articles the list has; nil for all.
    let year: Int?
    let feedURL: [UInt8]

    fileprivate var current: Int { pages.firstIndex(where: \.isCurrent) ?? 0 }
    fileprivate func neighbor(_ step: Int) -> [UInt8] {
      let place = current + step
      return pages.indices.contains(place) && !pages[place].isGap ? pages[place].url : []
    }
  }

  /// The articles of a list that name one other article.
  struct ListGroup {
    let title: [UInt8]
    let url: [UInt8]
    let id: [UInt8]
    let articles: Cards
  }

  static let listGroup = RecordLayout<ListGroup>(
    "list group",
    [
      .text("title", "The title of the article that those of the group name; empty for those that name none.")
      {
        $0.title
      },
      .text("url", "The address of its page; empty, too, for those that name none.") { $0.url },
      .text("id", "Its id.") { $0.id },
      .cards("articles", "Those articles.") { $0.articles },
    ])

  /// A page of a list, as the list's other pages link to it, or a gap between two.
  struct ListPage {
    let number: Int
    let url: [UInt8]
    var isCurrent = false
    var isGap = false
  }

  struct ListYear {
    let year: Int
    let url: [UInt8]
    let count: Int
    let isCurrent: Bool
  }

  static let listPage = RecordLayout<ListPage>(
    "list page",
    [
      .text("number", "Its number, starting at 1.") { String($0.number) },
      .text("url", "Its address.") { $0.url },
      .flag("is-current", "Whether it is this page.") { $0.isCurrent },
      .flag("is-gap", "Whether it stands for the pages between two others, which are too many to name.") {
        $0.isGap
      },
    ])

  static let listYear = RecordLayout<ListYear>(
    "list year",
    [
      .text("year", "The year.") { CalendarDate.yearText($0.year) },
      .text("url", "The address of the list of its articles.") { $0.url },
      .text("count", "How many there are.") { String($0.count) },
      .flag("is-current", "Whether this page is of that list.") { $0.isCurrent },
    ])

  static let pagesName = "pages"
  static let yearsName = "years"
  static let listFeedName = "list-feed-url"
  static let groupsName = "groups"

  static let indexNames: [RecordName<IndexValues>] = [
    .text("kind", "The kind's name.") { $0.kind.name },
    .text(
      "kind-title",
      "The kind's title. `title` is this page's: it also has the year and the number of the page."
    ) {
      $0.kind.title
    },
    .cards("articles", "Its articles, as `list` of the kind sorts them; as many as stand on one page.") {
      $0.articles
    },
    .list(
      groupsName, of: listGroup,
      "The same articles by what they name in the relation of `list: {group-by: …}`, each in every group that it belongs to; empty if the kind has none."
    ) { $0.groups },
    .list(
      pagesName, of: listPage,
      "The pages of this list; empty if it has only one. Of many, the first, the last and those around this one."
    ) { $0.pages },
    .text("previous-url", "The page before this one; may be empty.") { $0.neighbor(-1) },
    .text("next-url", "The page after this one; may be empty.") { $0.neighbor(1) },
    .list(
      yearsName, of: listYear, "The years of the archive, newest first; empty if the kind has none."
    ) { $0.years },
    .text("year", "The year whose articles this page lists; empty on the list of all.") {
      $0.year.map(CalendarDate.yearText) ?? ""
    },
    .text(listFeedName, "The address of the kind's own feed; may be empty.") { $0.feedURL },
  ]
}
