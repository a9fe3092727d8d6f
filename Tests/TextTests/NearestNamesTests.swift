import Testing

@testable import Text

/// Many names, asked again and again.
@Suite struct NearestNamesTests {
  /// The definition, cell by cell (optimal string alignment).
  private func edits(_ a: [Character], _ b: [Character]) -> Int {
    var cells = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          cells[i][j] = i + j
          continue
        }
        var least = min(
          cells[i - 1][j] + 1, cells[i][j - 1] + 1, cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, cells[i - 2][j - 2] + 1)
        }
        cells[i][j] = least
      }
    }
    return cells[a.count][b.count]
  }

  private func expected(_ name: String, _ names: [String]) -> String? {
    let allowed = max(1, min(3, name.count / 3))
    return names.filter { $0 != name }.map { (edits(Array(name.lowercased()), Array($0.lowercased())), $0) }
      .filter { $0.0 <= allowed }.min { $0 < $1 }?.1
  }

  @Test func answersAreThoseOfTheDefinition() {
    var random = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &random)
    var state = seed
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    func word() -> String {
      String((0..<next(9)).map { _ in Array("abcdAé-")[next(7)] })
    }
    for _ in 0..<60 {
      let names = Array(Set((0..<next(60)).map { _ in word() }))
      var list = NearestNames(names)
      for _ in 0..<30 {
        let name = word()
        let right = expected(name, names)
        #expect(list.nearest(to: name) == right, "seed \(seed): \(name) among \(names)")
        #expect(NearestName.to(name, among: names) == right, "seed \(seed): \(name) among \(names)")
      }
    }
  }

  /// What answers cost is counted, not timed: letters that are compared, for each misspelt name. Names that are all alike
  /// are the worst.
  @Test(arguments: ["Content/causes/article-", "a", "x-y/"])
  func tenThousandSlipsCostLittle(beginning: String) {
    func names(_ count: Int) -> [String] { (0..<count).map { "\(beginning)\($0 * 7919 % 100_003).md" } }
    func cost(_ count: Int) -> Int {
      var list = NearestNames(names(count))
      for (number, name) in names(count).enumerated() {
        // A letter too few, one too many, two that are swapped, and nothing like it.
        let slip =
          switch number % 4 {
          case 0: String(name.dropLast())
          case 1: name + "d"
          case 2: String(name.dropLast(2)) + "dm"
          default: "nothing-of-the-sort-\(number)"
          }
        let near = list.nearest(to: slip)
        if number % 4 < 3 { #expect(near != nil) }
      }
      return list.comparisons / count
    }
    let (small, large) = (cost(1000), cost(10_000))
    #expect(small < 600 && large < 2 * small + 100, "\(small), \(large)")
  }

  /// Names that differ only in their numbers are all within a few edits of each other: the length that a name must have leaves
  /// most of them out.
  @Test(arguments: [("plain-", "plian-"), ("Content/signs/part-", "Content/sings/part-"), ("", "x")])
  func numbersThatAreFarOffCostLittle(beginning: String, slip: String) {
    func cost(_ count: Int) -> Int {
      var list = NearestNames((0..<count).map { "\(beginning)\($0)" })
      for number in 0..<count { _ = list.nearest(to: "\(slip)\(number * 13 % 99_991)") }
      return list.comparisons / count
    }
    let (small, large) = (cost(1000), cost(8000))
    #expect(small < 400 && large < 3 * small + 100, "\(small), \(large)")
  }

  @Test func aMisspellingIsLookedForOnce() {
    var list = NearestNames((0..<1000).map { "article-\($0)" })
    let first = list.nearest(to: "artcle-500")
    let cost = list.comparisons
    for _ in 0..<100 { #expect(list.nearest(to: "artcle-500") == first) }
    #expect(list.comparisons == cost && first == "article-500")
  }

  @Test func nothingIsNearNothing() {
    var list = NearestNames([])
    #expect(list.nearest(to: "x") == nil && list.hint(for: "") == nil)
    var one = NearestNames([""])
    #expect(one.nearest(to: "x") == "")
  }
}
