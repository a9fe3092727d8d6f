import FixtureSite
import Testing

/// Red flags, questions and safety nets that say another thing than they did: signs that are made little of, texts that were exchanged.
@Suite struct TurnedSignTests {
  private static let flags = "Content/red-flags.yaml"
  private static let tree = "Content/symptom-checker/knee-pain.yaml"
  private static let net = "Content/symptom-checker/advice/stays.md"

  private static func told(_ example: Example, _ file: String, _ edit: (String) -> String) async throws
    -> [String]
  {
    let site = try example.copy()
    let text = try site.text(of: file)
    let new = edit(text)
    try #require(new != text)
    try site.write(new, to: file)
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  private static func expect(
    _ fragment: String?, _ example: Example, _ file: String, _ edit: (String) -> String
  )
    async throws
  {
    let lines = try await told(example, file, edit)
    if let fragment {
      #expect(lines.count == 1 && lines[0].contains(fragment), "\(lines)")
    } else {
      #expect(lines == [])
    }
  }

  // MARK: Reasons that make little of a sign

  @Test(arguments: [
    ("usually nothing to worry about. Mention it at your next visit.", "usually nothing"),
    ("rarely dangerous.", "rarely dangerous"), ("this is harmless.", "is harmless"),
    ("say so at your next checkup.", "say so at your next checkup"),
    ("no es nada grave.", "no es nada grave"),
    ("coméntelo en su próxima cita.", "coméntelo en su próxima cita"),
    ("no reason for concern.", "no reason for concern"),
  ])
  func reassures(why: String, words: String) async throws {
    try await Self.expect(
      "warning bad-red-flag: The `why` of the red flag `rf-cannot-stand`, which is `emergency`, says \"\(words)\", which tells readers that they can wait.",
      .starter, Self.flags
    ) { $0.replacing("a bone may be broken or out of place. Say how and when it began.", with: why) }
  }

  @Test(arguments: [
    "it is not harmless. Say when it began.", "most are harmless, but a clot is not.",
    "even if it looks harmless, a bone may be broken.",
    "it may not look serious. Say when it began.", "puede ser grave aunque no lo parezca.",
    "say what changed since your last visit.",
  ])
  func doesNotReassure(why: String) async throws {
    try await Self.expect(nil, .starter, Self.flags) {
      $0.replacing("a bone may be broken or out of place. Say how and when it began.", with: why)
    }
  }

  // MARK: A text and its reason

  private static func exchanged(_ text: String, _ one: String, _ other: String) -> String {
    text.replacing(one, with: "@").replacing(other, with: one).replacing("@", with: other)
  }

  @Test(arguments: [
    (
      "A calf that is newly swollen, warm, red or sore",
      "A knee that is stuck and cannot be bent or made straight", "rf-calf", "rf-locked"
    ),
    (
      "A leg or foot that is cold, pale or blue, or that has suddenly gone numb or weak",
      "Pain at rest or at night, together with weight loss or a past cancer", "rf-cold-leg", "rf-unwell"
    ),
  ])
  func exchangedTexts(one: String, other: String, first: String, second: String) async throws {
    try await Self.expect(
      "warning bad-red-flag: The red flags `\(first)` and `\(second)` seem to have each other's text: the `why` of each speaks of the other's sign.",
      .starter, Self.flags
    ) { Self.exchanged($0, one, other) }
  }

  @Test(arguments: [
    ("Cannot put weight", "Can put weight", "says \"can put weight\", but its `why` says \"no weight\"."),
    (
      "together with fever, chills", "without fever, chills",
      "says \"knee without fever\", but its `why` says \"and a fever\"."
    ),
    ("newly swollen, warm", "warm and not swollen", "says \"not swollen\""),
  ])
  func turnedTexts(old: String, new: String, what: String) async throws {
    try await Self.expect(what, .starter, Self.flags) { $0.replacing(old, with: new, maxReplacements: 1) }
  }

  @Test func turnedTextInSpanish() async throws {
    let lines = try await Self.told(.clinic, "Content/red-flags.es.yaml") {
      $0.replacing("No puede dar", with: "Puede dar", maxReplacements: 1)
    }
    #expect(
      lines.contains {
        $0.contains(
          "The text of the red flag `rf-cannot-stand` says \"puede dar\", but its `why` says \"no poder dar\"."
        )
      },
      "\(lines)")
  }

  @Test(arguments: [
    ("Cannot put weight", "Not able to put weight"),
    ("together with fever, chills", "with or without a fever, and with chills"),
    ("newly swollen, warm, red or sore", "swollen and warm for no known reason"),
  ])
  func textsThatAreFine(old: String, new: String) async throws {
    try await Self.expect(nil, .starter, Self.flags) { $0.replacing(old, with: new, maxReplacements: 1) }
  }

  // MARK: Questions

