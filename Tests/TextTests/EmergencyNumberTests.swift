import Testing

@testable import Text

@Suite struct EmergencyNumberTests {
  private static func called(_ text: String, otherThan own: String = "911") -> String? {
    EmergencyNumber.called(in: Array("..\(text)".utf8)[2...], otherThan: [Array(own.utf8)])
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("Call 912 now.", "912"), ("If you cannot breathe, call 112", "112"), ("call 911 or dial 913.", "913"),
    ("Llame al 112 ahora", "112"), ("Marque 999.", "999"), ("Wait 30 minutes, then ring 999", "999"),
    ("CALL 912", "912"), ("Call 9112", "9112"), ("call 91 now", "91"), ("Call\u{A0}0911.", "0911"),
    ("call 811 now", "811"),
    ("Marque el 91 si puede.", "91"), ("Call 9 11.", "9 11"),
  ])
  func isFound(text: String, number: String) { #expect(Self.called(text) == number) }

  @Test(arguments: [
    "Call 911 now.", "Call 988 in a crisis.", "Call 555-0100.", "Call 555.0100", "Call +1 202 555 0142",
    "Hold for 100 seconds",
    "Call 24 hours before.", "Call 24/7.", "Call 10 or 12 people.", "We call 320 px small.",
    "Call 250 m far.", "They call 130-kg lifts heavy.", "Call 811 for advice.", "Call 101.",
    "Call 1,000 people.",
    "Recall 912 steps", "Call 12 days later", "Llame 24 horas antes.", "Call us.", "", "123", "call ",
    "See page 912.",
  ])
  func isNone(text: String) { #expect(Self.called(text) == nil) }

  @Test(arguments: [("9111", "911"), ("99", "999"), ("91", "911"), ("0112", "112"), ("888", "911")])
  func isMeant(number: String, meant: String) { #expect(EmergencyNumber.meant(by: number) == meant) }

  @Test(arguments: ["911", "999", "112", "000", "110", "15", "061", "+1-202-555-0142", "5550100", ""])
  func mayBeOne(number: String) { #expect(EmergencyNumber.meant(by: number) == nil) }
}
