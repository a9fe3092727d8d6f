import FixtureSite
import Foundation

/// Changes that people make to a site, those of `SiteEdit` and more, and the days that pass.
enum FurtherEdit: CaseIterable {
  case summary, redirect, schedule, redFlags, careLevels, removePicture, smallerPicture, partial, checkedWords
  case glossaryWord, hub, commonWord, otherCase, moveRedirect, work, download, hiddenFile, decomposedName
  case stray, dayPasses

  func apply(to site: FixtureSite, step: Int, day: inout Int, using random: inout SeededGenerator) throws {
    let sign = ["night-pain", "outer-pain"].randomElement(using: &random) ?? "outer-pain"
    let title = sign == "night-pain" ? "Night pain" : "Outer hip pain"
    let path = "Content/signs/\(sign).md"
    switch self {
    case .summary:
      try site.write(
        FixtureSite.article(title).replacing(
          "summary: ", with: "summary: At step \(step), "), to: path)
    case .redirect:
      try site.write(
        FixtureSite.article(title, "redirect-from: [/old-pain/, /older-\(step % 3)/]"), to: path)
    case .moveRedirect:
      // The old address now leads to the other of the two; a text that links to it stays as it is.
      for (name, hasIt) in [("night-pain", step.isMultiple(of: 2)), ("outer-pain", !step.isMultiple(of: 2))] {
        let title = name == "night-pain" ? "Night pain" : "Outer hip pain"
        let text =
          hasIt ? FixtureSite.article(title, "redirect-from: [/pain/]") : FixtureSite.article(title)
        try site.write(text, to: "Content/signs/\(name).md")
      }
      try site.write(FixtureSite.article("About", body: "[Pain](/pain/)"), to: "Content/pages/about.md")
    case .schedule:
      try site.write(
        FixtureSite.article(title, "publish-on: 2026-03-0\(1 + step % 8)", "expires-on: 2026-03-09"), to: path
      )
    case .redFlags:
      try site.write(
        "rf-fall:\n  text: Fell \(step).\n  level: \(step.isMultiple(of: 2) ? "emergency" : "urgent")\n  basis: practice\n",
        to: "Content/red-flags.yaml")
      try site.write(
        FixtureSite.article(title, "red-flags: [rf-fall]", body: "> [!EMERGENCY]\n> Go now."), to: path)
    case .careLevels:
      try site.write(
        "emergency: {heading: Call \(step % 3), phone: \"911\"}\n", to: "Content/care-levels.yaml")
    case .removePicture: try? site.remove("Content/causes/hip.svg")
    case .smallerPicture:
      try site.write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(step % 5 + 2)\" height=\"4\"></svg>",
        to: "Content/signs/side.svg")
      try site.write(
        FixtureSite.article(title, body: "![The side](side.svg)\n\n![The back](../causes/hip.svg)"), to: path)
    case .partial:
      try site.write(
        "<li class=\"c\(step)\"><a href=\"{{url}}\">{{title}}</a> {{summary}}</li>\n",
        to: "Templates/partials/card.mustache")
    case .checkedWords:
      try site.write(
        FixtureSite.configuration(
          "language: en", "language: en\nwriting: {jargon: [bursa, word\(step % 2)]}"),
        to: "site.yaml")
      try site.write(
        FixtureSite.article(title, body: "The bursa and the word0, the word1: a miracle, guaranteed."),
        to: path)
    case .glossaryWord:
      try site.write(
        FixtureSite.article("Bursa", body: "A small cushion.\n\n## Word\(step % 2)"),
        to: "Content/pages/words.md")
    case .hub:
      let names = (0..<6).map { "[](sign:new-\($0))" }.joined(separator: " ")
      for number in 0..<6 {
        try site.write(
          FixtureSite.article("Sign \(number)", body: "See [](page:hub)."),
          to: "Content/signs/new-\(number).md")
      }
      try site.write(FixtureSite.article("Hub \(step)", body: names), to: "Content/pages/hub.md")
    case .commonWord:
      // More than twenty articles mention it, or as many as that.
      let count = step.isMultiple(of: 2) ? 24 : 19
      for number in 0..<24 {
        let text = number < count ? "It is tendon pain." : "It is something else."
        try site.write(
          FixtureSite.article("Question \(number)", body: text), to: "Content/faqs/q-\(number).md")
      }
    case .otherCase:
      try site.write(FixtureSite.article(title.uppercased(), body: "NIGHT PAIN, outer hip pain."), to: path)
    case .work:
      let keys = ["one", "two", "three"].shuffled(using: &random).prefix(2)
      let works = keys.map {
        "{\"id\": \"\($0)\", \"type\": \"book\", \"title\": \"Hips \($0)\", \"issued\": {\"date-parts\": [[2019]]}}"
      }
      try site.write("[\(works.joined(separator: ", "))]", to: "Content/references.json")
      try site.write(FixtureSite.article(title, body: "Known [@two], [@one]."), to: path)
    case .download:
      try site.write("Sheet \(step)", to: "Content/signs/a-sheet.pdf")
      try site.write(FixtureSite.article(title, body: "The [sheet](a-sheet.pdf)."), to: path)
    case .stray:
      if step.isMultiple(of: 2) {
        try site.write(FixtureSite.article("Lost"), to: "Content/other/lost.md")
        try site.write(FixtureSite.article(title, body: "See [it](../other/lost.md)."), to: path)
      } else {
        try? site.remove("Content/other/lost.md")
      }
    case .hiddenFile: try site.write("\(step)", to: "Content/aside-\(step % 2).txt")
    case .decomposedName:
      try site.write(
        FixtureSite.article("Ca\u{66}e\u{301} \(step)", body: "A cafe\u{301} and [](sign:outer-pain)."),
        to: "Content/pages/words.md")
    case .dayPasses: day = day % 9 + 1
    }
  }
}
