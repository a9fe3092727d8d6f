import Mustache

/// What stands at an article's old address: a page that leads on at once, also without scripts. Search engines take a
/// refresh without delay for a permanent redirect, as long as they may index the page: it must not say `noindex`.
enum RedirectPage {
  static func html(to url: [UInt8], canonical: [UInt8], language: String, _ words: Words) -> [UInt8] {
    var out = Array(
      "<!DOCTYPE html>\n<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\">\n<title>".utf8)
    out.append(escaping: words[.pageMoved].span)
    out += Array("</title>\n<meta http-equiv=\"refresh\" content=\"0; url=".utf8) + url
    out += Array("\">\n<link rel=\"canonical\" href=\"".utf8) + canonical
    out += Array("\">\n</head>\n<body>\n<main>\n<h1>".utf8)
    out.append(escaping: words[.pageMoved].span)
    out += Array("</h1>\n<p><a href=\"".utf8) + url + Array("\">".utf8)
    out.append(escaping: words[.newAddress].span)
    out += Array("</a></p>\n</main>\n</body>\n</html>\n".utf8)
    return out
  }
}
