import SiteModel

/// The site's red flags: what is declared, and how urgent it is said to be.
enum RedFlagChanges {
  static func find(_ sides: Sides) -> [Change] {
    let (old, new) = (sides.oldIndex.redFlags, sides.newIndex.redFlags)
    var found: [Change] = []
    for flag in old.flags {
      let subject = subject(flag)
      guard let number = new.table[flag.id.utf8] else {
        found.append(
          subject.change(
            "red-flag-removed", "This red flag was removed. Its level was \(flag.level).",
            alarm: true, passages: [Change.Passage(was: flag.text, now: nil)]))
        continue
      }
      let now = new.flags[number]
      if flag.level != now.level {
        let isLess = rank(now.level) > rank(flag.level)
        found.append(
          subject.change(
            isLess ? "red-flag-less-urgent" : "red-flag-more-urgent",
            "\(isLess ? "LESS URGENT" : "More urgent"): \(now.level) instead of \(flag.level). It says: “\(now.text)”",
            alarm: isLess))
      }
      if flag.text != now.text {
        found.append(
          subject.change(
            "red-flag-reworded", "Its wording changed everywhere it is shown:", alarm: true,
            passages: WordDifference(flag.text, now.text).passages))
      }
      if flag.why != now.why {
        found.append(
          subject.change(
            "red-flag-reason", "The symptom checker gives a different reason for it:", alarm: true,
            passages: WordDifference(flag.why ?? "", now.why ?? "").passages))
      }
      let before = grounds(flag)
      let after = grounds(now)
      if before != after {
        found.append(
          subject.change("red-flag-sources", "It is now based on \(after); before, on \(before)."))
      }
    }
    for flag in new.flags where old.table[flag.id.utf8] == nil {
      found.append(
        subject(flag).change(
          "red-flag-added", "A new red flag. Its level is \(flag.level).",
          passages: [Change.Passage(was: nil, now: flag.text)]))
    }
    return found
  }

  private static func subject(_ flag: RedFlags.Flag) -> ChangeSubject {
    ChangeSubject(area: .safety, name: "red-flag:\(flag.id)", title: "Red flag")
  }

  /// 0 for an emergency.
  private static func rank(_ level: String) -> Int {
    CareHeading.names.firstIndex(of: level) ?? CareHeading.names.count
  }

  private static func grounds(_ flag: RedFlags.Flag) -> String {
    let sources = flag.sources.map { "`\($0.text)`" }
    return (sources + (flag.isPractice ? ["practice"] : [])).joined(separator: ", ")
  }
}
