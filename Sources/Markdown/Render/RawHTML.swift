import Diagnostics
import Text

/// HTML that an author wrote, on a site that allows it: put out as it is, but for the addresses in it.
extension HTMLRenderer {
  /// Puts out the HTML node `i`, which is a whole block or, in a line of text, one tag.
  mutating func appendHTML(_ i: Int, _ node: SyntaxTree.Node) {
    let range = node.text.range
    guard isPage else { return out.append(range, of: body.tree.bytes) }
    collector.append(html: range, of: body.tree.bytes)
    let block = node.kind == .htmlBlock ? i : around.leaf
    var copied = range.lowerBound
    var next = range.lowerBound
    // Where one frame has no end, those behind it have none either, and nobody looks again.
    var hasFrameEnds = true
    while let start = TextScanner.first(UInt8(ascii: "<"), in: body.tree.bytes, next..<range.upperBound) {
      guard let tag = RawTag(body.tree.bytes[start..<range.upperBound]) else {
        next = start + 1
        continue
      }
      next = tag.end
      if tag.isComment, !tag.isClosed { reportOpenComment(at: start, in: block) }
      if tag.isHiding, !tag.isEnd { next = endOfHidden(tag, range) }
      openTags.meet(
        tag, isEmpty: body.tree.bytes[tag.end - 2] == UInt8(ascii: "/"), at: start, in: block,
        isInText: node.kind != .htmlBlock)
      if tag.name == "a" { around.isInAnchor = false }
      reportComponent(tag, at: start, in: block)
      let attributes = tag.attributes(body.tree.bytes, start)
      reportSilence(of: tag, attributes, at: start, in: block)
      meetVideo(tag, at: start, in: block)
      let told = article.diagnostics.count
      if tag.isEnd, tag.name == "iframe", around.isInFrame {
        around.isInFrame = false
        out.append(copied..<start, of: body.tree.bytes)
        copied = tag.end
      } else if let frame = placeholder(for: tag, attributes, at: start) {
        out.append(copied..<start, of: body.tree.bytes)
        out.append(0..<frame.count, of: frame)
        // What stands in a frame is for browsers that know none; its end tag may be in another node.
        let end =
          hasFrameEnds ? RawTag.place(ofEnd: tag.name, in: body.tree.bytes, tag.end..<range.upperBound) : nil
        hasFrameEnds = end != nil
        copied = end ?? tag.end
        next = copied
        around.isInFrame = true
        for attribute in attributes where attribute.name == "id" {
          article.identifiers.insert(RawText.decoded(body.tree.bytes[attribute.value]))
        }
        reportNeeds(of: tag, attributes, at: start, in: block, besides: told)
        continue
      }
      for attribute in attributes {
        out.append(copied..<attribute.range.lowerBound, of: body.tree.bytes)
        copied = attribute.range.lowerBound
        append(attribute, of: tag, in: block, &copied)
      }
      reportNeeds(of: tag, attributes, at: start, in: block, besides: told)
    }
    out.append(copied..<range.upperBound, of: body.tree.bytes)
  }

