import FlyingSocks

/// What one open page is told for as long as it is open (HTML Standard, section 9.2, server-sent events): the state
/// of the preview at once and after every update, and now and then a comment, by which a page that is gone is noticed.
struct EventStream: AsyncBufferedSequence {
  typealias Element = UInt8

  let shown: ShownSite
  /// The decoded path of the page.
  let page: String

  func makeAsyncIterator() -> Iterator {
    Iterator(shown: shown, page: page, updates: shown.updates().makeAsyncIterator())
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    let shown: ShownSite
    let page: String
    var updates: AsyncStream<Void>.Iterator
    private var sent: Int?

    init(shown: ShownSite, page: String, updates: AsyncStream<Void>.Iterator) {
      self.shown = shown
      self.page = page
      self.updates = updates
    }

    /// Whole messages only: a page understands nothing less.
    mutating func next() async throws -> UInt8? { nil }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if sent != nil, await updates.next() == nil { return nil }
      let moment = shown.now
      guard moment.build != sent else { return Array(": still here\n\n".utf8) }
      let start = sent == nil ? Array("retry: 500\n\n".utf8) : []
      sent = moment.build
      return start + Array("event: state\ndata: ".utf8)
        + shown.message(of: moment, for: page)
        + Array("\n\n".utf8)
    }
  }
}
