import Diagnostics
import Text

extension HTMLRenderer {
  mutating func enterLink(_ i: Int, _ node: SyntaxTree.Node) -> Int {
    if around.isQuoting { return i + 1 }
    if !isPage {
      out.append("<a href=\"")
      out.append(escapingURL: body.tree.bytes, node.text.range)
      openLink(node)
      return i + 1
    }
    if around.isInAnchor {
      reportLink(
        i, .nestedLink, "This link is inside an `<a>`, and links cannot be nested.",
        hint: "Close the other one with `</a>` before it.")
      return i + 1
    }
    if let scheme = UnsafeScheme.find(in: body.tree.bytes[node.text.range]) {
      reportLink(
        i, .unsafeLink,
        "This link starts with `\(scheme):`, which could run code in the reader's browser.",
        hint: "Link to a page, a file or a web address.")
      return i + 1
    }
    // A `#` alone leads nowhere.
    let isMark =
      node.text.range.count == 1 && body.tree.bytes[node.text.range.lowerBound] == UInt8(ascii: "#")
    let destination = isMark ? [] : URLText.composed(fragmentOf: Array(body.tree.bytes[node.text.range]))
    var run: (role: ArticleText.Role, index: Int) = (.link, -1)
    let recorded = links.count
    if options.keepsDestinations { keep(destination, at: i, isPicture: false) }
    switch references.link(to: destination) {
    case .external:
      out.append("<a href=\"")
      out.append(escapingURL: destination)
      run = (.outsideLink, article.outsideLinks.count)
      article.outsideLinks.append(destination)
      if let fault = Diagnostic.misleadingLink(
        to: destination, shownAs: alternativeText(of: i), file: options.file, at: position(ofLink: i))
      {
        article.diagnostics.append(fault)
      }
      warnOfOtherAddress(than: destination, i)
      if let warning = Diagnostic.privateLink(to: destination, file: options.file, at: position(ofLink: i)) {
        article.diagnostics.append(warning)
      }
    case .samePage:
      out.append("<a href=\"")
      if destination.first == UInt8(ascii: "#") {
        steps.insertURL(at: out.count)
        record(fragmentOf: destination, article: nil, at: i)
      }
      out.append(escapingURL: destination)
    case .local(let url):
      out.append("<a href=\"")
      out.append(escapingURL: url)
    case .article(let index, let url):
      out.append("<a href=\"")
      out.append(escapingURL: url)
      // The query is kept: nothing here reads it, but the page's scripts or the clinic's statistics may.
      if let rest = destination.firstIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }) {
        out.append(escapingURL: destination, rest..<destination.count)
      }
      if let language = references.foreignLanguage(of: index) {
        out.append("\" hreflang=\"")
        out.append(contentsOf: language.utf8)
      }
      record(fragmentOf: destination, article: index, at: i)
      if mentions.index != nil { mentions.linked.insert(index) }
      if isEmpty(i, node) {
        openLink(node, collector.openRun(.link, index: recorded))
        let title = references.title(of: index)
        out.append(escaping: title)
        collector.append(foreign: title, at: Int(node.text.start))
        return i + 1
      }
    case .refused(let code, let message, let hint, let cause):
      reportLink(i, code, message, hint: hint, cause: cause)
      return i + 1
    }
    if links.count > recorded { run.index = recorded }
    openLink(node, collector.openRun(run.role, index: run.index))
    if isEmpty(i, node), !references.isUnread(destination) {
      reportLink(
        i, .emptyLink, "This link has no text, so readers cannot see or hear where it goes.",
        hint:
          "Write the text between the brackets: `[text](\(String(decoding: destination, as: UTF8.self)))`.")
    }
    return i + 1
  }

  /// A link whose words are the address of another site than it leads to.
  private mutating func warnOfOtherAddress(than destination: [UInt8], _ i: Int) {
    guard i + 1 < Int(body.tree.nodes[i].end), body.tree.nodes[i + 1].kind == .text,
      case let label = body.tree.bytes[body.tree.nodes[i + 1].text.range],
      ["http://", "https://", "www."].contains(where: { label.starts(with: $0.utf8) }),
      let (shown, target) = ShownAddress.otherSite(than: destination, in: label)
    else { return }
    article.diagnostics.append(
      .warning(
        .misleadingLink, file: options.file, at: position(ofLink: i),
        "This link shows an address of `\(shown)`, but leads to `\(target)`.",
        hint: "Write the same address in both places, or words that say where it leads."))
  }

  /// Ends the start tag, whose `href` is still open.
  private mutating func openLink(_ node: SyntaxTree.Node, _ run: Int32 = -1) {
    out.append(UInt8(ascii: "\""))
    appendTitle(node)
    out.append(UInt8(ascii: ">"))
    around.elements.append(Surroundings.Element(end: Int(node.end), closing: .link, number: run))
    around.linkEnd = Int(node.end)
    headings.hasLinks = true
  }

  mutating func appendTitle(_ node: SyntaxTree.Node) {
    guard !node.extra.isEmpty else { return }
    out.append(" title=\"")
    out.append(escaping: body.tree.bytes, node.extra.range)
    out.append(UInt8(ascii: "\""))
  }

  /// No text and no image.
  private func isEmpty(_ i: Int, _ node: SyntaxTree.Node) -> Bool {
    for child in i + 1..<Int(node.end) {
      switch body.tree.nodes[child].kind {
      case .text, .code:
        if !body.tree.bytes[body.tree.nodes[child].text.range].allSatisfy(isSpace) { return false }
      case .image, .htmlInline: return false
      default: break
      }
    }
    return true
  }

  private mutating func record(fragmentOf destination: [UInt8], article index: Int?, at i: Int) {
    guard let hash = destination.firstIndex(of: UInt8(ascii: "#")), hash + 1 < destination.count else {
      if index != nil {
        links.append(.init(article: index, fragment: [], position: nil, kind: .written))
      }
      return
    }
    let fragment = ComposedText.composed(URLText.decode(destination[(hash + 1)...]))
    links.append(
      .init(article: index, fragment: fragment, position: position(ofLink: i), kind: .written))
  }

  private mutating func reportLink(
    _ i: Int, _ code: DiagnosticCode, _ message: String, hint: String?, cause: String? = nil
  ) {
    report(code, at: position(ofLink: i), message, hint: hint, cause: cause)
  }

  mutating func report(
    _ code: DiagnosticCode, at position: Position, _ message: String, hint: String? = nil,
    cause: String? = nil
  ) {
    guard !around.isQuoting else { return }
    article.diagnostics.append(
      .error(code, file: options.file, at: position, message, hint: hint, cause: cause))
  }
}

/// Stands in until a site answers.
struct NoReferences: MarkdownReferences {
  func link(to destination: [UInt8]) -> LinkTarget { .external }
  func title(of article: Int) -> [UInt8] { [] }
  func image(at destination: [UInt8]) -> ImageTarget {
    .image(index: 0, url: destination, width: 0, height: 0)
  }
  func citation(_ key: [UInt8]) -> Int? { nil }
  func citationHint(_ key: [UInt8]) -> String? { nil }
}
