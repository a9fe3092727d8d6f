import Diagnostics
import Markdown
import SiteModel
import Text

/// Videos that an article names: files with what belongs to them, and pages of video hosts.
extension ArticleReferences {
  func isVideo(_ destination: [UInt8]) -> Bool {
    guard let colon = Self.schemeEnd(of: destination) else {
      return VideoReading.isVideo(Self.path(of: destination[...]))
    }
    guard AddressScheme(named: destination[..<colon]) != nil, let parts = WebAddressParts(destination) else {
      return VideoReading.isVideo(Self.path(of: destination[...]))
    }
    if case .own(let path) = index.host(of: destination) {
      return VideoReading.isVideo(Self.path(of: path))
    }
    if VideoHost.frame(of: parts) != nil || VideoReading.isVideo(parts.path) { return true }
    let sources = index.configuration.sources
    return sources.allows(parts, as: .frame) && !sources.allows(parts, as: .image)
  }

  /// The video that a field names, with the files that the field says belong to it.
  func video(at destination: [UInt8], captions: [UInt8]?, poster: [UInt8]?) -> ImageTarget {
    let target = findVideo(at: destination, captions: captions, poster: poster)
    if keepsQuestions {
      var question = RecordWriter()
      for part in [destination, captions ?? [], poster ?? []] { question.data(part) }
      asked.ask(.video, question.bytes)
      asked.answer(target, index, usedFiles: usedFiles.count)
    }
    return target
  }

  /// What was asked for as `question`.
  func video(_ question: [UInt8]) -> ImageTarget? {
    var parts = RecordReader(question[...])
    guard let path = parts.data(), let captions = parts.data(), let poster = parts.data() else { return nil }
    return video(
      at: path, captions: captions.isEmpty ? nil : captions, poster: poster.isEmpty ? nil : poster)
  }

  func findVideo(at destination: [UInt8], captions: [UInt8]? = nil, poster: [UInt8]? = nil) -> ImageTarget {
    var written = destination[...]
    if Self.schemeEnd(of: destination) != nil || destination.starts(with: "//".utf8) {
      guard case .own(let path) = index.host(of: destination) else { return videoElsewhere(destination) }
      written = path
    }
    let shown = text(destination[...])
    guard let file = resolvedFile(written) else {
      let place = text(place[...])
      return .refused(
        code: .missingImage, message: "The video `\(shown)` does not exist.",
        hint: (hints.nearest(to: place, in: .files) ?? hints.file(namedLike: place)).map {
          "Did you mean `\(relativePath(to: $0))`?"
        } ?? "Put the video next to the article, and write its file name.")
    }
    let name = String(PathText.name(of: index.files[file].path))
    switch index.files[file].video {
    case nil:
      return .refused(
        code: .badFile, message: "`\(name)` is not a video.",
        hint: "Name a video, such as `bridge.mp4`, or its address at a video host.")
    case .refused(let message, let hint):
      // One slip, one message: what belongs to it is not unused.
      usedFiles += [file] + ([".vtt"] + ContentFile.imageEndings).compactMap { sibling(of: file, $0) }
      return .refused(code: .badFile, message: message, hint: hint)
    case .video(let video):
      return target(video, file, named: name, captions: captions, poster: poster)
    }
  }

  private func target(
    _ video: VideoFile, _ file: Int, named name: String, captions: [UInt8]?, poster: [UInt8]?
  ) -> ImageTarget {
    usedFiles.append(file)
    let posterFile: Int?
    if let poster {
      guard let found = resolvedFile(poster[...]), index.files[found].isImage else {
        return .refused(
          code: .missingImage, message: "The picture `\(text(poster[...]))` does not exist.",
          hint: "Write the name of a picture next to the article.")
      }
      posterFile = found
    } else {
      posterFile = ContentFile.imageEndings.lazy.compactMap { self.sibling(of: file, $0) }.first
    }
    var size = video.size
    var posterURL: [UInt8]?
    if let posterFile {
      usedFiles.append(posterFile)
      let picture = index.files[posterFile]
      posterURL = picture.photograph.map { $0.url(of: $0.largest, index.basePath) } ?? picture.url
      size = size ?? picture.size
    }
    var target = VideoTarget(
      url: index.files[file].url, type: video.form.rawValue, width: size?.width ?? 0,
      height: size?.height ?? 0)
    (target.poster, target.seconds) = (posterURL, video.seconds)
    target.files = [file] + (posterFile.map { [$0] } ?? [])
    if let refused = addTracks(to: &target, file, named: name, captions) { return refused }
    if posterURL == nil {
      target.doubts.append(
        .init(
          .missingPoster, "`\(name)` has no picture, so an empty box stands there until somebody plays it.",
          hint: "Save one of its pictures as `\(Self.stem(name)).jpg` next to it."))
    }
    if video.bytes > Self.mostBytes {
      target.doubts.append(
        .init(
          .badFile, "`\(name)` has \(video.bytes / 1_000_000) MB, which takes long to load on a phone.",
          hint: "Save it at most 720 pixels high, or shorten it, until it has less than 20 MB."))
    }
    return .video(target)
  }

