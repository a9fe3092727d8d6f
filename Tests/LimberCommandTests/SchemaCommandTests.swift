import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `limber schema`.
  @Suite struct SchemaCommandTests {
    struct NotAnObject: Error {}

    private static func schema(_ site: FixtureSite, _ name: String...) throws -> [String: Any] {
      let run = try Limber.run(["schema", "--source", site.path] + name)
      #expect(run.status == 0 && run.errors == "", "\(run)")
      guard let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      else {
        throw NotAnObject()
      }
      #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      return schema
    }

    /// The value at a path of keys.
    private static func value<Value>(_ keys: String..., in schema: [String: Any]) throws -> Value {
      let parents = try keys.dropLast().reduce(schema) { part, key in
        guard let next = part[key] as? [String: Any] else { throw NotAnObject() }
        return next
      }
      guard let value = parents[keys[keys.count - 1]] as? Value else { throw NotAnObject() }
      return value
    }

    @Test func names() throws {
      let site = try FixtureSite()
      let listed = try Limber.run(["schema", "--source", site.path])
      #expect(
        listed.outputLines == [
          "front-matter cause", "front-matter sign", "front-matter stretch", "front-matter faq",
          "front-matter page", "site", "red-flags", "checker", "vignettes", "care-levels", "pictures",
        ])
    }

    private static func translated() throws -> FixtureSite {
      try FixtureSite([
        "site.yaml": FixtureSite.configuration.replacingOccurrences(
          of: "language: en\n", with: "language: en\nlanguages: {en: English, es: Español}\n"
        ).replacingOccurrences(
          of: "figure: {type: image}", with: "figure: {type: image}\n      minutes: {type: number}"),
        "Content/red-flags.yaml": "rf-cold-leg: {text: A cold leg, level: emergency, basis: practice}\n",
      ])
    }

    /// A site in several languages has the schemas of its translations, too.
    @Test func namesOfTranslations() throws {
      let site = try Self.translated()
      let listed = try Limber.run(["schema", "--source", site.path]).outputLines
      let files = ["site", "red-flags", "checker", "care-levels"].map { "\($0)-translation" }
      #expect(listed.count == 20 && listed.suffix(4) == files[...])
      #expect(listed.contains("translation stretch"))
      for name in listed {
        let run = try Limber.run(
          ["schema", "--source", site.path] + name.split(separator: " ").map(String.init))
        #expect(run.status == 0 && run.output.hasPrefix("{\n"), "\(name)")
      }
      #expect(try Limber.run(["schema", "--source", site.path, "all"]).outputLines.count == 20)
    }

    /// A translation holds words: what is a fact is not offered, and refused.
    @Test func translationsHoldWordsOnly() throws {
      let site = try Self.translated()
      let schema = try Self.schema(site, "translation", "stretch")
      let keys: [String: Any] = try Self.value("properties", in: schema)
      #expect(
        keys.keys.sorted() == [
          "also-known-as", "auto-link", "changes", "draft", "easier", "figure", "notes", "redirect-from",
          "review", "slug", "summary", "title", "translates", "writing",
        ])
      #expect(try Self.value("additionalProperties", in: schema) == false)
      let figure: [String: Any] = try Self.value("properties", "figure", "properties", in: schema)
      #expect(figure.keys.sorted() == ["alt"])
      let cause = try Self.schema(site, "translation", "cause")
      let noted: [String] = try Self.value("properties", "notes", "propertyNames", "enum", in: cause)
      #expect(noted == ["outer-pain", "step-ups", "tendon-pain"])
      let flags = try Self.schema(site, "red-flags-translation")
      let flag: [String: Any] = try Self.value("properties", "rf-cold-leg", "properties", in: flags)
      #expect(flag.keys.sorted() == ["text", "why"])
    }

    /// What a relation may name, as an id alone or with a note.
    private static func targets(_ relation: String, in schema: [String: Any]) throws -> [String] {
      let forms: [[String: Any]] = try value("properties", relation, "items", "anyOf", in: schema)
      let ids: [String] = try value("enum", in: try #require(forms.first))
      let noted: [String] = try value("properties", "id", "enum", in: try #require(forms.last))
      #expect(ids == noted && forms.count == 2)
      return ids
    }

    @Test func frontMatterOffersPublishedArticles() throws {
      let site = try FixtureSite([
        "Content/signs/inner-pain.md": FixtureSite.article("Inner pain"),
        "Content/signs/draft-pain.md": FixtureSite.article("Draft pain", "draft: true"),
        "Content/red-flags.yaml": "rf-cold-leg: {text: A cold leg, level: emergency, basis: practice}\n",
      ])
      let cause = try Self.schema(site, "front-matter", "cause")
      #expect(try Self.value("required", in: cause) == ["title", "summary"])
      #expect(try Self.value("additionalProperties", in: cause) == false)
      #expect(try Self.targets("signs", in: cause) == ["inner-pain", "outer-pain"])
      let flags: [String] = try Self.value("properties", "red-flags", "items", "enum", in: cause)
      #expect(flags == ["rf-cold-leg"])
      let faq = try Self.schema(site, "front-matter", "faq")
      #expect(
        try Self.targets("about", in: faq) == ["cause:tendon-pain", "sign:inner-pain", "sign:outer-pain"])
      let stretch = try Self.schema(site, "front-matter", "stretch")
      let sets: String = try Self.value("properties", "dose", "properties", "sets", "pattern", in: stretch)
      #expect(sets == "^(0|[1-9][0-9]{0,5})([-–][1-9][0-9]{0,5})?$")
    }

    /// Every key that the reader knows is in the schema, and none that it does not.
    @Test func keysAreThoseOfTheReader() throws {
      let site = try FixtureSite()
      let settings: [String: Any] = try Self.value("properties", in: try Self.schema(site, "site"))
      for key in settings.keys {
        try site.write(FixtureSite.configuration + "\(key): {no-such-key: 1}\n", to: "site.yaml")
        let run = try Limber.run(["check", "--source", site.path])
        #expect(!run.errors.contains("There is no key `\(key)`"), "\(run.errors)")
      }
      #expect(
        settings.keys.sorted() == [
          "analytics", "auto-link", "base-url", "checker", "clinic", "clinic-type", "content-policy",
          "description", "external-links", "footer", "kinds",
          "language", "languages",
          "markdown",
          "name",
          "navigation", "params", "pictures", "review", "translations", "updated", "writing",
        ])
    }

    @Test func redFlags() throws {
      let site = try FixtureSite()
      let schema = try Self.schema(site, "red-flags")
      let flag: [String: Any] = try Self.value("additionalProperties", "properties", in: schema)
      #expect(flag.keys.sorted() == ["basis", "level", "sources", "text", "why"])
    }

    @Test func allAreWrittenWhereAnEditorLooks() throws {
      let site = try FixtureSite()
      let folder = ".limber/schemas"
      for _ in 0..<2 {
        let run = try Limber.run(["schema", "--source", site.path, "all"])
        #expect(run.status == 0 && run.errors == "", "\(run)")
        #expect(run.outputLines.count == 11)
        for path in run.outputLines {
          #expect(path.hasPrefix(folder + "/") && path.hasSuffix(".schema.json"))
        }
      }
      #expect(
        try site.text(of: folder + "/front-matter-sign.schema.json")
          == Limber.run(["schema", "--source", site.path, "front-matter", "sign"]).output)
      for (name, part) in [("checker", "outcomes"), ("care-levels", "self-care")] {
        let properties: [String: Any] = try Self.value("properties", in: try Self.schema(site, name))
        #expect(properties[part] != nil)
      }
    }

    @Test func wrongUse() throws {
      let site = try FixtureSite()
      for (arguments, status) in [
        (["front-matter"], 64), (["translation"], 64), (["red-flags-translation", "cause"], 64),
        (["translation", "caus"], 1), (["nothing"], 64), (["site", "cause"], 64),
        (["front-matter", "caus"], 1),
      ] as [([String], Int32)] {
        let run = try Limber.run(["schema", "--source", site.path] + arguments)
        #expect(run.status == status && run.output == "", "\(run)")
      }
    }
  }
}
