import Foundation
import Mustache
import Specifications

/// The suites of the Mustache specification (github.com/mustache/spec), one JSON file each.
enum SpecificationSuites {
  struct Example: Decodable, Sendable {
    var name: String
    var data: JSON
    var template: String
    var partials: [String: String]?
    var expected: String
    /// Of the suite.
    var suite: String?

    var title: String { "\(suite ?? "?"): \(name)" }

    var source: TemplateSource {
      TemplateSource(name: "template", file: "template", bytes: Array(template.utf8))
    }

    var partialSources: [TemplateSource] {
      (partials ?? [:]).sorted { $0.key < $1.key }.map {
        TemplateSource(name: $0.key, file: "partials/\($0.key)", bytes: Array($0.value.utf8))
      }
    }
  }

  private struct Suite: Decodable {
    var tests: [Example]
  }

  static let names = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "dynamic-names",
    "inheritance",
  ]

  static func examples(_ name: String) throws -> [Example] {
    let data = try Specifications.contents(of: "mustache/\(name).json")
    return try JSONDecoder().decode(Suite.self, from: data).tests.map {
      var example = $0
      example.suite = name
      return example
    }
  }
}

/// Any JSON.
enum JSON: Decodable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case record([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .record(try container.decode([String: JSON].self))
    }
  }

  static func shown(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  var dynamic: DynamicValue {
    switch self {
    case .null: .null
    case .flag(let value): .flag(value)
    case .number(let value): .number(Self.shown(value))
    case .text(let value): .text(value)
    case .list(let values): .list(values.map(\.dynamic))
    case .record(let values):
      values["__tag__"] == nil ? .record(values.mapValues(\.dynamic)) : .lambda
    }
  }
}
