import Markdown
import Site
import Text

/// What a reader reads in the article's body.
extension ArticleChanges {
  /// Passages shown of one section.
  private static let passagesShown = 4

  var textChanges: [Change] {
    let (before, after) = (sides.old.site.parsed[pair.old], sides.new.site.parsed[pair.new])
    var found: [Change] = []
    if before.body.html != after.body.html {
      let (was, now) = (PageText(before.body), PageText(after.body))
      found += calloutChanges(was.callouts, now)
      if found.isEmpty { found += phoneChanges(before.body.text, after.body.text) }
      found += sectionChanges(was.sections, now.sections)
      found += linkChanges(was, now)
    }
    return found + pictureChanges
  }

  // MARK: Urgent advice

  private func calloutChanges(_ old: [PageText.Callout], _ page: PageText) -> [Change] {
    let old = old.map(withNewHeading)
    let new = page.callouts
    let safety = subject.of(.safety)
    var lost = old.filter { !new.contains($0) }
    var gained = new.filter { !old.contains($0) }
    var found: [Change] = []
    func text(_ callout: PageText.Callout) -> String { WordDifference.whole(callout.text) }
    func isSame(_ left: PageText.Callout, _ right: PageText.Callout) -> Bool {
      Self.words(left) == Self.words(right)
    }
    for callout in lost {
      guard let place = gained.firstIndex(where: { isSame($0, callout) }) else { continue }
      let now = gained.remove(at: place)
      lost.removeAll { $0 == callout }
      let isLess = Self.urgency(now.kind) < Self.urgency(callout.kind)
      found.append(
        safety.change(
          "urgent-advice-kind",
          "\(isLess ? "LESS URGENT: this" : "This") advice is now \(Self.name(now.kind)), not \(Self.name(callout.kind)).",
          alarm: isLess, passages: [Change.Passage(was: nil, now: text(now))]))
    }
    for callout in lost {
      guard let place = gained.firstIndex(where: { $0.kind == callout.kind }) else {
        let words = Array(Self.words(callout))
        let isStillSaid = page.sections.contains { !words.isEmpty && $0.text.firstRange(of: words) != nil }
        let rest = isStillSaid ? "; its text is now ordinary text or a note" : ""
        found.append(
          safety.change(
            "urgent-advice-removed",
            "\(Self.name(callout.kind, capital: true)) was removed from this page\(rest).",
            alarm: true, passages: [Change.Passage(was: text(callout), now: nil)]))
        continue
      }
      let now = gained.remove(at: place)
      found.append(
        safety.change(
          "urgent-advice-reworded", "\(Self.name(callout.kind, capital: true)) says something different:",
          alarm: true,
          passages: WordDifference(callout.text, now.text).passages))
    }
    return found
      + gained.map {
        safety.change(
          "urgent-advice-added", "\(Self.name($0.kind, capital: true)) is new on this page.",
          passages: [Change.Passage(was: nil, now: text($0))])
      }
  }

  /// What the site says at the top of every emergency card is reported once, with the care level.
  private func withNewHeading(_ callout: PageText.Callout) -> PageText.Callout {
    let (was, now) = (sides.oldIndex.careLevels[0].heading, sides.newIndex.careLevels[0].heading)
    guard was != now, callout.kind == .emergency,
      let place = ByteSearch.first(Array(was.utf8), in: callout.text[...])
    else { return callout }
    return PageText.Callout(
      kind: callout.kind,
      text: callout.text[..<place.lowerBound] + Array(now.utf8) + callout.text[place.upperBound...])
  }

  /// What a callout says after its kind.
  private static func words(_ callout: PageText.Callout) -> ArraySlice<UInt8> {
    ByteSearch.first(Array(": ".utf8), in: callout.text[...]).map { callout.text[$0.upperBound...] }
      ?? callout.text[...]
  }

  private static func urgency(_ kind: Callout) -> Int { PageText.urgentKinds.firstIndex(of: kind) ?? 0 }

  private static func name(_ kind: Callout, capital: Bool = false) -> String {
    let vowel = kind == .emergency || kind == .important
    let what = kind == .emergency ? "emergency card" : "box “\(kind.rawValue)”"
    return (capital ? (vowel && kind == .emergency ? "An " : "A ") : (kind == .emergency ? "an " : "a "))
      + what
  }

