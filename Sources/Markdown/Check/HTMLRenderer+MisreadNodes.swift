import Diagnostics
import Text

/// Links, emphasis, code and lists that are not what their author can have meant.
extension HTMLRenderer {
  /// Whether node `i` is not what its author can have meant, which is then warned of.
  mutating func reportMisread(_ i: Int, _ block: Int) -> Bool {
    switch body.tree.nodes[i].kind {
    case .link:
      reportPictureAsLink(i, block) || reportAddressBehindWord(i, block) || reportDetour(i, block)
        || reportTracking(i, block) || reportOtherFile(i, block)
    case .emphasis: reportTimes(i, block)
    case .codeBlock: reportIndentedText(i)
    case .list: reportYear(i)
    default: false
    }
  }

  /// Text that is indented by four spaces becomes code (CommonMark, section 4.4), which writers of articles
  /// never mean.
  private mutating func reportIndentedText(_ i: Int) -> Bool {
    if isFenced(i) { return reportFence(i) }
    // A callout in it is an error already.
    if hasFault(in: body.sourceRange(ofBlock: i)) || isBelowForeignCallout(i) { return false }
    warn(
      at: positionOfBlock(i),
      (
        "This text is shown as program code, because it is indented by four spaces or a tab. Markdown does not work in it.",
        "Remove the indentation."
      ))
    return true
  }

  /// Whether it is the text of a callout such as `!!! danger`, which is an error already.
  private mutating func isBelowForeignCallout(_ i: Int) -> Bool {
    let line = positionOfBlock(i).line
    return article.diagnostics.contains {
      $0.code == .unreadCallout && ($0.position.map { (line - 2..<line).contains($0.line) } ?? false)
    }
  }

