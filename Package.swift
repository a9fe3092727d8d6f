// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// A mark in each program that tells it from every other, so that a build need not read the program to know whose cache it has.
let marked: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--build-id=sha1"], .when(platforms: [.linux]))]

let package = Package(
  name: "limber",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "limber", targets: ["LimberCommand"]),
    // A program of its own, so that a build does not begin with loading what only a server needs.
    .executable(name: "limber-preview", targets: ["LimberPreview"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // What lies further down the list knows nothing of what lies above it (docs/architecture.md).
    .executableTarget(
      name: "LimberCommand",
      dependencies: [
        "Authoring", "Comparison", "ExternalLinks", "Site", "SymptomTree", "SiteModel", "YAML", "Files",

        "Diagnostics", "Text", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: marked, plugins: ["StampVersion"]),
    .plugin(name: "StampVersion", capability: .buildTool(), dependencies: ["VersionStamper"]),
    .executableTarget(name: "VersionStamper", path: "Plugins/VersionStamper", swiftSettings: strict),
    .executableTarget(
      name: "LimberPreview",
      dependencies: ["PreviewServer", "Site", "YAML", "Files", "Diagnostics"], swiftSettings: strict,
      linkerSettings: marked),
    .target(
      name: "PreviewServer",
      dependencies: [
        "Site", "Search", "SiteModel", "Markdown", "Files", "Diagnostics",
        "Text",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [
        .embedInCode("Browser/preview.js"), .embedInCode("Browser/preview.css"),
        .embedInCode("Browser/mark.css"),
      ],
      swiftSettings: strict),
    .target(
      name: "Comparison",
      dependencies: ["Site", "SymptomTree", "SiteModel", "Markdown", "Files", "Diagnostics", "Text"],
      swiftSettings: strict),
    .target(
      name: "ExternalLinks",
      dependencies: ["Site", "SiteModel", "Files", "Diagnostics", "Text"], swiftSettings: strict),
    .target(
      name: "Authoring",
      dependencies: [
        "StarterFiles", "Site", "SymptomTree", "SiteModel", "YAML", "Files",
        "Diagnostics", "Text",
      ],
      swiftSettings: strict),
    // The files of `Examples/starter`, put into the program as they are.
    .target(
      name: "StarterFiles", path: "Examples", exclude: ["knee-clinic", "starter"], swiftSettings: strict,
      plugins: ["EmbedStarter"]),
    .plugin(name: "EmbedStarter", capability: .buildTool(), dependencies: ["FolderEmbedder"]),
    .executableTarget(name: "FolderEmbedder", path: "Plugins/FolderEmbedder", swiftSettings: strict),
    .target(
      name: "Site",
      dependencies: [
        "Search", "Writing", "SymptomTree", "SiteModel", "Markdown", "Mustache", "YAML", "Files", "CSystem",
        "Diagnostics", "Text",
      ],
      resources: [.embedInCode("Read/Browser/frame.js")], swiftSettings: strict),
    .target(
      name: "Search", dependencies: ["Text"],
      resources: [.embedInCode("Browser/search.js")], swiftSettings: strict),
    .target(
      name: "Writing", dependencies: ["SiteModel", "Markdown", "Text"], swiftSettings: strict),
    .target(
      name: "SymptomTree", dependencies: ["SiteModel", "YAML", "Diagnostics", "Text"], swiftSettings: strict),
    .target(
      name: "SiteModel", dependencies: ["YAML", "Diagnostics", "Text"], swiftSettings: strict,
      plugins: ["ListFieldTypes"]),
    // The list of the types of field, which is the folder that holds them.
    .plugin(name: "ListFieldTypes", capability: .buildTool(), dependencies: ["FieldTypeLister"]),
    .executableTarget(name: "FieldTypeLister", path: "Plugins/FieldTypeLister", swiftSettings: strict),
    .target(
      name: "Markdown", dependencies: ["CCmark", "CArena", "CBytes", "Diagnostics", "Text"],
      swiftSettings: strict),
    .target(name: "Mustache", dependencies: ["Diagnostics", "Text"], swiftSettings: strict),
    .target(
      name: "YAML", dependencies: ["CYAML", "CArena", "CBytes", "Diagnostics", "Text"], swiftSettings: strict),
    .target(name: "Files", dependencies: ["CSystem", "Diagnostics", "Text"], swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["Text"], swiftSettings: strict),
    .target(name: "Text", dependencies: ["CBytes"], swiftSettings: strict),
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CSystem"),
    .target(name: "CArena"),
    .target(name: "CBytes"),

    .target(name: "FixtureSite", path: "Tests/FixtureSite", swiftSettings: strict),
    // Holds the list above, what files import, and the order of the stages inside `Site`.
    .testTarget(
      name: "ArchitectureTests", dependencies: ["FixtureSite"], exclude: ["Expected"],
      swiftSettings: strict),
    .testTarget(name: "TextTests", dependencies: ["CBytes", "FixtureSite", "Text"], swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "YAMLTests", dependencies: ["YAML", "Diagnostics", "FixtureSite"], swiftSettings: strict),
    .target(name: "Specifications", path: "Tests/Specifications", swiftSettings: strict),
    .testTarget(
      name: "MarkdownTests",
      dependencies: [
        "Markdown", "CCmark", "CArena", "Diagnostics", "FixtureSite", "Specifications", "Text",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MustacheTests", dependencies: ["Mustache", "Diagnostics", "FixtureSite", "Specifications"],
      swiftSettings: strict),
    .testTarget(
      name: "SymptomTreeTests",
      dependencies: ["SymptomTree", "SiteModel", "Diagnostics", "FixtureSite", "YAML"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "PreviewServer", "Comparison", "Authoring", "Site", "Search", "Writing", "SymptomTree", "SiteModel",
        "Mustache", "YAML", "Files", "Diagnostics", "Text", "FixtureSite",
      ], exclude: ["Expected"], swiftSettings: strict),
    .testTarget(
      name: "PreviewServerTests",
      dependencies: ["PreviewServer", "Files", "FixtureSite"],
      swiftSettings: strict),
    .testTarget(name: "LimberCommandTests", dependencies: ["FixtureSite"], swiftSettings: strict),
  ]
)

// `make fuzz`: rooms that count which of their branches an input takes, and the program that feeds them.
if Context.environment["LIMBER_FUZZ"] == "1" {
  let rooms = [
    "Site", "SymptomTree", "SiteModel", "Markdown", "Mustache", "YAML", "Files", "Diagnostics", "Text",
  ]
  for target in package.targets where rooms.contains(target.name) {
    target.swiftSettings = strict + [.unsafeFlags(["-sanitize=fuzzer"])]
  }
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Site", "SymptomTree", "SiteModel", "Markdown", "Mustache", "YAML", "Files", "Diagnostics",
      ],
      path: "Tests/Fuzz", swiftSettings: strict))
}
