import Testing

extension Clinic {
  /// Puts one text in the place of another, which has to be there.
  mutating func swapTree(_ old: String, _ new: String) throws { tree = try tree.replacing(old, by: new) }

  mutating func swapVignettes(_ old: String, _ new: String) throws {
    vignettes = try vignettes?.replacing(old, by: new)
  }

  mutating func swapCareLevels(_ old: String, _ new: String) throws {
    careLevels = try careLevels?.replacing(old, by: new)
  }
}

extension String {
  fileprivate func replacing(_ old: String, by new: String) throws -> String {
    let place = try #require(range(of: old), "The text to be replaced is not there: \(old)")
    return String(self[..<place.lowerBound]) + new + String(self[place.upperBound...])
  }

  private func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text), let end = index(start, offsetBy: text.count, limitedBy: endIndex) {
        return start..<end
      }
      start = index(after: start)
    }
    return nil
  }
}
