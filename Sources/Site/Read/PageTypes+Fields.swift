import Mustache
import SiteModel
import YAML

/// What is made from an article with the fields of its kind.
protocol WithFields: SendableMetatype {
  var fields: PageTypes.FieldValues { get }
}

extension PageTypes {
  /// The values of an article's fields, as its kind declares them.
  struct FieldValues: WithFields {
    let values: [FieldValue]
    /// The other articles of the kind with the same choice in a field.
    let sameChoice: (_ field: String, _ choice: Int) -> Cards

    /// Of the site: dates are shown as its readers write them.
    let language: String

    var fields: FieldValues { self }

    /// None of an article that could not be read.
    subscript(place: Int) -> FieldValue { place < values.count ? values[place] : .none }
  }

  /// How many articles with the same choice a page gets, so that pages do not grow with the site.
  static let choiceLimit = 100

  static func fieldNames<Source: WithFields>(_ fields: [Field]) -> [RecordName<Source>] {
    fields.enumerated().map { place, field in
      let form = form(of: field.type.shown, named: field.name, isList: field.isList)
      let meaning = field.description ?? "The field `\(field.name)` of its front matter."
      return .init(field.name, form.type, meaning) {
        form.value($0.fields[place], $0.fields)
      }
    }
      + fields.enumerated().filter { $1.isDay }.map { place, field in
        .text(field.name + inWords, "`\(field.name)` as people write it, such as November 28, 2026.") {
          CalendarDate(field: $0.fields[place])?.shown(in: $0.fields.language) ?? ""
        }
      }
      + fields.enumerated().filter { $1.isCount }.map { place, field in
        times(field.name) { $0.fields[place] }
      }
  }

  private static let inWords = "-in-words"
  private static let inTimes = "-times"

  /// The names under which templates have a field.
  static func names(of field: Field) -> [String] {
    [field.name] + (field.isDay ? [field.name + inWords] : []) + (field.isCount ? [field.name + inTimes] : [])
  }

  /// Boxes to tick are not worth more than those of a month.
  private static let mostTimes = 31

  /// What a whole number or range adds to templates: as many entries as its greatest number says, for boxes to tick.
  private static func times<Source>(
    _ name: String, _ value: @escaping @Sendable (Source) -> FieldValue
  ) -> RecordName<Source> {
    .texts(
      name + inTimes,
      "The numbers from 1 to the greatest of `\(name)`, at most \(mostTimes), such as for boxes to tick; empty without it."
    ) { source in
      guard case .text(let text) = value(source) else { return [] }
      // Of a range, the digits behind its dash.
      let digits = text.lastIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.map {
        text[($0 + 1)...]
      }
      let most = (digits ?? text[...]).reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), mostTimes) }
      return (0..<most).map { Array(String($0 + 1).utf8) }
    }
  }

  /// How values of one field reach templates.
  private struct Form {
    let type: ValueType
    let value: @Sendable (FieldValue, FieldValues) -> Value
  }

  private static let item = RecordLayout<[UInt8]>("item", [.html("html", "One entry, as HTML.") { $0 }])

  private static func form(of shown: Shown, named name: String, isList: Bool) -> Form {
    let one = form(of: shown, named: name)
    guard isList else { return one }
    guard case .html = one.type else {
      return Form(type: .list(one.type)) { value, all in
        guard case .list(let entries) = value else { return .none }
        return .list(entries.map { one.value($0, all) })
      }
    }
    return Form(type: .list(.record(item.type))) { value, _ in
      guard case .list(let entries) = value else { return .none }
      return .list(
        entries.map { if case .html(let html) = $0 { item.value(of: html) } else { .none } })
    }
  }

  private static func form(of shown: Shown, named name: String) -> Form {
    switch shown {
    case .text:
      Form(type: .text) { value, _ in if case .text(let text) = value { .text(text) } else { .none } }
    case .html:
      Form(type: .html) { value, _ in if case .html(let html) = value { .html(html) } else { .none } }
    case .flag:
      Form(type: .flag) { value, _ in if case .flag(let flag) = value { .flag(flag) } else { .none } }
    case .choice(let choices): form(of: choices, named: name)
    case .record(let record, let parts): form(of: parts, in: record)
    }
  }

  private struct Choice {
    let choice: Int
    let others: Cards
  }

  private static func form(of choices: [String], named field: String) -> Form {
    let layout = RecordLayout<Choice>(
      "choice",
      [
        .text("value", "The choice that was made.") { choices[$0.choice] },
        .cards(
          "articles",
          "Other articles of this kind with the same choice, at most \(choiceLimit)."
        ) { $0.others },
      ]
        + choices.enumerated().map { place, name in
          .flag("is-\(name)", "Whether it is `\(name)`.") { $0.choice == place }
        })
    return Form(type: .record(layout.type)) { value, all in
      guard case .choice(let choice) = value else { return .none }
      return layout.value(of: Choice(choice: choice, others: all.sameChoice(field, choice)))
    }
  }

  private static func form(of parts: [Shown.Part], in record: String) -> Form {
    let layout = RecordLayout<FieldValues>(
      record,
      parts.enumerated().map { place, part in
        let form = form(of: part.shown, named: part.name, isList: part.isList)
        return .init(part.name, form.type, part.meaning) {
          form.value($0[place], $0)
        }
      }
        + parts.enumerated().filter { $1.isDay }.map { place, part in
          .text(part.name + inWords, "`\(part.name)` as people write it, such as November 28, 2026.") {
            CalendarDate(field: $0[place])?.shown(in: $0.language) ?? ""
          }
        }
        + parts.enumerated().filter { $1.isCount }.map { place, part in times(part.name) { $0[place] } })
    return Form(type: .record(layout.type)) { value, all in
      guard case .group(let values) = value else { return .none }
      return layout.value(of: FieldValues(values: values, sameChoice: all.sameChoice, language: all.language))
    }
  }
}
