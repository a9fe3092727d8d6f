/// What stands in the place of a frame of another site until the visitor asks for it: a link, and the frame itself where browsers
/// load nothing (`template`, WHATWG HTML, section 4.12.3). A script makes the link a button. Everything in it may stand in a line of text.
package struct FramePlaceholder {
  private let tag: ArraySlice<UInt8>
  private let address: [UInt8]
  private let title: [UInt8]?
  private let host: [UInt8]?
  private let labels: MarkdownLabels

  /// `tag` begins the frame. `address` and `title` are what stands between the quotes of its attributes, in whatever form;
  /// `host` is who gets to know, nil when only the page knows it.
  package init(
    _ tag: ArraySlice<UInt8>, address: ArraySlice<UInt8>, title: ArraySlice<UInt8>?, host: String?,
    labels: MarkdownLabels
  ) {
    self.tag = tag
    self.address = Self.quotable(address)
    self.title = title.map(Self.quotable).flatMap { $0.allSatisfy { $0 <= 0x20 } ? nil : $0 }
    self.host = host.map { Self.quotable(Array($0.utf8)[...]) }
    self.labels = labels
  }

  /// `script` is the address of what makes the button.
  package func html(script: [UInt8]) -> [UInt8] {
    let words = labels.frame(title: title, host: host ?? Array("{host}".utf8))
    var out = Array("<span class=\"frame\" data-frame=\"".utf8) + words.button
    out += Array("\"><a href=\"".utf8) + address + Array("\">".utf8)
    out += (host == nil ? title ?? labels.untitledFrame : words.link) + Array("</a><template>".utf8)
    let nameEnd = tag.startIndex + "<iframe".utf8.count
    out += tag[..<nameEnd]
    if title == nil { out += Array(" title=\"".utf8) + words.title + Array("\"".utf8) }
    out += tag[nameEnd...] + Array("</iframe></template></span><script type=\"module\" src=\"".utf8)
    return out + script + Array("\"></script>".utf8)
  }

  /// The value of an attribute, as it may stand in double quotes and in text as well.
  private static func quotable(_ value: ArraySlice<UInt8>) -> [UInt8] {
    value.reduce(into: []) { out, byte in
      switch byte {
      case UInt8(ascii: "\""): out += Array("&quot;".utf8)
      case UInt8(ascii: "<"): out += Array("&lt;".utf8)
      case UInt8(ascii: ">"): out += Array("&gt;".utf8)
      default: out.append(byte)
      }
    }
  }
}

extension MarkdownLabels {
  fileprivate var untitledFrame: [UInt8] { Self.filled(frameUnknown, [:]) }

  /// The words about a frame, ready for HTML.
  fileprivate func frame(title: [UInt8]?, host: [UInt8]) -> (button: [UInt8], link: [UInt8], title: [UInt8]) {
    let button = Self.filled(
      title == nil ? frameButtonUntitled : frameButton, ["{title}": title ?? [], "{host}": host])
    let untitled = Self.filled(frameTitle, ["{host}": host])
    return (button, title.map { $0 + Array(" (".utf8) + host + Array(")".utf8) } ?? untitled, untitled)
  }

  /// A text, escaped, with what stands in its braces put in as it is.
  private static func filled(_ text: String, _ values: [String: [UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "{")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: "}"))
    {
      let place = String(decoding: rest[start...end], as: UTF8.self)
      out.append(escaping: Array(rest[..<start]))
      if let value = values[place] { out += value } else { out.append(escaping: Array(rest[start...end])) }
      rest = rest[rest.index(after: end)...]
    }
    out.append(escaping: Array(rest))
    return out
  }
}
