import Testing
import Text

@Suite struct SHA256Tests {
  private static func digits(_ bytes: [UInt8]) -> String {
    String(decoding: SHA256.digits(of: bytes), as: UTF8.self)
  }

  /// The examples of FIPS 180-4's own test vectors, and what `sha256sum` says.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("Grüße\n", "b1de61b8108f15d9913e0fa2e6371ed737fbe2be84e63a89ca8ae7a370322371"),
  ])
  func known(text: String, digits: String) { #expect(Self.digits(Array(text.utf8)) == digits) }

  @Test func aMillionLetters() {
    let digits = Self.digits([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(digits == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Where the length no longer fits into the last block, one more begins.
  @Test(arguments: [
    (55, "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"),
    (56, "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"),
    (63, "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"),
    (64, "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"),
    (65, "4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781"),
    (119, "da18797ed7c3a777f0847f429724a2d8cd5138e6ed2895c3fa1a6d39d18f7ec6"),
    (120, "f52b23db1fbb6ded89ef42a23ce0c8922c45f25c50b568a93bf1c075420bbb7c"),
  ])
  func lengths(count: Int, digits: String) {
    #expect(Self.digits((0..<count).map { UInt8($0) }) == digits)
  }
}
