import Site
import SiteModel

/// What `site.yaml`, the references and the design say: on every page, or on all that cite a work.
enum SettingChanges {
  static func find(_ sides: Sides) -> [Change] {
    settings(sides) + references(sides) + unshown(sides) + words(sides) + design(sides)
  }

  static func settings(_ sides: Sides) -> [Change] {
    let (was, now) = (sides.oldIndex.configuration, sides.newIndex.configuration)
    let subject = ChangeSubject(area: .site, name: SiteConfiguration.file, title: "On every page")
    let turnedSense = TurnedSense(now.language)
    var found: [Change] = []
    func compare(_ what: String, _ old: String, _ new: String, alarm: Bool = false) {
      guard old != new else { return }
      found.append(
        subject.change(
          "setting-changed", "\(what):", alarm: alarm || turnedSense.isFound(from: old, to: new),
          passages: [Change.Passage(was: old.isEmpty ? nil : old, now: new.isEmpty ? nil : new)]))
    }
    compare("The site's name", was.name, now.name)
    compare("The site's description", was.description, now.description)
    compare("Language", was.language, now.language)
    compare("Type of clinic", was.clinicType, now.clinicType)
    func words(_ menu: [MenuEntry]) -> String { menu.map(\.words).joined(separator: ", ") }
    let isHelpLost = leadsToHelp(sides.oldIndex) && !leadsToHelp(sides.newIndex)
    compare("Navigation", words(was.navigation), words(now.navigation), alarm: isHelpLost)
    compare("Footer menu", words(was.footer), words(now.footer), alarm: isHelpLost)
    for (old, new) in zip(facts(was), facts(now)) { compare(new.what, old.words, new.words) }
    compare("Pages without a review", was.review.unreviewed.rawValue, now.review.unreviewed.rawValue)
    compare("Pages with an overdue review", was.review.overdue.rawValue, now.review.overdue.rawValue)
    compare("Months that a review is valid", "\(was.review.months)", "\(now.review.months)")
    for (old, new) in zip(was.checkerNames, now.checkerNames) {
      // What it no longer names, its rules no longer look at.
      let names = Set(new.names.split(separator: ", "))
      compare(
        "The symptom checker's `\(old.key)`", old.names, new.names,
        alarm: old.names.split(separator: ", ").contains { !names.contains($0) })
    }
    for kind in was.kinds {
      guard let other = now.kinds.first(where: { $0.name == kind.name }) else { continue }
      compare("The title of the list `\(kind.folder)`", kind.title, other.title)
      compare("The summary of the list `\(kind.folder)`", kind.summary, other.summary)
      compare(
        "Clinical review of articles in `\(kind.folder)`", kind.oversight.rawValue, other.oversight.rawValue)
      for (old, new) in zip(list(kind), list(other)) { compare(new.what, old.words, new.words) }
    }
    return found
  }

  /// Whether a menu leads to the page that says when to get help.
  private static func leadsToHelp(_ index: SiteIndex) -> Bool {
    index.configuration.menuPages.contains { index.listsRedFlags($0.text) }
  }

  private static func references(_ sides: Sides) -> [Change] {
    let (old, new) = (sides.oldIndex.references, sides.newIndex.references)
    return old.works.compactMap { work in
      guard let number = new.table[work.key.utf8] else { return nil }
      let now = new.works[number]
      let subject = ChangeSubject(area: .advice, name: "reference:\(work.key)", title: "Reference")
      if work.html != now.html {
        return subject.change(
          "reference-changed", "Its text changed everywhere it is cited:",
          passages: WordDifference(work.words, now.words).passages)
      }
      guard work.link != now.link else { return nil }
      func text(_ link: [UInt8]) -> String {
        link.isEmpty ? "nowhere" : String(decoding: link, as: UTF8.self)
      }
      return subject.change(
        "reference-link", "Now links to \(text(now.link)); before, to \(text(work.link)).")
    }
  }

  /// What templates and stylesheets no longer show, though readers need it.
  private static func unshown(_ sides: Sides) -> [Change] {
    let known = Set(sides.old.site.unshown.map(\.message))
    return sides.new.site.unshown.filter { !known.contains($0.message) }.map { fault in
      let file = fault.file ?? SiteConfiguration.file
      return ChangeSubject(area: .safety, name: file, title: "No longer shown")
        .change("need-unshown", fault.message, alarm: true)
    }
  }

  /// What templates say to readers, by its key.
  private static func words(_ sides: Sides) -> [Change] {
    let (old, new) = (sides.old.words, sides.new.words)
    return Set(old.keys).intersection(new.keys).sorted().flatMap { path -> [Change] in
      let (before, after) = (old[path] ?? [:], new[path] ?? [:])
      let turnedSense = TurnedSense(WordTexts.language(of: path))
      let subject = ChangeSubject(area: .site, name: path, title: "What templates say")
      return Set(before.keys).union(after.keys).sorted().compactMap { key in
        let (was, now) = (before[key], after[key])
        if was == now { return nil }
        let isTurned = was.flatMap { was in now.map { turnedSense.isFound(from: was, to: $0) } } ?? false
        return subject.change(
          "words-changed", "`\(key)`:", alarm: isTurned || was != nil && key.hasPrefix("emergency-"),
          passages: [Change.Passage(was: was, now: now)])
      }
    }
  }

  private static func design(_ sides: Sides) -> [Change] {
    let (old, new) = (sides.old.design, sides.new.design)
    return Set(old.keys).union(new.keys).sorted().compactMap { path in
      guard old[path] != new[path] else { return nil }
      // What changed in it has been told.
      if let was = sides.old.words[path], let now = sides.new.words[path], was != now { return nil }
      let what = old[path] == nil ? "New." : new[path] == nil ? "Gone." : "Changed."
      return ChangeSubject(area: .design, name: path, title: "").change("design-changed", what)
    }
  }
}
