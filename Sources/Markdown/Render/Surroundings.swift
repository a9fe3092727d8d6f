/// What is open around the node being rendered.
struct Surroundings {
  /// An element that waits for its end tag.
  struct Element {
    enum Closing: UInt8 {
      case nothing, quote, unorderedList, orderedList, item, paragraph, heading, emphasis, strong, link
      case callout, careCard, tableCell
    }

    var end: Int
    var closing: Closing
    /// Heading: its level. Lists: 1 when tight.
    var level: UInt8 = 0
    /// Table cell: its index in the page's cells. Link: its run.
    var number: Int32 = 0
  }

  /// From the outermost. The walk has this stack of its own, so nesting costs heap, not stack.
  var elements: [Element] = []
  /// The node of the paragraph, heading or cell: where inline faults are looked for.
  var leaf = 0
  /// Nodes before these indices are inside a link, a heading, a callout in which nothing is linked automatically, a list,
  /// a quote that is no callout.
  var linkEnd = 0
  var headingEnd = 0
  var quietEnd = 0
  var listEnd = 0
  var quoteEnd = 0
  var isInFootnotes = false
  /// In an `<a>` of raw HTML, which may begin in one block and end in another.
  var isInAnchor = false
  /// In an `<iframe>` of raw HTML that was put out as a placeholder, which has its end already.
  var isInFrame = false
  /// The names of the elements that were refused and have not ended.
  var refused: [String] = []
  /// The node of the last paragraph, heading or cell of which it was told that something in it is crossed out.
  var struckLeaf = -1
  /// The run of what is struck out and goes on, and its leaf. A mark that begins or ends one may be lost in a note or an address.
  var openDeletion: (run: Int32, leaf: Int) = (-1, -1)
  /// What is shown of the tree's bytes: less than all where a callout's first line is taken apart.
  var shown = 0..<Int.max
  /// The level of the heading that text now stands under: the page's title at first.
  var sectionLevel = 1
  /// Rendering again for the outline: links and reference marks are left out and nothing is recorded.
  var isQuoting = false

  mutating func removeAll() {
    elements.removeAll(keepingCapacity: true)
    self = Surroundings(elements: elements)
  }

  /// A footnote's text stands elsewhere in the tree than what is around it.
  mutating func beginFootnote() {
    (linkEnd, headingEnd, quietEnd, listEnd, quoteEnd) = (0, 0, 0, 0, 0)
    (shown, isInFootnotes, isInAnchor) = (0..<Int.max, true, false)
  }

  /// Whether a paragraph here is an item of a tight list and gets no element (CommonMark, section 5.3).
  var isInTightList: Bool {
    guard elements.count >= 2, elements[elements.count - 1].closing == .item else { return false }
    return elements[elements.count - 2].level == 1
  }
}
