import FixtureSite
import Testing

/// Promises of a result by a day, and what a treatment always or never is.
@Suite struct PromiseTests {
  private static let file = "Content/conditions/kneecap-pain.md"

  private func claims(_ text: String, language: String? = nil) async throws -> [String] {
    let site = try Example.knee.copy()
    try site.write(try site.text(of: Self.file) + "\n\(text)\n", to: Self.file)
    if let language {
      try site.write(
        try site.text(of: "site.yaml").replacing("language: en-US", with: "language: \(language)"),
        to: "site.yaml")
    }
    return site.lines(try await site.check(today: "2026-11-28")).filter {
      $0.contains("absolute-claim") && $0.hasPrefix(Self.file)
    }
  }

  @Test(arguments: [
    ("You will be pain-free in 6 weeks.", "pain-free in"),
    ("You'll be fully recovered within ten days.", "recovered within"),
    ("You will be back to running in three months.", "back to running in"),
    ("Your pain will be gone in two weeks.", "gone in"),
    ("Surgery is always needed.", "surgery is always needed"),
    ("An injection is never necessary.", "injection is never necessary"),
    ("This kind always needs an operation.", "always needs an operation"),
    ("Then it will never hurt again.", "never hurt again"),
    ("This cures a sore knee.", "cures"),
  ])
  func english(_ text: String, _ phrase: String) async throws {
    let told = try await claims(text)
    #expect(told.count == 1 && told[0].contains("`\(phrase)` promises"), "\(told)")
  }

  @Test(arguments: [
    ("Estará sin dolor en 6 semanas.", "sin dolor en"),
    ("No tendrá dolor en dos semanas.", "no tendrá dolor en"),
    ("El dolor desaparecerá en tres días.", "desaparecerá en"),
    ("La cirugía siempre es necesaria.", "cirugía siempre es necesaria"),
    ("Nunca hace falta una operación.", "nunca hace falta una operación"),
  ])
  func spanish(_ text: String, _ phrase: String) async throws {
    let told = try await claims(text, language: "es")
    #expect(told.count == 1 && told[0].contains("`\(phrase)` promises"), "\(told)")
  }

  @Test(arguments: [
    "Most people will be pain-free in 6 weeks.", "You may be back to running in three months.",
    "If all goes well, you will be running again in 6 weeks.", "Surgery is not always needed.",
    "Surgery is almost never needed.", "The soreness will be gone in a day or two.",
    "You will be back to running in good shoes.", "Nobody can say that you will be pain-free in 6 weeks.",
    "Always stop if it hurts. Rest is never needed before it.", "Walk until it is pain-free in both knees.",
  ])
  func ordinaryEnglish(_ text: String) async throws { #expect(try await claims(text) == []) }

  @Test(arguments: [
    "La cirugía casi siempre es necesaria al final.", "No siempre es necesaria la cirugía.",
    "La mayoría estará sin dolor en 6 semanas.", "Siente dolor en la rodilla.", "Camine sin dolor en casa.",
  ])
  func ordinarySpanish(_ text: String) async throws { #expect(try await claims(text, language: "es") == []) }
}