  private static let mostBytes = 20_000_000

  /// The captions in each language that has some; nil, or what is wrong.
  private func addTracks(to target: inout VideoTarget, _ file: Int, named name: String, _ captions: [UInt8]?)
    -> ImageTarget?
  {
    let configuration = index.configuration
    let own = configuration.languages.first { $0.tag == configuration.language }
    let languages =
      configuration.languages.isEmpty
      ? [SiteLanguage(tag: configuration.language, name: "")]
      : configuration.languages
    for (number, language) in languages.enumerated() {
      var found: Int?
      if number == 0, let captions {
        guard let named = resolvedFile(captions[...]), index.files[named].captions != nil else {
          return .refused(
            code: .missingCaptions, message: "There are no captions at `\(text(captions[...]))`.",
            hint: "Write the name of a WebVTT file (`.vtt`) next to the article.")
        }
        found = named
      }
      found =
        found ?? sibling(of: file, ".\(language.code).vtt")
        ?? sibling(of: file, ".\(LanguageCode.primary(of: language.tag)).vtt")
        ?? (number == 0 ? sibling(of: file, ".vtt") : nil)
      guard let found, let track = index.files[found].captions else { continue }
      usedFiles.append(found)
      let isOwn = language.tag == (own?.tag ?? configuration.language)
      if target.transcript.isEmpty || isOwn {
        target.transcript = track.transcript
        target.transcriptLanguage = isOwn ? nil : language.tag
      }
      if let length = target.seconds, track.seconds > length + 1 {
        target.doubts.append(
          .init(
            .badCaptions,
            "The captions of `\(name)` go on to second \(Int(track.seconds)), but it ends at second \(Int(length)).",
            hint: "Check that these are its captions, and correct their times."))
      }
      target.tracks.append(
        .init(url: index.files[found].url, language: language.tag, name: language.name, isDefault: isOwn))
    }
    if !target.tracks.isEmpty { return nil }
    if let other = Self.otherCaptions.lazy.compactMap({ self.sibling(of: file, $0) }).first {
      usedFiles.append(other)
      let captions = PathText.name(of: index.files[other].path)
      return .refused(
        code: .missingCaptions,
        message: "`\(captions)` is not read, because browsers show captions only as WebVTT.",
        hint:
          "Convert it to WebVTT, as any caption editor can, and save it as `\(Self.stem(name)).vtt`. Renaming it is not enough."
      )
    }
    return .refused(
      code: .missingCaptions,
      message: "`\(name)` has no captions, so people who cannot hear it do not know what is said.",
      hint:
        "Save them as `\(Self.stem(name)).vtt` next to it (WebVTT). If nobody speaks, one caption that says so is enough."
    )
  }

  private static let otherCaptions = [".srt", ".SRT", ".sbv", ".sub", ".ass", ".ssa", ".ttml", ".dfxp"]

  /// The file of the same name with another ending.
  private func sibling(of file: Int, _ ending: String) -> Int? {
    let path = ComposedText.composed(Self.stem(index.files[file].path) + ending)
    return index.filePaths[Array(path.utf8)]
  }

  private static func stem(_ path: String) -> String {
    path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
  }

  private func resolvedFile(_ path: ArraySlice<UInt8>) -> Int? {
    resolveFile(Self.path(of: path)) ? index.filePaths[place] : nil
  }

  /// In a frame, where `content-policy` allows it.
  private func videoElsewhere(_ destination: [UInt8]) -> ImageTarget {
    let written = text(destination[...])
    guard let parts = WebAddressParts(destination), case .another = index.host(of: destination) else {
      return .refused(
        code: .badFile, message: "`\(written)` is not a video that pages can show.",
        hint: "Save the video next to the article, or write its address at a video host.")
    }
    let frame = VideoHost.frame(of: parts) ?? written
    guard let shown = WebAddressParts(frame.utf8), shown.isSecure else {
      return .refused(
        code: .contentPolicy, message: "`\(written)` does not start with `https://`.",
        hint: "Write `\(written.replacing(/^http:/, with: "https:"))`.")
    }
    let sources = index.configuration.sources
    guard sources.allows(shown, as: .frame) else {
      let isFile = VideoReading.isVideo(parts.path)
      return .refused(
        code: .contentPolicy,
        message: isFile
          ? "The video `\(written)` is on another site." : "Pages may not show videos from `\(shown.host)`.",
        hint: isFile ? "Save the file next to the article." : sources.hint(toAllow: shown.origin, as: .frame))
    }
    return .video(VideoTarget(url: Array(frame.utf8), type: nil))
  }
}
