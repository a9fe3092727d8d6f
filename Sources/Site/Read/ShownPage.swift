import Markdown
import Mustache
import Text

/// What a page made with one template can show to its readers: not what stands in a comment, in something hidden, in a script, or
/// for the preview alone.
struct ShownPage: Sendable {
  /// The name of its template.
  let name: String
  let outline: TemplateOutline
  /// The template itself, then what it includes.
  let sources: [TemplateSource]
  /// The parts of `outline.bytes` that nobody reads, ascending and apart.
  private let unread: [(range: Range<Int>, reason: Reason)]
  /// The tags of the markup, ascending.
  private let tags: [Range<Int>]
  /// Every value of `id="…"`, with `TemplateMarkup.unknown` for what only the page knows, and the places of `href="#…"`.
  let identifiers: Set<[UInt8]>
  let fragments: Set<[UInt8]>

  /// Why readers do not see what a template puts out.
  enum Reason {
    case absent, commented, hidden, previewed

    /// What goes before "does not show …".
    var exception: String {
      switch self {
      case .absent: ""
      case .commented: " outside a comment"
      case .hidden: " outside something hidden"
      case .previewed: " outside the preview"
      }
    }
  }

  /// Where a name has to stand.
  enum Place {
    /// In the text, where it is read.
    case text
    /// Anywhere: as an address, in an attribute.
    case anywhere
  }

  init(_ name: String, _ template: Template, of type: RecordType, sources: [TemplateSource]) {
    self.name = name
    self.sources = sources
    outline = template.outline(of: type)
    var scan = Scan(outline)
    scan.run()
    (unread, tags) = (scan.unread, scan.tags)
    (identifiers, fragments) = (scan.identifiers, scan.fragments)
  }

  /// Why readers never see `path`; nil when they can. `assuming` says of flags what they are on the page in question.
  func reasonAgainst(_ path: String, in place: Place, assuming: [String: Bool]) -> Reason? {
    var reason = Reason.absent
    for value in outline.values where value.path == path {
      if place == .text, Self.range(tags, around: value.offset) { continue }
      guard let found = reasonAgainst(value.offset, value.conditions, path, assuming) else { return nil }
      if reason == .absent { reason = found }
    }
    return reason
  }

  /// Whether the page runs the script that counts visits: it stands as the address of a script.
  var loadsAnalytics: Bool {
    let path = "site.analytics.script"
    return outline.values.contains { value in
      guard value.path == path, reasonAgainst(value.offset, value.conditions, path, [:]) == nil,
        let range = tags.first(where: { $0.contains(value.offset) }),
        let tag = MarkupTag(outline.bytes, at: range.lowerBound), tag.name == "script", !tag.isEnd,
        !isWithoutScripts(range.lowerBound)
      else { return false }
      return tag.attributes.contains { $0.name == "src" && $0.value.contains(value.offset) }
    }
  }

  /// Whether it stands in `<noscript>`, where no script runs.
  private func isWithoutScripts(_ offset: Int) -> Bool {
    let last = tags.last { range in
      range.lowerBound < offset && MarkupTag(outline.bytes, at: range.lowerBound)?.name == "noscript"
    }
    return last.flatMap { MarkupTag(outline.bytes, at: $0.lowerBound) }.map { !$0.isEnd } ?? false
  }

  /// What stands between its tags.
  var texts: [Range<Int>] {
    let ends = tags.map(\.lowerBound) + [outline.bytes.count]
    let starts = [0] + tags.map(\.upperBound)
    return zip(starts, ends).filter { $0 < $1 }.map { $0..<$1 }
  }

  /// Why readers never see anything that `record` decides or puts out.
  func reasonAgainst(anythingOf record: String, assuming: [String: Bool]) -> Reason? {
    var reason = Reason.absent
    for section in outline.sections {
      guard let path = section.conditions.last?.path, path == record || path.hasPrefix(record + "."),
        let start = section.range.first(where: { outline.bytes[$0] > 0x20 })
      else { continue }
      guard let found = reasonAgainst(start, section.conditions, path, assuming) else { return nil }
      if reason == .absent { reason = found }
    }
    return reason
  }

