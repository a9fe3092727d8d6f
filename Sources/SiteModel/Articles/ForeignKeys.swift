import YAML

/// Keys with which other programs (Hugo, Jekyll, Eleventy, Obsidian, WordPress' exports) begin their articles, and what does the same
/// here.
enum ForeignKeys {
  static let hints: [String: KeyHint] = {
    var hints: [String: KeyHint] = [:]
    for (keys, hint) in all {
      for key in keys { hints[key] = hint }
    }
    return hints
  }()

  /// What these keys mean in a kind that has a field for it: its only fields of that type, or one of that name.
  static func hints(for kind: Kind) -> [String: KeyHint] {
    var hints: [String: KeyHint] = [:]
    func add(_ keys: [String], _ fields: [Field]) {
      guard !fields.isEmpty, fields.count < 4 else { return }
      for key in keys where kind.keys.index(of: key.utf8) == nil { hints[key] = .means(fields.map(\.name)) }
    }
    add(days, kind.fields.filter { $0.type is DateType })
    add(pictures, kind.fields.filter { $0.type is ImageType })
    add(pages, kind.fields.filter { $0.type is URLType })
    add(downloads, kind.fields.filter { $0.type is FileType })
    add(lengths, kind.fields.filter { $0.type is DurationType })
    for names in synonyms { add(names, kind.fields.filter { names.contains($0.name) }) }
    return hints
  }

  private static let days = [
    "date", "day", "when", "start", "starts", "begin", "begins", "start-date", "startDate", "start_date",
    "event-date", "event_date", "created", "created-at", "createdAt", "date-created", "posted",
  ]
  private static let changes = [
    "lastmod", "modified", "last-modified", "last-updated", "changed", "updated-at", "updatedAt",
    "last_modified",
    "lastModified", "date-modified",
  ]
  private static let pictures = [
    "image", "images", "photo", "picture", "pictures", "cover", "hero", "banner", "thumbnail", "thumb",
    "featured-image", "featured_image", "featuredImage", "feature-image", "portrait", "avatar", "logo",
  ]
  private static let pages = ["link", "website", "homepage", "web", "site", "booking", "external-url"]
  private static let downloads = ["file", "attachment", "download", "pdf", "document", "leaflet"]
  private static let lengths = ["duration", "length", "time", "minutes"]
  /// Each a set of names for one thing.
  private static let synonyms = [
    ["phone", "telephone", "tel", "phone-number", "mobile", "call"], ["email", "mail", "e-mail"],
    ["role", "job", "job-title", "position", "profession"],
    ["place", "location", "venue", "where"],
    ["hours", "opening-hours", "opening-times", "opening"],
  ]

  /// What a translator makes of the keys, too, who translates all words: keys are the same in every language.
  static let translated: [String: KeyHint] = [
    "título": .means(["title"]), "titulo": .means(["title"]), "resumen": .means(["summary"]),
    "revisión": .means(["review"]), "revision": .means(["review"]), "borrador": .means(["draft"]),
    "traduce": .means(["translates"]), "notas": .means(["notes"]), "cambios": .means(["changes"]),
    "sinónimos": .means(["also-known-as"]), "también-conocido-como": .means(["also-known-as"]),
    "precauciones": .means(["precautions"]), "figura": .means(["figure"]), "dosis": .means(["dose"]),
  ]

  private static let people = [
    "author", "authors", "reviewer", "reviewed", "reviewed-by", "medically-reviewed-by", "byline", "by",
  ]

  /// What these keys mean in a kind whose articles need no clinical review.
  static let withoutReview: [String: KeyHint] = {
    var hints: [String: KeyHint] = [
      FrontMatterKey.review.name:
        "Delete it: articles of this kind need no clinical review, since `site.yaml` says `review: none`. (To take an article back, write `review: {status: withdrawn}`.)",
      FrontMatterKey.redFlags.name:
        "Warning signs need a clinical review, and `site.yaml` says `review: none` for this kind. Delete it here or there.",
    ]
    hints["status"] = "To keep the article from visitors, write `draft: true`."
    for key in people {
      hints[key] = "Delete this line: pages of this kind name nobody who wrote or approved them."
    }
    return hints
  }()

  private static let all: [(keys: [String], hint: KeyHint)] = [
    (
      ["description", "excerpt", "subtitle", "abstract", "lead", "teaser", "meta-description"],
      .means(["summary"])
    ),
    (days + changes, .means(["updated"])),
    (["synonyms", "aka"], .means(["also-known-as"])),
    (
      ["aliases", "alias"],
      "For old addresses of this page, write `redirect-from`. For other names of the same thing, write `also-known-as`."
    ),
    (["redirects", "redirect_from", "old-urls"], .means(["redirect-from"])),
    (["publishDate", "publish_date", "pubDate"], .means(["publish-on"])),
    (
      ["status"],
      "To keep the article from visitors, write `draft: true`. The state of its clinical review goes into `review`, as in `review: {status: pending}`."
    ),
    (
      ["state", "visibility", "post_status", "post-status", "private", "hidden", "unlisted", "noindex"],
      "To keep the article from visitors, write `draft: true`."
    ),
    (
      ["note", "notes"],
      "A note stands with the id that it is about, in the same braces: `{id: some-id, note: from week 3}`."
    ),
    (
      ["published"],
      "To keep the article from visitors, write `draft: true`. To show it from a day on, write that day as `publish-on`."
    ),
    (["expires", "expiryDate", "unpublish"], .means(["expires-on"])),
    (["weight", "position", "nav_order", "sort"], .means(["order"])),
    (
      people, "Names of people go into `review`, as in `review: {status: pending, author: Ann Lee}`."
    ),
    (
      ["tags", "tag", "categories", "category", "keywords"],
      "Delete this line: pages have no tags. Other names of the same thing go into `also-known-as`."
    ),
    (
      ["slug", "permalink", "url", "id"], "Delete this line: the name of the file is the page's address."
    ),
    (
      pictures, "Delete this line, and show the picture in the text: `![What it shows](photo.jpg)`."
    ),
    (
      ["lang", "language", "locale"],
      "Delete this line: the name of the file says its language, as `.es.md` does."
    ),
    (
      ["layout", "template", "type", "kind"],
      "Delete this line: the folder of the file says which kind of page it is."
    ),
    (
      ["name", "heading", "headline"], .means(["title"])
    ),
  ]
}
