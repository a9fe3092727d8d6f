import FixtureSite
import Testing

/// Steps that say another number than the dose of their exercise.
@Suite struct StatedDoseTests {
  private static let wallSit = "Content/exercises/wall-sit.md"
  private static let stepDown = "Content/exercises/step-down.md"

  /// `hold: 10-30 s`, `sets: 3`.
  private static func held(
    _ sentence: String, _ words: String?, hold: String = "10–30 s", key: String = "hold"
  )
    -> EditedExample
  {
    EditedExample(
      .knee, [.init(wallSit, "Slide down a little, and hold.", sentence)],
      words.map {
        [
          "\(wallSit):20:1: warning doubtful-value: This step says `\($0)`, but `\(key)` in the front matter says `\(hold)`. » Write `\(hold)` here, or correct `\(key)`. If this number is of a later week, say so in the same sentence."
        ]
      } ?? [])
  }

  /// `sets: 2-3`, `reps: 6-10`.
  private static func counted(_ sentence: String, _ words: String?) -> EditedExample {
    EditedExample(
      .knee, [.init(stepDown, "1. ", "1. \(sentence) ")],
      words.map {
        [
          "\(stepDown):14:1: warning doubtful-value: This step says `\($0)`, but `reps` in the front matter says `6–10`. » Write `6–10` here, or correct `reps`. If this number is of a later week, say so in the same sentence."
        ]
      } ?? [])
  }

  private static let told = [
    held("Slide down, and hold for 60 seconds.", "60 seconds"), held("Hold for one minute.", "one minute"),
    held("Keep still for forty-five seconds.", "forty-five seconds"), held("Stay there 5–8 s.", "5–8 s"),
    held("Hold it for 10 to 40 seconds, then breathe.", "10 to 40 seconds"),
    held("Do 5 sets.", "5 sets", hold: "3", key: "sets"), counted("Do 15 reps.", "15 reps"),
    counted("Repeat 20 times.", "20 times"),
    counted("Do 12–15 repetitions on each leg.", "12–15 repetitions"),
  ]

  private static let quiet = [
    held("Hold for 20 seconds.", nil), held("Hold for 10 to 30 seconds.", nil),
    held("Rest for 90 seconds.", nil),
    held("Lower yourself over 60 seconds.", nil), held("From week 3, hold for 60 seconds.", nil),
    held("When you can hold it for 60 seconds, go on.", nil), held("Do 3 sets.", nil),
    held("Hold on to a rail. It takes 5 minutes.", nil),
    held("Hold, and rest for a minute between sets.", nil),
    counted("Do 8 reps.", nil), counted("Repeat 3 times.", nil), counted("Do it 4 times a week.", nil),
    counted("Build up to 15 reps.", nil),
  ]

  @Test(arguments: told + quiet) func doses(_ edit: EditedExample) async throws { try await edit.check() }

  @Test func otherTextThanSteps() async throws {
    try await EditedExample(
      .knee, [.init(Self.wallSit, "## How to do it", "Some hold it for 60 seconds.\n\n## How to do it")], []
    ).check()
  }

  @Test(arguments: [
    ("Mantenga la posición 60 segundos.", true), ("Aguante un minuto.", true),
    ("Aguante veinte segundos.", false),
    ("Descanse 60 segundos.", false), ("A partir de la semana 3, mantenga 60 segundos.", false),
  ])
  func spanish(_ sentence: String, _ isTold: Bool) async throws {
    let site = try Example.knee.copy()
    try site.write(
      try site.text(of: "site.yaml").replacing("language: en-US", with: "language: es"), to: "site.yaml")
    try site.write(
      try site.text(of: Self.wallSit).replacing("Slide down a little, and hold.", with: sentence),
      to: Self.wallSit)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(lines.contains { $0.contains("This step says") } == isTold, "\(lines)")
  }
}