  func reasonAgainst(
    _ offset: Int, _ conditions: [TemplateOutline.Condition], _ path: String, _ assuming: [String: Bool]
  ) -> Reason? {
    for condition in conditions {
      let name = condition.path
      // A section of the value, of a list around it, or of whether these have entries is there when the value is.
      let isThere = path == name || path.hasPrefix(name + ".") || Self.asks(name, whetherThereIs: path)
      guard let isSet = assuming[name] ?? (isThere ? true : nil), isSet == condition.isInverted else {
        continue
      }
      return name == PageTypes.previewName ? .previewed : .absent
    }
    return unread.first { $0.range.contains(offset) }?.reason
  }

  /// Whether `flag` is `has-warnings` and `path` is in `warnings`.
  private static func asks(_ flag: String, whetherThereIs path: String) -> Bool {
    var names = flag.split(separator: ".")
    guard let last = names.popLast(), last.hasPrefix("has-") else { return false }
    let list = (names + [last.dropFirst("has-".count)]).joined(separator: ".")
    return path == list || path.hasPrefix(list + ".")
  }

  private static func range(_ ranges: [Range<Int>], around offset: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(offset)
  }
}

extension ShownPage {
  /// One walk through the markup of an outline.
  private struct Scan {
    private let outline: TemplateOutline
    private let bytes: [UInt8]
    private(set) var unread: [(range: Range<Int>, reason: Reason)] = []
    private(set) var tags: [Range<Int>] = []
    private(set) var identifiers: Set<[UInt8]> = []
    private(set) var fragments: Set<[UInt8]> = []
    /// The element that hides what is in it: its name, where it begins, how many of its name are open.
    private var hiding: (name: String, start: Int, depth: Int)?

    init(_ outline: TemplateOutline) {
      self.outline = outline
      bytes = outline.bytes
    }

    mutating func run() {
      var i = 0
      while let start = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
        guard let tag = MarkupTag(bytes, at: start) else {
          i = start + 1
          continue
        }
        i = tag.end
        if bytes[start...].starts(with: "<!--".utf8) {
          add(start..<tag.end, .commented)
          continue
        }
        take(tag, start..<tag.end)
        if !tag.isEnd, tag.name == "script" || tag.name == "style" {
          i = MarkupTag.end(of: tag.name, in: bytes, from: tag.end)
          add(tag.end..<i, .hidden)
        }
      }
      if let hiding { unread.append((hiding.start..<bytes.count, .hidden)) }
    }

    private mutating func add(_ range: Range<Int>, _ reason: Reason) {
      if hiding == nil, !range.isEmpty { unread.append((range, reason)) }
    }

    private mutating func take(_ tag: MarkupTag, _ range: Range<Int>) {
      tags.append(range)
      for attribute in tag.attributes {
        let value = bytes[attribute.value]
        if attribute.name == "id" { identifiers.insert(Array(value)) }
        if attribute.name == "href", value.first == UInt8(ascii: "#") {
          fragments.insert(Array(value.dropFirst()))
        }
      }
      if let open = hiding {
        guard tag.name == open.name else { return }
        hiding?.depth += tag.isEnd ? -1 : 1
        guard hiding?.depth == 0 else { return }
        hiding = nil
        add(open.start..<range.lowerBound, .hidden)
      } else if !tag.isEnd, !tag.isVoid, hides(tag, range) {
        hiding = (tag.name, range.upperBound, 1)
      }
    }

    /// Whether a tag hides its element whatever the page has. What a section adds to a tag may not be there.
    private func hides(_ tag: MarkupTag, _ range: Range<Int>) -> Bool {
      if tag.name == "template" { return true }
      let isAsked = outline.sections.contains {
        range.contains($0.range.lowerBound) && $0.range.lowerBound > range.lowerBound
      }
      return !isAsked && ShownPage.saysHidden(bytes[range])
    }
  }

  /// Whether a tag has the attribute `hidden`.
  static func saysHidden(_ tag: ArraySlice<UInt8>) -> Bool {
    tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated()
      .contains { number, part in
        // Every other part is the value of an attribute.
        number % 2 == 0
          && part.split { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
            .contains { $0.elementsEqual("hidden".utf8) }
      }
  }
}
