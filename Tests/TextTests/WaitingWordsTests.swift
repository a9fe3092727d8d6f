import Testing

@testable import Text

/// What tells readers to put help off, and what only sounds like it.
@Suite struct WaitingWordsTests {
  private func words(_ text: String, _ urgency: WaitingWords.Urgency) -> String? {
    let bytes = Array(text.utf8)
    return WaitingWords.sentences(of: bytes[...]).lazy.compactMap {
      WaitingWords.found(in: String(decoding: bytes[$0], as: UTF8.self), urgency)
    }.first
  }

  @Test(arguments: [
    ("Wait for a week and see.", "wait for a week"), ("Wait and see.", "wait and see"),
    ("Espere unos di\u{301}as.", "espere unos días"),
    ("Wait it out.", "wait it out"), ("Wait until the swelling goes down.", "wait until the swelling"),
    ("See how the leg feels on Monday.", "see how the leg feels"),
    ("Give it some time.", "give it some time"),
    ("Give your knee a few days.", "give your knee a few days"), ("Hold off on a visit.", "hold off"),
    ("Put this off if you like.", "put this off"), ("It can wait.", "it can wait"),
    ("You can wait.", "you can wait"), ("Try ice and rest first.", "try ice and rest first"),
    ("Rest for two days, then call.", "rest for two days"), ("Let it heal.", "let it heal"),
    ("Rest the leg for a few days first.", "rest the leg for a few days"), ("Sleep on it.", "sleep on it"),
    ("If it is not better in two days, call.", "if it is not better in two days"),
    ("If the pain lasts more than a week, book a visit.", "if the pain lasts more than a week"),
    ("Call only if it gets worse.", "call only if it gets worse"), ("There is no rush.", "no rush"),
    ("If you like, wait a few days.", "wait a few days"), ("This is not urgent.", "not urgent"),
    ("You don't need to go today.", "t need to go today"),
    ("Watch it for a day or two.", "watch it for a day"),
    ("It usually settles.", "usually settles"), ("It will get better on its own.", "better on its"),
    ("See a doctor next week.", "next week"), ("Book a visit within two weeks.", "within two weeks"),
    ("Call us when it suits you.", "when it suits"), ("Call tomorrow.", "call tomorrow"),
    ("Espere unos días.", "espere unos días"), ("Espere a ver.", "espere a ver"),
    ("Dele tiempo.", "dele tiempo"),
    ("Vea cómo sigue la pierna.", "vea cómo sigue"), ("Puede esperar.", "puede esperar"),
    ("No hay prisa.", "no hay prisa"), ("Pruebe con hielo primero.", "pruebe con hielo primero"),
    ("Descanse unos días.", "descanse unos días"),
    ("Si no mejora en dos días, llame.", "si no mejora en dos días"),
    ("Consulte solo si empeora.", "consulte solo si empeora"),
    ("Llame la próxima semana.", "llame la próxima semana"),
    ("Pida una cita en unos días.", "pida una cita en unos días"), ("Llame mañana.", "llame mañana"),
    ("Do not go to the emergency room.", "do not go to the emergency room"),
    ("Don't call 911.", "don t call 911"),
    ("You must not go to the hospital.", "must not go to the hospital"),
    ("No vaya a urgencias.", "no vaya a urgencias"),
  ])
  func areFound(text: String, found: String) {
    #expect(words(text, .today) == found)
    #expect(words(text, .emergency) != nil)
  }

  @Test(arguments: [
    "Book a visit.", "It may be seen in a few days.", "Stay at home.",
    "Pida una cita.", "Se puede ver más tarde.",
  ])
  func areFoundInEmergenciesAlone(text: String) {
    #expect(words(text, .emergency) != nil)
    #expect(words(text, .today) == nil)
  }

  @Test(arguments: [
    "Do not go to the hospital by car.", "If you are alone, do not drive.",
    "No vaya solo a urgencias sin avisar.",
    "Do not wait to see if it eases.", "Never wait a few days.", "Don't hold off.", "This cannot wait.",
    "It can't wait.", "To wait a few days is not safe.", "Call now, even if you think it can wait.",
    "Call now rather than wait a few days.", "Wait for the ambulance for a few minutes.",
    "If it is better tomorrow, call all the same.", "Someone should wait with you.",
    "Until then, rest the leg.",
    "Say if it began in the last two days.", "Call again if it is no better in two days.",
    "Give the time when it began.", "Keep still while you wait.", "Wait in a chair until you are seen.",
    "Ask what comes next if it is clear.", "No espere a ver si se alivia.", "Esto no puede esperar.",
    "Llame ya en vez de esperar unos días.", "Mientras espera, no se mueva.", "Warten Sie nicht.",
  ])
  func othersAreNot(text: String) {
    #expect(words(text, .today) == nil)
    #expect(words(text, .emergency) == nil)
  }

  /// Signs speak of days and of rest by themselves.
  @Test(arguments: [
    ("Pain at rest or at night for a few days", nil), ("A calf that is no better after a week", nil),
    ("A sore calf: wait and see", "wait and see"), ("A sore calf, but give it time", "give it time"),
  ])
  func inSigns(text: String, found: String?) { #expect(words(text, .sign) == found) }
}
