import Diagnostics
import Text

/// A `<video>` that somebody wrote as HTML, in an article or a template: whether people who cannot hear it get captions (WCAG 2.2,
/// success criterion 1.2.2), and whether something stands there until it plays.
package struct RawVideo {
  /// Where it begins: a byte of a template, or nothing.
  private let start: Int
  private let isSilent: Bool
  private let isEmptyUntilPlayed: Bool
  private var address: [UInt8]
  private var hasCaptions = false

  /// What is wrong with one.
  package struct Fault {
    package let start: Int
    package let code: DiagnosticCode
    package let message: String
    package let hint: String
  }

  /// The tag that begins it.
  init(_ tag: RawTag, in html: [UInt8], at start: Int) {
    let attributes = tag.attributes(html, start)
    let names = Set(attributes.map { Self.known($0.name) } + tag.flags(html, start).map(Self.known))
    func value(_ name: String) -> [UInt8] {
      attributes.first { Self.known($0.name) == name }.map { Array(html[$0.value]) } ?? []
    }
    self.start = start
    // Without controls nobody can turn its sound on.
    isSilent = names.contains("muted") && !names.contains("controls")
    isEmptyUntilPlayed =
      value("preload").elementsEqual("none".utf8) && !names.contains("poster") && !names.contains("autoplay")
    address = value("src")
  }

  /// In a template, what stands before a name may be a tag of its own.
  private static func known(_ name: String) -> String { name.filter { $0 != "\u{FFFD}" } }

  /// A tag inside of it.
  mutating func meet(_ tag: RawTag, in html: [UInt8], at start: Int) {
    guard !tag.isEnd, tag.name == "track" || tag.name == "source" else { return }
    let attributes = tag.attributes(html, start)
    func value(_ name: String) -> ArraySlice<UInt8>? {
      attributes.first { Self.known($0.name) == name }.map { html[$0.value] }
    }
    guard let source = value("src"), !source.isEmpty else { return }
    if tag.name == "source" {
      if address.isEmpty { address = Array(source) }
      return
    }
    // What a template puts there is not known.
    let kind = value("kind").map { String(decoding: $0, as: UTF8.self).lowercased() } ?? "subtitles"
    if ["captions", "subtitles"].contains(kind) || kind.contains("\u{FFFD}") { hasCaptions = true }
  }

  /// What else may put captions into it.
  mutating func meetUnknown() { hasCaptions = true }

  /// When it ends.
  var faults: [Fault] {
    var found: [Fault] = []
    let path = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    let name = String(decoding: path.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
    let isKnown = name.contains(".") && !name.contains("\u{FFFD}")
    let stem = isKnown ? String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]) : "video"
    let subject = isKnown ? "`\(name)`" : "This video"
    if !hasCaptions, !isSilent {
      found.append(
        Fault(
          start: start, code: .missingCaptions,
          message: "\(subject) has no captions, so people who cannot hear it do not know what is said.",
          hint:
            "Put `<track kind=\"captions\" srclang=\"…\" src=\"\(stem).vtt\">` into it, and save them there (WebVTT). If nobody speaks, one caption that says so is enough."
        ))
    }
    if isEmptyUntilPlayed {
      found.append(
        Fault(
          start: start, code: .missingPoster,
          message: "\(subject) has no picture, so an empty box stands there until somebody plays it.",
          hint: "Save one of its pictures next to it, and add `poster=\"\(stem).jpg\"`."))
    }
    return found
  }
}

extension RawVideo.Fault {
  /// Where it is told.
  package func diagnostic(file: String, at position: Position?) -> Diagnostic {
    code == .missingPoster
      ? .warning(code, file: file, at: position, message, hint: hint)
      : .error(code, file: file, at: position, message, hint: hint)
  }
}

extension RawVideo {
  /// What is wrong with the videos in markup that is no Markdown. `isUnknown` is true of a range in which something stands that may put
  /// out elements.
  package static func faults(in markup: [UInt8], isUnknown: (Range<Int>) -> Bool) -> [Fault] {
    var found: [Fault] = []
    var i = 0
    while let next = markup[i...].firstIndex(of: UInt8(ascii: "<")) {
      guard let tag = RawTag(markup[next...]) else {
        i = next + 1
        continue
      }
      i = tag.end
      if tag.isEnd { continue }
      if tag.isHiding {
        i = MarkupTag.end(of: tag.name, in: markup, from: i)
      } else if tag.name == "video" {
        let end = MarkupTag.end(of: tag.name, in: markup, from: i)
        var video = RawVideo(tag, in: markup, at: next)
        if isUnknown(i..<end) { video.meetUnknown() }
        while let inner = markup[i..<end].firstIndex(of: UInt8(ascii: "<")) {
          let tag = RawTag(markup[inner..<end])
          if let tag { video.meet(tag, in: markup, at: inner) }
          i = max(tag?.end ?? 0, inner + 1)
        }
        i = max(i, end)
        found += video.faults
      }
    }
    return found
  }
}

extension HTMLRenderer {
  /// Notes a tag of raw HTML that begins, ends or belongs to a video.
  mutating func meetVideo(_ tag: RawTag, at start: Int, in block: Int) {
    if tag.name == "video" {
      endVideo()
      if !tag.isEnd {
        video = (RawVideo(tag, in: body.tree.bytes, at: start), position(ofByte: start, inBlock: block))
      }
    } else {
      video?.raw.meet(tag, in: body.tree.bytes, at: start)
    }
  }

  /// Tells what is wrong with the video that is open, if one is.
  mutating func endVideo() {
    guard let (raw, position) = video else { return }
    video = nil
    article.diagnostics += raw.faults.map { $0.diagnostic(file: options.file, at: position) }
  }
}
