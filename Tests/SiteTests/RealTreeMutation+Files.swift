import Diagnostics
import SymptomTree
import YAML

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

extension RealTreeMutation {
  /// Rules 12 to 15: reviews, versions, paths, vignettes and the care levels.
  static let files: [RealTreeMutation] = [
    .init("change a route and not the version", .treeVersion, "still 2", unsigned: true) {
      try $0.swap(
        in: "settle-leg", "4 or more out of 10, next: visit-leg", "4 or more out of 10, next: visit-leg-side")
    },
    .init("change a level and raise the minor version only", .treeVersion, "still 2", unsigned: true) {
      try $0.swap(in: "soon-spine", "level: soon", "level: routine")
      try $0.swap("version: 2.1.2", "version: 2.2.0")
    },
    .init("change a stage and not the version", .treeVersion, "still 2", unsigned: true) {
      try $0.swap(in: "where", "stage: narrowing", "stage: gate")
    },
    .init("raise the version and not the paths", .treePathsStale, "version 2.1.3", unsigned: true) {
      try $0.swap("version: 2.1.2", "version: 2.1.3")
    },
    .init("change a route and leave the paths", .treePathsStale, "version 3.0.0", unsigned: true) {
      try $0.swap(
        in: "settle-leg", "4 or more out of 10, next: visit-leg", "4 or more out of 10, next: visit-leg-side")
      try $0.swap("version: 2.1.2", "version: 3.0.0")
    },
    .init("lose the paths", .treePathsStale, "is missing", unsigned: true) { $0.paths = nil },
    .init("edit the paths", .treeVersion, "differ from the committed paths", unsigned: true) {
      $0.paths = $0.paths?.replacing("\thome-leg\tself-care", with: "\tvisit-leg\troutine")
    },
    .init("write half a version", .treeFormat, "`version`") { try $0.swap("version: 2.1.2", "version: 2.0") },
    .init("approve without a reviewer", .reviewInvalid, "`reviewer`") {
      try $0.swap("review: {status: pending}", "review: {status: approved}")
    },
    .init("approve what is due before it was reviewed", .reviewInvalid, "`due`") {
      try $0.swap(
        "review: {status: pending}",
        "review: {status: approved, author: A. B., reviewer: Cy Do, reviewed: 2026-11-01, due: 2026-10-01}")
    },
    .init("lose the vignettes", .treeMissingFile, "vignettes") { $0.vignettes = nil },
    .init("lose the care levels", .treeMissingFile, "care levels") { $0.careLevels = nil },
    .init("expect another outcome", .treeVignetteOutcome, "`sheet-7-pop-bruise` should end in `call-911`") {
      try $0.swapVignette("sheet-7-pop-bruise", "outcome: today", "outcome: call-911")
    },
    .init(
      "need more than the tree gives", .treeUnderTriage, "`sheet-7-pop-bruise` needs at least `emergency`"
    ) {
      try $0.swapVignette("sheet-7-pop-bruise", "at-least: urgent", "at-least: emergency")
    },
    .init("drop a vignette", .treeUncoveredEdge, "`child-rest.fine`") {
      try $0.dropVignette("h085")
    },
    .init("drop the last vignette of an outcome", .treeUncoveredOutcome, "`home-leg`") {
      try $0.dropVignette("h110")
    },
    .init("stop half-way in a vignette", .treeVignetteAnswers, "does not answer it") {
      try $0.swapVignette("h085", ", child-rest: fine", "")
    },
    .init("answer what is not asked", .treeVignetteAnswers, "its path does not reach that question") {
      try $0.swapVignette("h085", "child-rest: fine", "child-rest: fine, where: back")
    },
    .init("choose two of one", .treeVignetteAnswers, "`child-rest` takes only one answer") {
      try $0.swapVignette("h085", "child-rest: fine", "child-rest: [fine, unsure]")
    },
    .init("choose `none` and another", .treeVignetteAnswers, "`none` cannot be combined with another answer")
    {
      try $0.swapVignette("h085", "emergency: none", "emergency: [none, chest]")
    },
    .init("name two vignettes alike", .treeDuplicateID, "`sheet-7-pop-bruise`") {
      try $0.swapVignettes("id: sheet-8-foot-drop", "id: sheet-7-pop-bruise")
    },
    .init("add an answer without a vignette", .treeUncoveredEdge, "`back.snap`") {
      try $0.swap(in: "back", "    none:", "      snap: {label: It snaps, next: settle-back}\n    none:")
    },
    .init("rank a care level otherwise", .treeFormat, "`rank` of `soon`") {
      try $0.swapCareLevels("rank: 3", "rank: 4")
    },
    .init("lose a care level", .unknownKey, "`later`") { try $0.swapCareLevels("\nsoon:\n", "\nlater:\n") },
    .init("colour a care level otherwise", .treeUnknownWord, "`azure`") {
      try $0.swapCareLevels("card: blue", "card: azure")
    },
  ]
}