  /// A number to call that a page gives less often than before.
  private func phoneChanges(_ old: ArticleText, _ new: ArticleText) -> [Change] {
    // A number that took another's place everywhere is reported once, with the care level.
    let phones = Set(CareLevelChanges.phones(sides.old) + CareLevelChanges.phones(sides.new)).sorted()
    func count(in text: ArticleText) -> Int {
      let text = text.line(of: text.bodyBlocks)
      return phones.reduce(0) { $0 + Self.count(of: $1, in: text) }
    }
    let (before, after) = (count(in: old), count(in: new))
    let phone = phones.joined(separator: " or ")
    guard after < before else { return [] }
    return [
      subject.of(.safety).change(
        "phone-removed",
        after == 0
          ? "This page no longer tells readers to call \(phone)."
          : "This page tells readers to call \(phone) fewer times: \(after) instead of \(before).",
        alarm: true)
    ]
  }

  private static func count(of word: String, in text: [UInt8]) -> Int {
    let word = Array(word.utf8)
    var count = 0
    var rest = text[...]
    while let place = ByteSearch.first(word, in: rest) {
      count += 1
      rest = rest[place.upperBound...]
    }
    return count
  }

  // MARK: Sections

  private func sectionChanges(_ old: [PageText.Section], _ new: [PageText.Section]) -> [Change] {
    var found: [Change] = []
    var left = Array(new.indices)
    var gone: [PageText.Section] = []
    for section in old {
      guard let place = left.firstIndex(where: { new[$0].heading == section.heading }) else {
        gone.append(section)
        continue
      }
      let now = new[left.remove(at: place)]
      guard now.text != section.text else { continue }
      found.append(textChange("\(Self.place(section.heading)):", section.text, now.text))
    }
    for section in gone {
      if let place = left.firstIndex(where: { new[$0].text == section.text && !section.text.isEmpty }) {
        let now = new[left.remove(at: place)]
        found.append(
          subject.change(
            "heading-reworded", "A heading changed:",
            passages: WordDifference(section.heading, now.heading).passages))
      } else {
        found.append(
          subject.change(
            "section-removed", "\(Self.place(section.heading)) was removed:",
            passages: [Change.Passage(was: WordDifference.whole(section.text), now: nil)]))
      }
    }
    return found
      + left.map {
        subject.change(
          "section-added", "\(Self.place(new[$0].heading)) is new:",
          passages: [Change.Passage(was: nil, now: WordDifference.whole(new[$0].text))])
      }
  }

  private func textChange(_ place: String, _ old: [UInt8], _ new: [UInt8]) -> Change {
    let passages = WordDifference(old, new).passages
    let more = passages.count - Self.passagesShown
    return subject.change(
      "text-changed", more > 0 ? "\(place) (and \(more) more \(more == 1 ? "place" : "places"))" : place,
      passages: Array(passages.prefix(Self.passagesShown)))
  }

  private static func place(_ heading: [UInt8]) -> String {
    heading.isEmpty ? "At the beginning" : "“\(String(decoding: heading, as: UTF8.self))”"
  }

  // MARK: Links and pictures

  private func linkChanges(_ old: PageText, _ new: PageText) -> [Change] {
    func written(_ version: SiteVersion, _ number: Int) -> [String] {
      let index = version.site.named.index
      return version.site.parsed[number].body.links.filter { $0.kind == .written }.compactMap { link in
        link.article.map { index.name(of: $0) }
      }
    }
    let inside = ListDifference(
      written(sides.old, pair.old).map(sides.pairs.newName), written(sides.new, pair.new))
    let outside = ListDifference(old.outsideLinks, new.outsideLinks)
    let pictures = ListDifference(old.pictureTexts, new.pictureTexts)
    return Self.unique(inside.removed + outside.removed).map {
      subject.change("link-removed", "No longer links to `\($0)`.")
    }
      + Self.unique(inside.added + outside.added).map {
        subject.change("link-added", "Now links to `\($0)`.")
      }
      + (pictures.isEmpty
        ? []
        : [
          subject.change(
            "picture-text", "The descriptions of pictures changed:",
            passages: WordDifference(
              Array(pictures.removed.joined(separator: " ").utf8),
              Array(pictures.added.joined(separator: " ").utf8)
            ).passages)
        ])
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private var pictureChanges: [Change] {
    func files(_ version: SiteVersion, _ number: Int) -> [String] {
      Self.unique(version.site.parsed[number].usedFiles.map { version.site.named.index.files[$0].path })
        .sorted()
    }
    let (before, after) = (files(sides.old, pair.old), files(sides.new, pair.new))
    let difference = ListDifference(before, after)
    return difference.removed.map { subject.change("file-not-used", "No longer shows or links to `\($0)`.") }
      + difference.added.map { subject.change("file-used", "Now shows or links to `\($0)`.") }
      + before.filter { after.contains($0) && sides.old.files[$0] != sides.new.files[$0] }.map {
        subject.change("file-changed", "`\($0)`, which it shows or links to, has changed.")
      }
  }
}
