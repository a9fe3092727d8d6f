import Diagnostics
import Testing
import YAML

@testable import SiteModel
@testable import SymptomTree

/// A small checker that uses everything, with the site around it.
struct Clinic {
  var tree = Clinic.tree
  var careLevels: String? = Clinic.careLevels
  var vignettes: String? = Clinic.vignettes
  var index = Clinic.index
  var today = "2026-03-01"
  var policy = ReviewPolicy(months: 12)
  var causeKind: String? = "cause"
  var stretchKind: String? = "stretch"

  /// Checked against `committed`, or against its own list of paths.
  func check(committed: String?? = .none) throws -> TreeCheck {
    let options = TreeOptions(
      today: try #require(CalendarDate(parsing: today.utf8)), reviewPolicy: policy,
      causeKind: causeKind, stretchKind: stretchKind)
    func run(_ committed: String?) -> TreeCheck {
      TreeCheck(
        TreeSources(
          tree: file("ankle.yaml", tree),
          careLevels: careLevels.map { CareLevels(file("care-levels.yaml", $0)) },
          vignettes: vignettes.map { file("ankle.vignettes.yaml", $0) },
          committedPaths: committed.map { file("ankle.paths.tsv", $0) }),
        index: index, options: options)
    }
    if case .some(let given) = committed { return run(given) }
    return run(run(nil).pathsFile ?? "")
  }

  private func file(_ name: String, _ text: String) -> SourceFile {
    SourceFile(name: name, bytes: ArraySlice(Array(text.utf8)))
  }

  static let tree = """
    format: 1
    id: ankle
    version: 1.2.0
    title: Check your ankle pain
    language: en-US
    show-causes: true
    start: emergency
    review: {status: pending}
    questions:
      emergency:
        stage: red-flag
        type: any-of
        ask: Do you have any of these right now?
        help: advice/emergency.md
        answers:
          bone: {flag: rf-bone, next: go-now}
          blue: {flag: rf-blue, next: go-now}
        none: {label: "No, none of these", next: age}
      age:
        stage: gate
        type: one-of
        ask: How old is the person?
        answers:
          child: {label: Under 18, next: child}
          adult: {label: 18 or over, next: same-day}
      same-day:
        stage: red-flag
        type: any-of
        ask: Does any of this fit?
        answers:
          weight: {flag: rf-weight, next: today}
          numb: {flag: rf-numb, next: this-week}
        none: {label: "No, none of these fit", next: where}
      where:
        stage: narrowing
        type: one-of
        picture: foot-map
        ask: Where does it hurt most?
        answers:
          outside: {label: The outer side, next: outer}
          back: {label: The back, next: tendon-check}
          unsure: {label: I am not sure, next: see-someone}
      tendon-check:
        stage: red-flag
        within: [where.back]
        type: any-of
        ask: Did this happen?
        answers:
          snap: {flag: rf-snap, next: today}
        none: {label: "No", next: how-long}
      how-long:
        stage: narrowing
        type: one-of
        ask: How long has it hurt?
        answers:
          short: {label: Less than two weeks, next: rest}
          long: {label: Two weeks or more, next: tendon}
          unsure: {label: I am not sure, next: tendon}
    outcomes:
      go-now: {level: emergency, advice: advice/emergency.md}
      child: {level: urgent, advice: advice/child.md}
      today: {level: urgent}
      this-week: {level: soon, seek-care-if: advice/worse.md}
      see-someone: {level: soon, seek-care-if: advice/worse.md}
      outer:
        level: routine
        causes: [sprain, instability]
        stretches: [balance]
        seek-care-if: advice/worse.md
      tendon: {level: routine, causes: [tendinopathy], stretches: [heel-drops], seek-care-if: advice/worse.md}
      rest: {level: self-care, causes: [tendinopathy], seek-care-if: advice/worse.md}

    """

  static let careLevels = """
    emergency: {rank: 5, heading: Go to an emergency department, time-frame: Now, phone: "555", card: red}
    urgent: {rank: 4, heading: Be seen today, time-frame: Within 24 hours, card: orange}
    soon: {rank: 3, heading: Be seen this week, time-frame: Within days, card: yellow}
    routine: {rank: 2, heading: Book a visit, time-frame: Within weeks, card: blue}
    self-care: {rank: 1, heading: Look after it yourself, time-frame: For two weeks, card: green}

    """

