/// What a template says, with standalone lines already taken out (Mustache specification).
package enum Node: Sendable {
  /// `startsLine`: an indentation given from outside goes before it. Such text may be empty, where a line
  /// begins with a tag.
  case text(Range<Int>, startsLine: Bool)
  case variable(TagName, escaped: Bool)
  case section(TagName, inverted: Bool, [Node])
  case partial(Inclusion)
  case parent(Inclusion, ParentArguments)
  case block(Block)
}

/// A tag's name and where it stands.
package struct TagName: Sendable {
  var text: String
  /// The first byte of the name.
  var offset: Int
  /// The first byte of the tag.
  var tag: Int

  /// The names between the dots; none for `.` itself.
  var path: [Substring] {
    // Most have no dot.
    if !text.utf8.contains(UInt8(ascii: ".")) { return [text[...]] }
    return text == "." ? [] : text.split(separator: ".", omittingEmptySubsequences: false)
  }

  /// Whether `first` is the name before the first dot, or the whole.
  func begins(with first: String) -> Bool {
    guard text.utf8.starts(with: first.utf8) else { return false }
    let next = text.utf8.dropFirst(first.utf8.count).first
    return next == nil || next == UInt8(ascii: ".")
  }
}

/// Which template a `{{>name}}` or `{{<name}}` takes in, and how.
package struct Inclusion: Sendable {
  var name: TagName
  /// Written `*name`: the name is the value of `name`.
  var isDynamic: Bool
  /// The whitespace before a standalone tag; nil when the tag stands within a line.
  var indentation: Range<Int>?
}

/// What stands between the tags of a parent.
package struct ParentArguments: Sendable {
  var blocks: [Block]
  /// The first byte of what is neither a block nor whitespace nor a comment: it is never shown.
  var dropped: Int?
}

/// `{{$name}}…{{/name}}`: a place in a parent with its default content, or the content a child gives for it.
package struct Block: Sendable {
  package var name: TagName
  package var content: [Node]
  /// The whitespace before the opening tag, when nothing else stands before it on its line; content that
  /// replaces the default is indented by as much.
  package var indentation: Range<Int>?
  /// The opening tag is alone on its line: not its own indentation counts, but that of the default content.
  var standsAlone: Bool
}
