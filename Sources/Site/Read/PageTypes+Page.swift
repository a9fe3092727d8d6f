import Mustache
import SiteModel

/// What is said of a page in its head.
struct PageHead {
  let title: [UInt8]
  let summary: [UInt8]
  let url: [UInt8]
  let isIndexable: Bool
  var isHome = false
  /// The kind under whose list the page stands.
  var kind: Kind?
  /// The kind that the page lists, where that is not `kind`.
  var listedKind: Kind?
  /// The article below which the page stands, if it is not one itself.
  var parent: Article?
  /// What it is about, where other languages may have it, too.
  var subject: PageSubject?
  /// Whether what the page has of the site's settings or of a checker translates an earlier state of the original's.
  var hasStaleTexts = false
  /// The page itself as a JSON-LD object; empty for lists and the like.
  var structuredPage: [UInt8] = []

  fileprivate func title(on site: PageTypes.SiteFacts) -> [UInt8] {
    isHome || title == site.name ? site.name : title + Array(" – ".utf8) + site.name
  }

  fileprivate func breadcrumbs(on site: PageTypes.SiteFacts) -> [PageTypes.Breadcrumb] {
    guard !isHome else { return [] }
    let base = site.basePath
    var trail = [PageTypes.Breadcrumb(title: site.name, url: site.homePath)]
    if let kind {
      trail.append(.init(title: Array(kind.title.utf8), url: base + Array(kind.path.utf8)))
    }
    if let parent { trail.append(.init(title: parent.title, url: parent.url)) }
    return trail
  }
}

/// What a page is made from, among it what every page is made from.
protocol OnPage: SendableMetatype {
  var page: PageTypes.PageValues { get }
}

extension PageTypes {
  /// What every page is made from. A class, so that its many names hand on one reference.
  final class PageValues: OnPage {
    var page: PageValues { self }
    let head: PageHead
    let facts: SiteFacts
    /// A record of the site's type, shared by all pages.
    let site: Value
    /// Lists of `navigationEntry` and of `menuItem`, shared by all pages with the same entry current.
    let menus: (navigation: Value, footer: Value)
    let structuredData: [UInt8]
    let languages: [LanguageEntry]

    /// The feed of the kind that the page is of, or lists.
    var kindFeed: (title: [UInt8], url: [UInt8])? {
      guard let kind = head.kind ?? head.listedKind, let url = facts.kindFeedURLs[kind.name] else {
        return nil
      }
      return (Array(kind.title.utf8), url)
    }

    init(
      head: PageHead, facts: SiteFacts, site: Value, menus: (navigation: Value, footer: Value),
      structuredData: [UInt8], languages: [LanguageEntry]
    ) {
      self.head = head
      self.facts = facts
      self.site = site
      self.menus = menus
      self.structuredData = structuredData
      self.languages = languages
    }
  }

  /// What is the same on every page. A class for the same reason.
  final class SiteFacts: Sendable {
    let name: [UInt8]
    let origin: [UInt8]
    let basePath: [UInt8]
    let homePath: [UInt8]
    let language: [UInt8]
    let direction: [UInt8]
    let feedURL: [UInt8]
    /// The addresses of the feeds that kinds have of their own, by the kinds' names.
    let kindFeedURLs: [String: [UInt8]]
    let manifestURL: [UInt8]
    let contentPolicy: [UInt8]
    let isPreview: Bool

    init(
      _ configuration: SiteConfiguration, feedURL: [UInt8], kindFeedURLs: [String: [UInt8]],
      manifestURL: [UInt8], contentPolicy: [UInt8], isPreview: Bool
    ) {
      self.isPreview = isPreview
      name = Array(configuration.name.utf8)
      origin = Array(configuration.origin.utf8)
      basePath = Array(configuration.basePath.utf8)
      homePath = Array(configuration.homePath.utf8)
      language = Array(configuration.language.utf8)
      direction = Array(SiteLanguage(tag: configuration.language, name: "").direction.utf8)
      self.feedURL = feedURL
      self.kindFeedURLs = kindFeedURLs
      self.manifestURL = manifestURL
      self.contentPolicy = contentPolicy
    }
  }

  static let footerName = "footer"
  static let previewName = "is-preview"
  static let staleTextsName = "has-stale-texts"