  /// A picture that a screen reader can say nothing of (WCAG 2.2, success criterion 1.1.1). `alt=""` says that there is nothing to say.
  private mutating func reportSilence(
    of tag: RawTag, _ attributes: [RawTag.Attribute], at start: Int, in block: Int
  ) {
    guard tag.name == "img", !tag.isEnd, tag.isClosed, !attributes.contains(where: { $0.name == "alt" })
    else { return }
    // An attribute without a value is not among them: `<img alt src=…>`.
    let words = body.tree.bytes[start..<tag.end].split {
      $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">")
    }
    if words.contains(where: { String(decoding: $0, as: UTF8.self).lowercased() == "alt" }) { return }
    report(
      .missingAlt, at: position(ofByte: start, inBlock: block),
      "This picture has no `alt`, so people who cannot see it do not know what it shows.",
      hint: "Add `alt=\"…\"`, and say what the picture shows. If it only decorates, write `alt=\"\"`.")
  }

  /// Behind a script or style: what stands in it are no tags.
  private func endOfHidden(_ tag: RawTag, _ range: Range<Int>) -> Int {
    RawTag.place(ofEnd: tag.name, in: body.tree.bytes, tag.end..<range.upperBound) ?? range.upperBound
  }

  /// Puts out an attribute, or what of it comes before the part that goes out otherwise; `copied` is then behind that.
  private mutating func append(
    _ attribute: RawTag.Attribute, of tag: RawTag, in block: Int, _ copied: inout Int
  ) {
    let value = RawText.decoded(body.tree.bytes[attribute.value])
    var address: [UInt8]?
    var candidates: [UInt8]?
    switch attribute.name {
    case "id":
      article.identifiers.insert(value)
      steps.leaveOut(out.count..<out.count + attribute.range.count)
    case "name": if tag.name == "a" { article.identifiers.insert(value) }
    case "alt": article.pictureTexts.append(value)
    case "http-equiv":
      if tag.name == "meta", String(decoding: value, as: UTF8.self).lowercased() == "refresh" {
        report(
          .unsafeLink, at: position(ofByte: attribute.value.lowerBound, inBlock: block),
          "This leads every reader away from the page.", hint: "Remove it, and write a link.")
      }
      return
    case "href", "src", "poster", "action", "formaction", "data", "xlink:href", "to", "from", "by", "values",
      "background", "ping", "cite":
      if let scheme = value.split(separator: UInt8(ascii: ";")).lazy.compactMap({ UnsafeScheme.find(in: $0) })
        .first
      {
        return report(
          .unsafeLink, at: position(ofByte: attribute.value.lowerBound, inBlock: block),
          "This address starts with `\(scheme):`, which could run code in the reader's browser.",
          hint: "Link to a page, a file or a web address.")
      }
      if attribute.name == "href", tag.name == "a" { around.isInAnchor = true }
      if ["href", "src", "poster", "data"].contains(attribute.name) {
        address = self.address(value, attribute, of: tag, in: block)
      }
    case "srcset" where tag.name == "img" || tag.name == "source":
      candidates = self.candidates(attribute, in: block)
    default: return
    }
    guard attribute.name == "id" || address != nil || candidates != nil else { return }
    let part = attribute.name == "id" ? attribute.range : attribute.value
    out.append(copied..<part.lowerBound, of: body.tree.bytes)
    copied = part.lowerBound
    if attribute.name == "id" {
      out.append(part, of: body.tree.bytes)
    } else {
      let isQuoted = attribute.range.upperBound != part.upperBound
      if address?.first == UInt8(ascii: "#") { steps.insertURL(at: out.count) }
      if !isQuoted { out.append(UInt8(ascii: "\"")) }
      if let address { out.append(escapingURL: address) } else if let candidates { out += candidates }
      if !isQuoted { out.append(UInt8(ascii: "\"")) }
    }
    copied = part.upperBound
  }

  /// The pictures of a `srcset` (WHATWG HTML, section 4.8.4.2.1), each where it is published; nil where one of them is text of its own.
  private mutating func candidates(_ attribute: RawTag.Attribute, in block: Int) -> [UInt8]? {
    var out: [UInt8] = []
    var isWhole = true
    for candidate in body.tree.bytes[attribute.value].split(separator: UInt8(ascii: ",")) {
      let words = candidate.split(whereSeparator: { isSpace($0) })
      guard let written = words.first else { continue }
      let address = RawText.decoded(written)
      if address.starts(with: "data:".utf8) { return nil }
      var url = address
      // What is loaded from elsewhere is told with all that a page may not load.
      if !address.starts(with: "//".utf8), WebAddressParts(address) == nil {
        let place = position(ofByte: written.startIndex, inBlock: block)
        guard let own = picture(address, attribute.name, of: "img", at: place) else {
          isWhole = false
          continue
        }
        url = own
      }
      if !out.isEmpty { out += ", ".utf8 }
      out.append(escapingURL: url)
      for width in words.dropFirst() { out += [0x20] + width }
    }
    return isWhole ? out : nil
  }

  /// Where a picture of raw HTML is published; nil where it is refused.
  private mutating func picture(
    _ value: [UInt8], _ attribute: String, of tag: String, at position: Position
  ) -> [UInt8]? {
    switch references.image(at: value) {
    case .image(let index, let url, _, _, _):
      if index >= 0 { article.images.append(index) }
      return url
    case .video:
      report(
        .misplacedVideo, at: position, "`\(tag)` cannot show a video.",
        hint: "Write it as Markdown, in a paragraph of its own: `![What it shows](video.mp4)`.")
    case .refused(let code, let message, let hint):
      report(
        code, at: position, message,
        hint: hint
          ?? "Put the picture next to the article, and write its file name, such as `\(attribute)=\"photo.jpg\"`."
      )
    }
    return nil
  }

  /// Where an address of raw HTML leads on the site, checked like any other; nil where it goes out as it is written.
  private mutating func address(
    _ value: [UInt8], _ attribute: RawTag.Attribute, of tag: RawTag, in block: Int
  ) -> [UInt8]? {
    let place = attribute.value.lowerBound
    if attribute.name == "poster" || attribute.name == "src" && tag.name == "img" {
      return picture(value, attribute.name, of: tag.name, at: position(ofByte: place, inBlock: block))
    }
    let value = URLText.composed(fragmentOf: value)
    let isLink = attribute.name == "href" && (tag.name == "a" || tag.name == "area")
    switch references.link(to: value) {
    case .external:
      if isLink {
        article.outsideLinks.append(value)
        let position = position(ofByte: place, inBlock: block)
        if let warning = Diagnostic.privateLink(to: value, file: options.file, at: position) {
          article.diagnostics.append(warning)
        }
      }
      return nil
    case .samePage:
      guard value.first == UInt8(ascii: "#"), value.count > 1 else { return nil }
      links.append(
        .init(
          article: nil, fragment: ComposedText.composed(URLText.decode(value[1...])),
          position: position(ofByte: place, inBlock: block), kind: .written))
      return value
    case .local(let url): return url
    case .article(let index, let url):
      let fragment = value.firstIndex(of: UInt8(ascii: "#")).map { value[$0...] } ?? []
      if mentions.index != nil { mentions.linked.insert(index) }
      links.append(
        .init(
          article: index, fragment: ComposedText.composed(URLText.decode(fragment.dropFirst())),
          position: fragment.count > 1 ? position(ofByte: place, inBlock: block) : nil, kind: .written))
      return url + fragment
    case .refused(let code, let message, let hint, let cause):
      report(code, at: position(ofByte: place, inBlock: block), message, hint: hint, cause: cause)
      return nil
    }
  }

  /// What goes out for a frame of another site, which loads only when the reader asks for it.
  private func placeholder(for tag: RawTag, _ attributes: [RawTag.Attribute], at start: Int) -> [UInt8]? {
    guard !options.frameScript.isEmpty, tag.name == "iframe", !tag.isEnd else { return nil }
    func value(_ name: String) -> ArraySlice<UInt8>? {
      attributes.first { $0.name == name }.map { body.tree.bytes[$0.value] }
    }
    guard let address = value("src"), value("srcdoc") == nil else { return nil }
    let destination = Array(RawText.decoded(address).drop { $0 <= 0x20 })
    guard let parts = WebAddressParts(destination), case .external = references.link(to: destination) else {
      return nil
    }
    return FramePlaceholder(
      body.tree.bytes[start..<tag.end], address: address, title: value("title"), host: parts.host,
      labels: options.labels
    ).html(script: options.frameScript)
  }

  /// What the page's own policy would break. An address of which one of the faults from number `told` on tells is not told of again.
  private mutating func reportNeeds(
    of tag: RawTag, _ attributes: [RawTag.Attribute], at start: Int, in block: Int, besides told: Int
  ) {
    guard let sources = options.sources else { return }
    let bytes = body.tree.bytes
    let needs = PolicyNeed.find(in: bytes, tag, at: start, attributes.map { ($0.name, $0.value) })
    // Where a page leads by itself is told as an unsafe link, wherever that is.
    for need in needs where !need.isPicture && need.kind != .elsewhere(.refresh) {
      var target = PolicyTarget.own
      if need.kind.hasAddress {
        let value = Array(RawText.decoded(bytes[need.place]).drop { $0 <= 0x20 })
        if UnsafeScheme.find(in: value[...]) != nil {
          // Others are told of for what they may run.
          guard need.isCandidate else { continue }
          target = .holding(scheme: "data")
        }
        let whole = value.starts(with: "//".utf8) ? Array("https:".utf8) + value : value
        if let parts = WebAddressParts(whole), case .external = references.link(to: whole) {
          target = .outside(parts, goesOn: false)
        }
      }
      guard let fault = PolicyFault.of(need.kind, target, sources) else { continue }
      let position = position(ofByte: need.place.lowerBound, inBlock: block)
      if article.diagnostics[told...].contains(where: { $0.position == position }) { continue }
      report(.contentPolicy, at: position, fault.message, hint: fault.hint)
    }
  }

  /// `<Callout>`, `<Warning>`: no element of HTML, so its words would be ordinary text.
  @discardableResult
  mutating func reportComponent(_ tag: RawTag, at offset: Int, in block: Int) -> Bool {
    // In small letters it is as likely a word that stands for something: `--notes=<note>`.
    guard !tag.isEnd, body.tree.bytes[offset + 1] &- 0x41 < 26,
      let callout = ForeignCallout.callout(element: tag.name)
    else { return false }
    report(foreign: callout, at: position(ofByte: offset, inBlock: block))
    return true
  }
}
