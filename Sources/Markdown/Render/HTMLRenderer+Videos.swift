import Diagnostics
import Text

extension HTMLRenderer {
  mutating func video(_ target: VideoTarget, _ i: Int, _ node: SyntaxTree.Node) {
    article.images += target.files
    let title = alternativeText(of: i)
    if title.allSatisfy(isSpace) {
      report(
        .missingAlt, at: position(ofMark: i),
        "This video has no name, so screen readers cannot say what it is.",
        hint: "Say what it shows between the brackets: `![How to do the bridge](…)`.")
    }
    for doubt in target.doubts {
      article.diagnostics.append(
        .warning(doubt.code, file: options.file, at: position(ofMark: i), doubt.message, hint: doubt.hint))
    }
    collectPicture(title)
    article.videos.append(ShownVideo(target, name: title))
    out += target.html(
      title: title, caption: Array(body.tree.bytes[node.extra.range]), labels: options.labels,
      frameScript: options.frameScript)
  }

  mutating func reportVideoInText(_ i: Int) {
    report(
      .misplacedVideo, at: position(ofMark: i), "A video cannot stand in a line of text.",
      hint: "Give it a paragraph of its own: leave an empty line above and below it.")
  }
}