  static let vignettes = """
    - {id: broken, source: smith2020, answers: {emergency: bone}, outcome: go-now, at-least: emergency}
    - {id: blue-foot, source: practice, answers: {emergency: [blue]}, outcome: go-now, at-least: emergency}
    - {id: a-child, source: practice, answers: {emergency: none, age: child}, outcome: child, at-least: soon}
    - id: cannot-stand
      source: smith2020
      answers: {emergency: none, age: adult, same-day: [numb, weight]}
      outcome: today
      at-least: urgent
    - {id: numb, source: practice, answers: {emergency: none, age: adult, same-day: numb}, outcome: this-week, at-least: soon}
    - id: outer-side
      source: practice
      answers: {emergency: none, age: adult, same-day: none, where: outside}
      outcome: outer
      at-least: routine
    - id: does-not-know
      source: practice
      answers: {emergency: none, age: adult, same-day: none, where: unsure}
      outcome: see-someone
      at-least: routine
    - id: snapped
      source: practice
      answers: {emergency: none, age: adult, same-day: none, where: back, tendon-check: snap}
      outcome: today
      at-least: urgent
    - id: new-pain
      source: practice
      answers: {emergency: none, age: adult, same-day: none, where: back, tendon-check: none, how-long: short}
      outcome: rest
      at-least: self-care
    - id: old-pain
      source: practice
      answers: {emergency: none, age: adult, same-day: none, where: back, tendon-check: none, how-long: long}
      outcome: tendon
      at-least: routine
    - id: some-pain
      source: practice
      answers: {emergency: none, age: adult, same-day: none, where: back, tendon-check: none, how-long: unsure}
      outcome: tendon
      at-least: routine

    """

  static let index: ClinicalIndex = {
    func flag(_ line: Int, _ text: String, _ level: CareLevel) -> ClinicalIndex.Flag {
      ClinicalIndex.Flag(
        text: text, why: "Say when it began.", level: level, sources: ["smith2020"], isFromPractice: false,
        file: "red-flags.yaml",
        position: Position(line: line, column: 1))
    }
    func cause(_ id: String, managed: [String], caution: [String] = [], avoid: [String] = [])
      -> ClinicalIndex.Cause
    {
      ClinicalIndex.Cause(
        title: "Title of \(id)", url: "/causes/\(id)/", summary: "Summary of \(id).", managedWith: managed,
        caution: caution, avoid: avoid, state: .published, hasCitation: true, file: "causes/\(id).md")
    }
    func stretch(_ id: String) -> ClinicalIndex.Stretch {
      ClinicalIndex.Stretch(
        title: "Title of \(id)", url: "/stretches/\(id)/", summary: "Summary of \(id).",
        state: .published, file: "stretches/\(id).md")
    }
    func advice(_ text: String, links: Bool = false) -> ClinicalIndex.Advice {
      ClinicalIndex.Advice(
        html: Array("<p>\(text)</p>\n".utf8), words: Array(text.utf8), linksToArticles: links)
    }
    return ClinicalIndex(
      flags: [
        "rf-bone": flag(1, "A bone sticks out", .emergency),
        "rf-blue": flag(4, "The foot is cold and blue", .emergency),
        "rf-weight": flag(7, "You cannot take four steps", .urgent),
        "rf-numb": flag(10, "Part of the foot is numb", .soon),
        "rf-snap": flag(13, "You felt a snap at the heel", .urgent),
      ],
      causes: [
        "sprain": cause("sprain", managed: ["balance", "calf-stretch"], avoid: ["hops"]),
        "instability": cause("instability", managed: ["balance"], caution: ["calf-stretch"]),
        "tendinopathy": cause("tendinopathy", managed: ["heel-drops"]),
      ],
      stretches: [
        "balance": stretch("balance"), "calf-stretch": stretch("calf-stretch"),
        "heel-drops": stretch("heel-drops"),
        "hops": stretch("hops"),
      ],
      advice: [
        "advice/emergency.md": advice("Call."), "advice/child.md": advice("A child with <em>pain</em>."),
        "advice/worse.md": advice("It gets worse. See <a href=\"/signs/numb/\">numbness</a>.", links: true),
      ],
      references: ["smith2020"], pictures: ["foot-map": ["outside", "back"]])
  }()
}
