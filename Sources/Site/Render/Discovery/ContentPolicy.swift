/// What a page may load (Content Security Policy, level 3): the site's own files and nothing else.
enum ContentPolicy {
  private static let text =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"

  /// For a `meta` element, in which `frame-ancestors` does not count.
  static let forPages = Array(text.utf8)

  /// For the header.
  static let forHosts = text + "; frame-ancestors 'none'"
}
