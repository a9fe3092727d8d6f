import Testing

@testable import Markdown

@Suite struct MentionTests {
  private func html(_ markdown: String, configure: (inout ArticleOptions) -> Void = { _ in }) -> String {
    render(markdown, mentions: stubMentions, configure: configure).htmlText
  }

  @Test(arguments: [
    ("outer hip pain is", "<a href=\"/1/\">outer hip pain</a> is"),
    ("Outer\nhip-pain.", "<a href=\"/1/\">Outer\nhip-pain</a>."),
    ("hip pain, hip pain", "<a href=\"/2/\">hip pain</a>, hip pain"),
    ("ship pain, hip pains", "ship pain, hip pains"),
    ("Runner's knee", "<a href=\"/3/\">Runner’s knee</a>"),
    ("GTPS or gluteal tendinopathy", "<a href=\"/4/\">GTPS</a> or gluteal tendinopathy"),
    (
      "cross-training, training-load, training", "cross-training, training-load, <a href=\"/5/\">training</a>"
    ),
    ("both", "both"), ("ÉPINE", "<a href=\"/8/\">ÉPINE</a>"),
    ("`hip pain` ![hip pain](x.png)", nil), ("[hip pain](/causes/)", nil),
    ("[x](../signs/outer-hip-pain.md) outer hip pain", nil),
    ("hip  \npain", nil), ("hip. Pain", nil), ("*hip pain*", "<em><a href=\"/2/\">hip pain</a></em>"),
  ])
  func inText(_ markdown: String, _ expected: String?) {
    if let expected {
      #expect(html(markdown) == "<p>\(expected)</p>\n")
    } else {
      #expect(html(markdown) == render(markdown).htmlText)
    }
  }

  @Test(arguments: ["## Hip pain", "> [!WARNING]\n> Hip pain", "> [!EMERGENCY] Hip pain\n> hip pain"])
  func notIn(_ markdown: String) {
    #expect(render(markdown, mentions: stubMentions).links.isEmpty)
  }

  @Test func switchedOff() {
    #expect(!html("hip pain") { $0.article = 2 }.contains("<a"))
    #expect(!html("hip pain") { $0.autoLink = false }.contains("<a"))
    let terms = render("GTPS, gluteal tendinopathy", mentions: stubMentions) {
      $0.termsNotLinked = [MentionIndex.folded(Array("Gtps".utf8))]
    }
    #expect(terms.htmlText == "<p>GTPS, <a href=\"/4/\">gluteal tendinopathy</a></p>\n")
    #expect(terms.links.map(\.kind) == [.automatic])
  }
}
