import FixtureSite
import Testing

@testable import Comparison

/// What `limber diff` marks because it may be the opposite of what was said.
@Suite struct TurnedSenseTests {
  @Test(arguments: [
    ("Stop any exercise that makes it worse.", "Do any exercise that makes it worse."),
    ("Do less of what hurts.", "Do more of what hurts."),
    ("Stop if your back hurts.", "Go on if your back hurts."),
    ("See a physician if the knee is hot.", "See a physician unless the knee is hot."),
    ("Lift the leg without bending the knee.", "Lift the leg bending the knee."),
    ("Start the next stage later.", "Start the next stage sooner."),
    ("After two bad mornings, drop back a stage.", "After two bad mornings, move on a stage."),
    ("Walk for 10 minutes.", "Run for 10 minutes."),
    ("For a few days", "For a few months"), ("Act as if it fits.", "Act as if it does not fit."),
    ("a limp in anyone under 18", "a limp in anyone over 18"),
    ("Today: stop running", "Within days: stop running"),
    ("Do not wait to see if it eases.", "Do ~~not~~ wait to see if it eases."),
    ("~~Get help today~~ if it swells.", "Get help today if it swells."),
  ]) func turned(was: String, now: String) {
    #expect(TurnedSense("en").isFound(from: was, to: now))
  }

  @Test(arguments: [
    ("Stop if it hurts.", "Stop as soon as it hurts."), ("Rest for a few days.", "Rest for some days."),
    ("Do less of what hurts.", "Do a little less of what hurts."),
    ("Go on as before.", "Carry on as before."),
    ("See a physician if the knee is hot.", "See a clinician if the knee is hot."),
    ("Lift the leg slowly.", "Lift your leg slowly."),
    ("Stop running sooner.", "Stop running earlier."),
    ("Run for 10 minutes.", "Jog for 10 minutes."), ("Move on after a week.", "Move up after a week."),
    ("Most people can run.", "Many people can run."),
  ]) func ordinary(was: String, now: String) {
    #expect(!TurnedSense("en").isFound(from: was, to: now))
  }

  @Test func spanish() {
    #expect(TurnedSense("es").isFound(from: "Rojo: pare.", to: "Rojo: siga."))
    #expect(TurnedSense("es").isFound(from: "menor de 18 años", to: "mayor de 18 años"))
    #expect(TurnedSense("es").isFound(from: "Retroceda una etapa.", to: "Avance una etapa."))
    #expect(!TurnedSense("es").isFound(from: "Pare si duele.", to: "Deténgase si duele."))
  }

  private static func marked(_ file: String, _ old: String, _ new: String) async throws -> [String] {
    try await Comparing.starter([(file, old, new)]).comparison().changes.filter(\.isAlarm).map {
      "\($0.subject): \($0.message)"
    }
  }

  /// Words that are struck out are on the page, but readers take them for gone.
  @Test(arguments: [
    (
      "Content/pages/when-to-get-help.md", "If one of the emergency signs",
      "~~If one of the emergency signs~~"
    ),
    ("Content/symptom-checker/advice/go-now.md", "Do not wait", "Do ~~not~~ wait"),
    ("Content/symptom-checker/advice/stays.md", "Get help today", "~~Get help today~~"),
  ]) func struckOut(file: String, old: String, new: String) async throws {
    #expect(try await !Self.marked(file, old, new).isEmpty)
  }

  @Test(arguments: [
    (
      "Content/symptom-checker/advice/rest.md", "Stop any exercise", "Do any exercise",
      "checker:knee-pain: Outcome `at-home` (self-care) says something different:"
    ),
    (
      "Content/symptom-checker/advice/tick.md", "Act as if it fits.", "Act as if it does not fit.",
      "checker:knee-pain: The explanation of “Do any of these fit right now?” changed:"
    ),
    (
      "Content/symptom-checker/knee-pain.yaml", "label: For a few days", "label: For a few months",
      "checker:knee-pain: An answer to “How long has it been sore?” has new wording:"
    ),
    (
      "Content/causes/kneecap-pain.md", "[when to get help](../pages/when-to-get-help.md)",
      "[when to get help](../pages/contact.md)",
      "cause:kneecap-pain: No longer links to `page:when-to-get-help`."
    ),
    (
      "Templates/words/en.yaml", "emergency-ask: Emergency?", "emergency-ask: Unsure?",
      "Templates/words/en.yaml: `emergency-ask`:"
    ),
    (
      "Templates/words/en.yaml", "leave-out: Leave out", "leave-out: Try these",
      "Templates/words/en.yaml: `leave-out`:"
    ),
  ]) func isMarked(file: String, old: String, new: String, change: String) async throws {
    let marked = try await Self.marked(file, old, new)
    #expect(marked.contains(change), "\(marked)")
  }

  /// Words of templates are texts: nobody is told that only the design changed.
  @Test func words() async throws {
    let text = try await Comparing.starter([("Templates/words/en.yaml", "menu: Menu", "menu: Contents")]).text
    #expect(text.contains("`menu`:\n         was: Menu\n         now: Contents\n"), "\(text)")
    #expect(!text.contains("only the design"), "\(text)")
    #expect(!text.contains("!! `"), "\(text)")
  }

  /// On the page that says when to get help every word counts; elsewhere other amounts, and what is gone of stopping and of help.
  @Test(arguments: [
    ("Content/pages/when-to-get-help.md", "act as if it did.", "ask a friend."),
    ("Content/pages/when-to-get-help.md", "Warning signs of the knee", "Signs of the knee"),
    ("Content/stretches/straight-leg-raise.md", "  - Stop if your back or the knee hurts.", "  - Breathe."),
    (
      "Content/causes/kneecap-pain.md", "or if the pain does not ease.", "or after 2 weeks.\n\nBe seen today."
    ),
    ("Content/causes/kneecap-pain.md", "without pushing into pain", "pushing into pain"),
  ]) func isWeakened(file: String, old: String, new: String) async throws {
    let marked = try await Self.marked(file, old, new)
    #expect(!marked.isEmpty)
  }

  @Test(arguments: [
    ("Run every 2 days.", "Run every 5 days."), ("for 1 minute", "for 10 minutes"),
    ("Stop for a sharp pain. With each lift, breathe.", "With each lift, breathe."),
    ("until a physician has cleared you", "until it feels better"),
    ("Hard or stuck: an emergency.", "Hard or stuck: come and see us."), ("Be seen today.", "Be seen."),
  ]) func weaker(was: String, now: String) {
    let passages = WordDifference(was, now).passages
    #expect(TurnedSense("en").isWeakened(in: passages), "\(passages)")
  }

  @Test(arguments: [
    ("Lift the leg slowly.", "Lift the leg slowly, 8 times."), ("A sore knee.", "A sore, stiff knee."),
    ("The kneecap glides.", "The kneecap moves."), ("Go to the clinic.", "Go to a doctor at the clinic."),
    ("See a physician today.", "See a doctor today."), ("Do not run.", "Do not jump or run."),
  ]) func notWeaker(was: String, now: String) {
    let passages = WordDifference(was, now).passages
    #expect(!TurnedSense("en").isWeakened(in: passages), "\(passages)")
  }

  @Test func otherUnits() {
    #expect(TurnedSense.hasOtherUnit("3 s", "3 min") && TurnedSense.hasOtherUnit("10–30 s", "10–30 min"))
    #expect(!TurnedSense.hasOtherUnit("3 s", "5 s") && !TurnedSense.hasOtherUnit("2", "3"))
  }
}
