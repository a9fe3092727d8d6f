import FixtureSite
import Testing

/// One word in the care levels, the red flags or the checker can send everybody home: each of these was published without one.
@Suite struct UrgencyWordingTests {
  private static let levels = "Content/symptom-checker/care-levels.yaml"
  private static let flags = "Content/red-flags.yaml"
  private static let tree = "Content/symptom-checker/knee-pain.yaml"

  struct Slip: Sendable, CustomTestStringConvertible {
    var example = Example.starter
    let file: String
    let old: String
    let new: String
    /// `file:line:column: severity code`.
    let expected: [String]
    var testDescription: String { "\(file): \(new)" }
  }

  private static func lines(_ example: Example, _ file: String, _ old: String, _ new: String) async throws
    -> [String]
  {
    let site = try file.contains(".es.") ? example.copy() : example.copyOfOriginal()
    let text = try site.text(of: file)
    try #require(text.contains(old), "\(old)")
    try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    return site.lines(try await site.check(today: "2026-11-28")).map { line in
      // Up to the code.
      let severity = line.firstRange(of: ": error ") ?? line.firstRange(of: ": warning ")
      guard let severity else { return line }
      return String(line[..<severity.upperBound] + line[severity.upperBound...].prefix { $0 != ":" })
    }
  }

  private static func level(_ old: String, _ new: String, _ places: String...) -> Slip {
    Slip(file: levels, old: old, new: new, expected: places.map { "\(levels):\($0) care-level-urgency" })
  }

  private static let emergency = #""Call your local emergency number or go to an emergency department now""#

