/// The names of an element's attributes: a few are sooner compared than hashed.
struct AttributeNames {
  private var few: [String] = []
  private var many: Set<String> = []

  /// Whether it is not there yet.
  mutating func insert(_ name: String) -> Bool {
    if few.contains(name) { return false }
    if few.count == 16 { return many.insert(name).inserted }
    few.append(name)
    return true
  }
}
