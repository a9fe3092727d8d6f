import Diagnostics
import Text

extension SiteComparison {
  /// The changes for programs: one object a line, then a summary. Keys stand in a fixed order.
  package func json(comparedWith base: String) -> String {
    var out: [UInt8] = []
    for change in changes {
      var writer = JSONWriter()
      writer.open("{")
      Self.add("area", change.area.rawValue, to: &writer)
      writer.key("alarm")
      writer.json(Array((change.isAlarm ? "true" : "false").utf8))
      Self.add("code", change.code, to: &writer)
      Self.add("subject", change.subject, to: &writer)
      Self.add("title", change.title, to: &writer)
      Self.add("message", change.message, to: &writer)
      writer.key("passages")
      writer.open("[")
      for passage in change.passages {
        writer.open("{")
        Self.add("was", passage.was, to: &writer)
        Self.add("now", passage.now, to: &writer)
        writer.close("}")
      }
      writer.close("]")
      writer.key("ways")
      writer.open("[")
      for way in change.ways {
        writer.open("[")
        for step in way { writer.text(step.name) }
        writer.close("]")
      }
      writer.close("]")
      writer.close("}")
      out += writer.bytes + [0x0A]
    }
    var writer = JSONWriter()
    writer.open("{")
    writer.key("summary")
    writer.open("{")
    Self.add("base", base, to: &writer)
    Self.add("alarms", alarms, to: &writer)
    for area in Change.Area.allCases {
      Self.add(area.rawValue, changes.count { $0.area == area }, to: &writer)
    }
    writer.close("}")
    writer.close("}")
    return String(decoding: out + writer.bytes + [0x0A], as: UTF8.self)
  }

  private static func add(_ name: String, _ value: String?, to writer: inout JSONWriter) {
    writer.key(name)
    if let value { writer.text(value) } else { writer.json(Array("null".utf8)) }
  }

  private static func add(_ name: String, _ value: Int, to writer: inout JSONWriter) {
    writer.key(name)
    writer.json(Array("\(value)".utf8))
  }
}
