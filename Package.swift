// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "limber",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "limber", targets: ["LimberCommand"]),
    // A program of its own, so that a build does not begin with loading what only a server needs.
    .executable(name: "limber-preview", targets: ["LimberPreview"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
  ],
  targets: [
    .target(name: "Diagnostics", swiftSettings: strict),
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CSystem"),
    .target(name: "CArena"),
    .target(name: "YAML", dependencies: ["CYAML", "Diagnostics"], swiftSettings: strict),
    .target(name: "Markdown", dependencies: ["CCmark", "CArena", "Diagnostics"], swiftSettings: strict),
    .target(name: "Mustache", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(name: "SymptomTree", dependencies: ["YAML", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "SiteBuilder",
      dependencies: [
        "CSystem", "Diagnostics", "YAML", "Markdown", "Mustache", "SymptomTree", "StarterFiles",
      ],
      resources: [.embedInCode("Search/Browser/search.js")],
      swiftSettings: strict),
    .target(
      name: "StarterFiles", path: "Examples", exclude: ["knee-clinic", "starter"], swiftSettings: strict,
      plugins: ["EmbedStarter"]),
    .plugin(name: "EmbedStarter", capability: .buildTool(), dependencies: ["FolderEmbedder"]),
    .executableTarget(name: "FolderEmbedder", path: "Plugins/FolderEmbedder", swiftSettings: strict),
    .target(
      name: "PreviewServer",
      dependencies: [
        "SiteBuilder", "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [
        .embedInCode("Browser/preview.js"), .embedInCode("Browser/preview.css"),
        .embedInCode("Browser/mark.css"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "LimberPreview", dependencies: ["PreviewServer", "SiteBuilder", "Diagnostics", "YAML"],
      swiftSettings: strict),
    .executableTarget(
      name: "LimberCommand",
      dependencies: [
        "CSystem", "SiteBuilder", "SymptomTree", "Diagnostics", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(name: "YAMLTests", dependencies: ["YAML", "FixtureSite"], swiftSettings: strict),
    .target(name: "Specifications", path: "Tests/Specifications", swiftSettings: strict),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Specifications"], swiftSettings: strict),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache", "Specifications"], swiftSettings: strict),
    .testTarget(
      name: "SymptomTreeTests", dependencies: ["SymptomTree", "FixtureSite"], swiftSettings: strict),
    .target(name: "FixtureSite", path: "Tests/FixtureSite", swiftSettings: strict),
    .testTarget(
      name: "SiteBuilderTests", dependencies: ["SiteBuilder", "FixtureSite"], exclude: ["Expected"],
      swiftSettings: strict),
    .testTarget(
      name: "PreviewServerTests",
      dependencies: ["PreviewServer", "SiteBuilder", "Diagnostics", "FixtureSite"],
      swiftSettings: strict),
    .testTarget(name: "LimberCommandTests", dependencies: ["FixtureSite"], swiftSettings: strict),
  ]
)
