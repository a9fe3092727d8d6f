import Testing

@testable import Text

/// Which addresses lead outside, and whether they say where.
@Suite struct AddressSchemeTests {
  @Test(
    arguments: [
      ("https://a", .https), ("HTTP://a.example/", .http), ("https://", nil), ("https:/a", nil),
      ("https:a", nil),
      ("https:", nil), ("mailto:a@b.example", .mailto), ("mailto:", nil), ("tel:+44 20 7946 0999", .tel),
      ("tel:12", nil), ("tel:?body=a", nil), ("sms:?body=a", .sms), ("SMS:911", .sms), ("sms:", nil),
      ("javascript:a", nil), ("//a", nil), ("a", nil),
    ] as [(String, AddressScheme?)])
  func isTold(address: String, scheme: AddressScheme?) {
    #expect(AddressScheme(of: Array(address.utf8)) == scheme)
  }
}
