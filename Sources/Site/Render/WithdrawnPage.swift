import Mustache
import SiteModel

/// What stands at the addresses of an article that was taken back on purpose: a page that says so.
enum WithdrawnPage {
  /// For a site without a template for it. As every page that may not be indexed it says so.
  static func html(_ article: Article, home: [UInt8], language: String, _ words: Words) -> [UInt8] {
    let title = article.title
    var out = Array(
      "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"robots\" content=\"noindex\">\n<title>"
        .utf8)
    out.append(escaping: title.span)
    out += Array("</title>\n</head>\n<body>\n<main>\n<h1>".utf8)
    out.append(escaping: title.span)
    out += Array("</h1>\n<p>".utf8)
    out.append(escaping: words[.pageWithdrawn].span)
    out += Array("</p>\n<p><a href=\"".utf8) + home + Array("\">".utf8)
    out.append(escaping: words[.toHomePage].span)
    out += Array("</a></p>\n</main>\n</body>\n</html>\n".utf8)
    return out
  }
}
