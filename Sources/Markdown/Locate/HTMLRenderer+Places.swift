import Diagnostics

/// What is known of where the article's text is written.
struct Places {
  var follower = InlineFollower()
  /// The article's link definitions, once they are needed.
  var definitions: [[UInt8]: Int]?
  /// Where everything is reported when the text is not a file's own lines.
  var fixed: Position?

  mutating func removeAll() {
    follower.removeAll()
    (definitions, fixed) = (nil, nil)
  }
}

extension HTMLRenderer {
  /// Where the destination of link or image `i`, in the block being rendered, is written.
  mutating func position(ofLink i: Int) -> Position {
    if let fixed = places.fixed { return fixed }
    follow(around.leaf)
    guard let mark = places.follower.mark(of: i) else { return positionOfBlock(around.leaf) }
    if mark.destination >= 0 { return place(of: Int(mark.destination)) }
    if mark.label.isEmpty { return place(of: Int(mark.start)) }
    if places.definitions == nil { places.definitions = LinkDefinitions.find(in: body.source.text) }
    let label = LinkDefinitions.normalized(body.source.text[mark.label.range])
    return place(of: places.definitions?[label] ?? Int(mark.start))
  }

  /// Notes where link or image `i` leads and how that is written.
  mutating func keep(_ destination: [UInt8], at i: Int, isPicture: Bool) {
    let written = destinationRange(ofLink: i).map {
      RenderedArticle.WrittenDestination.Written(
        bytes: Array(body.source.text[$0]), position: place(of: $0.lowerBound), offset: $0.lowerBound)
    }
    article.destinations.append(.init(isPicture: isPicture, meant: destination, written: written))
  }

  /// The destination's bytes in the source, without the brackets around it.
  private mutating func destinationRange(ofLink i: Int) -> Range<Int>? {
    follow(around.leaf)
    guard let mark = places.follower.mark(of: i) else { return nil }
    if mark.destination >= 0 {
      return mark.destinationEnd >= mark.destination
        ? Int(mark.destination)..<Int(mark.destinationEnd) : nil
    }
    guard !mark.label.isEmpty else { return nil }
    if places.definitions == nil { places.definitions = LinkDefinitions.find(in: body.source.text) }
    let label = LinkDefinitions.normalized(body.source.text[mark.label.range])
    return places.definitions?[label].map {
      $0..<LinkDefinitions.end(ofDestination: $0, in: body.source.text)
    }
  }

  /// Where image or HTML `i`, in the block being rendered, begins: at its `!` or `<`.
  mutating func position(ofMark i: Int) -> Position {
    if let fixed = places.fixed { return fixed }
    follow(around.leaf)
    return places.follower.mark(of: i).map { place(of: Int($0.start)) } ?? positionOfBlock(around.leaf)
  }

  /// Where byte `offset` of the tree's, in block `block`, is written; or where the block begins.
  mutating func position(ofByte offset: Int, inBlock block: Int) -> Position {
    if let fixed = places.fixed { return fixed }
    return sourceOffset(ofByte: offset, inBlock: block).map { place(of: $0) } ?? positionOfBlock(block)
  }

  /// The offset in the source of that byte; nil when it is not known.
  mutating func sourceOffset(ofByte offset: Int, inBlock block: Int) -> Int? {
    follow(block)
    return places.follower.source(of: offset)
  }

  private mutating func follow(_ block: Int) {
    guard places.follower.leaf != block else { return }
    let range = body.sourceRange(ofBlock: block)
    places.follower.follow(block, of: body.tree, in: body.source.text, range)
  }

  /// The first character of block `i`, after the marks of the containers around it.
  mutating func positionOfBlock(_ i: Int) -> Position {
    let range = body.sourceRange(ofBlock: i)
    return place(
      of: body.tree.nodes[i].kind == .tableCell
        ? range.lowerBound : BlockMarks.skip(body.source.text, range, labels: false).text)
  }

  mutating func place(of offset: Int) -> Position { places.fixed ?? body.source.position(of: offset) }
}
