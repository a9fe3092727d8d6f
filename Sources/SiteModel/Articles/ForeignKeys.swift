/// Keys with which other programs (Hugo, Jekyll, Eleventy, Obsidian, WordPress' exports) begin their articles, and what does the same
/// here.
enum ForeignKeys {
  static let hints: [String: String] = {
    var hints: [String: String] = [:]
    for (keys, hint) in all {
      for key in keys { hints[key] = hint }
    }
    return hints
  }()

  private static let all: [(keys: [String], hint: String)] = [
    (
      ["description", "excerpt", "subtitle", "abstract", "lead", "teaser", "meta-description"],
      "Did you mean `summary`?"
    ),
    (["date", "lastmod", "modified", "last-modified", "last-updated", "changed"], "Did you mean `updated`?"),
    (["aliases", "alias", "synonyms", "aka"], "Did you mean `also-known-as`?"),
    (["redirects", "redirect_from", "old-urls"], "Did you mean `redirect-from`?"),
    (["published", "publishDate", "publish_date", "pubDate"], "Did you mean `publish-on`?"),
    (["expires", "expiryDate", "unpublish"], "Did you mean `expires-on`?"),
    (["weight", "position", "nav_order", "sort"], "Did you mean `order`?"),
    (
      ["author", "authors", "reviewer", "reviewed", "reviewed-by", "medically-reviewed-by"],
      "Names of people go into `review`, as in `review: {status: pending, author: Ann Lee}`."
    ),
    (
      ["tags", "tag", "categories", "category", "keywords"],
      "Delete this line: pages have no tags. Other names of the same thing go into `also-known-as`."
    ),
    (
      ["slug", "permalink", "url", "id"], "Delete this line: the name of the file is the page's address."
    ),
    (
      ["layout", "template", "type", "kind"],
      "Delete this line: the folder of the file says which kind of page it is."
    ),
    (
      ["name", "heading", "headline"], "Did you mean `title`?"
    ),
  ]
}
