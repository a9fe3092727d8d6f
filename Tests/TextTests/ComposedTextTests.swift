import Testing

@testable import Text

@Suite struct ComposedTextTests {
  @Test(arguments: [
    ("e\u{301}tude", "\u{E9}tude"), ("u\u{308}ber", "\u{FC}ber"), ("a\u{323}\u{302}", "\u{1EAD}"),
    ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("か\u{3099}", "\u{304C}"),
    ("q\u{301}e\u{301}", "q\u{301}\u{E9}"),
    ("и\u{306}", "\u{439}"), ("e\u{323}\u{301}", "\u{1EB9}\u{301}"),
  ])
  func joinsLettersAndMarks(text: String, composed: String) {
    #expect(Array(ComposedText.composed(text).unicodeScalars) == Array(composed.unicodeScalars))
  }

  @Test(arguments: ["", "knee", "étude “so” – 😀", "한국어", "नमस्ते", "q\u{301}"]) func leavesTheRest(
    _ text: String
  ) {
    #expect(ComposedText(Array(text.utf8)[...]) == nil)
  }

  /// The standard library compares texts by what they are, however they are written.
  @Test func meansTheSame() {
    var random = SystemRandomNumberGenerator()
    let parts = [
      "a", "e", "o", "U", "n", "я", "и", "\u{301}", "\u{308}", "\u{323}", "\u{302}", "\u{327}", " ", "1", "か",
      "\u{3099}",
    ]
    for _ in 0..<500 {
      let text = (0..<12).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let composed = ComposedText.composed(text)
      #expect(
        composed == text && composed.unicodeScalars.count <= text.unicodeScalars.count,
        "\(text.unicodeScalars)")
    }
  }

  @Test func placesAreThoseOfTheFile() throws {
    let text = try #require(ComposedText(Array("\u{FEFF}ab\r\ne\u{301}e\u{301}x\ny".utf8)[...]))
    #expect([1, 2, 3].map { text.writtenColumn(line: 2, column: $0) } == [1, 3, 5])
    #expect(text.writtenColumn(line: 3, column: 1) == 1)
  }

  @Test(arguments: [
    ("über", "uber"), ("GRÖẞE", "GROSSE"), ("æble ødegård", "aeble odegard"), ("日本 knee", "日本 knee"),
  ])
  func basicLetters(text: String, spelled: String) { #expect(BasicLetters.spelled(text) == spelled) }

  @Test(arguments: [
    ("&amp;amp; &lt;i&gt; &#8211;&#x2014; &eacute; &nope; & b; &apos;", "& <i> –— é &nope; & b; '"),
    ("Bones &amp", "Bones &amp"), ("Bones &", "Bones &"),
  ])
  func entities(text: String, decoded: String) { #expect(EntityText.decoded(text) == decoded) }
}

@Suite struct CollationTests {
  @Test(arguments: [
    ("en", ["Achilles", "Äpfel", "apple pie", "Apples", "Étude", "eve", "Hip", "Zebra"]),
    ("de-DE", ["Apfel", "Äpfel", "Arm", "Strasse", "Straße", "Strauß", "Übung", "Zebra"]),
    ("es", ["mano", "nube", "ñu", "oso"]), ("sv", ["Arm", "Zebra", "Ångest", "Äpple", "Öga"]),
    ("da", ["Arm", "Zebra", "Æble", "Øje", "Ånd", "Aarhus"]), ("nb", ["Zebra", "Æra", "Øye", "År"]),
    ("fr", ["cote", "coté", "côte", "côté", "œuf", "ozone"]), ("pl", ["lampa", "łza", "mama"]),
    ("cs", ["cihla", "čas", "hrad", "chléb", "izba"]),
    ("lt", ["idas", "ydas", "iešmas", "ylis", "imti", "jis", "kelis", "šlaunis", "žasis"]),
    ("lt-LT", ["girnelė", "gysla", "Gyvas", "giža"]),
    (
      "vi",
      ["ba", "bà", "bả", "bã", "bá", "bạ", "băng", "bâng", "bấu", "cơ", "da", "đau", "đầu gối", "em", "êm"]
    ),
    ("vi", ["on", "ôn", "ốn", "ơn", "ớn", "un", "ưng", "vai"]), ("en", ["bằng", "bang gia", "bâu"]),
    ("zh", ["2 步", "knee", "一", "膝"]), ("ru", ["ёлка", "ель", "ива", "йод", "яблоко"]),
    ("en", ["2 steps", "St. Vitus", "steps"]),
  ])
  func followsTheLanguage(language: String, words: [String]) {
    let collation = Collation(language: language)
    let keys = words.map { collation.key(of: Array($0.utf8)) }
    for number in keys.indices.dropFirst() where words[number - 1].lowercased() != words[number].lowercased()
    {
      #expect(
        keys[number - 1].lexicographicallyPrecedes(keys[number]),
        "\(words[number - 1]) before \(words[number])")
    }
  }

  @Test func decomposedLettersAreTheSame() {
    let collation = Collation(language: "sv")
    #expect(collation.key(of: Array("A\u{308}pple".utf8)) == collation.key(of: Array("Äpple".utf8)))
  }
}
