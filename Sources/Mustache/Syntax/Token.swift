/// A piece of a template's bytes: the text of one line, or what is left of it between tags, or one tag.
struct Token {
  enum Kind {
    /// Text that holds no line feed but at its end.
    case text
    case variable
    case unescaped
    case section
    case inverted
    case close
    case comment
    case delimiters
    case partial
    case parent
    case block
  }

  var kind: Kind
  /// The bytes of text, or of the whole tag with its delimiters.
  var extent: Range<Int>
  /// The bytes of a tag's name, without sigil and surrounding whitespace.
  var name: Range<Int>
}
