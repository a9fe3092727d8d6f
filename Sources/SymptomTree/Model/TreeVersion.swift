/// `major.minor.patch` (Semantic Versioning 2.0.0, section 2, without labels): major when routing, a stage or a care
/// level changed, minor for wording, patch for a typing error.
package struct TreeVersion: Hashable, Comparable, Sendable {
  package var major: Int
  package var minor: Int
  package var patch: Int

  package init(major: Int, minor: Int, patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  package init?(parsing text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      let isNumber = !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isNumber, part.utf8.count <= 6, part == "0" || !part.hasPrefix("0"), let number = Int(part) else {
        return nil
      }
      numbers.append(number)
    }
    self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
  }

  package var text: String { "\(major).\(minor).\(patch)" }

  package static func < (left: TreeVersion, right: TreeVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}
