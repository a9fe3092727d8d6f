/// The ids of trees, questions, answers, outcomes and vignettes.
enum Identifier {
  /// Whether it matches `^[a-z][a-z0-9-]{0,39}$`.
  static func isValid(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, (1...40).contains(bytes.count), (0x61...0x7A).contains(first) else {
      return false
    }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