  /// A fence around the whole text, as chat programs put it, and one that nothing closes.
  private mutating func reportFence(_ i: Int) -> Bool {
    let last = Int(body.tree.nodes[i].lastLine)
    let range = body.source.range(ofLines: last - 1, last - 1)
    let line = body.source.text[
      BlockMarks.skip(body.source.text, range, labels: false).text..<range.upperBound]
    let isClosed = line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8)
    if last == Int(body.tree.nodes[i].firstLine) || !isClosed {
      warn(
        at: positionOfBlock(i),
        (
          "This fence is never closed, so everything below it is shown as program code.",
          "Add the same marks on a line of their own where the code ends, or delete this line."
        ))
      return true
    }
    let info = String(decoding: body.tree.bytes[body.tree.nodes[i].extra.range], as: UTF8.self).lowercased()
    let isWhole = i == 1 && body.tree.end(of: 1) == body.tree.nodes.count
    let text = body.tree.bytes[body.tree.nodes[i].text.range]
    let isProse =
      text.starts(with: "#".utf8)
      || ["\n\n", ". "].contains { ByteSearch.first(Array($0.utf8), in: text) != nil }
    // Of an article about Markdown an example is the smaller part.
    let isMost = body.tree.nodes[i].text.range.count > body.source.text.count / 2
    let isMarkdown = info == "markdown" || info == "md"
    if hasFault(in: body.sourceRange(ofBlock: i)) { return false }
    guard
      isMarkdown && (isMost || isWhole || calloutInCode(i) != nil) || isWhole && info.isEmpty && isProse
    else { return false }
    warn(
      at: positionOfBlock(i),
      (
        "This text is inside a code fence, so all of it is shown as program code.",
        "Delete this line and the closing fence."
      ))
    return true
  }

  /// A paragraph that begins with `2016. ` becomes a list (CommonMark, section 5.2).
  private mutating func reportYear(_ i: Int) -> Bool {
    let number = body.tree.nodes[i].number
    guard number >= 100 else { return false }
    warn(
      at: positionOfNumber(i),
      (
        "This is shown as a list that starts at \(number).",
        "If it is a sentence, write `\(number)\\.`, with a backslash before the period."
      ))
    return true
  }

  /// Where a list's first number stands.
  mutating func positionOfNumber(_ list: Int) -> Position {
    let line = Int(body.tree.nodes[list].firstLine) - 1
    let digits = Array(String(body.tree.nodes[list].number).utf8)
    let place = TextScanner.first(digits[...], in: body.source.text, body.source.range(ofLines: line, line))
    return place.map { self.place(of: $0) } ?? positionOfBlock(list)
  }

  /// `! [What it shows](picture.svg)`, and `[What it shows](picture.svg)` alone in its paragraph.
  private mutating func reportPictureAsLink(_ i: Int, _ block: Int) -> Bool {
    let isAlone =
      i == block + 1 && body.tree.nodes[block].kind == .paragraph
      && body.tree.end(of: i) == body.tree.end(of: block) && i + 1 < body.tree.end(of: i)
      && body.tree.nodes[i + 1].kind == .text
    if !isAlone {
      guard i > 0, body.tree.nodes[i - 1].kind == .text else { return false }
      let text = body.tree.bytes[body.tree.nodes[i - 1].text.range]
      // "It hurts! [A picture](…)" ends a sentence.
      guard text.suffix(2).elementsEqual("! ".utf8), text.dropLast(2).last.map({ $0 <= 0x20 }) ?? true else {
        return false
      }
    }
    let address = body.tree.bytes[body.tree.nodes[i].text.range]
    guard Self.pictures.contains(Self.ending(of: address)) else { return false }
    // A picture on another site can only be linked to.
    if isAlone, ByteSearch.first(Array("://".utf8), in: address) != nil { return false }
    around.leaf = block
    warn(
      at: position(ofLink: i),
      (
        "This links to the picture instead of showing it.",
        isAlone ? "Write `!` right before the `[`." : "Remove the space between `!` and `[`."
      ))
    return true
  }

  private static let pictures: Set = ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"]

  /// What stands behind the last point of a file's name, in small letters.
  private static func ending(of address: ArraySlice<UInt8>) -> String {
    // Most lead to another article.
    if address.suffix(3).elementsEqual(".md".utf8) { return "" }
    var point = address.endIndex - 1
    let first = max(address.startIndex, address.endIndex - 8)
    while point >= first, address[point] != UInt8(ascii: ".") { point -= 1 }
    return point < first ? "" : String(decoding: address[(point + 1)...], as: UTF8.self).lowercased()
  }

  /// A link that says "PDF" and leads to a document of another kind.
  private mutating func reportOtherFile(_ i: Int, _ block: Int) -> Bool {
    let address = body.tree.bytes[body.tree.nodes[i].text.range]
    let ending = Self.ending(of: address)
    guard !ending.isEmpty, Self.documents.contains(ending), case let label = alternativeText(of: i)[...],
      let word = ByteSearch.first(Array("PDF".utf8), in: label),
      word.upperBound == label.endIndex || !label[word.upperBound].isWordOfASCII
    else { return false }
    around.leaf = block
    article.diagnostics.append(
      .warning(
        .misleadingLink, file: options.file, at: position(ofLink: i),
        "This link says that it leads to a PDF, but it leads to a file ending in `.\(ending)`.",
        hint: "Save the document as a PDF and link to that, or write in the link what it is."))
    return true
  }

  private static let documents: Set = [
    "doc", "docx", "odt", "pages", "ppt", "pptx", "rtf", "txt", "xls", "xlsx", "jpg", "jpeg", "png", "zip",
  ]

  /// `https://clinic.example/?utm_source=chatgpt.com`: what a program added to an address to count who comes from where.
  private static let tracking = ["utm_", "fbclid=", "gclid=", "msclkid=", "mc_eid="]

  private mutating func reportTracking(_ i: Int, _ block: Int) -> Bool {
    let address = body.tree.bytes[body.tree.nodes[i].text.range]
    guard let query = address.firstIndex(of: UInt8(ascii: "?")),
      case let tags = Self.tracking.filter({ ByteSearch.first(Array($0.utf8), in: address[query...]) != nil }),
      let tag = tags.first
    else { return false }
    let fragment = address[query...].firstIndex(of: UInt8(ascii: "#")) ?? address.endIndex
    let parts = address[(query + 1)..<fragment].split(separator: UInt8(ascii: "&"))
    let kept = parts.filter { part in !tags.contains { part.starts(with: $0.utf8) } }
    guard kept.count < parts.count else { return false }
    var meant = String(decoding: address[..<query], as: UTF8.self)
    if !kept.isEmpty {
      meant += "?" + kept.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "&")
    }
    meant += String(decoding: address[fragment...], as: UTF8.self)
    around.leaf = block
    warn(
      at: position(ofLink: i),
      (
        "The `\(tag)…` in this address tells the other site where its readers come from, and was added by the program that it was copied from.",
        "Write `\(meant)`."
      ))
    return true
  }

  /// `NHS<https://www.nhs.uk/>`, as Outlook writes a link.
  private mutating func reportAddressBehindWord(_ i: Int, _ block: Int) -> Bool {
    let nodes = body.tree.nodes
    guard i > block + 1, Int(nodes[i].end) == i + 2, nodes[i + 1].kind == .text, nodes[i - 1].kind == .text
    else {
      return false
    }
    let text = body.tree.bytes[nodes[i - 1].text.range]
    let word = Self.lastWord(of: text)
    guard !word.isEmpty, let start = sourceOffset(ofByte: word.startIndex, inBlock: block),
      case let behind = body.source.text[start...].dropFirst(word.count), behind.first == UInt8(ascii: "<")
    else { return false }
    let written = behind.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    let name = String(decoding: word, as: UTF8.self)
    let address = String(decoding: written, as: UTF8.self)
    warn(
      at: place(of: start),
      (
        "The address is shown behind `\(name)`, which is not a link.",
        "Write `[\(name)](\(address))`. If the link has several words, put all of them between `[` and `]`."
      ))
    return true
  }

  /// `https://www.google.com/url?q=…`, as Google Docs exports links, and `https://….safelinks.protection.outlook.com/?url=…`.
  private mutating func reportDetour(_ i: Int, _ block: Int) -> Bool {
    let address = body.tree.bytes[body.tree.nodes[i].text.range]
    guard address.count > 30, let query = address.firstIndex(of: UInt8(ascii: "?")) else { return false }
    let host = address[..<query]
    let isGoogle = host.suffix(15).elementsEqual(".google.com/url".utf8)
    guard isGoogle || ByteSearch.first(Array(".safelinks.protection.outlook.com".utf8), in: host) != nil
    else {
      return false
    }
    for part in address[(query + 1)...].split(separator: UInt8(ascii: "&")) {
      guard let name = ["q=", "url="].first(where: { part.starts(with: $0.utf8) }) else { continue }
      let meant = URLText.decode(part.dropFirst(name.utf8.count))
      guard meant.starts(with: "http".utf8) else { continue }
      around.leaf = block
      warn(at: position(ofLink: i), Leftover.detour(meant).words)
      return true
    }
    return false
  }

  /// Letters and digits at the end of a text; those of scripts that write no spaces are none.
  private static func lastWord(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = text.endIndex
    while let lead = text[..<start].lastIndex(where: { $0 & 0xC0 != 0x80 }),
      text[lead].isWordOfASCII || (0xC3..<0xE0).contains(text[lead])
    {
      start = lead
    }
    return text[start...]
  }

  /// `3*10 a day, then 2*15`.
  private mutating func reportTimes(_ i: Int, _ block: Int) -> Bool {
    guard i > 0, i + 1 < body.tree.end(of: i), body.tree.nodes[i - 1].kind == .text,
      body.tree.nodes[i + 1].kind == .text,
      body.tree.bytes[body.tree.nodes[i - 1].text.range].last.map(ProseByte.isDigit) ?? false,
      body.tree.bytes[body.tree.nodes[i + 1].text.range].first.map(ProseByte.isDigit) ?? false
    else { return false }
    warn(at: position(ofByte: Int(body.tree.nodes[i - 1].text.end) - 1, inBlock: block), words(for: .times))
    return true
  }
}
