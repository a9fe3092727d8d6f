import Markdown
import Site
import Text

/// What a reader reads in the article's body.
extension ArticleChanges {
  /// Passages shown of one section.
  private static let passagesShown = 4
  /// Bytes of an article that are searched for the words of boxes it no longer has.
  private static let searchedBytes = 10_000_000

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
    let safety = subject.of(.safety)
    let difference = ListDifference(old, page.callouts)
    var gained = Untaken(difference.added)
    var found: [Change] = []
    func text(_ callout: PageText.Callout) -> String { WordDifference.whole(callout.text) }
    var byWords = gained.places { Self.words($0) }
    var isElsewhere: Set<PageText.Callout> = []
    for callout in difference.removed {
      guard let now = gained.take(Self.words(callout), of: &byWords) else { continue }
      isElsewhere.insert(callout)
      let isLess = Self.urgency(now.kind) < Self.urgency(callout.kind)
      found.append(
        safety.change(
          "urgent-advice-kind",
          "\(isLess ? "LESS URGENT: this" : "This") advice is now \(Self.name(now.kind)), not \(Self.name(callout.kind)).",
          alarm: isLess, passages: [Change.Passage(was: nil, now: text(now))]))
    }
    var byKind = gained.places(by: \.kind)
    var searched = 0
    for callout in difference.removed where !isElsewhere.contains(callout) {
      guard let now = gained.take(callout.kind, of: &byKind) else {
        let words = Array(Self.words(callout))
        let isStillSaid = page.sections.contains { section in
          searched += section.text.count
          return searched <= Self.searchedBytes && ByteSearch.first(words, in: section.text[...]) != nil
        }
        let rest = isStillSaid ? "; its text is now ordinary text or a note" : ""
        found.append(
          safety.change(
            "urgent-advice-removed",
            "\(Self.name(callout.kind, capital: true)) was removed from this page\(rest).",
            alarm: true, passages: [Change.Passage(was: text(callout), now: nil)]))
        continue
      }
      found.append(
        safety.change(
          "urgent-advice-reworded", "\(Self.name(callout.kind, capital: true)) says something different:",
          alarm: true,
          passages: WordDifference(callout.text, now.text).passages))
    }
    return found
      + gained.rest.map {
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
    let phones = sides.phones
    func count(in text: ArticleText) -> Int {
      // Where no number begins, there is none to count.
      guard phones.contains(where: { ByteSearch.first($0.beginning, in: text.bytes[...]) != nil }) else {
        return 0
      }
      let text = text.line(of: text.bodyBlocks)
      return phones.reduce(0) { $0 + Self.count(of: $1.bytes, in: text) }
    }
    let before = count(in: old)
    guard before > 0 else { return [] }
    let after = count(in: new)
    guard after < before else { return [] }
    let phone = phones.map(\.text).joined(separator: " or ")
    return [
      subject.of(.safety).change(
        "phone-removed",
        after == 0
          ? "This page no longer tells readers to call \(phone)."
          : "This page tells readers to call \(phone) fewer times: \(after) instead of \(before).",
        alarm: true)
    ]
  }

  private static func count(of word: [UInt8], in text: [UInt8]) -> Int {
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
    var left = Untaken(new)
    var byHeading = left.places(by: \.heading)
    var gone: [PageText.Section] = []
    for section in old {
      guard let now = left.take(section.heading, of: &byHeading) else {
        gone.append(section)
        continue
      }
      guard now.text != section.text else { continue }
      found.append(textChange("\(Self.place(section.heading)):", section.text, now.text))
    }
    var byText = gone.isEmpty ? [:] : left.places { $0.text.isEmpty ? nil : $0.text }
    for section in gone {
      if let now = left.take(section.text, of: &byText) {
        found.append(
          subject.change(
            "heading-reworded", "A heading changed:",
            alarm: isAlarm(WordDifference(section.heading, now.heading).passages),
            passages: WordDifference(section.heading, now.heading).passages))
      } else {
        found.append(
          subject.change(
            "section-removed", "\(Self.place(section.heading)) was removed:", alarm: guidesToHelp,
            passages: [Change.Passage(was: WordDifference.whole(section.text), now: nil)]))
      }
    }
    return found
      + left.rest.map {
        subject.change(
          "section-added", "\(Self.place($0.heading)) is new:",
          passages: [Change.Passage(was: nil, now: WordDifference.whole($0.text))])
      }
  }

  private func textChange(_ place: String, _ old: [UInt8], _ new: [UInt8]) -> Change {
    let passages = WordDifference(old, new).passages
    let more = passages.count - Self.passagesShown
    return subject.change(
      "text-changed", more > 0 ? "\(place) (and \(more) more \(more == 1 ? "place" : "places"))" : place,
      alarm: isAlarm(passages),
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
    // The last way from an article to the page that says when to get help.
    let isHelpLost =
      !inside.removed.isEmpty && !written(sides.new, pair.new).contains(where: sides.newIndex.listsRedFlags)
    return Self.unique(inside.removed + outside.removed).map { name in
      subject.change(
        "link-removed", "No longer links to `\(name)`.",
        alarm: isHelpLost
          && (sides.newIndex.listsRedFlags(name)
            || written(sides.old, pair.old).contains { old in
              sides.pairs.newName(of: old) == name && sides.oldIndex.listsRedFlags(old)
            })
      )
    }
      + Self.unique(inside.added + outside.added).map {
        subject.change("link-added", "Now links to `\($0)`.")
      }
      + changed("picture-text", "The descriptions of pictures changed:", old.pictureTexts, new.pictureTexts)
      + changed("video-text", "What is said in videos changed:", old.transcripts, new.transcripts)
  }

  /// Texts beside the body, in the words that differ.
  private func changed(_ code: String, _ message: String, _ was: [String], _ now: [String]) -> [Change] {
    let difference = ListDifference(was, now)
    if difference.isEmpty { return [] }
    let passages = WordDifference(
      difference.removed.joined(separator: " "), difference.added.joined(separator: " ")
    ).passages
    return [
      subject.change(code, message, alarm: turnedSense.isFound(in: passages), passages: passages)
    ]
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
    let changed = before.filter { sides.old.files[$0] != sides.new.files[$0] }
    let isUsed = changed.isEmpty ? [] : Set(after)
    return difference.removed.map { subject.change("file-not-used", "No longer shows or links to `\($0)`.") }
      + difference.added.map { subject.change("file-used", "Now shows or links to `\($0)`.") }
      + changed.filter(isUsed.contains).map {
        subject.change("file-changed", "`\($0)`, which it shows or links to, has changed.")
      }
  }
}
