/// The elements of an article's own HTML that are open, so that one that nothing closes is told: a browser would close it at the
/// end of the page, or where it likes (WHATWG HTML, section 13.2.6).
struct OpenTags {
  /// An element that began at a byte of the tree, in a block; in a line of text it has to end in its block.
  private struct Element {
    let name: String
    let start: Int
    let block: Int
    let isInText: Bool
  }

  enum Fault {
    /// Never, or not before the element around it ends.
    case notClosed(name: String, before: String?)
    case closesNothing(name: String)
  }

  private var open: [Element] = []
  /// How many of each name are among them, so that an end tag without a beginning is known without a search.
  private var counts: [String: Int] = [:]
  /// How many elements of a name were told of; their end tags are not told as well.
  private var told: [String: Int] = [:]
  private(set) var faults: [(fault: Fault, start: Int, block: Int)] = []
  /// Who has closed as many will see the others.
  private static let most = 20

  mutating func begin() {
    open.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    told.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
  }

  /// `isEmpty` is true of a tag that ends with a slash.
  mutating func meet(_ tag: RawTag, isEmpty: Bool, at start: Int, in block: Int, isInText: Bool) {
    guard !tag.name.isEmpty, !tag.isVoid else { return }
    leaveText(before: block)
    if !tag.isEnd {
      // Outside of drawings and formulas, the slash means nothing.
      if isEmpty, isForeign(tag.name) || counts["svg"] != nil || counts["math"] != nil { return }
      open.append(Element(name: tag.name, start: start, block: block, isInText: isInText))
      counts[tag.name, default: 0] += 1
      return
    }
    guard counts[tag.name] != nil else {
      guard let known = told[tag.name] else { return note(.closesNothing(name: tag.name), start, block) }
      told[tag.name] = known > 1 ? known - 1 : nil
      return
    }
    while let last = close(), last.name != tag.name { notClosed(last, before: tag.name) }
  }

  private func isForeign(_ name: String) -> Bool { name == "svg" || name == "math" }

  private mutating func close() -> Element? {
    guard let last = open.popLast() else { return nil }
    let left = (counts[last.name] ?? 1) - 1
    counts[last.name] = left > 0 ? left : nil
    return last
  }

  mutating func finish() {
    for element in open { notClosed(element, before: nil) }
    open.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  private mutating func leaveText(before block: Int) {
    while let last = open.last, last.isInText, last.block != block {
      notClosed(last, before: nil)
      _ = close()
    }
  }

  private mutating func notClosed(_ element: Element, before name: String?) {
    if Self.closedByOthers.contains(element.name) { return }
    told[element.name, default: 0] += 1
    note(.notClosed(name: element.name, before: name), element.start, element.block)
  }

  private mutating func note(_ fault: Fault, _ start: Int, _ block: Int) {
    if faults.count < Self.most { faults.append((fault, start, block)) }
  }

  /// Elements whose end tag may be left out (WHATWG HTML, section 13.1.2.4).
  private static let closedByOthers: Set = [
    "html", "head", "body", "li", "dt", "dd", "p", "rb", "rt", "rtc", "rp", "optgroup", "option", "colgroup",
    "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
  ]
}

extension HTMLRenderer {
  mutating func reportOpenTags() {
    openTags.finish()
    for (fault, start, block) in openTags.faults {
      let position = position(ofByte: start, inBlock: block)
      switch fault {
      case .notClosed(let name, let other):
        article.diagnostics.append(
          .warning(
            .unreadMarkdown, file: options.file, at: position,
            "This `<\(name)>` is not closed\(other.map { " before `</\($0)>`" } ?? ""), so it may run on to the end of the page.",
            hint:
              "Add `</\(name)>` where it ends\(other == nil ? ", in the same paragraph if it begins inside one" : "")."
          ))
      case .closesNothing(let name):
        article.diagnostics.append(
          .warning(
            .unreadMarkdown, file: options.file, at: position, "This `</\(name)>` closes nothing.",
            hint: "Delete it, or add `<\(name)>` where it begins."))
      }
    }
  }
}
