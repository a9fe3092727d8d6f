import FixtureSite
import Foundation
import Testing

@testable import SiteModel

/// `site.yaml` that cannot be built with.
@Suite struct ConfigurationFaultTests {
  private static let types = FieldTypes.names.map { "`\($0)`" }.joined(separator: ", ")

  private static func found(_ old: String, _ new: String) async throws -> [String] {
    try await faults(["site.yaml": FixtureSite.configuration(old, new)])
      .map { $0.replacing("site.yaml:", with: "") }
  }

  @Test func missingOrEmpty() async throws {
    expectFaults(
      try await faults(["site.yaml": nil]),
      [
        "site.yaml: error missing-file: The source folder has no `site.yaml`. » Check `--source`. To create a new site, use `limber init`."
      ])
    expectFaults(
      try await faults(["site.yaml": nil, "site.yml": "name: Clinic\n"]),
      [
        "site.yaml: error missing-file: The source folder has no `site.yaml`. » If `site.yml` has its settings, rename it to `site.yaml`."
      ])
    expectFaults(
      try await faults(["site.yaml": "# later\n"]), ["site.yaml:1:1: error empty-file: `site.yaml` is empty."]
    )
    expectFaults(
      try await faults(["site.yaml": "description: A clinic.\n"]),
      [
        "site.yaml:1:1: error missing-key: The key `base-url` is missing. » Add `base-url:`, then its value.",
        "site.yaml:1:1: error missing-key: The key `kinds` is missing. » Add `kinds:`, then its value.",
        "site.yaml:1:1: error missing-key: The key `name` is missing. » Add `name:`, then its value.",
      ])
  }