  @Test(arguments: ["Skip", "Next", "Continue", "Skip this question", "Go on"])
  func leadsOn(label: String) async throws {
    try await Self.expect(
      "\(Self.tree):22:19: warning tree-wording: `none` of the red-flag question `emergency` says only \"\(label)\", so readers may choose it without reading the signs. » Say that no sign fits, such as \"No, none of these fit\".",
      .starter, Self.tree
    ) { $0.replacing("label: \"No, none of these fit\"", with: "label: \(label)", maxReplacements: 1) }
  }

  @Test(arguments: ["Siguiente", "Saltar la pregunta"])
  func leadsOnInSpanish(label: String) async throws {
    let lines = try await Self.told(.clinic, "Content/symptom-checker/hip-pain.es.yaml") {
      $0.replacing("\"No, ninguna de estas coincide\"", with: label, maxReplacements: 1)
    }
    #expect(lines.contains { $0.contains("says only \"\(label)\"") }, "\(lines)")
  }

  @Test(arguments: ["None", "None of these fit", "Nothing here fits me", "No, go on"])
  func labelsThatAreFine(label: String) async throws {
    try await Self.expect(nil, .starter, Self.tree) {
      $0.replacing("label: \"No, none of these fit\"", with: "label: \"\(label)\"", maxReplacements: 1)
    }
  }

  @Test(arguments: [
    ("Are you well right now?", "are you well"), ("Do you feel fine?", "do you feel fine"),
    ("Is everything all right?", "is everything all right"),
  ])
  func asksWhetherAllIsWell(ask: String, words: String) async throws {
    try await Self.expect("`ask` of `emergency` says \"\(words)\"", .starter, Self.tree) {
      $0.replacing("Do any of these fit right now?", with: ask)
    }
    try await Self.expect(nil, .starter, Self.tree) {
      $0.replacing("Do any of these fit right now?", with: "Do any of these fit, even if \(ask.lowercased())")
    }
  }

  @Test(arguments: [
    (
      "Does it hurt at rest or at night?", "How long has it been sore?",
      "The question `rest` begins with \"How long\", but its answers say yes and no."
    ),
    (
      "Does it hurt at rest or at night?", "Where is it sore?",
      "The question `rest` begins with \"Where is\", but its answers say yes and no."
    ),
    (
      "How long has it been sore?", "Does it hurt at night?",
      "The question `how-long` asks for yes or no, but its answers are lengths of time."
    ),
  ])
  func answersThatDoNotAnswer(ask: String, other: String, what: String) async throws {
    let lines = try await Self.told(.starter, Self.tree) { $0.replacing(ask, with: other) }
    #expect(lines.contains { $0.contains(what) }, "\(lines)")
  }

  @Test(arguments: [
    ("Does it hurt at rest or at night?", "When you lie down, does it hurt?"),
    ("How long has it been sore?", "Has it been sore for days, or longer?"),
    ("How long has it been sore?", "Did it start recently?"),
    ("Does it hurt at rest or at night?", "When you lie still does it hurt?"),
  ])
  func answersThatAreFine(ask: String, other: String) async throws {
    try await Self.expect(nil, .starter, Self.tree) { $0.replacing(ask, with: other) }
  }

  // MARK: Safety nets

  @Test(arguments: ["Carry on.", "All is well, so keep going every day.", "Rest well.", "Siga igual."])
  func namesNoSign(text: String) async throws {
    try await Self.expect(
      "\(Self.net):1:1: warning tree-safety-net: `at-home` has this text for when to seek care sooner, but it names no sign. » Write the signs that need care sooner, such as \"Get help today if the fever comes back\".",
      .starter, Self.net
    ) { _ in text + "\n" }
  }

  @Test(arguments: [
    "Keep going, and get help if the knee turns hot.", "Get help today for a hot knee.",
    "Siga así, y llame si empeora.",
  ])
  func namesASign(text: String) async throws {
    try await Self.expect(nil, .starter, Self.net) { _ in text + "\n" }
  }

  // MARK: Hints

  @Test(arguments: [
    ("<aside>\n⚠️ Do not run with a fever.\n</aside>", "Write the line `> [!WARNING]` in place of `<aside>`"),
    ("<aside>\nWarning: do not run.\n</aside>", "Write the line `> [!WARNING]` in place of `<aside>`"),
    ("<aside>\nDrink water.\n</aside>", "Write the line `> [!TIP]` in place of `<aside>`"),
    (
      "Do not run with a fever.\n---",
      ":22:1: warning unread-markdown: This line turns the text right above it into a heading. » Add an empty line above it"
    ),
  ])
  func leadToTheBox(text: String, hint: String) async throws {
    try await Self.expect(hint, .starter, "Content/causes/kneecap-pain.md") {
      $0.replacing("## What may help", with: text + "\n\n## What may help", maxReplacements: 1)
    }
  }
}
