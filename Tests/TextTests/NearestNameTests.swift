import Testing

@testable import Text

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("sgns", "signs"), ("singns", "signs"), ("sings", "signs"), ("SIGNS", "signs"), ("sumary", "summary"),
    ("outer-hip-pian", "outer-hip-pain"),
  ])
  func slip(name: String, meant: String) {
    #expect(NearestName.to(name, among: ["title", "summary", "signs", "outer-hip-pain"]) == meant)
  }

  @Test(arguments: ["colour", "", "sgsn-outer", "signs"]) func nothingNear(name: String) {
    #expect(NearestName.to(name, among: ["title", "signs"]) == nil)
  }

  @Test func ofEqualsTheFirstInTheAlphabet() {
    #expect(NearestName.to("cat", among: ["rat", "bat", "hat"]) == "bat")
    #expect(NearestName.hint(for: "cat", among: ["rat", "bat"]) == "Did you mean `bat`?")
  }

  @Test(arguments: [
    ("monday tuesday", "Separate them with commas: `[monday, tuesday]`."),
    ("monday; tusday", "Separate them with commas: `[monday, tusday]`."),
    ("mon day", "Did you mean `monday`?"), ("noon tea", nil), ("monday ", "Did you mean `monday`?"),
  ])
  func severalNamesInOne(text: String, hint: String?) {
    #expect(NearestName.hint(for: text, among: ["monday", "tuesday"]) == hint)
  }

  @Test func edits() {
    func edits(_ a: String, _ b: String) -> Int? {
      var distance = EditDistance(from: NearestName.letters(of: a))
      return distance.edits(to: NearestName.letters(of: b)[...], atMost: 3)
    }
    #expect(edits("", "abc") == 3)
    #expect(edits("abc", "abc") == 0)
    #expect(edits("abc", "acb") == 1, "neighbours swapped")
    #expect(edits("ca", "abc") == 3, "no substring is edited twice")
    #expect(edits("kitten", "sitting") == 3)
  }

  @Test func longNamesCostLittle() {
    let long = String(repeating: "a", count: 100_000)
    #expect(NearestName.to(long, among: [long + "b"]) != nil)
  }
}
