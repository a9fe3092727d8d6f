/// What makes the search page search: `Browser/search.js`, which reads the index that this folder writes. A site has the
/// script of the program that builds it, unless its designers put a file of the same name into `Templates/assets`.
enum SearchScript {
  static let path = "Templates/assets/search.js"

  /// What is added to a site's own assets: nothing where there is no search page, or the site has such a script itself.
  static func supplied(for tree: SourceTree, _ kinds: [Kind]) -> [(path: String, bytes: [UInt8])] {
    SearchPage.isWanted(tree, kinds) && !tree.assets.contains(path)
      ? [(path, PackageResources.search_js)] : []
  }
}
