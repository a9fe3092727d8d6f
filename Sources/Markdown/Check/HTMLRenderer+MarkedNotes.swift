import Text

/// Notes by hand: a sign behind a word, and the same sign before a text of its own.
extension HTMLRenderer {
  /// A list with one item whose mark is `*`, in a text where a `*` behind a word says that a note belongs to it: `10 reps*`.
  mutating func reportNoteAsList(_ i: Int, _ walk: inout UnreadWalk) -> Bool {
    guard walk.isEnd(i) || walk.isOutermost, body.tree.nodes[i].number < 0,
      body.tree.end(of: i + 1) == body.tree.end(of: i)
    else { return false }
    let mark = mark(ofItem: i + 1)
    guard mark < body.source.text.count, body.source.text[mark] == UInt8(ascii: "*") else { return false }
    if walk.marksNotes == nil { walk.marksNotes = OpenEmphasis.hasMarkOfNote(in: body.tree) }
    guard walk.marksNotes == true, !hasOtherStarList(than: i) else { return false }
    warn(at: place(of: mark), Remnant.markedNote("*").words)
    return true
  }

  /// Whether the lists of the article have that mark.
  private mutating func hasOtherStarList(than list: Int) -> Bool {
    for i in body.tree.nodes.indices where i != list && body.tree.nodes[i].kind == .list {
      let mark = mark(ofItem: i + 1)
      if mark < body.source.text.count, body.source.text[mark] == UInt8(ascii: "*") { return true }
    }
    return false
  }

  /// The sign of a note with which a paragraph begins: `† Stop if it hurts`. In other texts it says when somebody died.
  static func signOfNote(_ text: ArraySlice<UInt8>) -> String? {
    guard text.starts(with: [0xE2, 0x80] as [UInt8]), let last = text.dropFirst(2).first,
      last == 0xA0 || last == 0xA1,
      let next = text.dropFirst(3).first(where: { $0 != 0x20 && $0 != last }), ProseByte.isLetter(next)
    else { return nil }
    return last == 0xA0 ? "†" : "‡"
  }
}
