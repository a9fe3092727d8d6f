import SiteModel
import SymptomTree

/// What somebody is told to do at each level of urgency: heading, time frame and telephone number.
enum CareLevelChanges {
  static func find(_ sides: Sides) -> [Change] {
    let (old, new) = (cards(sides.old), cards(sides.new))
    // A level without checkers has a heading only.
    return CareLevel.allCases.sorted(by: >).flatMap { level -> [Change] in
      let subject = ChangeSubject(area: .safety, name: "care-level:\(level.rawValue)", title: "Care level")
      let place = CareLevel.allCases.count - level.rank
      let headings = (sides.oldIndex.careLevels[place].heading, sides.newIndex.careLevels[place].heading)
      var found: [Change] = []
      func compare(_ was: String?, _ now: String?, _ code: String, _ what: String) {
        guard was != now else { return }
        found.append(
          subject.change(
            code, "\(what):", alarm: true,
            passages: was.map { was in
              now.map { WordDifference(was, $0).passages } ?? [.init(was: was, now: nil)]
            }
              ?? [.init(was: nil, now: now)]))
      }
      compare(headings.0, headings.1, "care-level-heading", "Its heading changed everywhere it is shown")
      guard let was = old[level], let now = new[level] else { return found }
      compare(was.phone?.value, now.phone?.value, "care-level-phone", "Its phone number changed")
      compare(was.timeFrame.value, now.timeFrame.value, "care-level-time", "Its time frame changed")
      return found
    }
  }

  /// Every checker has the same.
  private static func cards(_ version: SiteVersion) -> [CareLevel: CareLevelCard] {
    version.site.checkers.checkers.first?.check.tree?.careLevels ?? [:]
  }

  /// Telephone numbers of the levels.
  static func phones(_ version: SiteVersion) -> [String] {
    Set(cards(version).values.compactMap(\.phone?.value)).filter { !$0.isEmpty }.sorted()
  }
}
