import Markdown
import Site
import SiteModel

/// What one article says and refers to, before and now.
struct ArticleChanges {
  let sides: Sides
  let pair: ArticlePairs.Pair
  let subject: ChangeSubject
  let turnedSense: TurnedSense

  init(_ sides: Sides, _ pair: ArticlePairs.Pair) {
    self.sides = sides
    self.pair = pair
    turnedSense = TurnedSense(sides.newIndex.configuration.language)
    subject = ChangeSubject(
      area: .advice, name: sides.newIndex.name(of: pair.new), title: sides.newIndex.title(of: pair.new))
  }

  var old: Article { sides.oldIndex.articles[pair.old] }
  var new: Article { sides.newIndex.articles[pair.new] }

  /// Whether readers find here when to get help: then every word that changes may keep somebody from it.
  var guidesToHelp: Bool { sides.oldIndex.listsRedFlags(old) || sides.newIndex.listsRedFlags(new) }

  func isAlarm(_ passages: [Change.Passage]) -> Bool {
    guidesToHelp || turnedSense.isFound(in: passages) || turnedSense.isWeakened(in: passages)
  }

  var all: [Change] {
    let texts = textChanges
    let facts = factChanges
    let relations = relationChanges
    let content = redFlagChanges + relations + facts + texts
    return content + citationChanges + reviewChanges(contentChanged: !content.isEmpty)
  }

  // MARK: What it refers to

  private var redFlagChanges: [Change] {
    let flags = ListDifference(old.redFlags.map(\.text), new.redFlags.map(\.text))
    let safety = subject.of(.safety)
    return flags.removed.map {
      safety.change(
        "red-flag-not-named", "No longer lists the red flag `\($0)`.", alarm: true,
        passages: [Change.Passage(was: Self.text(of: $0, sides.oldIndex), now: nil)])
    }
      + flags.added.map {
        safety.change(
          "red-flag-named", "Now lists the red flag `\($0)`.",
          passages: [Change.Passage(was: nil, now: Self.text(of: $0, sides.newIndex))])
      }
  }

  private static func text(of flag: String, _ index: SiteIndex) -> String? {
    index.redFlags.table[flag.utf8].map { index.redFlags.flags[$0].text }
  }

  /// Relations that the article itself names, by their names.
  private var relationChanges: [Change] {
    let oldKind = sides.oldIndex.configuration.kinds[old.kind]
    let newKind = sides.newIndex.configuration.kinds[new.kind]
    let before = targets(sides.old, pair.old).mapValues { $0.map(sides.pairs.newName) }
    let after = targets(sides.new, pair.new)
    if before == after { return [] }
    let namesNow = after.mapValues { Set($0) }
    var found: [Change] = []
    for relation in oldKind.relations {
      let difference = ListDifference(before[relation.name] ?? [], after[relation.name] ?? [])
      for name in difference.removed {
        let elsewhere = newKind.relations.filter { namesNow[$0.name]?.contains(name) == true }.map {
          "`\($0.name)`"
        }
        let now = elsewhere.isEmpty ? "" : " It is now in \(elsewhere.joined(separator: " and "))."
        let area: Change.Area = relation.countsAsRelated ? .advice : .safety
        found.append(
          subject.of(area).change(
            "relation-removed",
            "`\(relation.name)` no longer lists \(mention(name, sides.newIndex, sides.oldIndex)).\(now)",
            alarm: !relation.countsAsRelated))
      }
    }
    for relation in newKind.relations {
      let difference = ListDifference(before[relation.name] ?? [], after[relation.name] ?? [])
      for name in difference.added {
        found.append(
          subject.of(relation.countsAsRelated ? .advice : .safety).change(
            "relation-added", "`\(relation.name)` now lists \(mention(name, sides.newIndex))."))
      }
    }
    return found
  }

  /// The targets of each relation as `kind:id`. What a symmetric relation has from the other side comes last, and is
  /// left out.
  private func targets(_ version: SiteVersion, _ number: Int) -> [String: [String]] {
    let index = version.site.named.index
    let article = index.articles[number]
    var found: [String: [String]] = [:]
    for (slot, relation) in index.configuration.kinds[article.kind].relations.enumerated() {
      found[relation.name] = version.site.named.links.relations[number][slot]
        .prefix(article.relations[slot]?.count ?? 0).map { index.name(of: Int($0)) }
    }
    return found
  }

  /// The article of that name in the first version that has it.
  private func mention(_ name: String, _ indices: SiteIndex...) -> String {
    let parts = name.split(separator: ":")
    for index in indices where parts.count == 2 {
      guard let kind = index.configuration.kind(named: String(parts[0])),
        let number = index.ids[kind][parts[1].utf8]
      else { continue }
      return index.mention(of: number)
    }
    return "`\(name)`"
  }

  private var citationChanges: [Change] {
    func keys(_ version: SiteVersion, _ number: Int) -> [String] {
      version.site.parsed[number].body.citations.map {
        version.site.named.index.references.works[$0.reference].key
      }
    }
    let difference = ListDifference(keys(sides.old, pair.old), keys(sides.new, pair.new))
    return difference.removed.map { subject.change("citation-removed", "No longer cites `\($0)`.") }
      + difference.added.map { subject.change("citation-added", "Now cites `\($0)`.") }
  }

  // MARK: Review

  private func reviewChanges(contentChanged: Bool) -> [Change] {
    let (was, now) = (old.review, new.review)
    var found: [Change] = []
    let isSameReview =
      was.status == now.status && was.reviewer == now.reviewer && was.reviewed == now.reviewed
    if isSameReview, contentChanged, now.status == .approved {
      let day = now.reviewed.map { " of \($0.text)" } ?? ""
      found.append(
        subject.change(
          "review-older-than-text",
          "The page says it has been reviewed, but that review\(day) is older than this change.",
          alarm: true))
    }
    if was.status != now.status, was.status == .exempt || now.status == .exempt {
      // That of its kind changed, which is told once.
    } else if was.status != now.status {
      found.append(
        subject.change(
          "review-status", "Clinical review is now \(now.status.rawValue); it was \(was.status.rawValue)."))
    } else if !isSameReview, now.status == .approved {
      let reviewer = now.reviewer.map { " by \($0)" } ?? ""
      let day = now.reviewed.map { " on \($0.text)" } ?? ""
      found.append(subject.change("review-renewed", "Reviewed again\(reviewer)\(day)."))
    }
    return found
  }
}