  /// What every page has, so that one layout serves all.
  static func pageNames<Source: OnPage>(site: RecordType) -> [RecordName<Source>] {
    [
      .init("site", .record(site), "The site as a whole.") { $0.page.site },
      .init(
        "navigation", .list(.record(navigationEntry.type)), "`navigation` of `site.yaml`."
      ) { $0.page.menus.navigation },
      .init(footerName, .list(.record(menuItem.type)), "`footer` of `site.yaml`.") { $0.page.menus.footer },
      .text("title", "The page's title.") { $0.page.head.title },
      .text("summary", "Its summary.") { $0.page.head.summary },
      .text("head-title", "The title for the browser tab: the page title, then the clinic's name.") {
        $0.page.head.title(on: $0.page.facts)
      },
      .text("url", "The page's address, without the host.") { $0.page.head.url },
      .text("canonical", "The page's full address.") {
        $0.page.facts.origin + $0.page.head.url
      },
      .text("language", "The site's language, such as `en-US`.") { $0.page.facts.language },
      .text("text-direction", "How the page's language is written, for `dir`: `ltr` or `rtl`.") {
        $0.page.facts.direction
      },
      .list(
        "page-languages", of: languageEntry,
        "The site's languages, each with the address of this page in it; empty for a site of one language."
      ) { $0.page.languages },
      .flag(
        staleTextsName,
        "Whether the original of what a list, a checker or a home page without an article says has changed since it was translated. Articles have `translation.is-stale`, red flags and care levels `is-stale`."
      ) { $0.page.head.hasStaleTexts },
      .flag("is-home", "Whether this is the home page.") { $0.page.head.isHome },
      .flag(
        previewName,
        "Whether `limber serve` shows it to the people who write: published pages have nothing that it asks for."
      ) { $0.page.facts.isPreview },
      .flag("is-indexable", "Whether search engines may list it: only after a clinician has approved it.") {
        $0.page.head.isIndexable
      },
      .list("breadcrumbs", of: breadcrumb, "The pages above this one, starting at the home page.") {
        $0.page.head.breadcrumbs(on: $0.page.facts)
      },
      .html("structured-data", "The page's JSON-LD, ready for the head; may be empty.") {
        $0.page.structuredData
      },
      .text("feed-url", "The address of the feed of changed articles; empty if no article has `updated`.") {
        $0.page.facts.feedURL
      },
      .text(
        "kind-feed-url",
        "On the list of a kind and on its articles, the address of the kind's own feed; empty if it has none."
      ) { $0.page.kindFeed?.url ?? [] },
      .text("kind-feed-title", "What the kind of that feed is called; empty without one.") {
        $0.page.kindFeed?.title ?? []
      },
      .text("manifest-url", "The address of the web app manifest.") { $0.page.facts.manifestURL },
      .text("content-policy", "What the page may load, for a `Content-Security-Policy` in the head.") {
        $0.page.facts.contentPolicy
      },
    ]
  }

  /// What is said of the whole site on every page.
  struct SiteValues {
    let configuration: SiteConfiguration
    let homeURL: [UInt8]
    /// The addresses of the assets, in their order.
    let assets: [[UInt8]]
    let kinds: [KindSummary]
    let checkerURL: [UInt8]
    let checkers: [CheckerLink]
    let searchURL: [UInt8]
    /// For each kind its articles.
    let articles: [Cards]
    let redFlags: [RedFlagGroup]
    let clinic: ClinicValues?
    let analytics: AnalyticsValues?
  }

  static func site(_ configuration: SiteConfiguration, assetNames: [String]) -> RecordLayout<SiteValues> {
    let assets = RecordLayout<[[UInt8]]>(
      "assets",
      assetNames.enumerated().map { place, name in .text(name, "The address of the asset.") { $0[place] } })
    let articles = RecordLayout<[Cards]>(
      "site articles",
      configuration.kinds.enumerated().map { place, kind in
        .cards(kind.name, "All articles of the kind `\(kind.name)`, in the order of its lists.") { $0[place] }
      })
    let parameters = parameters(configuration.parameters)
    return RecordLayout(
      "site",
      [
        .text("name", "The clinic's name.") { $0.configuration.name },
        .text("description", "`description` of `site.yaml`.") { $0.configuration.description },
        .text("origin", "Scheme and host, such as `https://clinic.example`.") { $0.configuration.origin },
        .text("home-url", "The address of the home page.") { $0.homeURL },
        .record(
          "assets", assets,
          "The addresses of the files in `Templates/assets`: `site.css` is `assets.site-css`."
        ) { $0.assets },
        .list("kinds", of: kindSummary, "The kinds that have a page listing all their articles.") {
          $0.kinds
        },
        .text("checker-url", "The address of the symptom checker; empty if there is none.") {
          $0.checkerURL
        },
        .list("checkers", of: checkerLink, "Every symptom checker; may be empty.") { $0.checkers },
        .text("search-url", "The address of the search page; empty if there is no template for it.") {
          $0.searchURL
        },
        .record(
          "articles", articles, "All articles, by the name of their kind: `articles.cause`."
        ) { $0.articles },
        .list(
          "red-flags", of: redFlagGroup, "Every red flag, grouped by care level, most urgent first."
        ) { $0.redFlags },
        .record("clinic", clinic, "`clinic` of `site.yaml`; nothing if it is not there.") { $0.clinic },
        .record(
          AnalyticsSettings.setting, analytics, "`analytics` of `site.yaml`; nothing if it is not there."
        ) {
          $0.analytics
        },
        .init("params", .record(parameters.type), "`params` of `site.yaml`, by your own names.") { _ in
          parameters.value
        },
      ])
  }
}
