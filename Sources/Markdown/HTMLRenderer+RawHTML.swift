import Diagnostics

extension HTMLRenderer {
  /// Whether the HTML node `i` may go out; reports it when not.
  mutating func acceptsHTML(at i: Int) -> Bool {
    if !isPage || (options.rawHTML && !isQuoting) { return true }
    let html = tree.bytes[tree.nodes[i].text.range]
    let isBlock = tree.nodes[i].kind == .htmlBlock
    report(
      .rawHTML, at: isBlock ? positionOfBlock(i) : position(ofMark: i),
      html.starts(with: "<!--".utf8)
        ? "This is an HTML comment, and pages are written without HTML."
        : "This is HTML, and pages are written without it.",
      hint: html.starts(with: "<!--".utf8)
        ? "Remove it." : "Write it as Markdown. To show a `<`, write `\\<`.")
    return false
  }
}
