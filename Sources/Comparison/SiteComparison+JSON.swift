import Diagnostics
import Text

extension SiteComparison {
  /// The changes for programs: one object a line, then a summary. Keys stand in a fixed order.
  package func json(comparedWith base: String) -> String {
    var out: [UInt8] = []
    for change in changes {
      var writer = JSONWriter()
      writer.object { json in
        json.member("area", change.area.rawValue)
        json.key("alarm")
        json.json(Array((change.isAlarm ? "true" : "false").utf8))
        json.member("code", change.code)
        Self.add("subject", change.subject, to: &json)
        if let language = change.language { json.member("language", language) }
        Self.add("title", change.title, to: &json)
        json.member("message", change.message)
        json.key("passages")
        json.array { json in
          for passage in change.passages {
            json.object { json in
              Self.add("was", passage.was, to: &json)
              Self.add("now", passage.now, to: &json)
            }
          }
        }
        json.key("ways")
        json.array { json in
          for way in change.ways { json.array { json in for step in way { json.text(step.name) } } }
        }
      }
      out += writer.bytes + [0x0A]
    }
    var writer = JSONWriter()
    writer.object { json in
      json.key("summary")
      json.object { json in
        json.member("base", base)
        json.key("alarms")
        json.number(alarms)
        for area in Change.Area.allCases {
          json.key(area.rawValue)
          json.number(changes.count { $0.area == area })
        }
      }
    }
    return String(decoding: out + writer.bytes + [0x0A], as: UTF8.self)
  }

  private static func add(_ name: String, _ value: String?, to json: inout JSONWriter) {
    json.key(name)
    if let value { json.text(value) } else { json.json(Array("null".utf8)) }
  }
}