  private static let wordings = [
    level(emergency, #""Book a visit""#, "19:12: error"),
    level(emergency, #""Rest and see how it goes""#, "4:12: warning"),
    level(emergency, #""Make an appointment""#, "4:12: warning"),
    level(
      #""Contact a physician or urgent care today""#, #""Be seen within the next few days""#, "14:12: error"),
    level(
      #""Contact a physician or urgent care today""#, #""Contact a physician tomorrow""#, "9:12: warning"),
    level(#""Today""#, #""Tomorrow""#, "10:15: warning"),
    level(#""Today""#, #""Within 72 hours""#, "10:15: warning"),
    level(#""Today""#, #""For now""#, "10:15: warning"),
    level(#""Today""#, #""Next Monday""#, "10:15: warning"),
    level(#""Today""#, #""Within days""#, "10:15: warning"), level(#""Today""#, #""-""#, "10:15: error"),
    level(#""Today""#, #""Within two weeks""#, "10:15: error"),
    level(#""Now""#, #""Today, if you can""#, "5:15: warning"),
    level(#""Now""#, #""When you can""#, "5:15: warning"),
    level(#""Within the next few days""#, #""Within months""#, "15:15: warning"),
    level("card: blue", "card: red", "26:9: error"), level("card: yellow", "card: red", "16:9: error"),
  ]

  /// What says the same in other words.
  private static let fine = [
    level(#""Today""#, #""Within 24 hours""#), level(#""Today""#, #""Now, or tonight at the latest""#),
    level(#""Today""#, #""The same day""#), level(#""Now""#, #""At once: do not wait until tomorrow""#),
    level(emergency, #""Get help now""#), level(emergency, #""Dial 000""#),
    level(emergency, #""Go to the hospital""#),
    level(#""Contact a physician or urgent care today""#, #""Be seen today, not next week""#),
    level("card: green", "card: blue"), level(#""When the next visit is free""#, #""Within a month""#),
  ]

  private static let others = [
    Slip(
      file: flags, old: "level: emergency", new: "level: urgent",
      expected: ["\(flags):3:1: warning tree-flag-level"]),
    Slip(
      file: tree, old: "review: {status: pending}", new: "review: {status: withdrawn}",
      expected: ["\(tree):9:18: error review-invalid"]),
    Slip(
      file: tree, old: "go-now: {level: emergency, advice: advice/go-now.md}",
      new: "go-now: {level: emergency, advice: advice/today.md}",
      expected: ["\(tree):60:38: error tree-urgent-advice"]),
    Slip(
      file: tree, old: "seek-care-if: advice/worse.md", new: "seek-care-if: advice/rest.md",
      expected: ["\(tree):62:68: warning tree-safety-net"]),
    Slip(
      example: .knee, file: levels, old: "Call 911 or", new: "Call 112 or",
      expected: ["\(levels):4:12: error care-level-urgency"]),
    Slip(
      example: .knee, file: levels, old: #"phone: "911""#, new: #"phone: "912""#,
      expected: ["\(levels):4:12: error care-level-urgency"]),
    Slip(
      example: .knee, file: "Content/pages/when-to-get-help.md", old: "call 911", new: "call 912",
      expected: ["Content/pages/when-to-get-help.md:10:1: warning doubtful-value"]),
    Slip(
      example: .knee, file: "Content/conditions/kneecap-pain.md", old: "[rf-fever-knee, rf-swollen-injury]",
      new: "[rf-fever-knee] #, rf-swollen-injury]",
      expected: ["Content/conditions/kneecap-pain.md:17:28: warning doubtful-value"]),
  ]

  @Test(arguments: wordings + fine + others)
  func isTold(slip: Slip) async throws {
    let told = try await Self.lines(slip.example, slip.file, slip.old, slip.new)
    #expect(told.sorted() == slip.expected.sorted())
  }

  @Test(arguments: [
    "Take a painkiller and wait until tomorrow.", "Book a visit. It can be seen in a few days.",
  ])
  func adviceThatPutsOffAnEmergency(text: String) async throws {
    let site = try Example.starter.copyOfOriginal()
    try site.write(text + "\n", to: "Content/symptom-checker/advice/go-now.md")
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(lines.count { $0.contains("care-level-urgency") } == 1, "\(lines)")
  }

  @Test(arguments: [
    "Do not wait until tomorrow. Call now.", "If it is better tomorrow, call all the same.",
    "Call now. Never wait until tomorrow.",
  ])
  func adviceThatDoesNot(text: String) async throws {
    let site = try Example.starter.copyOfOriginal()
    try site.write(text + "\n", to: "Content/symptom-checker/advice/go-now.md")
    #expect(
      !site.lines(try await site.check(today: "2026-11-28")).contains { $0.contains("care-level-urgency") })
  }

  /// A number that nobody answers, in every text that says to call.
  @Test(arguments: [
    ("Content/symptom-checker/advice/today.md", "tree-own-sentence"),
    ("Content/symptom-checker/advice/go-now.md", "tree-own-sentence"),
    ("Content/pages/about.md", "doubtful-value"),
  ])
  func anotherNumberToCall(file: String, code: String) async throws {
    func found(_ text: String) async throws -> [String] {
      let site = try Example.knee.copyOfOriginal()
      let isArticle = file.contains("/pages/")
      try site.write(
        try site.text(of: file) + (isArticle ? "\n> [!WARNING]\n> \(text)\n" : "\n\(text)\n"), to: file)
      return site.lines(try await site.check(today: "2026-11-28")).filter {
        $0.contains(code) && $0.contains("call 912")
      }
    }
    #expect(!(try await found("If you cannot breathe, call 912.")).isEmpty)
    #expect(try await found("If you cannot breathe, call 911.") == [])
  }

  /// Headings of levels are on pages with or without a checker.
  @Test func withoutAChecker() async throws {
    let site = try FixtureSite([
      Self.levels:
        "emergency: {heading: Book a visit}\nurgent: {heading: Call today}\nsoon: {heading: Be seen soon}\nroutine: {heading: Come by}\nself-care: {heading: Rest}\n"
    ])
    let lines = site.lines(try await site.check()).filter { $0.hasPrefix(Self.levels) }
    #expect(
      lines == [
        "\(Self.levels):1:22: warning care-level-urgency: The heading of `emergency` says \"book a visit\", which tells readers that they can wait. » Say what to do now, and whom to call."
      ])
  }

  // MARK: Red flags

  private static func flag(_ key: String, _ value: String) async throws -> [String] {
    let site = try Example.starter.copyOfOriginal()
    var isIn = false
    let text = try site.text(of: flags).split(separator: "\n", omittingEmptySubsequences: false).map {
      line -> String in
      if !line.hasPrefix(" ") { isIn = line == "rf-calf:" }
      return isIn && line.hasPrefix("  \(key): ") ? "  \(key): \(value)" : String(line)
    }
    try site.write(text.joined(separator: "\n"), to: flags)
    return site.lines(try await site.check(today: "2026-11-28")).filter { $0.contains("bad-red-flag") }
  }

  @Test(arguments: [
    ("text", #""[insert sign]""#, "error"), ("text", #""…""#, "error"), ("text", "xxx", "error"),
    ("text", #""A cold leg: call 112""#, "warning"), ("why", #""A clot. Call 911.""#, "warning"),
    ("text", "to be translated", "error"),
    ("text", #""A calf that is newly swollen, warm, red or""#, "warning"),
    ("text", #""A knee that is stuck, and cannot be bent or made straight.""#, "error"),
    ("why", #""-""#, "error"),
  ])
  func wordsOfFlags(key: String, value: String, severity: String) async throws {
    let told = try await Self.flag(key, value)
    #expect(told.count == 1 && told.allSatisfy { $0.contains(": \(severity) bad-red-flag") }, "\(told)")
  }

  @Test(arguments: ["A calf that is swollen", "Fever", "A calf that is swollen, or a foot that is."])
  func wordsThatAreFine(text: String) async throws {
    #expect(try await Self.flag("text", #""\#(text)""#) == [])
  }

  // MARK: Other languages

  @Test(arguments: [
    (
      "Content/red-flags.es.yaml", "Una pierna fría, pálida o azul; o una que se ha adormecido de repente",
      "pendiente", "red-flags.es.yaml:14:9: error bad-red-flag"
    ),
    (
      "Content/red-flags.es.yaml", "Una pierna fría, pálida o azul; o una que se ha adormecido de repente",
      "Dolor de pecho; falta de aire; o desmayo, con o sin una pierna hinchada",
      "red-flags.es.yaml:17:9: error bad-red-flag"
    ),
    (
      "Content/symptom-checker/care-levels.es.yaml", "comuníquese hoy", "comuníquese mañana",
      "care-levels.es.yaml:5:12: warning care-level-urgency"
    ),
    (
      "Content/symptom-checker/hip-pain.es.yaml", #""18 años o más""#, #""Menos de 18 años""#,
      "hip-pain.es.yaml:17:22: error tree-label-repeated"
    ),
    (
      "Content/symptom-checker/hip-pain.es.yaml", "review: {status: pending}", "review: {status: withdrawn}",
      "hip-pain.es.yaml:2:18: error review-invalid"
    ),
  ])
  func ofTranslations(file: String, old: String, new: String, expected: String) async throws {
    let told = try await Self.lines(.clinic, file, old, new).map {
      $0.split(separator: ":").joined(separator: ":")
    }
    #expect(told.contains { $0.hasSuffix(expected) }, "\(told)")
  }

  /// What a hint gives to write is in the language of the words.
  @Test(arguments: [
    (#""Ahora""#, #""Mañana""#, "Write `time-frame: Ahora`."),
    (
      #""Hoy""#, #""Pronto""#,
      "Write `time-frame: Hoy`."
    ),
    (#""En los próximos días""#, #""En los próximos meses""#, "Write `time-frame: En los próximos días`."),
    (
      #""Llame al 911 o vaya a una sala de emergencias ahora""#, #""Descanse""#,
      "Write, for example, `heading: \"Llame al 911 o vaya a una sala de emergencias ahora\"`."
    ),
  ])
  func hintsOfTranslations(old: String, new: String, hint: String) async throws {
    let site = try Example.clinic.copy()
    let file = "Content/symptom-checker/care-levels.es.yaml"
    let text = try site.text(of: file)
    #expect(text.contains(old))
    try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    let report = try await site.check(today: "2026-11-28")
    #expect(report.diagnostics.contains { $0.file == file && $0.hint == hint }, "\(site.lines(report))")
  }
}
