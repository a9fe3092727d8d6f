import FixtureSite
import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

/// What `limber diff` says of changes to articles.
@Suite struct ComparisonTests {
  @Test func nothing() async throws {
    #expect(try await Comparing(to: [:]).text == "Compared with `base`: nothing changed for readers.\n")
  }

  @Test func designOnly() async throws {
    let text = try await Comparing(to: [
      "Templates/assets/site.css": "main { max-inline-size: 50rem; }\n",
      "Templates/404.mustache": FixtureSite.page("<p>No such page.</p>"),
    ]).text
    #expect(
      text == """
        Compared with `base`: only the design changed. Templates, styles or scripts are different; articles, \
        words, addresses and the checker are the same.
        Look at a few pages: templates decide which parts of an article are shown, and texts that stand in them are not \
        compared.

        DESIGN
          Templates/404.mustache: Changed.
          Templates/assets/site.css: Changed.

        """)
  }

  @Test func factsAndText() async throws {
    let text = try await Comparing(to: [
      "Content/stretches/step-ups.md": FixtureSite.article(
        "Step-ups", "dose: {sets: 3-4, hold: 20-30 s}", "easier: [Hold a rail.]",
        body: "Step up slowly, then down."),
      "Content/causes/tendon-pain.md": FixtureSite.article(
        "Tendon pain", "also-known-as: [tendon trouble]", "signs: []", "stretches: [step-ups]",
        body:
          "It hurts at the side of the hip.\n\n## What may help\n\nTry less hill running.\n\n## When\n\nSoon: <https://help.example/>."
      ),
    ]).text
    #expect(
      text == """
        Compared with `base`: 10 changes, none marked !! (advice 10).

        ADVICE
          Tendon pain (`cause:tendon-pain`)
               `signs` no longer lists Outer hip pain (`sign:outer-pain`).
               also-known-as:
                 new: tendon trouble
               At the beginning:
                 gone: … hurts at the side of the hip. «See what it feels like.»
               A heading changed:
                 was: What «helps»
                 now: What «may help»
               “When” is new:
                 new: Soon: https://help.example/.
               No longer links to `sign:outer-pain`.
               Now links to `https://help.example/`.
          Step-ups (`stretch:step-ups`)
               dose, sets:
                 was: 2–3
                 now: 3–4
               easier is new: Hold a rail.
               At the beginning:
                 was: Step «up,» then down.
                 now: Step «up slowly,» then down.

        Unchanged: safety, checker, addresses, site, design.

        """)
  }

  private static let flags = """
    rf-fall:
      text: A fall from a height
      level: urgent
      basis: practice
    rf-limp:
      text: A limp after a run
      level: soon
      basis: practice

    """

  @Test func safety() async throws {
    let text = try await Comparing(
      both: ["Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", "red-flags: [rf-limp]")],
      [
        "Content/red-flags.yaml": Self.flags,
        "Content/causes/tendon-pain.md": FixtureSite.cause(
          "red-flags: [rf-fall, rf-limp]",
          body:
            "Text.\n\n> [!EMERGENCY]\n> Go now.\n\n> [!WARNING]\n> Not while it is swollen.\n\n> [!CAUTION] Cold\n> Wrap it up."
        ),
        "Content/stretches/bridge.md": FixtureSite.article("Bridge"),
        "Content/causes/break.md": FixtureSite.article(
          "Break", "signs: [outer-pain]", "stretches: []", "avoid: [step-ups]", "caution: [bridge]"),
      ],
      to: [
        "Content/red-flags.yaml": Self.flags.replacing(
          "rf-fall:\n  text: A fall from a height", with: "rf-drop:\n  text: A drop"
        )
        .replacing("level: soon", with: "level: routine").replacing(
          "A limp after", with: "A limp some days after"),
        "Content/causes/tendon-pain.md": FixtureSite.cause(
          "red-flags: [rf-limp, rf-drop]",
          body: "Text. Not while it is swollen.\n\n> [!CAUTION] Cold\n> Wrap it up well."),
        "Content/stretches/bridge.md": FixtureSite.article("Bridge"),
        "Content/causes/break.md": FixtureSite.article(
          "Break", "signs: [outer-pain]", "stretches: []", "caution: [step-ups]"),
      ]
    ).text
    #expect(
      text == """
        Compared with `base`: 13 changes, 9 marked !! (safety 12, advice 1).
        Changes that could make someone less safe are marked !!. Ask a clinician to look at them before you \
        publish.

        SAFETY
          Red flag `rf-fall`
            !! This red flag was removed. Its level was urgent.
                 gone: A fall from a height
          Red flag `rf-limp`
            !! LESS URGENT: routine instead of soon. It says: “A limp some days after a run”
            !! Its wording changed everywhere it is shown:
                 new: A limp «some days» after a run
          Break (`cause:break`)
            !! `caution` no longer lists Bridge (`stretch:bridge`).
            !! `avoid` no longer lists Step-ups (`stretch:step-ups`). It is now in `caution`.
               `caution` now lists Step-ups (`stretch:step-ups`).
          Tendon pain (`cause:tendon-pain`)
            !! No longer lists the red flag `rf-fall`.
                 gone: A fall from a height
            !! An emergency card was removed from this page.
                 gone: Emergency: Call for an ambulance or go to an emergency department now: Go now.
            !! A box “warning” was removed from this page; its text is now ordinary text or a note.
                 gone: Warning: Not while it is swollen.
            !! A box “caution” says something different:
                 was: Caution: Cold: Wrap it «up.»
                 now: Caution: Cold: Wrap it «up well.»
               Now lists the red flag `rf-drop`.
                 new: A drop
          Red flag `rf-drop`
               A new red flag. Its level is urgent.
                 new: A drop

        ADVICE
          Tendon pain (`cause:tendon-pain`)
               At the beginning:
                 new: Text. «Not while it is swollen.»

        Unchanged: checker, addresses, site, design.

        """)
  }

  @Test func reviewOlderThanText() async throws {
    let review = "review: {status: approved, reviewer: R. Examiner, author: A. Writer, reviewed: 2026-01-10}"
    let text = try await Comparing(
      both: [
        "Content/faqs/keep-running.md": FixtureSite.article(
          "Can I keep running?", review, "about: [cause:tendon-pain]")
      ],
      to: [
        "Content/faqs/keep-running.md": FixtureSite.article(
          "Can I keep running?", review, "about: [cause:tendon-pain]", body: "Yes."),
        "Content/signs/outer-pain.md": FixtureSite.article(
          "Outer hip pain", review, body: "It is felt at the side."),
      ]
    ).text
    #expect(
      text == """
        Compared with `base`: 3 changes, 1 marked !! (advice 3).
        Changes that could make someone less safe are marked !!. Ask a clinician to look at them before you \
        publish.

        ADVICE
          Can I keep running? (`faq:keep-running`)
            !! The page says it has been reviewed, but that review of 2026-01-10 is older than this change.
               At the beginning:
                 was: «Text.»
                 now: «Yes.»
          Outer hip pain (`sign:outer-pain`)
               Clinical review is now approved; it was pending.

        Unchanged: safety, checker, addresses, site, design.

        """)
  }

  @Test func addresses() async throws {
    let text = try await Comparing(
      [
        "Content/faqs/moved.md": FixtureSite.article("Moved", "about: [cause:tendon-pain]"),
        "Content/faqs/renamed.md": FixtureSite.article("Renamed", "about: [cause:tendon-pain]"),
        "Content/faqs/gone.md": FixtureSite.article("Gone", "about: [cause:tendon-pain]"),
        "Content/faqs/hidden.md": FixtureSite.article("Hidden", "about: [cause:tendon-pain]"),
        "Content/faqs/keep-running.md": FixtureSite.article(
          "Can I keep running?", "about: [cause:tendon-pain]", "redirect-from: [/old/, /older/]",
          body: "Often, but less."),
      ],
      to: [
        "Content/faqs/new-place.md": FixtureSite.article(
          "Moved", "about: [cause:tendon-pain]", "redirect-from: [/faqs/moved/, /older/]"),
        "Content/faqs/other-name.md": FixtureSite.article("Renamed", "about: [cause:tendon-pain]"),
        "Content/faqs/hidden.md": FixtureSite.article("Hidden", "about: [cause:tendon-pain]", "draft: true"),
      ]
    ).text
    #expect(
      text == """
        Compared with `base`: 7 changes, 4 marked !! (addresses 7).
        Changes that could make someone less safe are marked !!. Ask a clinician to look at them before you \
        publish.

        ADDRESSES
          /faqs/gone/  Gone (`faq:gone`)
            !! Gone: readers who follow a link or bookmark get “page not found” (404).
          /faqs/hidden/  Hidden (`faq:hidden`)
            !! Gone, because it is now a draft: readers who follow a link or bookmark get “page not found” \
        (404).
          /faqs/renamed/  Renamed (`faq:renamed`)
            !! Gone: readers who follow a link or bookmark get “page not found” (404). If it is \
        `faq:other-name` now, add `redirect-from: [/faqs/renamed/]` there.
          /old/  Old address
            !! This address no longer redirects: it led to Can I keep running? (`faq:keep-running`), and \
        now readers get “page not found” (404).
          /faqs/moved/  Moved (`faq:new-place`)
               Moved to /faqs/new-place/; the old address redirects to it. It was `faq:moved`.
          /older/  Old address
               Now leads to Moved (`faq:new-place`); before, to Can I keep running? (`faq:keep-running`).
          /faqs/other-name/  Renamed (`faq:other-name`)
               A new page; its clinical review status is pending.
                 new: About it.
                 new: Text.

        Unchanged: safety, checker, advice, site, design.

        """)
  }

  /// Nobody has seen it before: what it tells readers to do, and how much of it, is shown as a change would be.
  @Test func aNewPageIsShownWithWhatItSays() async throws {
    let changes = try await Comparing(to: [
      "Content/stretches/jumps.md": FixtureSite.article(
        "Jumps", "dose: {sets: 20, hold: 10 min}",
        body:
          "Jump until it hurts.\n\n## How\n\n1. Stand.\n2. Jump.\n\n> [!WARNING]\n> Go on if it gives way."
      )
    ]).comparison().changes
    let added = try #require(changes.first { $0.code == "page-added" })
    #expect(added.subject == "/stretches/jumps/")
    #expect(
      added.passages.map(\.now) == [
        "About it.", "Warning: Go on if it gives way.", "dose, sets: 20", "dose, hold: 10 min",
        "Jump until it hurts.", "“How”: Stand. Jump.",
      ])
  }

  @Test func site() async throws {
    let text = try await Comparing(to: [
      "site.yaml": FixtureSite.configuration("https://clinic.example/", "https://other.example/hip/")
        .replacing("name: Hill Clinic", with: "name: Dale Clinic").replacing(
          "[causes, page:about]", with: "[causes]")
    ]).text
    #expect(
      text == """
        Compared with `base`: 3 changes, 1 marked !! (addresses 1, site 2).
        Changes that could make someone less safe are marked !!. Ask a clinician to look at them before you \
        publish.

        ADDRESSES
          The whole site
            !! Every address now begins with https://other.example/hip/, not https://clinic.example/.

        SITE
          On every page
               The site's name:
                 was: Hill Clinic
                 now: Dale Clinic
               Navigation:
                 was: causes, page:about
                 now: causes

        Unchanged: safety, checker, advice, design.

        """)
  }
}
