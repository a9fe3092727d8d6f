import FixtureSite
import Testing

extension CommandTests {
  /// `limber new reference`.
  @Suite struct NewReferenceTests {
    private static let file = "Content/references.json"

    private static func new(_ site: FixtureSite, _ key: String) throws -> Limber.Run {
      try Limber.run(["new", "--source", site.path, "reference", key])
    }

    private static func entry(_ key: String, doi: String = "") -> String {
      """
        {
          "id": "\(key)",
          "type": "article-journal",
          "title": "",
          "author": [{"family": "", "given": ""}],
          "container-title": "",
          "issued": {"date-parts": [[""]]},
          "volume": "",
          "issue": "",
          "page": "",
          "DOI": "\(doi)"
        }
      """
    }

    @Test(arguments: [
      ("[\n  {\"id\": \"a\", \"title\": \"A\"}\n]\n", "[\n  {\"id\": \"a\", \"title\": \"A\"},\n", "\n]\n"),
      ("[{\"id\": \"a\", \"title\": \"[A]\"}]", "[{\"id\": \"a\", \"title\": \"[A]\"},\n", "\n]"),
      ("[ ]\n\n", "[\n", "\n ]\n\n"), ("", "[\n", "\n]\n"),
      ("[\n{\"id\": \"a\", \"title\": \"A\"},\n]", "[\n{\"id\": \"a\", \"title\": \"A\"},\n", "\n]"),
    ])
    func addsOneAndLeavesTheRest(old: String, before: String, after: String) throws {
      let site = try FixtureSite([Self.file: old])
      let run = try Self.new(site, "griffin2016")
      #expect(
        run.status == 0
          && run.output
            == "Added `griffin2016` to Content/references.json. Fill in the empty fields, then cite it as `[@griffin2016]`.\n",
        "\(run)")
      #expect(try site.text(of: Self.file) == before + Self.entry("griffin2016") + after)
      let check = try Limber.run(["check", "--source", site.path])
      #expect(check.errors.contains("The work `griffin2016` has no `title`."), "\(check)")
      let filled = try site.text(of: Self.file).replacing("\"title\": \"\"", with: "\"title\": \"T\"")
      try site.write(filled, to: Self.file)
      #expect(try Limber.run(["check", "--source", site.path]).status == 0)
    }

    @Test func makesTheFile() throws {
      let site = try FixtureSite()
      #expect(try Self.new(site, "a2020").status == 0)
      #expect(try site.text(of: Self.file) == "[\n" + Self.entry("a2020") + "\n]\n")
    }

    @Test(arguments: [
      "10.1136/bjsports-2016-096743", "https://doi.org/10.1136/bjsports-2016-096743",
      "doi:10.1136/bjsports-2016-096743",
    ])
    func takesADOI(_ doi: String) throws {
      let site = try FixtureSite([Self.file: "[]\n"])
      #expect(try Self.new(site, doi).status == 0)
      #expect(
        try site.text(of: Self.file)
          == "[\n" + Self.entry("bjsports-2016-096743", doi: "10.1136/bjsports-2016-096743") + "\n]\n")
      let again = try Self.new(site, "10.1136/BJSPORTS-2016-096743")
      #expect(again.status == 1, "\(again)")
    }

    @Test(arguments: [
      (
        "a", "[{\"id\": \"a\", \"title\": \"A\"}]",
        "`Content/references.json` already has a work `a`. Cite it as `[@a]`, or choose another key."
      ),
      (
        "10.1000/xyz", "[{\"id\": \"b\", \"title\": \"A\", \"DOI\": \"doi:10.1000/XYZ\"}]",
        "The work `b` already has that DOI. Cite it as `[@b]`."
      ),
      (
        "two words", "[]",
        "`two words` cannot be a reference key. Use letters, digits, `-` and `_`, such as `griffin2016`."
      ),
      (
        "b", "[{\"id\": \"a\" \"title\": \"A\"}]",
        "`Content/references.json` is not a valid list of works. Run `limber check` to see what is wrong."
      ),
    ])
    func refuses(key: String, text: String, sentence: String) throws {
      let site = try FixtureSite([Self.file: text])
      let run = try Self.new(site, key)
      #expect(run.status == 1 && run.errors.contains(sentence), "\(run)")
      #expect(try site.text(of: Self.file) == text)
    }
  }
}
