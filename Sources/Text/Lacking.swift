extension Array where Element: Hashable {
  /// The places of those that `others` has not, or less often.
  package func places(lackingIn others: [Element]) -> [Int] {
    // As nearly always.
    if self == others { return [] }
    var left = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
    return indices.filter { i in
      guard let count = left[self[i]], count > 0 else { return true }
      left[self[i]] = count - 1
      return false
    }
  }
}