  @Test func noFile() async throws {
    let site = try FixtureSite(["site.yaml": nil])
    let place = site.path(to: "site.yaml")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let faults = [
      "site.yaml: error not-a-file: `site.yaml` must be a file. » Rename what is there, and write the settings to a file."
    ]
    expectFaults(site.lines(try await site.check()), faults)
    try FileManager.default.removeItem(atPath: place)
    try #require(mkfifo(place, 0o600) == 0)
    expectFaults(site.lines(try await site.check()), faults)
    try FileManager.default.removeItem(atPath: place)
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "other.yaml")
    expectFaults(
      site.lines(try await site.check()),
      [
        "site.yaml: error symbolic-link: `site.yaml` must be a file, not a symbolic link. » Replace it with the file that it leads to."
      ])
  }

  @Test(arguments: [
    (
      "language: en", "langage: en",
      "4:1: error unknown-key: There is no key `langage` here. » Did you mean `language`?"
    ),
    (
      "language: en", "language: english language",
      "4:11: error wrong-type: `language` must be a language tag, such as `en-US`, not `english language`."
    ),
    (
      "https://clinic.example/", "clinic.example",
      "3:11: error wrong-type: `base-url` must be an address such as `https://clinic.example/`, not `clinic.example`. » Write `https://clinic.example/`."
    ),
    (
      "https://clinic.example/", "https://clinic.example/a/../b",
      "3:11: error wrong-type: `base-url` must be an address such as `https://clinic.example/`, not `https://clinic.example/a/../b`."
    ),
    (
      "language: en", "language: en\nclinic-type: Physioterapy",
      "5:14: error wrong-type: `clinic-type` must be a schema.org type of medical business, such as `Physiotherapy`, not `Physioterapy`. » Did you mean `Physiotherapy`?"
    ),
    (
      "folder: signs", "folder: signs\n    schema-type: MedicalSign",
      "19:18: error wrong-type: `schema-type` must be one of `MedicalCondition`, `MedicalSymptom`, `ExercisePlan`, `FAQPage`, `Person`, `Place`, `Article`, `Event`, `HowTo`, not `MedicalSign`."
    ),
    (
      "language: en", "language: en\nreview: {unreviewed: alow}",
      "5:22: error wrong-type: `unreviewed` must be `allow`, `warn` or `error`, not `alow`. » Did you mean `allow`?"
    ),
    (
      "language: en", "language: en\nreview: {months: 0}",
      "5:18: error wrong-type: `months` must be between 1 and 120, not `0`."
    ),
    (
      "language: en", "language: en\nmarkdown: {max-bytes: 0}",
      "5:23: error wrong-type: `max-bytes` must be between 1 and 67108864, not `0`."
    ),
    (
      "language: en", "language: en\nmarkdown: {raw-html: yes}",
      "5:22: error wrong-type: `raw-html` must be `true` or `false`, not `yes`. » Write `true`."
    ),
    (
      "language: en", "language: en\nauto-link: {never: hip}",
      "5:20: error wrong-type: `never` must be a list of terms, such as `[hip pain]`, not a single value. » Write `never: [hip]`."
    ),
    (
      "[causes, page:about]", "causes",
      "5:13: error wrong-type: `navigation` must be a list of entries, such as `[causes, page:care]`, not a single value. » Write `navigation: [causes]`."
    ),
    (
      "folder: signs", "folder: Signs",
      "18:13: error wrong-type: `folder` must be a folder name in lowercase letters, such as `causes`, not `Signs`. » Write `signs`."
    ),
    (
      "{to: sign, inverse: causes}", "{to: sing, inverse: causes}",
      "12:19: error unknown-kind: There is no kind `sing`. » Did you mean `sign`?"
    ),
    (
      "{to: cause, symmetric: true}", "{to: sign, symmetric: true}",
      "16:22: error bad-configuration: `see-also` is symmetric, so it must lead to its own kind, `cause`."
    ),
    (
      "{to: cause, symmetric: true}", "{to: cause, symmetric: true, inverse: others}",
      "16:55: error bad-configuration: `see-also` is symmetric, so it cannot have an inverse. » Remove `inverse` or `symmetric`."
    ),
    (
      "inverse: caution-for", "inverse: helps-with",
      "14:7: error bad-name: `caution` has the inverse `helps-with`, but `stretch` already uses that name. » Choose another name."
    ),
    (
      "figure: {type: image}", "Figure: {type: image}",
      "26:7: error bad-name: `Figure` cannot be the name of a field. Use only lowercase letters and digits, with single hyphens between them. » Write `figure`."
    ),
    (
      "figure: {type: image}", "body: {type: image}",
      "26:7: error bad-name: Every page already has `body`. » Choose another name."
    ),
    (
      "figure: {type: image}", "figure: {type: imge}",
      "26:22: error wrong-type: `imge` is not a field type. » Did you mean `image`?"
    ),
    (
      "figure: {type: image}", "figure: {type: picture}",
      "26:22: error wrong-type: `picture` is not a field type. » Write `type: image`."
    ),
    (
      "figure: {type: image}", "figure: {type: banana}",
      "26:22: error wrong-type: `banana` is not a field type. » The types are \(types)."
    ),
    (
      "figure: {type: image}", "figure: {type: image, of: [a]}",
      "26:33: error bad-configuration: `of` is only for fields of the type `choice`."
    ),
    (
      "figure: {type: image}", "figure: {list: true}",
      "26:15: error missing-key: The key `type` is missing. » Add `type:`, then its value."
    ),
    (
      "title: Causes", "title: Causes\n    programme: streches",
      "10:16: error bad-configuration: `programme` refers to `streches`, but the kind `cause` has no such relation. » Did you mean `stretches`?"
    ),
    (
      "title: Questions", "title: Questions\n    programme: about",
      "30:16: error bad-configuration: `programme` refers to `about`, which leads to more than one kind. All parts of a program must be of one kind."
    ),
    (
      "folder: faqs", "folder: signs",
      "28:13: error bad-configuration: The kinds `sign` and `faq` have the same folder, `signs`."
    ),
  ])
  func fault(old: String, new: String, expected: String) async throws {
    // What else follows from the fault (an article in no kind's folder, say) is not the matter here.
    let found = try await Self.found(old, new)
    #expect(found.contains(expected), "\(found)")
  }

  @Test func kindThatIsNoMapping() async throws {
    expectFaults(
      try await faults(["site.yaml": "name: A\nbase-url: https://a.example\nkinds: [cause]\n"]),
      [
        "site.yaml:3:8: error wrong-type: `kinds` must be a mapping of names to kinds, not a list."
      ])
  }

  @Test(arguments: [
    (
      "sings",
      "14: error bad-navigation: `sings` is neither the folder of a kind nor `kind:id`. » Did you mean `signs`?"
    ),
    (
      "cuase:tendon-pain",
      "14: error bad-navigation: There is no kind `cuase`. » Did you mean `cause:tendon-pain`?"
    ),
    ("cause:tendon", "14: error bad-navigation: There is no cause `tendon`."),
    (
      "cause:tendon-pian",
      "14: error bad-navigation: There is no cause `tendon-pian`. » Did you mean `cause:tendon-pain`?"
    ),
    (
      "checker",
      "14: error bad-navigation: The site has no symptom checker. » Remove `checker`, or add a checker in `Content/symptom-checker`."
    ),
  ])
  func navigation(entry: String, expected: String) async throws {
    expectFaults(try await Self.found("[causes, ", "[\(entry), "), ["5:" + expected])
  }

  @Test func navigationToADraft() async throws {
    #expect(
      try await faults(["Content/pages/about.md": FixtureSite.article("About", "draft: true")]).first
        == "site.yaml:5:22: error bad-navigation: `page:about` is a draft. » Remove it until that article is published."
    )
  }
}
