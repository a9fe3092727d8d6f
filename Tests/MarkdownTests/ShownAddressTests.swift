import Diagnostics
import Testing

@testable import Markdown

/// Links whose words are a number or an address: what readers see is where they lead.
@Suite struct ShownAddressTests {
  @Test(arguments: [
    ("[+1 555 0100](tel:+15550199)", "+1 555 0100", "+15550199"), ("Call [911](tel:112) now", "911", "112"),
    ("[Call 911](tel:9111)", "911", "9111"),
    ("[hello@clinic.example](mailto:helo@clinic.example)", "hello@clinic.example", "helo@clinic.example"),
  ])
  func another(_ link: String, _ shown: String, _ target: String) {
    let found = render(link).diagnostics
    #expect(found.map(\.message) == ["This link shows `\(shown)`, but leads to `\(target)`."])
    #expect(found.map(\.hint) == ["Write the same in both places."] && found.map(\.severity) == [.error])
  }

  @Test(arguments: [
    "[+1 555 0100](tel:+15550100)", "[555 0100](tel:+1-555-0100)", "[020 7946 0000](tel:+442079460000)",
    "[+44 (0)20 7946 0000](tel:+442079460000)", "[Call 911 (24 hours)](tel:911)", "[Call us](tel:+15550100)",
    "[Call 1-800-CLINIC](tel:+18002546421)", "[Open 24/7, 365 days](tel:+15550100)", "[112 or 911](tel:911)",
    "[555-0100, ext. 12](tel:5550100;ext=12)", "[**+1 555 0100**](tel:+15550100)",
    "[Write](mailto:a@clinic.example)", "<mailto:a@clinic.example>",
    "[E-mail:a@clinic.example](mailto:a@clinic.example)",
    "[A@clinic.example](mailto:a@clinic.example?subject=x)", "[(a@clinic.example)](mailto:a@clinic.example)",
  ])
  func theSame(_ link: String) { #expect(render(link).diagnostics == [], "\(link)") }
}
