import Diagnostics
import FixtureSite
import Testing

@testable import Markdown

/// Ordinary text gets no warning: a third of a megabyte of it, put together from what clinics, shops, newspapers and
/// programmers write.
@Suite struct QuietTextTests {
  private static let sentences = [
    "Walk for 10–15 minutes, 3~5 times a week, and stop at 4/10 (or ~5).",
    "It costs $40 (~€37), not \"$60\"; that's 33% off.",
    "Dr. Lee's patients – the runners' group – met at 10:30 a.m. in Room 3B.",
    "In the '90s it was rock 'n' roll; now it's *Knee*'s turn.",
    "Take 2 x 500 mg every 6–8 h; max. 4 g/day (see p. 12, § 3, and Fig. 2).",
    "Note: the hip, the knee and the ankle move together.",
    "He wrote to us [by post], and we answered – at once!", "Is it A, B or C? Why?! Well… it depends.",
    "Warning signs are listed below: fever, chills, a red knee.",
    "Press Ctrl+C, then Alt+Tab; in C++ write a++ or --b, and x^2 + y^2 = z^2.",
    "Use `[link](url)`, `**bold**`, `{#id}`, `==x==` and `:smile:` in your editor.",
    "5 < 6 & 7 > 3; 2 * 3 * 4 = 24; 3 × 10 reps; p < 0.05*; 50 % of 1,000.",
    "Write to [the desk](mailto:desk@clinic.example) or <info@clinic.example>; call [555 0100](tel:+15550100).",
    "See [the guideline](https://www.clinic.example/a_b(c)?d=1#e), [the sign](sign:outer-hip-pain) and <https://clinic.example/>.",
    "Anna (who ran) said: “It hurts here”, and pointed at her hip.",
    "The score was 3:2; the ratio 1:10:100; the time 12:05:30.",
    "AT&T, R&D, B&B, Q&A, Marks & Spencer, and Johnson & Johnson.",
    "#1 in town, issue #12, and the tag #hip.", "It was -5 °C to +3 °C, i.e. cold.",
    "The file is C:\\Users\\Anna or ~/notes, a path is /etc/hosts.",
    "An array a[i], a set {1, 2}, an interval [0.5, 1.5], a call f(x).",
    "I. Kant, the 2nd ed.; A) and B) are both right; (a) is not.",
    "~~Old~~ new, *slanted*, **bold**, ***both***, `code`, and a\\*b.",
    "Known since 2015 [@griffin2016], and more so later [@griffin2016, pp. 3–5].",
    "Stop!!! No, really??? Yes... and so on.",
    "Größe, Straße, naïve, Ærø, señor, «École», „Zitat“, ‚halb‘, ¿qué?, ¡sí!",
    "MANHÃ, CÂMARA, FORÊT, ÎLE, ESPAÑA, ÅR, ÇA, ŒUVRE.",
    "Ο πόνος στο γόνατο είναι συχνός· ξεκουραστείτε 2–3 ημέρες.",
    "Боль в колене часто проходит сама («за 2–3 недели»), но не всегда.",
    "الألم في الركبة شائع؛ استرح يومين أو ثلاثة (٢–٣)، ثم امشِ.", "כאב בברך הוא שכיח; נוחו 2–3 ימים, ואז לכו.",
    "膝の痛みはよくあります。2〜3日休んでください（無理をしない）。", "膝盖疼痛很常见：休息2～3天，然后**慢慢**走路。", "무릎 통증은 흔합니다. 2~3일 쉬고 천천히 걸으세요.",
    "घुटने का दर्द आम है; २–३ दिन आराम करें।", "ปวดเข่าเป็นเรื่องปกติ พัก 2–3 วัน", "Đau gối là phổ biến; nghỉ 2–3 ngày.",
    "Ağrı yaygındır; İzmir'de 2–3 gün dinlenin.",
    "Good 👍🏽, better 🏃‍♀️, best 🏴󠁧󠁢󠁥󠁮󠁧󠁿 – and ♥, ✓, ★, →, ½, ², ₂, µ, Ω.",
    "Hawaiʻi, rock’n’roll, O’Neill, l'eau, d’accord.",
    "snake_case, __init__, kebab-case, CamelCase, v1.2.3, 192.168.0.1, 1e-5.",
    "John 3:16; Acts 2:1–4; Art. 5(2)(b); 10 CFR 20.1003.",
    "Mon–Fri 9:00–17:00, Sat 9–12; closed on 24/12 and 1/1.",
    "100% cotton, 50%–60% wool, size M/L, 2-for-1, A4, No. 5.", "2**8 is 256; a * b and f*.",
  ]
  private static let blocks = [
    "- First, rest.\n- Then walk:\n  - slowly at first,\n  - then faster.\n- [See more](sign:outer-hip-pain)\n",
    "1. Lie down.\n2. Lift the leg.\n\n   Hold it for 5 s.\n3. Lower it.\n", "1) One\n2) Two\n",
    "* a\n* b\n\n+ c\n+ d\n",
    "| Light | Pain | What to do |\n|:--|:-:|--:|\n| Green | 0–3 | Carry on |\n| Amber | <5 | [Wait](sign:outer-hip-pain) |\n| Red | 5+ | **Stop** |\n",
    "Score | What\n--- | ---\n<5 | Carry on\n`a\\|b` \\| c | 0.05**\n",
    "> “Rest is not the enemy,” she said.\n>\n> — Anna, 34\n",
    "> [!NOTE]\n> It may move.\n", "> [!WARNING] Not after surgery\n", "> [!EMERGENCY] Go now.\n",
    "### Why does it hurt?\n", "#### “Knee” — ½ way, 2nd part (b)\n",
    "```swift\nlet a: [Int] = [1]; // [x] **b** {#id} {{x}} ==x== :warning: www.a.org a@b.org\n!!! danger\n:::warning\n> [!NOTE]\n\ta\tb\tc\n\tâ€™ Ã© ﬁ\n```\n",
    "~~~\n{% hint %} [gallery] [[wiki]] ![[x]] %%c%% ^[n] [^my note]\n- [ ] todo\n~~~\n", "---\n",
    "![A hip](hip.svg \"The hip\")\n", "Term, and what it means:\n\nIt is simple.\n",
    "A line that\\\nbreaks, and  \nagain.\n", "Rest.[^one]\n",
    "<!-- a note to myself: {#id} [1] -->\n", "Line one of a verse,\nline two of it,\nand (b) line three.\n",
    "Reps:\n10 then 12\n- then 15\n",
  ]

