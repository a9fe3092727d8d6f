import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// `limber publish`.
  @Suite struct PublishCommandTests {
    private static let files = FileManager.default

    private static func publish(_ site: FixtureSite, _ options: String...) throws -> Limber.Run {
      try Limber.run(["publish", site.path + "-www/clinic", "--source", site.path] + options)
    }

    private static func link(_ site: FixtureSite) -> String? {
      try? files.destinationOfSymbolicLink(atPath: site.path + "-www/clinic")
    }

    private static func page(_ site: FixtureSite) throws -> String {
      try String(contentsOfFile: site.path + "-www/clinic/about/index.html", encoding: .utf8)
    }

    private static func rename(_ site: FixtureSite, _ title: String) throws {
      try site.write(FixtureSite.article(title), to: "Content/pages/about.md")
    }

    private static func clean(_ site: FixtureSite) { try? files.removeItem(atPath: site.path + "-www") }

    private static func inode(_ site: FixtureSite, _ name: String) throws -> Int? {
      try files.attributesOfItem(atPath: site.path + "-www/clinic-versions/\(name)")[.systemFileNumber]
        as? Int
    }

    @Test func aNewVersionAndBack() throws {
      let site = try FixtureSite()
      defer { Self.clean(site) }
      let first = try Self.publish(site)
      #expect(first.status == 0 && first.output.hasPrefix("Published "), "\(first)")
      #expect(first.output.contains(" to \(site.path)-www/clinic in "), "\(first)")
      #expect(Self.link(site) == "clinic-versions/1")
      let again = try Self.publish(site)
      #expect(again.output.contains("no files new or changed"), "\(again)")
      #expect(Self.link(site) == "clinic-versions/1")
      try Self.rename(site, "All about us")
      #expect(try Self.publish(site).status == 0)
      #expect(try Self.link(site) == "clinic-versions/2" && Self.page(site).contains("All about us"))
      // What did not change is the old file itself, so browsers need not load it again.
      #expect(try Self.inode(site, "1/robots.txt") == Self.inode(site, "2/robots.txt"))
      let back = try Self.publish(site, "--back")
      #expect(
        back.status == 0
          && back.output == "`\(site.path)-www/clinic` shows the site before again, version 1.\n", "\(back)")
      #expect(try Self.link(site) == "clinic-versions/1" && !Self.page(site).contains("All about us"))
      let further = try Self.publish(site, "--back")
      #expect(
        further.status == 1
          && further.errors
            == "limber: No earlier site is kept for `\(site.path)-www/clinic`, so there is nothing to go back to.\n",
        "\(further)")
      #expect(try Self.publish(site).status == 0)
      #expect(try Self.link(site) == "clinic-versions/2" && Self.page(site).contains("All about us"))
    }

    @Test func aSiteWithErrorsLeavesTheLinkAsItIs() throws {
      let site = try FixtureSite()
      defer { Self.clean(site) }
      #expect(try Self.publish(site).status == 0)
      try Self.rename(site, "All about us")
      try site.write(FixtureSite.article("Broken", body: "[x](no.md)"), to: "Content/pages/broken.md")
      let run = try Self.publish(site)
      #expect(run.status == 1 && run.errors.contains("[broken-link]"), "\(run)")
      #expect(try Self.link(site) == "clinic-versions/1" && !Self.page(site).contains("All about us"))
      #expect(try Self.publish(site, "--output", "Public").status == 64)
      #expect(try Self.publish(site, "--keep", "0").status == 64)
    }

    @Test func asManyAreKeptAsAreWanted() throws {
      let site = try FixtureSite()
      defer { Self.clean(site) }
      for number in 1...5 {
        try Self.rename(site, "Version \(number)")
        #expect(try Self.publish(site, "--keep", "2").status == 0)
      }
      let kept = try Self.files.contentsOfDirectory(atPath: site.path + "-www/clinic-versions")
      #expect(kept.sorted() == ["3", "4", "5", "lock"])
    }

    /// The folder of a plain build becomes the first version.
    @Test func aPublishedFolderBecomesALink() throws {
      let site = try FixtureSite()
      defer { Self.clean(site) }
      #expect(try site.limber("build", "--output", site.path + "-www/clinic").status == 0)
      #expect(try Self.publish(site).status == 0)
      #expect(Self.link(site) == "clinic-versions/2")
      #expect(try Self.inode(site, "1/robots.txt") == Self.inode(site, "2/robots.txt"))
      #expect(try Self.publish(site, "--back").status == 0)
      #expect(try Self.link(site) == "clinic-versions/1" && Self.page(site).contains("About"))
    }

    /// What programs that copy take for another machine would be a folder here, and nobody would see the site.
    @Test(arguments: [
      "me@host.example:/var/www", "host.example:www", "https://clinic.example", "sftp://host.example/www",
    ])
    func placesElsewhereAreRefused(place: String) throws {
      let site = try FixtureSite()
      for arguments in [["publish", place], ["build", "--output", place]] {
        let run = try Limber.run(arguments + ["--source", site.path])
        #expect(run.status == 1 && run.errors.contains("`\(place)` is on another machine"), "\(run)")
      }
    }

    @Test func whatLimberDidNotMakeIsRefused() throws {
      let site = try FixtureSite()
      defer { Self.clean(site) }
      let place = site.path + "-www/clinic"
      func refusal() throws -> String {
        let run = try Self.publish(site)
        #expect(run.status == 1, "\(run)")
        return run.errors
      }
      try Self.files.createDirectory(atPath: place, withIntermediateDirectories: true)
      try Data().write(to: URL(fileURLWithPath: place + "/photo.jpg"))
      #expect(
        try refusal() == """
          error: The folder `\(place)` contains files that Limber did not create (such as `photo.jpg`). Nothing there was changed. [output-not-ours]
            hint: Publish to another place, or empty this folder yourself.


          """)
      #expect(try Self.files.contentsOfDirectory(atPath: place) == ["photo.jpg"])
      try Self.files.removeItem(atPath: place)
      for target in ["elsewhere/1", "clinic-versions/0", "clinic-versions/01", "clinic-versions/next"] {
        try Self.files.createSymbolicLink(atPath: place, withDestinationPath: target)
        #expect(
          try refusal() == """
            error: `\(place)` is a symbolic link that `limber publish` did not make. [output-not-ours]
              hint: Remove the link, or publish to another place.


            """)
        #expect(Self.link(site) == target)
        try Self.files.removeItem(atPath: place)
      }
      try Data().write(to: URL(fileURLWithPath: place))
      #expect(
        try refusal() == """
          error: The site cannot be published to `\(place)`, which is not a folder. [output-not-a-folder]
            hint: Publish to another place, such as `/var/www/clinic`.


          """)
      let back = try Self.publish(site, "--back")
      #expect(back.status == 1 && back.errors.hasPrefix("limber: The site cannot be published"), "\(back)")
      try Self.files.removeItem(atPath: place)
      #expect(
        try Self.publish(site, "--back").errors
          == "limber: `limber publish` has not published anything to `\(place)`. Name the place where you publish your site.\n"
      )
      #expect(try Self.files.contentsOfDirectory(atPath: site.path + "-www") == [])
    }

    /// At any moment, the link leads to one of the two sites, whole.
    @Test func killedAtAnyMoment() throws {
      let seed = UInt64.random(in: 0...UInt64.max)
      print("PublishCommandTests.killedAtAnyMoment: seed \(seed)")
      var state = seed
      let site = try FixtureSite()
      defer { Self.clean(site) }
      #expect(try Self.publish(site).status == 0)
      var wanted: [[String: [UInt8]]] = []
      for title in ["About one", "About two"] {
        try Self.rename(site, title)
        #expect(try Self.publish(site).status == 0)
        wanted.append(try site.snapshot(site.path + "-www/\(Self.link(site) ?? "")").contents)
      }
      #expect(wanted[0] != wanted[1])
      var duration = 0.05
      var seen = [0, 0]
      for round in 0..<20 {
        try Self.rename(site, ["About one", "About two"][round % 2])
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let build = try Limber.start(
          ["publish", site.path + "-www/clinic", "--source", site.path, "--quiet", "--keep", "1"])
        Thread.sleep(forTimeInterval: duration * (0.3 + Double(state >> 33) / Double(1 << 31)))
        kill(build.processIdentifier, SIGKILL)
        build.waitUntilExit()
        duration *= build.terminationReason == .uncaughtSignal ? 1.3 : 0.75
        let found = try site.snapshot(site.path + "-www/\(Self.link(site) ?? "")").contents
        let which = wanted.firstIndex(of: found)
        #expect(which != nil, "seed \(seed), round \(round): \(found.count) files")
        if let which { seen[which] += 1 }
      }
      print("PublishCommandTests.killedAtAnyMoment: found the two versions \(seen) times")
      #expect(try Self.publish(site).status == 0)
      #expect(try Self.page(site).contains("About two"))
    }
  }
}
