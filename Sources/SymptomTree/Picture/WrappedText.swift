/// Text broken into lines of a width, for formats that do not break it themselves.
enum WrappedText {
  /// At most `limit` lines of about `width` characters; the last ends with `…` when there is more. A word longer than
  /// a line is cut.
  static func lines(_ text: String, width: Int, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word
      while !rest.isEmpty {
        let room = line.isEmpty ? width : width - line.count - 1
        if rest.count <= room {
          line += line.isEmpty ? String(rest) : " \(rest)"
          break
        }
        if !line.isEmpty {
          lines.append(line)
          line = ""
          continue
        }
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > limit, limit > 0 else { return lines }
    return Array(lines.prefix(limit - 1)) + [String(lines[limit - 1].prefix(width - 1)) + "…"]
  }
}
