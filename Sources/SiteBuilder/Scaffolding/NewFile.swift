#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that were not there before.
enum NewFile {
  /// Writes a file and the folders that it needs. What is there already is a failure and stays as it is; when the
  /// disk fails half way, the half is taken away.
  static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    try FolderTree.make(String(PathText.folder(of: path)))
    do {
      try SystemCalls.write(bytes, to: path)
    } catch {
      // Nothing was written if the file could not even be opened: then it is missing, or another's.
      if error.number == ENOSPC || error.number == EIO || error.number == EDQUOT || error.number == EFBIG {
        try? SystemCalls.removeFile(path)
      }
      throw error
    }
  }
}
