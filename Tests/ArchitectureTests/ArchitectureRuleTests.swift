import Testing

/// The rules see what they are for: each test plants what must not be.
@Suite struct ArchitectureRuleTests {
  private static let manifest = PackageManifest(
    """
    let package = Package(
      products: [.executable(name: "limber", targets: ["LimberCommand"])],
      dependencies: [.package(url: "https://example.org/parser", from: "1.5.0")],
      targets: [
        // .target(name: "Gone"),
        .target(name: "Site", dependencies: ["Files", .product(name: "Parser", package: "parser")]),
        .target(
          name: "Files", path: "Elsewhere", exclude: ["starter"], dependencies: ["Text"], plugins: ["Embed"]),
        .plugin(name: "Embed", capability: .buildTool(), dependencies: ["Embedder"]),
        .testTarget(name: "SiteTests", dependencies: ["Site"], swiftSettings: strict),
      ]
    )
    """)

  private static func targets(_ needs: [String: [String]]) -> [PackageManifest.Target] {
    needs.sorted { $0.key < $1.key }.map { name, dependencies in
      .init(kind: "target", name: name, path: "Sources/" + name, dependencies: dependencies)
    }
  }

  @Test func theManifestIsRead() {
    let read = Self.manifest.targets.map { "\($0.name) \($0.path) \($0.dependencies.joined(separator: " "))" }
    #expect(
      read == [
        "Site Sources/Site Files Parser", "Files Elsewhere Text", "Embed Plugins/Embed Embedder",
        "SiteTests Tests/SiteTests Site",
      ])
  }

  @Test func aRoomThatNamesOneAboveOrBesideIsFound() {
    let targets = Self.targets(["Mustache": ["Text", "Site"], "Search": ["Writing"], "Attic": []])
    #expect(
      Storeys.faults(in: targets) == [
        "`Attic` has no place in the house", "`Mustache` may not name `Site`",
        "`Search` may not name `Writing`",
      ])
  }

  @Test func aCircleIsFound() {
    let targets = Self.targets(["A": ["B"], "B": ["C"], "C": ["B"], "D": ["A"]])
    #expect(Storeys.circles(in: targets) == ["B", "C"])
  }

  @Test func importsAreFound() {
    let source = ##"""
      // import Comment
      import Files
      @testable import struct Text.LineCursor
      #if canImport(Glibc)
        package import Glibc
      #endif
      let script = """
        import { a } from "./b.js";
        \(quoted("import Inside"))
        """
      func `import`(_ format: Format) { format.import(#"import \#(format) Raw"#) }
      let pattern = /"[^"]/
      import Last
      """##
    #expect(
      Imports.of(source).map { "\($0.line) \($0.module)" } == ["2 Files", "3 Text", "5 Glibc", "13 Last"])
  }

  @Test func importsThatNoTargetDeclaresAreFound() {
    let sources = [
      "Sources/Site/Read/Source.swift": "import Files\nimport Parser\nimport Foundation\n",
      "Elsewhere/Reading.swift": "import Site\nimport Text\n",
      "Plugins/Embed/Embed.swift": "import PackagePlugin\n",
      "Tests/SiteTests/SourceTests.swift": "import Testing\n\n@testable import Files\n",
      "Tests/Loose.swift": "",
    ]
    #expect(
      Imports.faults(in: Self.manifest.targets, sources) == [
        "Elsewhere/Reading.swift:1 imports `Site`, which `Files` does not declare",
        "Tests/Loose.swift belongs to no target",
        "Tests/SiteTests/SourceTests.swift:3 imports `Files`, which `SiteTests` does not declare",
        "`SiteTests` declares `Site`, which none of its files imports",
      ])
  }

  @Test func aStageThatNeedsALaterOneIsFound() {
    let sources = [
      "Options.swift": "struct Options { let output: SiteOutput }",
      "Read/Article.swift": """
      struct Article { let slug: String }
      func read() -> Article { finish(Article(slug: "\\(presence([]))")) }
      """,
      "Parse/Body.swift": "struct Body { let article: Article; var head: Head? { article.head } }",
      "Check/Checks.swift":
        "func check(_ body: Body) -> Bool { body.article.link.isEmpty || body.title != nil }",
      "Render/SiteOutput.swift": """
      struct SiteOutput { struct Head {}; let title: String }
      func presence(_ values: [Int]) -> [Int] { values }
      private func finish(_ article: Article) -> Article { article }
      extension Article { var link: String { slug }; private var head: Head? { nil } }
      """,
      "Attic/Old.swift": "",
    ]
    #expect(
      Stages.faults(in: sources) == [
        "Attic/Old.swift is in no stage", "Check/Checks.swift:1 uses `link` of Render",
        "Options.swift:1 uses `SiteOutput` of Render", "Parse/Body.swift:1 uses `Head` of Render",
        "Read/Article.swift:2 uses `presence` of Render",
      ])
    let below = ["struct Hash { var link: Int; func presence() {} }"]
    let types = Stages.faults(in: sources, below: below).filter { $0.contains("uses") }
    #expect(
      types == ["Options.swift:1 uses `SiteOutput` of Render", "Parse/Body.swift:1 uses `Head` of Render"])
  }
}