  @Test func ordinaryTextIsQuiet() {
    let seed: UInt64 = 2026
    var generator = SeededGenerator(seed)
    var bytes = 0
    while bytes < 330_000 {
      var text = ""
      while text.utf8.count < 8000 {
        if Int.random(in: 0..<3, using: &generator) == 0 {
          text += Self.blocks[Int.random(in: 0..<Self.blocks.count, using: &generator)]
        } else {
          let count = Int.random(in: 1...5, using: &generator)
          let separator = Bool.random(using: &generator) ? " " : "\n"
          text += (0..<count).map { _ in
            Self.sentences[Int.random(in: 0..<Self.sentences.count, using: &generator)]
          }
          .joined(separator: separator)
          text += "\n"
        }
        text += "\n"
      }
      text += "[^one]: A day or two; see [@griffin2016].\n"
      bytes += text.utf8.count
      let found = render(text).diagnostics.filter { $0.code != .unusedFootnote }
      #expect(found == [], "seed \(seed)")
      if !found.isEmpty { return }
    }
  }

  /// Each on its own, where two of them might hide each other.
  @Test func eachPieceIsQuiet() {
    for piece in Self.sentences + Self.blocks {
      let found = render(piece + "\n\n[^one]: x\n").diagnostics.filter { $0.code != .unusedFootnote }
      #expect(found == [], "\(piece)")
    }
  }
}
