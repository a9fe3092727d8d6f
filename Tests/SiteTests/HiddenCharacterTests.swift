import FixtureSite
import Testing

/// Characters that nobody sees, in every file of data, also written as escapes.
@Suite struct HiddenCharacterTests {
  private static func message(_ place: String, _ name: String) -> String {
    "\(place): error bad-character: There is an invisible character here that is not text: \(name). » Delete it, or type the words around it again."
  }

  @Test(arguments: [
    (#"title: "Tendon\u202e pain""#, "2:15", "U+202E"), (#"title: "Tendon \x07pain""#, "2:16", "U+0007"),
    ("title: Ten\u{200B}don pain", "2:11", "U+200B"), ("title: Ten\u{2066}don pain", "2:11", "U+2066"),
    (#"title: "Tendon\uFFFF""#, "2:15", "U+FFFF"), (#"title: "Tendon\U0001FFFE""#, "2:15", "U+1FFFE"),
    (#"title: "Tendon\a pain""#, "2:15", "U+0007"), (#"title: "Tendon \0pain""#, "2:16", "U+0000"),
    (#"title: "é\\u202e \u202E""#, "2:18", "U+202E"), ("title: Ten\u{FEFF}don", "2:11", "U+FEFF"),
  ])
  func inFrontMatter(line: String, place: String, name: String) async throws {
    let text = FixtureSite.cause().replacing("title: Tendon pain", with: line)
    expectFaults(
      try await faults(inCause: text), [Self.message("Content/causes/tendon-pain.md:\(place)", name)])
  }

  @Test(arguments: [
    ("site.yaml", "name: Hill Clinic", #"name: "Hill\u200b Clinic""#, "1:12", "U+200B"),
    ("site.yaml", "cause:\n    folder", "\"ca\\u200buse\":\n    folder", "7:6", "U+200B"),
    (
      "Content/red-flags.yaml", "", "rf-a: {text: \"A\u{202D}\", level: soon, basis: practice}", "1:16",
      "U+202D"
    ),
    (
      "Content/references.json", "", #"[{"id": "a", "title": "\ud83d\ude00 \ud83d\ude00 \u0007b"}]"#, "1:50",
      "U+0007"
    ),
    ("Content/references.json", "", #"[{"id": "a", "ti\u0002tle": "b", "title": "c"}]"#, "1:17", "U+0002"),
  ])
  func inData(file: String, old: String, new: String, place: String, name: String) async throws {
    let text = FixtureSite.files[file].map { $0.replacing(old, with: new) } ?? new
    let found = try await faults([file: text])
    #expect(found.contains(Self.message("\(file):\(place)", name)), "\(found)")
  }

  /// The text holds U+007F, U+0085 and what YAML itself refuses.
  @Test(arguments: ["\u{7F}", "\u{1}", "\u{86}"]) func asTheyAre(_ character: String) async throws {
    let found = try await faults(
      inCause: FixtureSite.cause().replacing("Tendon pain", with: "Tendon\(character) pain"))
    #expect(found.count == 1 && found[0].contains(":2:14: error"), "\(found)")
  }

  @Test(arguments: [
    (
      "Re\u{202E}st",
      "There is an invisible character here that is not text: U+202E. » Delete it, or type the words around it again."
    ),
    ("Re&#x2067;st", "`&#x2067;` stands for an invisible character that is not text: U+2067. » Delete it."),
    (
      "Re&#x2028;st",
      "`&#x2028;` stands for an invisible character that is not text: U+2028. » Write a line break or a space in its place."
    ),
  ])
  func inTemplatesAndDrawings(text: String, told: String) async throws {
    let file = "Templates/layout.mustache"
    let template = try #require(FixtureSite.files[file])
    let found = try await faults([file: template.replacing("<h1>", with: "<p>\(text)</p><h1>")])
    #expect(found.count == 1 && found[0].hasPrefix(file) && found[0].hasSuffix(told), "\(found)")
    let drawing = try await faults([
      "Content/causes/hip.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>\(text)</text></svg>",
      "Content/causes/tendon-pain.md": FixtureSite.cause() + "\n![Rest](hip.svg)\n",
    ])
    #expect(
      drawing.contains(
        "Content/causes/hip.svg:1:67: error bad-character: \(told)"),
      "\(drawing)")
  }

  /// What a designer may mean, and what stands in code.
  @Test(arguments: ["Re&#8203;st", "Re\u{200E}st", "&nbsp;", "R&amp;D", "&shy;"])
  func templatesThatAreFine(text: String) async throws {
    let file = "Templates/layout.mustache"
    let template = try #require(FixtureSite.files[file])
    expectFaults(try await faults([file: template.replacing("<h1>", with: "<p>\(text)</p><h1>")]), [])
  }

  /// What people really write: joined pictures, quotes, dashes, other scripts, soft hyphens.
  @Test(arguments: [
    "👩‍⚕️ “Hips” – knees…", "Ağrı, боль, ból, 痛み", "عضلة الورك", "می‌خواهم", "½ × 3 °C", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "ทดสอบ\u{200B}ภาษา", "כאב\u{200F} (ABC)\u{200E}", "क्\u{200D}ष",
  ])
  func ordinaryTextIsQuiet(_ title: String) async throws {
    expectFaults(
      try await faults(inCause: FixtureSite.cause().replacing("Tendon pain", with: title)), [])
  }

  /// What is only in the way of the search is a warning, in front matter as in a text.
  @Test(arguments: [
    ("Ten\u{AD}don", "U+00AD"), ("Ten\u{200C}don", "U+200C"), ("Tendon\u{200D} pain", "U+200D"),
  ])
  func slightOnes(_ words: String, _ name: String) async throws {
    let message =
      "warning bad-character: There is an invisible character here, \(name). Search cannot find a word that contains it. » Delete it, or type the words around it again."
    let column = words.unicodeScalars.firstIndex { $0.value > 0x7F }.map {
      words.unicodeScalars.distance(from: words.unicodeScalars.startIndex, to: $0)
    }
    expectFaults(
      try await faults(inCause: FixtureSite.cause(body: words)),
      ["Content/causes/tendon-pain.md:7:\((column ?? 0) + 1): \(message)"])
    expectFaults(
      try await faults(inCause: FixtureSite.cause().replacing("title: Tendon pain", with: "title: \(words)")),
      ["Content/causes/tendon-pain.md:2:\((column ?? 0) + 8): \(message)"])
  }

  /// One list, and one behavior, for texts and for data.
  @Test(arguments: [
    "\u{200B}", "\u{200E}", "\u{61C}", "\u{2060}", "\u{2063}", "\u{FFFC}", "\u{180E}", "\u{202C}", "\u{206A}",
    "\u{3164}",
  ])
  func theSameInTextAndData(_ character: String) async throws {
    let words = "Ten\(character)don"
    for text in [
      FixtureSite.cause(body: words), FixtureSite.cause().replacing("title: Tendon", with: "title: \(words)"),
    ] {
      let found = try await faults(inCause: text)
      #expect(found.count == 1 && found[0].contains(" error bad-character: "), "\(found)")
    }
  }

  @Test func halfAPairIsToldAtItsPlace() async throws {
    expectFaults(
      try await faults(["Content/references.json": #"[{"id": "a", "title": "\ud83d"}]"#]),
      [
        "Content/references.json:1:26: error yaml-syntax: This escape stands for a character that does not exist. » Replace it with the character itself."
      ])
  }
}
