import Markdown

/// What a reader sees of an article, in the parts that are compared: sections without the callouts that speak of
/// danger, those callouts, and where links lead.
struct PageText {
  struct Section {
    /// Empty for what stands before the first heading.
    var heading: [UInt8]
    var text: [UInt8]
  }

  struct Callout: Hashable {
    var kind: Markdown.Callout
    /// Its title, a colon, and what it says.
    var text: [UInt8]
  }

  private(set) var sections: [Section] = []
  private(set) var callouts: [Callout] = []
  /// Addresses outside the site, telephone numbers and the like, in order.
  let outsideLinks: [String]
  /// What pictures are said to show.
  let pictureTexts: [String]
  /// What is said in videos.
  let transcripts: [String]

  /// The least urgent first.
  static let urgentKinds: [Markdown.Callout] = Markdown.Callout.allCases.filter(\.warns)

  init(_ body: RenderedArticle) {
    let text = body.text
    outsideLinks = body.outsideLinks.map { String(decoding: $0, as: UTF8.self) }
    pictureTexts = body.pictureTexts.map { String(decoding: $0, as: UTF8.self) }
    transcripts = body.videos.map { String(decoding: $0.transcript, as: UTF8.self) }
    var urgent: [Range<Int>] = []
    for callout in text.callouts where Self.urgentKinds.contains(callout.kind) {
      let range = callout.blockRange
      // What stands inside another is part of that.
      guard urgent.last.map({ $0.upperBound <= range.lowerBound }) ?? true, let title = range.first else {
        continue
      }
      urgent.append(range)
      let rest = text.lineWithDeletions(of: title + 1..<max(title + 1, range.upperBound))
      let heading = text.lineWithDeletions(of: title..<title + 1)
      callouts.append(Callout(kind: callout.kind, text: heading + Array(": ".utf8) + rest))
    }
    var heading: [UInt8] = []
    var words: [UInt8] = []
    var isInFootnotes = false
    func section() -> Section { Section(heading: heading, text: words) }
    var skipped = urgent[...]
    for number in text.blocks.indices {
      while let range = skipped.first, range.upperBound <= number { skipped = skipped.dropFirst() }
      if skipped.first?.contains(number) == true { continue }
      let block = text.blocks[number]
      let line = text.lineWithDeletions(of: number..<number + 1)
      let beginsFootnotes = block.place.isFootnotes && !isInFootnotes
      if block.kind == .heading || beginsFootnotes {
        sections.append(section())
        heading = beginsFootnotes ? Array("Footnotes".utf8) : line
        words = beginsFootnotes ? line : []
        isInFootnotes = isInFootnotes || beginsFootnotes
      } else if !line.isEmpty {
        words += (words.isEmpty ? [] : [0x20]) + line
      }
    }
    sections.append(section())
    sections.removeAll { $0.heading.isEmpty && $0.text.isEmpty }
  }
}
