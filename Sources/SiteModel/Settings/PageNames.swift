/// The names that every article's page has of its own; a kind's fields and relations take others.
enum PageNames {
  static let all = [
    "site", "navigation", "url", "canonical", "language", "head-title", "description", "breadcrumbs",
    "is-home",
    "is-indexable", "kind", "id", "body", "contents", "aliases", "warnings", "linked-from", "related",
    "references", "review", "updated-on", "articles", "structured-data", "feed-url", "manifest-url",
    "content-policy", "checker", "programme",
  ]
}
