/// What makes the search page search: `Browser/search.js`, which reads the index that this room writes. A site has the
/// script of the program that builds it, unless its designers put a file of the same name into `Templates/assets`.
package enum SearchScript {
  package static let path = "Templates/assets/search.js"

  package static var bytes: [UInt8] { PackageResources.search_js }
}
