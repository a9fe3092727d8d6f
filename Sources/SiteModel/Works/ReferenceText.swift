import YAML

/// A work as a reader of health pages expects it: authors, title, journal, year, volume, issue, pages
/// (the order of the AMA Manual of Style, chapter 3).
struct ReferenceText {
  private let work: Node

  init(_ work: Node) { self.work = work }

  var html: [UInt8] {
    line { text, element in
      element.isEmpty ? escaped(text) : "<\(element)>\(escaped(text))</\(element)>"
    }
  }

  var plain: [UInt8] { line { text, _ in text } }

  /// `shown` makes of a part what is to stand there: given its text and the element that it is, if any.
  private func line(shown: (_ text: String, _ element: String) -> String) -> [UInt8] {
    let source = text("container-title").isEmpty ? text("publisher") : text("container-title")
    let title = withoutMarkup(text("title"))
    var line = ""
    for (part, element) in [(people, ""), (title, "cite"), (source, "i"), (placeInJournal, "")]
    where !part.isEmpty || element == "cite" {
      let isEnded = element != "i" && part.hasSuffix(element.isEmpty ? "." : "?")
      line += (line.isEmpty ? "" : " ") + shown(part, element) + (isEnded ? "" : ".")
    }
    return Array(line.utf8)
  }

  private func text(_ key: String) -> String {
    guard let node = work.value(for: key), node.kind == .scalar, !node.isNull else { return "" }
    return node.text
  }

  /// Up to six names, else the first three and "et al".
  private var people: String {
    let names =
      work.value(for: "author")?.elements.map { person -> String in
        if let whole = person.value(for: "literal")?.text { return whole == "others" ? "et al" : whole }
        let given = person.value(for: "given")?.text ?? ""
        let initials = given.split { $0 == " " || $0 == "-" || $0 == "." }.compactMap { part in
          // "DR" are two initials already; "Damian" is a name.
          part.allSatisfy(\.isUppercase) ? String(part) : part.first.map { String($0) }
        }.joined()
        let particle = person.value(for: "non-dropping-particle").map { $0.text + " " } ?? ""
        return particle + (person.value(for: "family")?.text ?? "") + (initials.isEmpty ? "" : " \(initials)")
      } ?? []
    let shown = names.count > 6 ? names.prefix(3) + ["et al"] : names[...]
    return shown.joined(separator: ", ")
  }

  /// `2016;50(19):1169-1176`
  private var placeInJournal: String {
    let date = work.value(for: "issued")
    let year =
      date?.value(for: "date-parts")?.elements.first?.elements.first?.text ?? date?.value(for: "literal")?
      .text ?? ""
    let volume = text("volume") + (text("issue").isEmpty ? "" : "(\(text("issue")))")
    let pages = text("page").replacing("-", with: "–")
    return year + (volume.isEmpty ? "" : ";\(volume)") + (pages.isEmpty ? "" : ":\(pages)")
  }

  /// CSL-JSON titles may hold `<i>`, `<b>`, `<sup>`, `<sub>` and `<span>`: the words stay.
  private func withoutMarkup(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      out += rest[..<open]
      rest = rest[open...]
      let tags = ["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "</span>"]
      if let tag = tags.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(tag.count)
      } else if rest.hasPrefix("<span"), let end = rest.firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else {
        out.append("<")
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      default: out.append(character)
      }
    }
    return out
  }
}
