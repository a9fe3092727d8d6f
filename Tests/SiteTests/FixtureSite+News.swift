import FixtureSite

extension FixtureSite {
  /// The small site with a kind `news` that has a field of each sort and these settings, from line 10 of `site.yaml`; or with
  /// settings of its kind `page`, from line 35.
  static func news(_ settings: String, kind: String = "news", articles: [String: String] = [:]) -> [String:
    String]
  {
    let lines = settings.split(separator: "\n").map { "    \($0)\n" }.joined()
    let news = """
      kinds:
        news:
          folder: news
          title: News
      \(kind == "news" ? lines : "")    fields:
            day: {type: date}
            role: {type: text, label: Role}
            floor: {type: number}
            weeks: {type: range}
            hold: {type: duration}
            open: {type: flag}
            place: {type: choice, of: [wall, chair]}
            photo: {type: image}
            map: {type: url}
            leaflet: {type: file}
            text: {type: markdown}
            dose: {type: group, fields: {sets: {type: range}}}
            tags: {type: text, list: true}

      """
    var configuration = configuration.replacing("kinds:\n", with: news)
    if kind == "page" {
      configuration = FixtureSite.configuration("title: Pages\n", "title: Pages\n\(lines)")
    }
    var files = [
      "site.yaml": configuration,
      "Templates/home.mustache": page("{{#site.kinds}}<a href=\"{{url}}\">{{title}}</a>{{/site.kinds}}"),
      "Templates/news.mustache": page("{{{body}}}"),
      "Templates/index.mustache": page(
        """
        <ul>
        {{#articles}}
        {{>card}}
        {{/articles}}
        </ul>
        {{#previous-url}}<p>before {{previous-url}}</p>{{/previous-url}}
        {{#pages}}<p>{{#is-gap}}gap{{/is-gap}}{{^is-gap}}{{number}} {{url}}{{#is-current}} here{{/is-current}}{{/is-gap}}</p>{{/pages}}
        {{#next-url}}<p>after {{next-url}}</p>{{/next-url}}
        {{#years}}<p>{{year}} {{url}} {{count}}{{#is-current}} here{{/is-current}}</p>{{/years}}
        {{#list-feed-url}}<p>feed {{list-feed-url}}</p>{{/list-feed-url}}
        """),
      "Templates/partials/card.mustache":
        "<li><a href=\"{{url}}\">{{title}}</a>{{#details}} [{{name}}|{{label}}|{{text}}|{{date}}|{{link}}|{{#image}}{{url}} {{width}} {{height}} {{alt}}{{/image}}]{{/details}}{{#note}} ({{note}}){{/note}}</li>\n",
    ]
    for (id, text) in articles { files["Content/news/\(id).md"] = text }
    return files
  }

  /// The ids of the articles that a published page lists, in order.
  func listed(_ page: String) throws -> [String] {
    try text(of: "Public/\(page)").split(separator: "\n").compactMap { line in
      guard line.hasPrefix("<li><a href=\"/news/") else { return nil }
      return String(line.dropFirst("<li><a href=\"/news/".count).prefix { $0 != "/" })
    }
  }
}
