import Testing

@testable import Text

@Suite struct EmergencyNumberTests {
  private static func called(_ text: String, otherThan own: String = "911") -> String? {
    EmergencyNumber.called(in: Array("..\(text)".utf8)[2...], otherThan: Array(own.utf8))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("Call 912 now.", "912"), ("If you cannot breathe, call 112", "112"), ("call 911 or dial 913.", "913"),
    ("Llame al 112 ahora", "112"), ("Marque 999.", "999"), ("Wait 30 minutes, then ring 999", "999"),
    ("CALL 912", "912"),
  ])
  func isFound(text: String, number: String) { #expect(Self.called(text) == number) }

  @Test(arguments: [
    "Call 911 now.", "Call 988 in a crisis.", "Call 555-0100.", "Call 555.0100", "Call +1 202 555 0142",
    "Hold for 100 seconds",
    "Call 9112", "Call us.", "", "123", "call ", "See page 912.",
  ])
  func isNone(text: String) { #expect(Self.called(text) == nil) }
}
