import Diagnostics
import Text

extension HTMLRenderer {
  /// An image. The index after its subtree: what is between its brackets is alternative text.
  mutating func image(_ i: Int, _ node: SyntaxTree.Node) -> Int {
    if around.isQuoting {
      appendAlternativeText(of: i)
    } else if isPage {
      pageImage(i, node, showsTitle: true)
    } else {
      out.append("<img src=\"")
      out.append(escapingURL: body.tree.bytes, node.text.range)
      out.append("\" alt=\"")
      appendAlternativeText(of: i)
      out.append(UInt8(ascii: "\""))
      appendTitle(node)
      out.append(" />")
    }
    return Int(node.end)
  }

  /// A paragraph that is nothing but an image with a title, or nothing but a video, becomes a figure with the title as its caption.
  mutating func figure(_ i: Int, _ node: SyntaxTree.Node) -> Bool {
    guard i + 1 < Int(node.end), body.tree.nodes[i + 1].kind == .image,
      body.tree.nodes[i + 1].end == node.end
    else { return false }
    let image = body.tree.nodes[i + 1]
    let isVideo = references.isVideo(Array(body.tree.bytes[image.text.range]))
    guard isVideo || !image.extra.isEmpty else { return false }
    breakLine()
    if isVideo {
      pageImage(i + 1, image, showsTitle: false, isVideo: true)
    } else {
      out.append("<figure>")
      pageImage(i + 1, image, showsTitle: false)
      out.append("<figcaption>")
      out.append(escaping: body.tree.bytes, image.extra.range)
      out.append("</figcaption></figure>\n")
    }
    collector.append(image.extra.range, of: body.tree.bytes)
    collector.closeBlock()
    return true
  }

  /// `isVideo` of one that has its paragraph to itself, as a video must.
  private mutating func pageImage(
    _ i: Int, _ node: SyntaxTree.Node, showsTitle: Bool, isVideo: Bool = false
  ) {
    if let scheme = UnsafeScheme.find(in: body.tree.bytes[node.text.range]) {
      report(
        .unsafeLink, at: position(ofLink: i),
        "The address of this picture starts with `\(scheme):`, which pages cannot use.",
        hint: "Save the picture as a file next to the article and use that file name.")
      return
    }
    let destination = Array(body.tree.bytes[node.text.range])
    if options.keepsDestinations { keep(destination, at: i, isPicture: true) }
    switch references.image(at: destination) {
    case .refused(let code, let message, let hint):
      report(
        code, at: position(ofLink: i), message,
        hint: hint
          ?? "Put the picture next to the article, and write its file name, such as `![…](photo.jpg)`.")
      if alternativeText(of: i).allSatisfy(isSpace) { reportMissingText(i) }
    case .video(let target): if isVideo { video(target, i, node) } else { reportVideoInText(i) }
    case .image(let index, let url, let width, let height, let sources):
      if index >= 0 { article.images.append(index) }
      let text = alternativeText(of: i)
      if text.allSatisfy(isSpace) {
        reportMissingText(i)
      } else if PictureName.isOne(text) {
        warnOfName(text, i)
      } else if let remnant = PictureName.remnant(in: text) {
        article.diagnostics.append(
          .warning(
            .missingAlt, file: options.file, at: position(ofMark: i),
            "`\(remnant)` is no part of what this picture shows, but is read out with it.",
            hint: "Delete it, and check that the rest says what the picture shows."))
      } else {
        warnOfMarks(in: text, i)
      }
      if let sources {
        out.append("<picture><source type=\"image/webp\"")
        append(sources.webP, shownAt: sources.sizes)
        out.append(UInt8(ascii: ">"))
      }
      out.append("<img src=\"")
      out.append(escapingURL: url)
      if let sources {
        out.append(UInt8(ascii: "\""))
        append(sources.plain, shownAt: sources.sizes)
        out.append(" alt=\"")
      } else {
        out.append("\" alt=\"")
      }
      out.append(escaping: text)
      out.append(UInt8(ascii: "\""))
      collectPicture(text)
      if showsTitle { appendTitle(node) }
      append(attribute: " width=\"", width)
      append(attribute: " height=\"", height)
      out.append(" loading=\"lazy\" decoding=\"async\">")
      if sources != nil { out.append("</picture>") }
    }
  }

  /// What people who cannot see it are told it shows.
  mutating func collectPicture(_ text: [UInt8]) {
    collector.closeRun(collector.openRun(.picture, index: article.pictureTexts.count))
    article.pictureTexts.append(text)
  }

  private mutating func append(_ sourceSet: [UInt8], shownAt sizes: [UInt8]) {
    out.append(" srcset=\"")
    out.append(escaping: sourceSet)
    out.append("\" sizes=\"")
    out.append(escaping: sizes)
    out.append(UInt8(ascii: "\""))
  }

  private mutating func append(attribute: StaticString, _ number: Int) {
    guard number > 0 else { return }
    out.append(attribute)
    out.append(number: number)
    out.append(UInt8(ascii: "\""))
  }

  private mutating func reportMissingText(_ i: Int) {
    report(
      .missingAlt, at: position(ofMark: i),
      "This picture has no description, so people who cannot see it do not know what it shows.",
      hint: "Describe the picture between the brackets: `![A runner on a hill](…)`.")
  }

  private mutating func warnOfName(_ text: [UInt8], _ i: Int) {
    article.diagnostics.append(
      .warning(
        .missingAlt, file: options.file, at: position(ofMark: i),
        "`\(String(decoding: text, as: UTF8.self))` does not tell people who cannot see the picture what it shows.",
        hint: "Say what it shows between the brackets: `![A runner on a hill](…)`."))
  }

  /// What is still to be written in a description, and a citation, which no description can hold.
  private mutating func warnOfMarks(in text: [UInt8], _ i: Int) {
    if let word = UnfinishedText.first(in: text[...]) {
      article.diagnostics.append(
        .warning(
          .unfinishedText, file: options.file, at: position(ofMark: i),
          "`\(String(decoding: text[word], as: UTF8.self))` is left in this description, which is read out to people who cannot see the picture.",
          hint: "Say what the picture shows between the brackets: `![A runner on a hill](…)`."))
    } else if options.findsUnreadMarkdown, ByteSearch.first(Array("[@".utf8), in: text[...]) != nil {
      warn(
        at: position(ofMark: i),
        (
          "A citation does not work in the description of a picture: it is read out as typed.",
          "Delete it here, and write it in the text."
        ))
    }
  }

  private mutating func appendAlternativeText(of i: Int) { out.append(escaping: alternativeText(of: i)) }

  /// The text of node `i`'s descendants, without any elements: a line end is a space, the dialect's marks are the
  /// characters they stand for.
  func alternativeText(of i: Int) -> [UInt8] {
    var text: [UInt8] = []
    for child in i + 1..<body.tree.end(of: i) {
      let node = body.tree.nodes[child]
      switch node.kind {
      case .text:
        for byte in body.tree.bytes[node.text.range] {
          switch byte {
          case 0x0A: text.append(0x20)
          case InlineMark.escapedBracket: text.append(UInt8(ascii: "["))
          case InlineMark.escapedTilde: text.append(UInt8(ascii: "~"))
          case InlineMark.narrowSpace: text += InlineMark.writtenSpace
          case 0xF8...0xFF: break
          default: text.append(byte)
          }
        }
      case .code, .htmlInline: text.append(node.text.range, of: body.tree.bytes)
      case .lineBreak: text.append(0x20)
      default: break
      }
    }
    return text
  }
}
