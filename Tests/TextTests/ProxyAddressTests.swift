import Testing

@testable import Text

/// Addresses that only members of a library get past.
@Suite struct ProxyAddressTests {
  @Test(arguments: [
    (
      "https://bjsm-bmj-com.proxy.library.example.edu/content/52/18/1170",
      "https://bjsm.bmj.com/content/52/18/1170"
    ),
    ("https://www.jospt.org.ezproxy.uni.example/doi/full/1?x=2#a", "https://www.jospt.org/doi/full/1?x=2#a"),
    ("https://x--ray-example-org.libproxy.uni.example/a", "https://x-ray.example.org/a"),
    ("https://www-nejm-org.hill.idm.oclc.org/doi/1", "https://www.nejm.org/doi/1"),
    ("https://hill.idm.oclc.org/login?url=https://www.nejm.org/doi/1", "https://www.nejm.org/doi/1"),
    (
      "http://ezproxy.uni.example/login?url=https%3A%2F%2Fwww.nejm.org%2Fdoi%2F1",
      "https://www.nejm.org/doi/1"
    ),
  ])
  func leadThroughALibrary(address: String, original: String) {
    #expect(ProxyAddress.original(of: Array(address.utf8)) == original)
  }

  @Test(arguments: [
    "https://www.nejm.org/doi/1", "https://proxy.example.com/", "https://www.proxy.org/about",
    "https://ezproxy.com/", "https://clinic.example/proxy/www-nejm-org", "mailto:desk@proxy.example",
    "http://", "",
    "https://www.oclc.org/en/",
  ])
  func others(address: String) { #expect(ProxyAddress.original(of: Array(address.utf8)) == nil) }
}
