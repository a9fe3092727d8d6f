import Diagnostics
import Text

/// A video as a page shows it: a file of the site's own, or a page of a video host in a frame.
package struct VideoTarget: Sendable {
  /// The file's address; for one at a host, that of the frame.
  package let url: [UInt8]
  /// The media type, such as `video/mp4`; nil for one at a host.
  package let type: String?
  /// In pixels; 0 is unknown.
  package let width: Int
  package let height: Int
  /// The picture that stands there until it plays.
  package var poster: [UInt8]?
  /// Nil when it is not known.
  package var seconds: Double?
  package var tracks: [Track] = []
  /// What is said, one paragraph each.
  package var transcript: [String] = []
  /// The language of the transcript, where it is not the page's.
  package var transcriptLanguage: String?
  /// The files that belong to it, by their numbers.
  package var files: [Int] = []
  /// What is not as it should be, told where the video stands.
  package var doubts: [Doubt] = []

  /// Captions in one language (HTML Living Standard, section 4.8.11).
  package struct Track: Sendable {
    package let url: [UInt8]
    /// A BCP 47 tag, and what the language calls itself; empty where browsers may say it.
    package let language: String
    package let name: String
    /// Whether it is shown unasked.
    package let isDefault: Bool

    package init(url: [UInt8], language: String, name: String, isDefault: Bool) {
      (self.url, self.language, self.name, self.isDefault) = (url, language, name, isDefault)
    }
  }

  package struct Doubt: Sendable {
    package let code: DiagnosticCode
    package let message: String
    package let hint: String

    package init(_ code: DiagnosticCode, _ message: String, hint: String) {
      (self.code, self.message, self.hint) = (code, message, hint)
    }
  }

  package init(url: [UInt8], type: String?, width: Int = 0, height: Int = 0) {
    (self.url, self.type, self.width, self.height) = (url, type, width, height)
  }

  /// `title` says what the video shows; `caption` stands below it. `frameScript` is the address of what makes the button before a frame.
  package func html(
    title: [UInt8], caption: [UInt8] = [], labels: MarkdownLabels, frameScript: [UInt8]
  ) -> [UInt8] {
    // One held upright would be higher than the screen.
    var out = Array("<figure class=\"video\(height > width ? " video--tall" : "")\">".utf8)
    if let type {
      out += Array("<video controls preload=\"none\" playsinline".utf8)
      if width > 0, height > 0 { out += Array(" width=\"\(width)\" height=\"\(height)\"".utf8) }
      if let poster {
        out += Array(" poster=\"".utf8)
        out.append(escapingURL: poster)
        out.append(UInt8(ascii: "\""))
      }
      out += Array(" aria-label=\"".utf8)
      out.append(escaping: title)
      out += Array("\"><source src=\"".utf8)
      out.append(escapingURL: url)
      out += Array("\" type=\"\(type)\">".utf8)
      for track in tracks {
        out += Array("<track kind=\"captions\" src=\"".utf8)
        out.append(escapingURL: track.url)
        out += Array("\" srclang=\"\(track.language)".utf8)
        if !track.name.isEmpty {
          out += Array("\" label=\"".utf8)
          out.append(escaping: Array(track.name.utf8))
        }
        out += Array(track.isDefault ? "\" default>".utf8 : "\">".utf8)
      }
      out += Array("<a href=\"".utf8)
      out.append(escapingURL: url)
      out += Array("\">".utf8)
      out.append(escaping: Array(labels.videoFile.utf8))
      out += Array("</a></video>".utf8)
    } else {
      out += frame(title, labels, frameScript)
    }
    if !caption.isEmpty {
      out += Array("<figcaption>".utf8)
      out.append(escaping: caption)
      out += Array("</figcaption>".utf8)
    }
    out += Array("</figure>\n".utf8)
    guard !transcript.isEmpty else { return out }
    out += Array("<details class=\"transcript\"><summary>".utf8)
    out.append(escaping: Array(labels.videoTranscript.utf8))
    let language = transcriptLanguage.map { " lang=\"\($0)\"" } ?? ""
    out += Array("</summary><div\(language)>".utf8)
    for paragraph in transcript {
      out += Array("<p>".utf8)
      out.append(escaping: Array(paragraph.utf8))
      out += Array("</p>".utf8)
    }
    out += Array("</div></details>\n".utf8)
    return out
  }

  private func frame(_ title: [UInt8], _ labels: MarkdownLabels, _ script: [UInt8]) -> [UInt8] {
    var (address, name) = ([UInt8](), [UInt8]())
    address.append(escapingURL: url)
    name.append(escaping: title)
    let tag =
      Array("<iframe src=\"".utf8) + address + Array("\" title=\"".utf8) + name
      + Array("\" width=\"640\" height=\"360\" allow=\"fullscreen; picture-in-picture\">".utf8)
    return FramePlaceholder(
      tag[...], address: address[...], title: name[...], host: WebAddressParts(url)?.host, labels: labels
    ).html(script: script)
  }
}

/// A video that an article shows, for who describes the page to programs.
package struct ShownVideo: Sendable {
  package let name: [UInt8]
  package let url: [UInt8]
  /// Whether the address is that of a frame.
  package let isFrame: Bool
  package let poster: [UInt8]?
  package let seconds: Double?
  /// What is said in it, in the page's language if there are captions in that.
  package let transcript: [UInt8]

  package init(_ target: VideoTarget, name: [UInt8]) {
    self.init(
      name: name, url: target.url, isFrame: target.type == nil, poster: target.poster,
      seconds: target.seconds,
      transcript: Array(target.transcript.joined(separator: " ").utf8))
  }

  package init(
    name: [UInt8], url: [UInt8], isFrame: Bool, poster: [UInt8]?, seconds: Double?, transcript: [UInt8]
  ) {
    (self.name, self.url, self.isFrame) = (name, url, isFrame)
    (self.poster, self.seconds, self.transcript) = (poster, seconds, transcript)
  }
}
