import FixtureSite
import Testing

/// An article that was renamed, moved or deleted by hand is told once.
@Suite struct MovedArticleTests {
  private static let article = "Content/conditions/kneecap-pain.md"

  private func found(moving new: String?, addresses: String? = nil) async throws -> [String] {
    let site = try Example.knee.copy()
    let text = try site.text(of: Self.article)
    try site.remove(Self.article)
    if let new { try site.write(text, to: new) }
    if let addresses { try site.write(addresses, to: "addresses.txt") }
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  private static let places =
    "5 places still name that, `Content/events/knee-evening.md:9`, `Content/guides/set-up-a-chair.md:6`, `Content/pages/care.md:9` and 2 more."

  @Test(arguments: ["patellofemoral-pain", "knee-cap-pain", "pain-of-the-kneecap"]) func renamed(id: String)
    async throws
  {
    expectFaults(
      try await found(moving: "Content/conditions/\(id).md"),
      [
        "Content/conditions/\(id).md: error moved-article: This seems to be the condition `kneecap-pain`, which was renamed by hand: \(Self.places) » Rename it back to `kneecap-pain.md`, then run `limber move condition:kneecap-pain \(id)`, which changes those places, too."
      ])
  }

  @Test func movedToAnotherKind() async throws {
    expectFaults(
      try await found(moving: "Content/symptoms/kneecap-pain.md"),
      [
        "Content/symptoms/kneecap-pain.md: error moved-article: This seems to be the condition `kneecap-pain`, which was moved by hand: \(Self.places) » Move it back to `\(Self.article)`. To make a symptom of it, change its front matter and those places by hand, too."
      ])
  }

  @Test func deleted() async throws {
    expectFaults(
      try await found(moving: nil),
      [
        "Content/events/knee-evening.md:9:43: error broken-link: There is no condition `kneecap-pain`. 4 other places lead to it, too: `Content/guides/set-up-a-chair.md:6`, `Content/pages/care.md:9`, `Content/questions/can-i-keep-walking.md:6` and 1 more. » Put `\(Self.article)` back, or name another article in all 5 places."
      ])
  }

  /// That readers found it says what it was, whatever it is called.
  @Test func knownAddress() async throws {
    let site = try FixtureSite([
      "Content/signs/outer-pain.md": nil,
      "Content/signs/sore-side.md": FixtureSite.article("Sore side", body: "It is felt at the side."),
      "addresses.txt": "/\n/about/\n/causes/tendon-pain/\n/signs/outer-pain/\n",
    ])
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/signs/sore-side.md: error moved-article: This seems to be the sign `outer-pain`, which was renamed by hand: 3 places still name that, `Content/causes/tendon-pain.md:4`, `Content/causes/tendon-pain.md:7` and `Content/pages/about.md:5`. » Rename it back to `outer-pain.md`, then run `limber move sign:outer-pain sore-side`, which changes those places, too."
      ])
  }

  /// Its old address leads to the new one, and names do not.
  @Test func redirected() async throws {
    let found = try await faults([
      "Content/signs/outer-pain.md": nil,
      "Content/signs/sore-side.md": FixtureSite.article("Sore side", "redirect-from: [/signs/outer-pain/]"),
    ])
    expectFaults(
      found,
      [
        "Content/causes/tendon-pain.md:4:9: error unknown-target: `signs` refers to `outer-pain`, but there is no such sign. 2 other places lead to it, too: `Content/causes/tendon-pain.md:7` and `Content/pages/about.md:5`. » Name `sore-side` instead, which has its address now."
      ])
  }

  /// One wrong name is a slip where it stands.
  @Test func oneName() async throws {
    let found = try await faults(inCause: FixtureSite.cause(body: "See [](sign:inner-pain)."))
    #expect(found.count == 1 && found[0].contains("There is no sign `inner-pain`."), "\(found)")
  }

  // MARK: Pictures

  private func found(_ old: String, _ new: String) async throws -> [String] {
    let site = try Example.knee.copy()
    try site.write(
      site.text(of: "Content/pictures.yaml").replacing(old, with: new), to: "Content/pictures.yaml")
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  @Test(arguments: [
    (
      "conditions/kneecap.svg:", "Content/conditions/kneecap.svg:", "3:1",
      "Content/Content/conditions/kneecap.svg",
      "conditions/kneecap.svg"
    ),
    (
      "conditions/kneecap.svg:", "/conditions/kneecap.svg:", "3:1", "Content//conditions/kneecap.svg",
      "conditions/kneecap.svg"
    ),
    ("team/:", "team:", "4:1", "Content/team", "team/"),
    (
      "conditions/kneecap.svg:", "images/kneecap.svg:", "3:1", "Content/images/kneecap.svg",
      "conditions/kneecap.svg"
    ),
  ])
  func credits(old: String, new: String, place: String, path: String, right: String) async throws {
    expectFaults(
      try await found(old, new),
      [
        "Content/pictures.yaml:\(place): error missing-image: There is no picture or video `\(path)`. » Write `\(right)`."
      ])
  }

  @Test func folderOfAKindInCapitals() async throws {
    let site = try Example.knee.copy()
    for (name, bytes) in try Example.knee.contents() where name.hasPrefix("Content/conditions/") {
      try site.remove(name)
      try site.write(bytes, to: name.replacing("Content/conditions", with: "Content/Conditions"))
    }
    let found = site.lines(try await site.check(today: "2026-11-28"))
    #expect(found.count == 1 && found[0].contains("Rename the folder to `conditions`"), "\(found)")
  }
}
