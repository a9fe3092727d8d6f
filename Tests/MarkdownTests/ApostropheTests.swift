import Testing

@testable import Markdown

@Suite struct ApostropheTests {
  @Test(arguments: [
    ("*Knee*'s and 'so'", "<em>Knee</em>’s and ‘so’"),
    ("**Runner**'s cap's end'", "<strong>Runner</strong>’s cap’s end’"),
    ("[x](/causes/)'s 'y'", "<a href=\"/causes/\">x</a>’s ‘y’"),
    ("`code`'s end' a", "<code>code</code>’s end’ a"),
    ("The '90s' best", "The ’90s’ best"), ("'80s and '90s, they said'", "’80s and ’90s, they said’"),
    ("rock 'n' roll", "rock ’n’ roll"), ("Fish 'N' chips", "Fish ’N’ chips"),
    ("Get 'em now, 'tis' x", "Get ’em now, ‘tis’ x"),
    ("'I like the '90s,' he said.", "‘I like the ’90s,’ he said."),
    ("'Rock 'n' roll,' he said.", "‘Rock ’n’ roll,’ he said."),
    ("'A *knee*'s cap,' he said.", "‘A <em>knee</em>’s cap,’ he said."),
    ("'10 reps' and '5 sets'", "‘10 reps’ and ‘5 sets’"), ("'so' he said", "‘so’ he said"),
    ("it's the runners' knee", "it’s the runners’ knee"),
    ("'*Knee*' is a word", "‘<em>Knee</em>’ is a word"), ("the '60s", "the ’60s"),
    ("The winter of '25-'26", "The winter of ’25-’26"), ("Class of '09.", "Class of ’09."),
    ("'20 minutes' of '26", "‘20 minutes’ of ’26"), ("say '12'", "say ‘12’"),
    ("'twas 'good'", "’twas ‘good’"),
    ("*a* 'b' c", "<em>a</em> ‘b’ c"), ("‘90s style", "’90s style"),
  ])
  func areNoOpeningQuotes(_ markdown: String, _ html: String) {
    #expect(render(markdown + "\n").htmlText == "<p>\(html)</p>\n")
  }

  /// What follows one is still found at its place.
  @Test(arguments: ["*Knee*'s 'x' [[a]]", "The '90s' [[a]]", "‘90s x [[a]]", "'I like the '90s,' [[a]]"])
  func placesBehind(_ markdown: String) {
    let column = markdown.unicodeScalars.prefix { $0 != "[" }.count + 1
    #expect(render(markdown).diagnostics.map(\.position) == [.init(line: 1, column: column)])
  }
}
