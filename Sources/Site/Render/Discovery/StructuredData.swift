import SiteModel
import Text

/// The JSON-LD of a site's pages (schema.org), of which they all hold the same parts, made once. Every statement is one
/// that the page shows to its readers as well. A class for the same reason as `Kind`.
final class StructuredData: Sendable {
  private let site: [UInt8]
  /// The address below which the paths of all languages are.
  private let base: [UInt8]
  private let siteName: [UInt8]
  private let language: [UInt8]
  let origin: [UInt8]
  /// The clinic as an object: all that is known of it, and its name and address alone.
  private let clinic: [UInt8]
  private let publisher: [UInt8]
  /// For each article, how other pages' data speak of it.
  private let mentions: [[UInt8]]
  /// The same for those that a page says may treat something; empty for what is no exercise.
  private let treatments: [[UInt8]]
  /// The texts of the references.
  private let citations: [[UInt8]]
  /// For each kind what its relations say, and its fields that say how much of an exercise.
  let statements: [[SchemaType.Statement]]
  let doses: [[SchemaType.Dose]]
  /// For each kind its fields that say something else.
  let facts: [[SchemaType.Fact]]

  init(_ index: SiteIndex, _ assets: [Asset]) {
    let configuration = index.configuration
    let origin = Array(configuration.origin.utf8)
    self.origin = origin
    site = Array(index.configuration.root.utf8)
    let base = origin + index.basePath
    self.base = base
    siteName = Array(configuration.name.utf8)
    language = Array(configuration.language.utf8)
    var clinic = JSONWriter()
    clinic.openObject(ofType: configuration.clinicType)
    clinic.key("name")
    clinic.text(siteName)
    clinic.key("url")
    clinic.text(site + [UInt8(ascii: "/")])
    // Pages name the clinic as their publisher; the home page alone says all of it.
    var publisher = clinic
    publisher.close("}")
    self.publisher = publisher.bytes
    if let facts = configuration.clinic {
      Self.add(
        facts, index, logo: SiteDesign.logo(facts, assets).map { base + $0.url } ?? [], to: &clinic)
    }
    clinic.close("}")
    self.clinic = clinic.bytes
    func mention(_ article: Article, _ types: [String]) -> [UInt8] {
      var mention = JSONWriter(capacity: 112 + article.title.count + article.url.count)
      mention.open("{")
      Self.types(types, &mention)
      mention.key("name")
      mention.text(article.title)
      mention.key("url")
      mention.text(origin + article.url)
      mention.close("}")
      return mention.bytes
    }
    mentions = index.articles.map {
      mention($0, [configuration.kinds[$0.kind].schemaType?.rawValue ?? "MedicalWebPage"])
    }
    treatments = index.articles.map {
      configuration.kinds[$0.kind].schemaType == .exercise
        ? mention($0, [SchemaType.exercise.rawValue, SchemaType.treatment]) : []
    }
    citations = index.references.works.map(\.words)
    statements = configuration.kinds.map {
      $0.schemaType?.statements(of: $0, configuration.checker) ?? []
    }
    facts = configuration.kinds.map { SchemaType.facts(of: $0) }
    doses = configuration.kinds.map { $0.schemaType == .exercise ? SchemaType.doses(of: $0) : [] }
  }

  /// The script element for the head of a page.
  func script(_ head: PageHead) -> [UInt8] {
    var json = JSONWriter(capacity: 512 + head.structuredPage.count)
    json.open("{")
    json.key("@context")
    json.text("https://schema.org")
    json.key("@graph")
    json.open("[")
    if head.isHome {
      json.json(clinic)
    } else {
      breadcrumbs(head, &json)
      if !head.structuredPage.isEmpty { json.json(head.structuredPage) }
    }
    json.close("]")
    json.close("}")
    return Array("<script type=\"application/ld+json\">".utf8) + json.bytes + Array("</script>".utf8)
  }

  private func breadcrumbs(_ head: PageHead, _ json: inout JSONWriter) {
    json.openObject(ofType: "BreadcrumbList")
    json.key("itemListElement")
    json.open("[")
    entry("1", siteName, site + [UInt8(ascii: "/")], &json)
    var position = 2
    if let kind = head.kind {
      entry("2", Array(kind.title.utf8), base + Array(kind.path.utf8), &json)
      position += 1
    }
    if let parent = head.parent {
      entry(String(position), parent.title, origin + parent.url, &json)
      position += 1
    }
    entry(String(position), head.title, origin + head.url, &json)
    json.close("]")
    json.close("}")
  }

  private func entry(_ position: String, _ name: [UInt8], _ address: [UInt8], _ json: inout JSONWriter) {
    json.openObject(ofType: "ListItem")
    json.key("position")
    json.json(Array(position.utf8))
    json.key("name")
    json.text(name)
    // The property holds a thing: a page, named by its address.
    json.key("item")
    json.open("{")
    json.key("@id")
    json.text(address)
    json.close("}")
    json.close("}")
  }

  /// The object for a page that teaches, with what `more` adds. `reviewed` only when a clinician approved it.
  func page(
    types: [String] = [], title: [UInt8], url: [UInt8], updated: String? = nil, reviewer: String?,
    reviewed: String?,
    _ more: (inout JSONWriter) -> Void = { _ in }
  ) -> [UInt8] {
    var json = JSONWriter(capacity: 1024)
    json.open("{")
    Self.types(["MedicalWebPage"] + types, &json)
    json.key("url")
    json.text(origin + url)
    json.key("headline")
    json.text(title)
    json.key("inLanguage")
    json.text(language)
    if let updated { property("dateModified", updated, &json) }
    if let reviewed { property("lastReviewed", reviewed, &json) }
    if let reviewer {
      json.key("reviewedBy")
      json.openObject(ofType: "Person")
      property("name", reviewer, &json)
      json.close("}")
    }
    json.key("publisher")
    json.json(publisher)
    json.key("audience")
    json.openObject(ofType: "Patient")
    json.close("}")
    more(&json)
    json.close("}")
    return json.bytes
  }

  private func property(_ name: String, _ value: String, _ json: inout JSONWriter) {
    json.key(name)
    json.text(value)
  }

  private static func types(_ names: [String], _ json: inout JSONWriter) {
    json.key("@type")
    if names.count > 1 { json.open("[") }
    for name in names { json.text(name) }
    if names.count > 1 { json.close("]") }
  }

  func citations(_ references: some Collection<Int>, _ json: inout JSONWriter) {
    guard !references.isEmpty else { return }
    json.key("citation")
    json.open("[")
    for reference in references { json.text(citations[reference]) }
    json.close("]")
  }

  /// Articles under a property, each inside an object of its own type when there is one.
  func mention(
    _ articles: [Int32], as property: String, through: (type: String, property: String)? = nil,
    _ json: inout JSONWriter
  ) {
    guard !articles.isEmpty else { return }
    let mentions = property == SchemaType.treating ? treatments : mentions
    json.key(property)
    json.open("[")
    for article in articles {
      if let through {
        json.openObject(ofType: through.type)
        json.key(through.property)
        json.json(mentions[Int(article)])
        json.close("}")
      } else {
        json.json(mentions[Int(article)])
      }
    }
    json.close("]")
  }
}
