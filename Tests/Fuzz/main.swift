import Glibc

// Coverage-guided fuzzing of one parser (libFuzzer, from LLVM's compiler-rt): `LIMBER_FUZZ_TARGET=markdown Fuzz FOLDER…`, with
// libFuzzer's own options behind. `make fuzz` runs all of them.

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let name = getenv("LIMBER_FUZZ_TARGET").map { String(cString: $0) } ?? ""
guard let target = fuzzTargets[name] else {
  print("LIMBER_FUZZ_TARGET is one of: \(fuzzTargets.keys.sorted().joined(separator: " "))")
  exit(64)
}
/// What libFuzzer's callback reaches, which can hold nothing.
nonisolated(unsafe) let run: ([UInt8]) -> Void = target

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runDriver(&count, &arguments) { bytes, count in
    run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  })
