import FixtureSite
import Testing

/// Addresses that lead nowhere, files that are no articles yet, and front matter whose fence a word processor changed.
@Suite struct PastedAddressTests {
  typealias Site = FixtureSite

  @Test(arguments: [
    ("https://https://nhs.uk/a", "Write `https://nhs.uk/a`."),
    ("https://www,nhs.uk", "Write `https://www.nhs.uk`."),
    ("https://nhs/", "Write the whole of it, such as `https://www.example.org/`."),
    ("https://nhs..uk/x", "Write `https://nhs.uk/x`."),
    ("mailto:desk", "Write the whole of it, such as `mailto:desk@clinic.example`."),
    ("mailto:desk@clinic", "Write the whole of it, such as `mailto:desk@clinic.example`."),
    ("10.1136/bmj.1", "Write `https://doi.org/10.1136/bmj.1`."),
    ("doi:10.1234/a(b)", "Write `https://doi.org/10.1234/a(b)`."),
    ("/Users/ann/first-week.pdf", "Save the file next to the article, and write its name: `first-week.pdf`."),
    ("/home/bo/Plan%202.pdf", "Save the file next to the article, and write its name: `Plan-2.pdf`."),
  ])
  func leadsNowhere(address: String, hint: String) async throws {
    let found = try await causeFaults(Site.cause(body: "Text, see [it](\(address))."))
    #expect(
      found.count == 1 && found[0].contains("error broken-link: ") && found[0].hasSuffix(" » \(hint)"),
      "\(found)")
  }

  @Test(arguments: [
    "https://nhs.uk./a", "https://[2001:db8::1]/", "https://ann@a_b.nhs.uk:8443/?q=1",
    "https://münchen.example",
    "https://xn--mnchen-3ya.example/", "mailto:a@b.org?subject=Hi", "mailto:?subject=Hip%20pain&body=x",
    "tel:(555)0100",
    "mailto:a@b.org,c@d.org", "https://1.1.1.1/",
  ])
  func leadsSomewhere(address: String) async throws {
    expectFaults(try await causeFaults(Site.cause(body: "Text, see [it](\(address)).")), [])
  }

  @Test(arguments: [("———", ":"), ("----", ":"), ("+++", " ="), ("===", ":")])
  func fenceOfAnotherProgram(fence: String, sign: String) async throws {
    let text = "\(fence)\ntitle\(sign) Tendon pain\nsummary\(sign) About it.\n\(fence)\n\nText.\n"
    expectFaults(
      try await causeFaults(text),
      [
        "1:1: error front-matter-missing: The front matter has to start with three hyphens, but this line is `\(fence)`. » Write `---` here, and `---` on the line below the last key."
      ])
  }

  @Test(arguments: ["-->", "<!--"]) func commentInPlaceOfTheFence(written: String) async throws {
    expectFaults(
      try await causeFaults("---\ntitle: Tendon pain\nsummary: About it.\n\(written)\n\nText.\n"),
      [
        "4:1: error front-matter-unclosed: The front matter is never closed. » This line is `\(written)`. Replace it with three hyphens, `---`."
      ])
  }

  @Test(arguments: [
    ("Content/causes/side-pain.txt", "If it is an article, rename it to `side-pain.md`."),
    ("Content/causes/Side pain", "Rename the file to `Side-pain`, and use it in an article."),
    ("Content/causes/~$side-pain.docx", "Close the document, then delete this file."),
  ])
  func filesBesideArticles(file: String, hint: String) async throws {
    let found = try await faults([file: "---\ntitle: Side pain\n---\nText.\n"])
    #expect(
      found.count == 1 && found[0].contains("warning unused-file") && found[0].hasSuffix(hint), "\(found)")
  }

  /// Keys of other programs.
  @Test(arguments: [
    ("date: 2026-01-01", "Did you mean `updated`?"),
    ("excerpt: A summary", "Delete this line: `summary` is there already."),
    (
      "aliases: [hip pain]",
      "For old addresses of this page, write `redirect-from`. For other names of the same thing, write `also-known-as`."
    ),
    ("slug: tendon", "Delete this line: the name of the file is the page's address."),
  ])
  func keysOfOtherPrograms(line: String, hint: String) async throws {
    let key = line.prefix { $0 != ":" }
    expectFaults(
      try await causeFaults(Site.cause(line)),
      ["6:1: error unknown-key: There is no key `\(key)` here. » \(hint)"])
  }

  @Test(arguments: ["A hip|200", "A hip|100x50"])
  func sizesOfObsidian(text: String) async throws {
    let found = try await causeFaults(
      Site.cause(body: "Text. ![\(text)](hip.svg)"),
      ["Content/causes/hip.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>"])
    #expect(found.count == 1 && found[0].contains("`\(text.dropFirst(5))` is no part of what"), "\(found)")
  }

  @Test func noteOfWord() async throws {
    let found = try await causeFaults(
      Site.cause(body: "Text. ![A knee. Description automatically generated](hip.svg)"),
      ["Content/causes/hip.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>"])
    #expect(
      found.count == 1 && found[0].contains("`Description automatically generated` is no part"), "\(found)")
  }

  /// One message, and none about those who cite what cannot be read.
  @Test(arguments: [
    ("[{“id”: “a2016”, “title”: “T”}]", "This quote is curly, so it neither begins nor ends a text."),
    ("[{\"title\": \"T\"}]", "This work has no `id`"),
    ("{\"items\": [{\"id\": \"a2016\", \"title\": \"T\"}]}", "must be a list"),
    ("[{\"id\": \"b\", \"title\": \"T\"}]\n[{\"id\": \"a2016\"}]", "A second list starts here"),
  ])
  func referencesThatCannotBeRead(text: String, message: String) async throws {
    let found = try await causeFaults(
      Site.cause(body: "Text [@a2016]. More [@c2017]."), ["Content/references.json": text])
    #expect(found.count == 1 && found[0].contains(message) && found[0].contains(" » "), "\(found)")
  }
}
