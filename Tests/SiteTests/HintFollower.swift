import Diagnostics
import FixtureSite

/// Does what hints say, as somebody does who follows them to the letter and knows nothing else.
struct HintFollower {
  let site: FixtureSite

  /// Whether the hint could be followed.
  func follow(_ diagnostic: Diagnostic) throws -> Bool {
    guard let hint = diagnostic.hint, let file = diagnostic.file else { return false }
    var lines = try site.text(of: file).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    guard try change(&lines, diagnostic, hint) else { return false }
    try site.write(lines.joined(separator: "\n"), to: file)
    return true
  }

  private func change(_ lines: inout [String], _ fault: Diagnostic, _ hint: String) throws -> Bool {
    let line = (fault.position?.line ?? 1) - 1
    let place = (fault.position?.column ?? 1) - 1
    func quoted(_ start: String) -> String? {
      guard hint.hasPrefix(start + " `") else { return nil }
      return String(hint.dropFirst(start.count + 2).prefix { $0 != "`" })
    }
    if let meant = quoted("Did you mean") ?? quoted("Write it without the quotation marks:") {
      return replace(in: &lines[line], at: place, with: meant, fault)
    }
    // A whole key: its value may go on below.
    if let whole = hint.firstMatch(of: /^Write `([a-z-]+): ([^`]+)`/),
      let start = lines[...line].lastIndex(where: { $0.hasPrefix(whole.1 + ":") })
    {
      lines.replaceSubrange(start...line, with: ["\(whole.1): \(whole.2)"])
      return true
    }
    if hint.hasPrefix("Remove it: only old addresses") { return takeOut(of: &lines[line], at: place) }
    if let citation = hint.firstMatch(of: /^Write `(\[@[^`]+\])`/) {
      return replace(in: &lines[line], at: place, with: String(citation.1), fault)
    }
    if hint.wholeMatch(of: /Write `[^`]+`\./) != nil, let meant = quoted("Write") {
      return replace(in: &lines[line], at: place, with: meant, fault)
    }
    if let name = hint.firstMatch(of: /, and write `([^`]+)`\.$/) {
      return replace(in: &lines[line], at: place, with: String(name.1), fault)
    }
    if let list = quoted("Separate them with commas:") {
      lines[line] = lines[line].replacing(/\[.*\]/, with: list)
      return true
    }
    if let key = hint.firstMatch(of: /or `([a-z-]+: \[\])` if there are none on purpose/) {
      lines.insert(String(key.1), at: 1)
      return true
    }
    if let added = hint.firstMatch(of: /^Add a line such as `([^`]+)`/) {
      lines.insert(String(added.1), at: 1)
      return true
    }
    if let note = hint.firstMatch(of: /^Add the text at the start of a line: `(.*): …`\./) {
      lines += ["", "\(note.1): What the note says."]
      return true
    }
    if let mark = hint.firstMatch(of: /^Start it with `(#+)`\./) {
      lines[line] = lines[line].replacing(/^#+/, with: mark.1)
      return true
    }
    if let mark = hint.firstMatch(of: /^Add a space after `(##|-|1\.)` to make/) {
      lines[line] = "\(mark.1) " + String(lines[line].trimmingPrefix(/[#\-]+|1\./))
      return true
    }
    if let name = hint.firstMatch(of: /^Start with the line `> (\[![A-Z]+\])`/) {
      lines[line] = lines[line].replacing(/\[[^\]]*\]/, with: name.1)
      return true
    }
    if let key = hint.firstMatch(of: /`(auto-link: always)` here/) {
      lines.insert(String(key.1), at: 1)
      return true
    }
    if let tag = hint.firstMatch(of: /^Write `(\{\{\/.*\}\})` to close it\./) {
      lines[line] += tag.1
      return true
    }
    if let tag = hint.firstMatch(of: /^Add `([^`]+)` before `?([^`]+?)`?(?: \(line \d+\))?\.$/) {
      let last = lines.lastIndex { $0.contains(tag.2) } ?? lines.count - 1
      lines.insert(String(tag.1), at: last)
      return true
    }
    if let tag = hint.firstMatch(of: /^Close it with `(.*)`\./) {
      lines[line] = lines[line].replacing(/\{\{([a-z-]+)/, with: { "{{\($0.1)\(tag.1)" })
      return true
    }
    if let tag = hint.firstMatch(of: /^Write `(\{\{[^`]*\}\})`\./) {
      return replace(in: &lines[line], at: place, with: String(tag.1), fault)
    }
    switch hint {
    case "Remove it.", "Remove one of them.", "Remove it from one of them.",
      "Keep it in only one of the two articles.", "Remove it until that article is published.",
      "Remove it, or name another article: this one was withdrawn.":
      return takeOut(of: &lines[line], at: place)
    case "Remove the link until that article is published.",
      "Remove the link, or name another article: this one was withdrawn.":
      lines[line] = lines[line].replacing(/\[([^\]]*)\]\([^)]*\)/, with: { String($0.1) })
    case "Add its mark to the text, or remove the footnote.",
      "Add text after the `#`, or remove the heading.":
      lines.remove(at: line)
    case "Put it after the link.":
      lines[line] = lines[line].replacing(/(\s*\[@[^\]]+\])(\]\([^)]*\))/, with: { "\($0.2)\($0.1)" })
    case "Write the address between `(` and `)`.":
      lines[line] = lines[line].replacing("]()", with: "](https://clinic.example/)")
    case "Add the closing quote, and write `&lt;` for a less-than sign.": return false
    default: return false
    }
    return true
  }

  /// Puts `text` where the misspelt word, address or tag stands that begins at `place`.
  private func replace(in line: inout String, at place: Int, with text: String, _ fault: Diagnostic) -> Bool {
    let start =
      line.unicodeScalars.index(line.startIndex, offsetBy: place, limitedBy: line.endIndex) ?? line.endIndex
    let rest = line[start...]
    let before = line[..<start].last
    var end = rest.endIndex
    if before == "(" {
      var depth = 0
      end =
        rest.firstIndex {
          depth += $0 == "(" ? 1 : $0 == ")" ? -1 : 0
          return depth < 0 || $0 == " "
        } ?? end
    } else if before == "\"" || before == "'" {
      end = rest.firstIndex { $0 == before } ?? end
    } else if rest.hasPrefix("[") {
      end = rest.firstIndex(of: "]").map { line.index(after: $0) } ?? end
    } else if rest.hasPrefix("{{") {
      end = rest.firstRange(of: /\}\}+/)?.upperBound ?? end
    } else {
      let named = fault.message.matches(of: /`([^`]+)`/).map { String($0.1) }.filter { rest.hasPrefix($0) }
      if let word = named.max(by: { $0.count < $1.count }) {
        end = line.index(start, offsetBy: word.count)
      } else {
        end = rest.firstIndex { !($0.isLetter || $0.isNumber || "-_:./!".contains($0)) } ?? end
      }
    }
    // A fragment is only the end of an address.
    let hash = text.hasPrefix("#") ? rest[..<end].firstIndex(of: "#") ?? start : start
    guard hash < end else { return false }
    line.replaceSubrange(hash..<end, with: text)
    return true
  }

  /// Takes an entry out of a list in brackets.
  private func takeOut(of line: inout String, at place: Int) -> Bool {
    let start =
      line.unicodeScalars.index(line.startIndex, offsetBy: place, limitedBy: line.endIndex) ?? line.endIndex
    let end = line[start...].firstIndex { $0 == "," || $0 == "]" } ?? line.endIndex
    guard start < end else { return false }
    if line[..<start].hasSuffix(", ") {
      line.removeSubrange(line.index(start, offsetBy: -2)..<end)
    } else {
      line.removeSubrange(start..<end)
      line = line.replacing("[, ", with: "[")
    }
    return true
  }
}
