import FixtureSite
import Testing

@testable import Site

/// A `<video>` that somebody wrote as HTML needs captions as one in Markdown does.
@Suite struct RawVideoTests {
  private static let folder = "Content/causes/"
  private static let track = "<track kind=\"captions\" srclang=\"en\" src=\"bridge.vtt\">"

  private static func missing(_ place: String, _ name: String? = "bridge") -> String {
    let subject = name.map { "`\($0).mp4`" } ?? "This video"
    return
      "\(place): error missing-captions: \(subject) has no captions, so people who cannot hear it do not know what is said. » Put `<track kind=\"captions\" srclang=\"…\" src=\"\(name ?? "video").vtt\">` into it, and save them there (WebVTT). If nobody speaks, one caption that says so is enough."
  }

  private static func faults(_ body: String) async throws -> [String] {
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration + "markdown: {raw-html: true}\n",
      folder + "tendon-pain.md": FixtureSite.cause(body: body), folder + "bridge.vtt": TestVideo.captions,
      folder + "bridge.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 180\"></svg>",
    ])
    try site.write(TestVideo.mp4(), to: folder + "bridge.mp4")
    return site.lines(try await site.check()).filter { !$0.contains("unused-file") }.map {
      $0.replacing(folder + "tendon-pain.md:", with: "")
    }
  }

  @Test(arguments: [
    "<video controls src=\"bridge.mp4\">\(track)</video>",
    "<VIDEO controls>\n<source src=\"bridge.mp4\">\n\(track)\n</VIDEO>",
    "<video controls src=\"bridge.mp4\"><track src=bridge.vtt></video>",
    "<div>\n<video controls src=\"bridge.mp4\">\n\n\(track)\n\n</video>\n</div>",
    "Words <video controls src=\"bridge.mp4\">\(track)</video> in a line.",
    "<video autoplay loop muted playsinline src=\"bridge.mp4\"></video>",
    "<video muted=\"\" src=\"bridge.mp4\"></video>",
    "<video controls preload=\"none\" poster=\"bridge.svg\" src=\"bridge.mp4\">\(track)</video>",
    "```html\n<video controls src=\"bridge.mp4\"></video>\n```",
    "<!-- <video controls src=\"bridge.mp4\"></video> -->",
  ])
  func rightInArticles(body: String) async throws {
    expectFaults(try await Self.faults(body), [])
  }

  @Test(arguments: [
    ("<video controls src=\"bridge.mp4\"></video>", [missing("7:1")]),
    ("Words.\n\n<video controls>\n<source src=\"bridge.mp4?1\">\n</video>", [missing("9:1")]),
    ("See <video controls src=\"bridge.mp4\"></video> here.", [missing("7:5")]),
    // Other tracks say nothing of what is heard, and a track without a file is none.
    (
      "<video controls src=\"bridge.mp4\"><track kind=\"chapters\" src=\"bridge.vtt\"></video>",
      [missing("7:1")]
    ),
    ("<video controls src=\"bridge.mp4\"><track kind=\"captions\"></video>", [missing("7:1")]),
    // Whoever has controls can turn the sound on; a name that says muted does not mute.
    ("<video muted controls src=\"bridge.mp4\"></video>", [missing("7:1")]),
    ("<video title=\"muted\" src=\"bridge.mp4\"></video>", [missing("7:1")]),
    // The captions of the next are not its own.
    (
      "<video controls src=\"bridge.mp4\"></video>\n<video controls src=\"bridge.mp4\">\(track)</video>",
      [missing("7:1")]
    ),
    (
      "<video controls preload=\"none\" src=\"bridge.mp4\">\(track)</video>",
      [
        "7:1: warning missing-poster: `bridge.mp4` has no picture, so an empty box stands there until somebody plays it. » Save one of its pictures next to it, and add `poster=\"bridge.jpg\"`."
      ]
    ),
  ])
  func wrongInArticles(body: String, expected: [String]) async throws {
    expectFaults(try await Self.faults(body), expected)
  }

  private static func templateFaults(_ html: String) async throws -> [String] {
    try await SiteTests.faults([
      "Templates/faq.mustache": FixtureSite.page(FixtureSite.body + "\n" + html),
      "Templates/partials/captions.mustache": "<track kind=\"captions\" src=\"{{site.assets.a-vtt}}\">\n",
      "Templates/assets/a.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n",
      "Templates/assets/bridge.mp4": "x",
    ]).filter { $0.hasPrefix("Templates/faq.mustache") && $0.contains("missing-") }
  }

  @Test(arguments: [
    "<video controls src=\"{{site.assets.bridge-mp4}}\"><track kind=\"captions\" src=\"{{site.assets.a-vtt}}\"></video>",
    "<video controls src=\"{{site.assets.bridge-mp4}}\">{{>captions}}</video>",
    "<video controls src=\"{{site.assets.bridge-mp4}}\">{{#summary}}<track src=\"{{site.assets.a-vtt}}\">{{/summary}}</video>",
    "<video muted autoplay src=\"{{site.assets.bridge-mp4}}\"></video>",
    "{{! <video controls src=\"/a.mp4\"></video> }}",
    "<script>let a = \"<video controls>\";</script>",
  ])
  func rightInTemplates(html: String) async throws {
    expectFaults(try await Self.templateFaults(html), [])
  }

  @Test(arguments: [
    "<video controls src=\"{{site.assets.bridge-mp4}}\"></video>",
    "<video controls src=\"{{site.assets.bridge-mp4}}\">{{title}}</video>",
    "<video controls src=\"{{site.assets.bridge-mp4}}\"><track kind=\"metadata\" src=\"{{site.assets.a-vtt}}\"></video>",
  ])
  func wrongInTemplates(html: String) async throws {
    let found = try await Self.templateFaults(html)
    #expect(found.count == 1 && found[0].hasSuffix(Self.missing(":1", nil)), "\(found)")
  }
}
