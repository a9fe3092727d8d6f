import FixtureSite
import Foundation

/// Changes that people make to a site, at random.
enum SiteEdit: CaseIterable {
  case body, title, causeTitle, synonym, relation, breakRelation, draft, newArticle, delete, rename,
    renameFolder
  case template, breakTemplate, stylesheet, navigation, references, picture, restore

  static func random(using random: inout SeededGenerator) -> SiteEdit {
    // What breaks a site is soon mended, or there would be little to compare.
    Int.random(in: 0..<4, using: &random) == 0 ? .restore : allCases.randomElement(using: &random) ?? .body
  }

  /// Makes the change; the paths it touches.
  func apply(to site: FixtureSite, step: Int, using random: inout SeededGenerator) throws -> Set<String> {
    let signs = ["night-pain", "outer-pain"]
    let sign = signs.randomElement(using: &random) ?? "outer-pain"
    let path = "Content/signs/\(sign).md"
    let title = sign == "night-pain" ? "Night pain" : "Outer hip pain"
    switch self {
    case .body:
      let body = [
        "Text \(step), with bone stress.",
        "A miracle, [here](../causes/tendon-pain.md#what-helps): bone stress.",
        "Tendon pain, [there](../causes/tendon-pain.md#what-helps) \(step).",
        "A [broken](../causes/tendon-pain.md#nowhere) link.", "## When\n\nOuter hip pain &amp; more.",
      ].randomElement(using: &random)
      return try write(FixtureSite.article(title, body: body ?? ""), path, site)
    case .title: return try write(FixtureSite.article("\(title) \(step % 3)"), path, site)
    case .causeTitle:
      // Before and behind the other causes, with a name that another article has, with a relation to itself.
      let title =
        ["Aching hip", "Bone stress", "Zigzag pain", "Night pain"].randomElement(using: &random) ?? ""
      let other = ["tendon-pain", "bone-stress"].randomElement(using: &random) ?? ""
      return try write(
        FixtureSite.article(
          title, "signs: [outer-pain]", "stretches: [step-ups]", "see-also: [\(other)]",
          body: "Stress \(step)."),
        "Content/causes/bone-stress.md", site)
    case .synonym:
      let words = ["side pain", "stress", "step", "pain at night"].randomElement(using: &random) ?? "pain"
      return try write(FixtureSite.article(title, "also-known-as: [\(words)]"), path, site)
    case .relation:
      let other = signs.randomElement(using: &random) ?? "night-pain"
      return try write(
        FixtureSite.article(
          "Bone stress", "signs: [\(other)]", "stretches: [step-ups]", body: "Stress reaction \(step)."),
        "Content/causes/bone-stress.md", site)
    case .breakRelation:
      return try write(
        FixtureSite.article("Bone stress", "signs: [nothing]", "stretches: []"),
        "Content/causes/bone-stress.md", site)
    case .draft:
      return try write(FixtureSite.article(title, "draft: true", body: "Draft \(step)."), path, site)
    case .newArticle:
      return try write(
        FixtureSite.article("New \(step)", "redirect-from: [/old-\(step)/]", body: "Night pain."),
        "Content/faqs/new-\(step % 4).md", site)
    case .delete: return try remove("Content/faqs/new-\(step % 4).md", site)
    case .rename:
      let (old, new) = ("Content/faqs/new-\(step % 4).md", "Content/faqs/renamed-\(step % 4).md")
      guard let text = try? site.text(of: old) else { return [] }
      return try write(text, new, site).union(try remove(old, site))
    case .renameFolder:
      let (old, new) =
        step.isMultiple(of: 2)
        ? ("Content/signs/sub", "Content/signs/own") : ("Content/signs/own", "Content/signs/sub")
      _ = try write(FixtureSite.article("Inner \(step)"), old + "/inner-\(step % 2).md", site)
      try? site.remove(new)
      try FileManager.default.moveItem(atPath: site.path(to: old), toPath: site.path(to: new))
      return [old, new]
    case .template:
      return try write(
        FixtureSite.page("{{{body}}}<p id=\"\(step % 2 == 0 ? "when" : "note")\">\(step)</p>\n{{>related}}"),
        "Templates/sign.mustache", site)
    case .breakTemplate: return try write(FixtureSite.page("{{wrong}}"), "Templates/faq.mustache", site)
    case .stylesheet: return try write("main { margin: \(step)px; }\n", "Templates/assets/site.css", site)
    case .navigation:
      let entry =
        ["signs", "causes", "page:about", "sign:night-pain"].randomElement(using: &random) ?? "signs"
      return try write(
        FixtureSite.configuration("[causes, page:about]", "[\(entry)]"), "site.yaml", site)
    case .references:
      return try write(
        "[{\"id\": \"one\", \"type\": \"book\", \"title\": \"Hips \(step)\", \"issued\": {\"date-parts\": [[2019]]}}]",
        "Content/references.json", site)
    case .picture:
      return try write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(step + 1)\" height=\"9\"></svg>",
        "Content/causes/hip.svg", site
      ).union(
        try write(
          FixtureSite.cause(body: "![The hip](hip.svg)\n\n## What helps\n\n[](page:about)"),
          "Content/causes/tendon-pain.md", site))
    case .restore:
      var touched: Set<String> = []
      for (path, text) in FixtureSite.files.merging(
        PreviewSiteTests.furtherArticles.compactMapValues { $0 }, uniquingKeysWith: { $1 })
      where (try? site.text(of: path)) != text {
        touched.formUnion(try write(text, path, site))
      }
      return touched
    }
  }

  private func write(_ text: String, _ path: String, _ site: FixtureSite) throws -> Set<String> {
    try site.write(text, to: path)
    return [path]
  }

  private func remove(_ path: String, _ site: FixtureSite) throws -> Set<String> {
    guard (try? site.remove(path)) != nil else { return [] }
    return [path]
  }
}
