extension HTMLRenderer {
  /// What is known of the blocks around the one that is looked at. Handed on as `inout` also where it is only read: it is large, and
  /// each other way of handing it on copies it.
  struct UnreadWalk {
    var leftovers: LeftoverFinder?
    var block = 0
    /// The one before it, where that is a paragraph, heading or cell right before it in the same container.
    private(set) var previous: Int?
    /// Where the quotes and items end that are around the block.
    private var ends: [Int] = []
    var list = TypedList()
    /// The first tab of the paragraph before, if it has one.
    var lastTab: Int?
    var headings = 0
    var warnings = 0
    var callouts = 0
    /// Whether a text that tells readers to call for help would be told.
    var seeksCalls = false
    /// Where the last box ends that warns, in which such a text is not passed over.
    var warningEnd = 0
    /// An address that is a link's text is no address without a link.
    var linkEnd = 0
    var isInAnchor = false
    /// In an element of raw HTML whose text is code.
    var isInCode = false
    /// Where the outermost list ends that was entered last.
    var listEnd = 0
    /// The number with which the last numbered list would go on.
    var nextNumber = 0
    /// The last numbered list, and in how many quotes and items it stands.
    private var numbered: (node: Int, depth: Int)?
    /// The numbers with which the numbered lists so far would go on.
    var nextNumbers: Set<Int> = []
    private var hasNumber = false
    private(set) var hasPictures = false
    private(set) var hasTables = false
    /// The headings with which rows of numbered ones begin; nil until somebody asks.
    var numberedRows: Set<Int>?
    /// Whether a `*` behind a word or number says that a note belongs to it; nil until somebody asks.
    var marksNotes: Bool?
    /// Whether several lines begin with a `*` that lacks its space; nil until somebody asks.
    var makesStars: Bool?

    /// The name of a callout's command, as of Confluence, that nothing has ended yet.
    private var command: [UInt8] = []

    init(leftovers: LeftoverFinder?, in tree: SyntaxTree) {
      self.leftovers = leftovers
      for node in tree.nodes {
        if node.kind == .image { hasPictures = true }
        if node.kind == .tableCell { hasTables = true }
      }
    }

    /// Whether `text` begins with the second `{panel}` of a pair.
    mutating func closesCommand(_ text: ArraySlice<UInt8>) -> Bool {
      let name = text.dropFirst().prefix(while: \.isLetterOfASCII)
      guard text.first == UInt8(ascii: "{"), !name.isEmpty else { return false }
      let isEnd = text[name.endIndex...].first == UInt8(ascii: "}") && name.elementsEqual(command)
      command = isEnd ? [] : Array(name)
      return isEnd
    }

    /// Whether the block is in no quote and no list.
    var isOutermost: Bool { ends.isEmpty }

    /// Whether a container ends right before node `i`.
    func isEnd(_ i: Int) -> Bool { ends.contains(i) }

    /// Where the container ends that the block stands in; nil for the document.
    var containerEnd: Int? { ends.last }

    /// Of numbers that stand alone, one is told for all.
    mutating func hasTold(_ remnant: Leftover) -> Bool {
      guard remnant == .remnant(.loneNumber) else { return false }
      defer { hasNumber = true }
      return hasNumber
    }

    mutating func noteNumberedList(_ i: Int) { numbered = (i, ends.count { $0 > i }) }

    /// The numbered list right before node `i`, in the same container.
    func numberedList(before i: Int, end: (Int) -> Int) -> Int? {
      guard let numbered, end(numbered.node) == i, numbered.depth == ends.count(where: { $0 > i }) else {
        return nil
      }
      return numbered.node
    }

    mutating func open(until end: Int, at i: Int) {
      while let last = ends.last, last <= i { ends.removeLast() }
      ends.append(end)
    }

    /// `isNext` says whether nothing stands between the block and the one before.
    mutating func enter(_ i: Int, _ kind: SyntaxTree.Kind, isNext: Bool) {
      // A container that ends here held the one before.
      previous = isNext && block > 0 && ends.last != i ? block : nil
      while let last = ends.last, last <= i { ends.removeLast() }
      if kind != .paragraph || previous == nil {
        list.reset(at: i)
        lastTab = nil
      }
      block = i
      (isInAnchor, isInCode) = (false, false)
      if kind == .heading { nextNumber = 0 }
    }

    mutating func note(_ text: ArraySlice<UInt8>) {
      guard let tag = RawTag(text) else { return }
      if tag.name == "a" { isInAnchor = !tag.isEnd }
      if ["code", "kbd", "pre", "samp", "script", "style", "var"].contains(tag.name) {
        isInCode = !tag.isEnd
      }
    }
  }
}
