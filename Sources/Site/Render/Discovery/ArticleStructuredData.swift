import Markdown
import SiteModel
import Text

/// The JSON-LD object of an article's page: what the page is, and what it is about by its kind's `schema-type`.
struct ArticleStructuredData {
  let index: SiteIndex
  let links: LinkIndex
  let common: StructuredData
  /// A relation of this name says what a page is about.
  private static let about = "about"

  func object(_ number: Int, _ parsed: ParsedArticle) -> [UInt8] {
    let article = index.articles[number]
    let kind = index.configuration.kinds[article.kind]
    let isApproved = article.review.status == .approved
    return common.page(
      types: kind.schemaType == .questions ? [SchemaType.questions.rawValue] : [], title: article.title,
      url: article.url,
      updated: article.updated?.text, reviewer: isApproved ? article.review.reviewer : nil,
      reviewed: isApproved ? article.review.reviewed?.text : nil
    ) { json in
      common.citations(parsed.body.citations.lazy.map(\.reference), &json)
      write(parsed.body.videos, of: article, &json)
      if let slot = kind.relations.firstIndex(where: { $0.name == Self.about }) {
        common.mention(links.relations[number][slot], as: Self.about, &json)
      }
      guard let type = kind.schemaType else { return }
      json.key("mainEntity")
      if type == .questions {
        question(article, parsed, &json)
      } else {
        entity(number, article, parsed, type, &json)
      }
    }
  }

  /// Videos are parts of the page (schema.org, `VideoObject`).
  private func write(_ videos: [ShownVideo], of article: Article, _ json: inout JSONWriter) {
    if videos.isEmpty { return }
    json.key("video")
    json.array { json in
      for video in videos {
        json.openObject(ofType: "VideoObject")
        json.key("name")
        json.text(video.name)
        json.key(video.isFrame ? "embedUrl" : "contentUrl")
        json.text(video.isFrame ? video.url : common.origin + video.url)
        if let poster = video.poster {
          json.key("thumbnailUrl")
          json.text(common.origin + poster)
        }
        if let seconds = video.seconds { json.member("duration", "PT\(Int(seconds.rounded(.up)))S") }
        if let updated = article.updated { json.member("uploadDate", updated.text) }
        json.close("}")
      }
    }
  }

  private func question(_ article: Article, _ parsed: ParsedArticle, _ json: inout JSONWriter) {
    json.openObject(ofType: "Question")
    json.key("name")
    json.text(article.title)
    json.key("acceptedAnswer")
    json.openObject(ofType: "Answer")
    json.key("text")
    json.text(parsed.body.text.line(of: parsed.body.text.bodyBlocks))
    json.close("}")
    json.close("}")
  }

  private func entity(
    _ number: Int, _ article: Article, _ parsed: ParsedArticle, _ type: SchemaType, _ json: inout JSONWriter
  ) {
    json.openObject(ofType: type.rawValue)
    json.key("name")
    json.text(article.title)
    if !article.synonyms.isEmpty {
      json.key("alternateName")
      json.open("[")
      for synonym in article.synonyms { json.text(synonym.bytes) }
      json.close("]")
    }
    for statement in common.statements[article.kind] {
      let targets = statement.slots.flatMap { links.relations[number][$0] }.filter {
        index.configuration.kinds[index.articles[Int($0)].kind].schemaType == statement.target
      }
      common.mention(targets, as: statement.property, through: statement.through, &json)
    }
    for dose in common.doses[article.kind] { write(dose, of: article, &json) }
    let fields = index.configuration.kinds[article.kind].fields
    let values = ClinicHours.fields(parsed.fields, of: article, in: index.configuration)
    for fact in common.facts[article.kind] where fact.slot < values.count {
      write(fact, fields[fact.slot], values[fact.slot], &json)
    }
    json.close("}")
  }

  private func write(
    _ fact: SchemaType.Fact, _ field: Field, _ value: FieldValue, _ json: inout JSONWriter
  ) {
    switch (fact.form, value) {
    case (.text, .text(let text)), (.day, .text(let text)), (.link, .text(let text)):
      json.key(fact.property)
      json.text(text)
    case (.minutes, .text(let text)):
      // Of a range the most: nobody is told that it takes less than it may.
      let number = String(decoding: text, as: UTF8.self).split(separator: "–").last ?? ""
      json.member(fact.property, "PT\(number)M")
    case (.image, .group(let parts)):
      guard case .text(let url) = parts.first else { return }
      json.key(fact.property)
      json.text(common.origin + url)
    case (.address, .group(let parts)): StructuredData.add(StructuredData.address(field, parts), to: &json)
    case (.hours, .list(let entries)): StructuredData.add(hours: entries, to: &json)
    case (.texts, .list(let entries)):
      guard !entries.isEmpty else { return }
      json.key(fact.property)
      json.array { json in
        for case .text(let text) in entries { json.text(text) }
      }
    default: break
    }
  }

  private func write(_ dose: SchemaType.Dose, of article: Article, _ json: inout JSONWriter) {
    var value = article.fields[dose.slot]
    if let part = dose.part {
      guard case .group(let values) = value else { return }
      value = values[part]
    }
    guard case .text(let text) = value else { return }
    if dose.isText {
      json.key(dose.property)
      json.text(text)
    } else if let quantity = Quantity(String(decoding: text, as: UTF8.self)) {
      json.key(dose.property)
      QuantitativeValue.write(quantity, &json)
    }
  }
}

/// A number or a range, with or without a unit of time, as schema.org has it.
enum QuantitativeValue {
  /// UN/CEFACT Recommendation 20.
  private static let unitCodes = ["s": "SEC", "min": "MIN"]

  static func write(_ quantity: Quantity, _ json: inout JSONWriter) {
    json.openObject(ofType: "QuantitativeValue")
    json.key(quantity.most == nil ? "value" : "minValue")
    json.json(Array(quantity.least.utf8))
    if let most = quantity.most {
      json.key("maxValue")
      json.json(Array(most.utf8))
    }
    if let unit = quantity.unit, let code = unitCodes[unit.rawValue] {
      json.key("unitCode")
      json.text(code)
    }
    json.close("}")
  }
}
