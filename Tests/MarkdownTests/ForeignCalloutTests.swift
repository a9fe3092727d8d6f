import Diagnostics
import Testing

@testable import Markdown

/// A callout that another tool reads is an error: its advice would look like any other text.
@Suite struct ForeignCalloutTests {
  private func places(_ markdown: String) -> [String] {
    render(markdown) { $0.findsUnreadMarkdown = false }.diagnostics.map {
      "\($0.severity == .error ? "" : "warning ")\($0.code.rawValue) \($0.position?.line ?? 0):\($0.position?.column ?? 0)"
    }
  }

  @Test(arguments: [
    (":::danger\nGo.\n:::", 1, 1), ("::: warning\nGo.\n:::", 1, 1), (":::tip[Title]\nGo.\n:::", 1, 1),
    ("::: {.callout-note}\nGo.\n:::", 1, 1), ("Text\n\n::::caution Heads up\nGo.\n::::", 3, 1),
    ("!!! danger\n    Go.", 1, 1), ("!!! warning \"Title\"\n    Go.", 1, 1), ("??? note\n    Go.", 1, 1),
    ("???+ tip \"T\"\n    Go.", 1, 1), ("- a\n\n  !!! info\n      Go.", 3, 3),
    ("{% hint style=\"danger\" %}\nGo.\n{% endhint %}", 1, 1),
    ("{% include alert.html type=\"info\" %}", 1, 1),
    ("{{< hint danger >}}\nGo.\n{{< /hint >}}", 1, 1), ("{{% notice warning %}}\nGo.\n{{% /notice %}}", 1, 1),
    ("{warning}\nGo.", 1, 1), ("{info:title=x}\nGo.", 1, 1), ("{: .warning }\nGo.", 1, 1),
    ("> Go.\n{.is-danger}", 2, 1),
    (".. warning::\n   Go.", 1, 1), (".. admonition:: T\n   Go.", 1, 1), ("!> Go.", 1, 1), ("?> Go.", 1, 1),
    ("> **Warning**\n> Go.", 1, 3), ("> **Warning:** Go.", 1, 3), ("> **Note**: go.", 1, 3),
    ("> *Caution!*", 1, 3), ("> ***Warning:*** Go.", 1, 3),
    ("> __Danger__ Go.", 1, 3), ("- > **⚠️ Warning**\n  > Go.", 1, 5), ("> ⚠️ Go.", 1, 3), ("> 🚨 Go.", 1, 3),
    ("> 💡 Try.", 1, 3), ("> :warning: Go.", 1, 3), ("> ⚠️ **Warning** Go.", 1, 3),
    ("> [!danger|red] T\n> Go.", 1, 3), ("> [!div class=\"x\"]\n> Go.", 1, 3), ("> [!VIDEO https]", 1, 3),
    ("> [!WARNING]- T\n> Go.", 1, 3), ("> [!tip]+\n> Go.", 1, 3), ("```{warning}\nGo.\n```", 1, 1),
    ("```ad-danger\nGo.\n```", 1, 1), ("```warning\nGo.\n```", 1, 1), ("~~~ Danger\nGo.\n~~~", 1, 1),
    ("    > [!EMERGENCY]\n    > Go.", 1, 7),
    ("\t> [!warning]\n\t> Go.", 1, 4),
    ("    [!NOTE] Go.", 1, 5), ("Text\n\n    !!! danger", 3, 5),
    ("- a\n\n      > [!EMERGENCY]\n      > Go.", 3, 9),
  ])
  func isAnError(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(places(markdown) == ["unread-callout \(line):\(column)"])
  }

  /// Its text is not told of as well.
  @Test(arguments: ["!!! danger\n\n    Go.", "??? note \"T\"\n\n\tGo."])
  func textBelow(_ markdown: String) { #expect(render(markdown).diagnostics.map(\.code) == [.unreadCallout]) }

  @Test func whole() {
    #expect(
      render(":::danger\nGo.\n:::").diagnostics == [
        fault(
          .unreadCallout, 1, 1,
          "This is how another tool writes a callout, so it would appear as ordinary text.",
          hint:
            "Write it as a quote instead: a first line `> [!CAUTION]`, or `> [!EMERGENCY]` if readers must call for help, then `> ` before each line of its text."
        )
      ])
    #expect(
      render("    > [!EMERGENCY]\n    > Go.").diagnostics == [
        fault(
          .unreadCallout, 1, 7,
          "This callout is indented by four spaces or a tab, so it would appear as program code.",
          hint: "Start its lines at the margin: `> [!EMERGENCY]`, then `> ` before each line of its text.")
      ])
    #expect(
      render("> [!TIP]- T\n> Go.").diagnostics == [
        fault(
          .unreadCallout, 1, 3,
          "Callouts do not fold here, so the `-` would be shown.",
          hint: "Write `[!TIP]` without the `-`.")
      ])
  }

  /// With and without HTML: no browser knows the element.
  @Test(arguments: ["<Callout type=\"danger\">\nGo.\n</Callout>", "<Warning>Go.</Warning>"])
  func components(_ markdown: String) {
    #expect(places(markdown) == ["unread-callout 1:1"])
    let page = render(markdown) { $0.rawHTML = true }
    #expect(page.diagnostics.map(\.code) == [.unreadCallout])
  }

  @Test(arguments: [
    "> **Note** that it may move.", "> Warning: this is a quote.", "> **Anna** Go.", "> “⚠️” is a sign.",
    "**Warning:** Go.",
    "Stop!!! Danger", "What??? note", "A ratio of 1:::2",
    "```\n:::danger\n!!! danger\n.. warning::\n> [!NOTE]\n```",
    "`:::danger`", "\\:::danger", "\\!!! danger", "> \\[!NOTE]", ".. and so on", "..warning: no", "{note",
    "{{ page.note }}",
    "!!!", "???", "> *A note* from us.", "> **Notebook**", "> [!WARNING] Go.", "![A](a.png)",
    "> **Noted:** yes.",
    "~~~\n{% hint %}\n~~~", "> 3 > 2", "Text (!) and (?)",
  ])
  func isOrdinaryText(_ markdown: String) {
    #expect(places(markdown).filter { $0.hasPrefix("unread-callout") } == [])
  }

  /// A name that other tools know has one here.
  @Test func names() {
    #expect(
      ["danger", "info", "success", "foo"].map { render("> [!\($0)]\n> x").diagnostics.first?.hint } == [
        "Write `[!CAUTION]`, or `[!EMERGENCY]` if readers must call for help.", "Write `[!NOTE]`.",
        "Write `[!TIP]`.",
        "The kinds are `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]`, `[!CAUTION]`, `[!EMERGENCY]`.",
      ])
  }

  @Test func oneLine() {
    #expect(
      render("> [!WARNING] Not *after* surgery.\n").htmlText == """
        <aside class="callout callout--warning" role="note">
        <p class="callout__title">Warning</p>
        <p>Not <em>after</em> surgery.</p>
        </aside>\n
        """)
    #expect(render("> [!NOTE] a\n\n> [!TIP] b\n>\n").diagnostics == [])
    #expect(render("> [!NOTE]\n").diagnostics.map(\.code) == [.emptyCallout])
    #expect(render("> [!NOTE] T\n>\n> - x\n").htmlText.contains("Note: </span>T</p>"))
  }
}
