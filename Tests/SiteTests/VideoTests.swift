import FixtureSite
import Testing

@testable import Site

/// Videos in articles: a file with captions and a picture, or one at a video host behind a button.
@Suite struct VideoTests {
  typealias Site = FixtureSite
  private static let folder = "Content/causes/"

  private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 180\"></svg>"

  private static func site(
    _ body: String, _ videos: [String: [UInt8]] = ["bridge.mp4": TestVideo.mp4()],
    _ texts: [String: String] = ["bridge.vtt": TestVideo.captions], settings: String = ""
  ) throws -> FixtureSite {
    var files = [folder + "tendon-pain.md": Site.cause(body: body)]
    for (name, text) in texts { files[folder + name] = text }
    if !settings.isEmpty { files["site.yaml"] = Site.configuration + "\n" + settings }
    let site = try FixtureSite(files)
    for (name, bytes) in videos { try site.write(bytes, to: folder + name) }
    if videos.keys.contains("bridge.mp4") { try site.write(drawing, to: folder + "bridge.svg") }
    return site
  }

  private static func faults(_ site: FixtureSite) async throws -> [String] {
    site.lines(try await site.check()).map { $0.replacing(folder, with: "") }
  }

  @Test func structuredData() async throws {
    let site = try Self.site("![How to do the bridge](bridge.mp4)")
    try site.write(
      try #require(Site.files["Templates/layout.mustache"]).replacing(
        "</head>", with: "{{{structured-data}}}</head>"),
      to: "Templates/layout.mustache")
    let page = try await Self.page(site)
    #expect(
      page.contains(
        #""video":[{"@type":"VideoObject","name":"How to do the bridge","contentUrl":"https://clinic.example/causes/bridge.mp4","thumbnailUrl":"https://clinic.example/causes/bridge.svg","duration":"PT8S"}]"#
      ), "\(page)")
  }

  private static func page(_ site: FixtureSite) async throws -> String {
    expectFaults(site.lines(try await site.build()), [])
    let page = try #require(try site.snapshot().contents["causes/tendon-pain/index.html"])
    return String(decoding: page, as: UTF8.self)
  }

  @Test func fileWithAllThatBelongsToIt() async throws {
    let site = try Self.site("![How to do the bridge](bridge.mp4 \"From the side\")")
    let page = try await Self.page(site)
    #expect(
      page.contains(
        "<figure class=\"video\"><video controls preload=\"none\" playsinline width=\"320\" height=\"180\" poster=\"/causes/bridge.svg\" aria-label=\"How to do the bridge\"><source src=\"/causes/bridge.mp4\" type=\"video/mp4\"><track kind=\"captions\" src=\"/causes/bridge.vtt\" srclang=\"en\" default><a href=\"/causes/bridge.mp4\">Download this video</a></video><figcaption>From the side</figcaption></figure>\n<details class=\"transcript\"><summary>What is said in this video</summary><div><p>Stand tall, Anna: bend &amp; breathe.</p></div></details>"
      ), "\(page)")
    let published = try site.snapshot().contents
    #expect(published["causes/bridge.mp4"] == TestVideo.mp4())
    #expect(published["causes/bridge.vtt"] != nil && published["causes/bridge.svg"] != nil)
  }

  @Test(arguments: [
    ("turned.mp4", TestVideo.mp4(isTurned: true), "width=\"180\" height=\"320\""),
    ("late.m4v", TestVideo.mp4(codec: "av01", paddedTo: 100_000), "width=\"320\" height=\"180\""),
    ("web.webm", TestVideo.webM(), "width=\"320\" height=\"180\""),
    ("old.webm", TestVideo.webM(codec: "V_VP8", width: 640, height: 480), "width=\"640\" height=\"480\""),
  ]) func sizes(name: String, bytes: [UInt8], attributes: String) async throws {
    let stem = name.prefix { $0 != "." }
    let site = try Self.site(
      "![How to do the bridge](\(name))", [name: bytes], ["\(stem).vtt": TestVideo.captions])
    try site.write(Self.drawing, to: Self.folder + "\(stem).svg")
    let page = try await Self.page(site)
    #expect(page.contains(attributes), "\(page)")
    // Cut off anywhere, a file is no reason to stop.
    for end in stride(from: 0, to: min(bytes.count, 700), by: 7) {
      try site.write(Array(bytes[..<end]), to: Self.folder + name)
      _ = try VideoReading(site.path(to: Self.folder + name))
    }
  }

  /// A server says by the ending what a file is.
  @Test(arguments: [("film.mov", TestVideo.mp4(), "mp4"), ("film.mp4", TestVideo.webM(), "webm")])
  func endingOfAnotherFormat(name: String, bytes: [UInt8], ending: String) async throws {
    let site = try Self.site(
      "![How to do the bridge](\(name))", [name: bytes], ["film.vtt": TestVideo.captions])
    expectFaults(
      try await Self.faults(site),
      [
        "tendon-pain.md:7:25: error bad-file: `\(name)` has the wrong ending for what is in it, so some browsers would not play it. » Rename it to `film.\(ending)`, here and in the folder."
      ])
  }

  @Test(arguments: [
    (
      "a.mp4", TestVideo.mp4(codec: "hvc1"),
      "Only some browsers play `a.mp4`: it is HEVC video, as phones record it."
    ),
    ("b.mp4", TestVideo.mp4(codec: "mp4v"), "No browser plays the video in `b.mp4`."),
    ("c.webm", TestVideo.webM(codec: "V_MPEG4/ISO/AVC"), "No browser plays the video in `c.webm`."),
    ("d.avi", Array("RIFF....AVI ".utf8), "Browsers do not play videos such as `d.avi`."),
    (
      "e.mp4", FileFaultTests.png,
      "`e.mp4` is not a video that browsers can play, whatever its name says, or it is cut off."
    ),
  ]) func whatBrowsersDoNotPlay(name: String, bytes: [UInt8], message: String) async throws {
    let site = try Self.site(
      "![How to do the bridge](\(name))", [name: bytes], ["\(name.prefix(1)).vtt": TestVideo.captions])
    expectFaults(
      try await Self.faults(site),
      [
        "tendon-pain.md:7:25: error bad-file: \(message) » Save it as MP4 with H.264 video and AAC sound, at most 720 pixels high."
      ])
  }

  @Test func otherBrokenFiles() async throws {
    let site = try Self.site(
      "![One](cut.mp4)\n\n![Two](none.mov)\n\n![Three](sound.mp4)\n\n![Four](bridges.mp4)",
      [
        "cut.mp4": Array(TestVideo.mp4(paddedTo: 2_000).prefix(1_000)), "none.mov": [],
        "sound.mp4": TestVideo.mp4(handler: "soun"), "bridge.mp4": TestVideo.mp4(),
      ])
    expectFaults(
      try await Self.faults(site).filter { $0.contains("error") },
      [
        "tendon-pain.md:7:8: error bad-file: `cut.mp4` is cut off, so it does not play. » Copy the video again, or save it anew.",
        "tendon-pain.md:9:8: error bad-file: `none.mov` is empty, so there is nothing to play. » Copy the video again.",
        "tendon-pain.md:11:10: error bad-file: `sound.mp4` has no pictures, only sound. » Link to it as a download.",
        "tendon-pain.md:13:9: error missing-image: The video `bridges.mp4` does not exist. » Did you mean `bridge.mp4`?",
      ])
  }

  @Test func captionsAreNeeded() async throws {
    let site = try Self.site("![How to do the bridge](bridge.mp4)", texts: [:])
    expectFaults(
      try await Self.faults(site),
      [
        "tendon-pain.md:7:25: error missing-captions: `bridge.mp4` has no captions, so people who cannot hear it do not know what is said. » Save them as `bridge.vtt` next to it (WebVTT). If nobody speaks, one caption that says so is enough."
      ])
  }

  private static func site(_ body: String, texts: [String: String]) throws -> FixtureSite {
    try site(body, ["bridge.mp4": TestVideo.mp4()], texts)
  }

  @Test(arguments: [
    (
      "",
      "1:1: error bad-captions: Captions must start with a line that says `WEBVTT`. » Write `WEBVTT` in the first line, and leave the second line empty."
    ),
    (
      "1\n00:00:01,000 --> 00:00:02,000\nHi.\n",
      "1:1: error bad-captions: Captions must start with a line that says `WEBVTT`. » These are captions in the form SRT: export them as WebVTT (`.vtt`)."
    ),
    (
      "WEBVTT\n\nNOTE Later.\n",
      "1:1: error bad-captions: The captions have no text. » Write when each one is shown and what it says. For a video without speech, one that says so is enough."
    ),
    (
      "WEBVTT\n\n00:01,000 --> 00:02,000\nHi.\n",
      "3:1: error bad-captions: `00:01,000 --> 00:02,000` is not a time that browsers can read. » Write a point, not a comma, before the thousandths of a second, such as `00:00:01.000 --> 00:00:04.000`."
    ),
    (
      "WEBVTT\n\n1.0 --> 2.0\nHi.\n",
      "3:1: error bad-captions: `1.0 --> 2.0` is not a time that browsers can read. » Write it as `00:00:01.000 --> 00:00:04.000`."
    ),
    (
      "WEBVTT\n\n00:02.000 --> 00:01.000\nHi.\n",
      "3:1: error bad-captions: This caption ends before it begins. » Correct one of the two times."
    ),
    (
      "WEBVTT\n\n00:02.000 --> 00:03.000\nHi.\n\n00:01.000 --> 00:02.000\nHo.\n",
      "6:1: error bad-captions: This caption begins before the one above it. » Put captions in the order of their times."
    ),
    (
      "WEBVTT\n\n00:02.000 --> 00:03.000\n\nHi.\n",
      "3:1: error bad-captions: This caption has no text. » Write what is said below its time, or delete the time.|5:1: error bad-captions: This text has no time, so it is never shown. » Write the time in a line above it, such as `00:00:01.000 --> 00:00:04.000`, and leave no line empty between them."
    ),
    (
      "WEBVTT\n\n00:02.000 -> 00:03.000\nHi.\n",
      "3:1: error bad-captions: This line is no time, since its arrow is not written as `-->`. » Write two hyphens and a `>`, as in `00:00:01.000 --> 00:00:04.000`."
    ),
    (
      "WEBVTT\n\none\n00:02.000 –> 00:03.000\nHi.\n",
      "4:1: error bad-captions: This line is no time, since its arrow is not written as `-->`. » Write two hyphens and a `>`, as in `00:00:01.000 --> 00:00:04.000`."
    ),
    (
      "WEBVTT\n\n00:01.000 --> 00:03.000\n\(String(repeating: "Bend. ", count: 40))\n",
      "3:1: warning bad-captions: This caption has 239 characters, too many to read in time. » Split it into captions of two short lines each."
    ),
  ]) func captionsAreChecked(text: String, fault: String) async throws {
    let site = try Self.site("![How to do the bridge](bridge.mp4)", texts: ["bridge.vtt": text])
    expectFaults(try await Self.faults(site), fault.split(separator: "|").map { "bridge.vtt:\($0)" })
  }

  @Test func captionsOfAnotherVideoOrEncoding() async throws {
    let late = "WEBVTT\n\n00:01.000 --> 00:30.000\nHi.\n"
    let site = try Self.site("![How to do the bridge](bridge.mp4)", texts: ["bridge.vtt": late])
    expectFaults(
      try await Self.faults(site),
      [
        "tendon-pain.md:7:1: warning bad-captions: The captions of `bridge.mp4` go on to second 30, but it ends at second 8. » Check that these are its captions, and correct their times."
      ])
    try site.write(
      Array("WEBVTT\n\n00:01.000 --> 00:03.000\nBi".utf8) + [0xE9], to: Self.folder + "bridge.vtt")
    expectFaults(
      try await Self.faults(site),
      [
        "bridge.vtt:1:1: error bad-captions: The captions are not UTF-8 text. » Save the file again with the encoding UTF-8."
      ])
  }

  @Test func placeNamePictureAndWeight() async throws {
    let site = try Self.site(
      "So ![a bridge](bridge.mp4) it goes.\n\n![](bridge.mp4)\n\n![Heavy](heavy.mp4)",
      ["bridge.mp4": TestVideo.mp4(), "heavy.mp4": TestVideo.mp4(paddedTo: 21_000_000)],
      ["bridge.vtt": TestVideo.captions, "heavy.vtt": TestVideo.captions])
    expectFaults(
      try await Self.faults(site),
      [
        "tendon-pain.md:7:4: error misplaced-video: A video cannot stand in a line of text. » Give it a paragraph of its own: leave an empty line above and below it.",
        "tendon-pain.md:9:1: error missing-alt: This video has no name, so screen readers cannot say what it is. » Say what it shows between the brackets: `![How to do the bridge](…)`.",
        "tendon-pain.md:11:1: warning bad-file: `heavy.mp4` has 21 MB, which takes long to load on a phone. » Save it at most 720 pixels high, or shorten it, until it has less than 20 MB.",
        "tendon-pain.md:11:1: warning missing-poster: `heavy.mp4` has no picture, so an empty box stands there until somebody plays it. » Save one of its pictures as `heavy.jpg` next to it.",
      ])
  }

  @Test(arguments: [
    ("https://youtu.be/abc-DEF_1", "https://www.youtube-nocookie.com/embed/abc-DEF_1"),
    ("https://www.youtube.com/watch?t=3&v=abc", "https://www.youtube-nocookie.com/embed/abc"),
    ("https://m.youtube.com/shorts/abc", "https://www.youtube-nocookie.com/embed/abc"),
    ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
    ("https://vimeo.com/76979871/0a1b", "https://player.vimeo.com/video/76979871?h=0a1b&amp;dnt=1"),
    ("https://films.example/embed/7", "https://films.example/embed/7"),
  ]) func hosts(address: String, frame: String) async throws {
    let site = try Self.site(
      "![How to do the bridge](\(address))", [:], [:],
      settings:
        "content-policy: {frame: [https://www.youtube-nocookie.com, https://player.vimeo.com, https://films.example]}\n"
    )
    let page = try await Self.page(site)
    #expect(
      page.contains("<figure class=\"video\"><span class=\"frame\" data-frame=\"Show “How to do the bridge”"),
      "\(page)")
    #expect(page.contains("<template><iframe src=\"\(frame)\" title=\"How to do the bridge\""), "\(page)")
  }

  @Test(arguments: [
    (
      "https://youtu.be/abc",
      "Pages may not show videos from `www.youtube-nocookie.com`. » Write `content-policy: {frame: [https://www.youtube-nocookie.com]}` in `site.yaml`."
    ),
    (
      "https://vimeo.com/1",
      "Pages may not show videos from `player.vimeo.com`. » Write `content-policy: {frame: [https://player.vimeo.com]}` in `site.yaml`."
    ),
    (
      "https://films.example/a.mp4",
      "The video `https://films.example/a.mp4` is on another site. » Save the file next to the article."
    ),
  ]) func hostsThatPagesMayNotShow(address: String, fault: String) async throws {
    let site = try Self.site("![How to do the bridge](\(address))", [:], [:])
    expectFaults(
      try await Self.faults(site), ["tendon-pain.md:7:25: error content-policy: \(fault)"])
  }

  /// What is said in a video is advice, too: another word of it is told as such.
  @Test func changedWords() async throws {
    let comparing = try Comparing(
      both: [Self.folder + "tendon-pain.md": Site.cause(body: "![How to do the bridge](bridge.mp4)")],
      [Self.folder + "bridge.vtt": TestVideo.captions],
      to: [Self.folder + "bridge.vtt": TestVideo.captions.replacing("tall", with: "bent")])
    for site in [comparing.old, comparing.new] {
      try site.write(TestVideo.mp4(), to: Self.folder + "bridge.mp4")
      try site.write(Self.drawing, to: Self.folder + "bridge.svg")
    }
    let change = try #require(
      try await comparing.comparison().changes.first { $0.code == "video-text" })
    #expect(change.message == "What is said in videos changed:")
    #expect(
      change.passages.map { [$0.was, $0.now] } == [
        ["Stand «tall,» Anna: bend & breathe.", "Stand «bent,» Anna: bend & breathe."]
      ])
  }

  private static func field(_ value: String) throws -> FixtureSite {
    let site = try FixtureSite([
      "site.yaml": Site.configuration(
        "      easier: {type: markdown, list: true}",
        "      easier: {type: markdown, list: true}\n      clip: {type: video}"),
      "Content/stretches/step-ups.md": Site.article("Step-ups", "clip: \(value)"),
      "Content/stretches/other.vtt": TestVideo.captions,
      "Templates/stretch.mustache": Site.page(
        "{{#clip}}{{title}}|{{url}}|{{poster}}|{{{html}}}{{/clip}}{{{body}}}{{#easier}}{{{html}}}{{/easier}}"),
    ])
    try site.write(TestVideo.mp4(), to: "Content/stretches/steps.mp4")
    try site.write(drawing, to: "Content/stretches/still.svg")
    return site
  }

  @Test func fields() async throws {
    let site = try Self.field("{file: steps.mp4, captions: other.vtt, poster: still.svg, title: On one step}")
    expectFaults(site.lines(try await site.build()), [])
    let page = String(
      decoding: try #require(try site.snapshot().contents["stretches/step-ups/index.html"]), as: UTF8.self)
    #expect(
      page.contains(
        "On one step|/stretches/steps.mp4|/stretches/still.svg|<figure class=\"video\"><video controls preload=\"none\" playsinline width=\"320\" height=\"180\" poster=\"/stretches/still.svg\" aria-label=\"On one step\">"
      ), "\(page)")
    // A build that takes the article from its cache shows the same, and one whose captions have changed shows those.
    try site.write(
      Array(TestVideo.captions.replacing("tall", with: "up").utf8), to: "Content/stretches/other.vtt")
    expectFaults(site.lines(try await site.build()), [])
    let later = String(
      decoding: try #require(try site.snapshot().contents["stretches/step-ups/index.html"]), as: UTF8.self)
    #expect(later == page.replacing("Stand tall", with: "Stand up"))
  }

  @Test(arguments: [
    (
      "steps.mp4",
      "4:7: error missing-captions: `steps.mp4` has no captions, so people who cannot hear it do not know what is said. » Save them as `steps.vtt` next to it (WebVTT). If nobody speaks, one caption that says so is enough."
    ),
    (
      "{file: steps.mp4, captions: others.vtt}",
      "4:14: error missing-captions: There are no captions at `others.vtt`. » Write the name of a WebVTT file (`.vtt`) next to the article."
    ),
    (
      "{file: still.svg}",
      "4:14: error bad-file: `still.svg` is not a video. » Name a video, such as `bridge.mp4`, or its address at a video host."
    ),
    (
      "{captions: other.vtt}",
      "4:7: error missing-key: The key `file` is missing. » Add `file:`, then its value."
    ),
  ]) func fieldsThatAreWrong(value: String, fault: String) async throws {
    let site = try Self.field(value)
    let found = site.lines(try await site.check()).filter { $0.contains("error") }
    expectFaults(found, ["Content/stretches/step-ups.md:\(fault)"])
  }
}
