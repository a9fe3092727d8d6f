import SiteModel
import Text

/// What a page may load (Content Security Policy, level 3): the site's own files, and what `content-policy` in `site.yaml`
/// names.
struct ContentPolicy {
  private let text: String
  private let isFramedByOwn: Bool

  init(_ site: NamedSite) {
    let sources = site.index.configuration.sources
    func has(_ endings: Set<String>) -> Bool {
      func ends(_ path: String) -> Bool {
        path.lastIndex(of: ".").map { endings.contains(path[$0...].lowercased()) } ?? false
      }
      return site.design.assets.contains { ends($0.path) } || site.index.files.contains { ends($0.path) }
        || site.design.rootFiles.contains { ends($0.path) }
    }
    func list(_ directive: ContentDirective, _ own: Bool) -> String? {
      let others = sources[directive].filter { !$0.isOwn }.map(\.text)
      let all = (own || sources[directive].contains(.own) ? ["'self'"] : []) + others
      return all.isEmpty ? nil : "\(directive.policyName) \(all.joined(separator: " "))"
    }
    // A directive that nothing of the site needs is left to `default-src`.
    let directives = [
      list(.script, true), list(.style, true), list(.image, true), list(.connect, true),
      "manifest-src 'self'",
      list(.font, !sources[.font].isEmpty || has(Self.fontEndings)),
      list(.media, !sources[.media].isEmpty || has(Self.mediaEndings)), list(.frame, false),
      "base-uri 'none'", list(.form, false) ?? "form-action 'none'",
    ]
    text = (["default-src 'none'"] + directives.compactMap { $0 }).joined(separator: "; ")
    isFramedByOwn = sources.allowsOwn(.frame)
  }

  /// For a `meta` element, in which `frame-ancestors` does not count.
  var forPages: [UInt8] { Array(text.utf8) }

  /// For the header.
  var forHosts: String { text + "; frame-ancestors \(isFramedByOwn ? "'self'" : "'none'")" }

  private static let fontEndings: Set = [".woff2", ".woff", ".ttf", ".otf"]

  /// Captions are media to a policy (section 6.1.9).
  private static let mediaEndings: Set = [
    ".mp4", ".webm", ".m4v", ".mov", ".ogv", ".ogg", ".mp3", ".m4a", ".wav", ".flac", ".opus", ".vtt",
  ]
}
