import CArena
import CCmark

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one place that touches libcmark's pointers: source bytes in, `SyntaxTree` out.
///
/// Why the pointers hold: the source buffer outlives `cmark_parse_document`, which keeps none of it; every
/// node lies in this thread's arena, which is reset only when this function returns; strings are
/// NUL-terminated, belong to their node, and are copied before that.
enum CMark {
  /// libcmark takes a few thousand small pieces of memory for one article. From an arena they cost a third
  /// less time for the whole parse than from malloc, and giving them back costs nothing.
  static func parse(_ source: [UInt8], smart: Bool, into tree: inout SyntaxTree) {
    tree.removeAll()
    tree.nodes.reserveCapacity(source.count / 8 + 8)
    tree.bytes.reserveCapacity(source.count + 64)
    let options = CMARK_OPT_UNSAFE | (smart ? CMARK_OPT_SMART : 0)
    defer { carena_reset() }
    var memory = cmark_mem(calloc: carena_calloc, realloc: carena_realloc, free: carena_free)
    withUnsafeMutablePointer(to: &memory) { memory in
      // The parser and its tree keep the pointer to `memory`; both are gone when this closure ends.
      guard let parser = cmark_parser_new_with_mem(options, memory) else { return }
      source.withUnsafeBytes { buffer in
        cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
      if let root = cmark_parser_finish(parser) {
        // A tree that grows is there twice, and may have a node for each byte.
        if source.count > 200_000 { tree.nodes.reserveCapacity(count(root)) }
        copy(root, into: &tree)
      }
    }
    if tree.nodes.isEmpty { tree.nodes.append(SyntaxTree.Node(kind: .document, end: 1)) }
  }

  /// How many nodes there are.
  private static func count(_ root: OpaquePointer) -> Int {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var count = 0
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      if event == CMARK_EVENT_ENTER { count += 1 }
    }
    return count
  }

  /// Walks with an explicit stack of open nodes: nesting is as deep as the source says.
  private static func copy(_ root: OpaquePointer, into tree: inout SyntaxTree) {
    var open: [Int32] = []
    var node = root
    var afterLeaf = false
    while true {
      if append(node, afterLeaf: afterLeaf, to: &tree), let child = cmark_node_first_child(node) {
        open.append(Int32(truncatingIfNeeded: tree.nodes.count - 1))
        node = child
        afterLeaf = false
        continue
      }
      afterLeaf = true
      while true {
        if let next = cmark_node_next(node) {
          node = next
          break
        }
        guard let parent = cmark_node_parent(node), let index = open.popLast() else { return }
        node = parent
        tree.nodes[Int(index)].end = Int32(truncatingIfNeeded: tree.nodes.count)
        afterLeaf = false
      }
    }
  }

  /// Copies one node without its children. Answers whether it can have any. `afterLeaf` says that the node
  /// copied before is its left neighbour, so that text may join it.
  private static func append(_ node: OpaquePointer, afterLeaf: Bool, to tree: inout SyntaxTree) -> Bool {
    let type = cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT:
      let text = tree.append(cmark_node_get_literal(node))
      tree.append(text: text, joining: afterLeaf)
      return false
    case CMARK_NODE_SOFTBREAK:
      let start = tree.bytes.count
      tree.bytes.append(0x0A)
      tree.append(text: ByteRange(start, start + 1), joining: afterLeaf)
      return false
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let text = tree.append(cmark_node_get_url(node))
      let title = tree.append(cmark_node_get_title(node))
      tree.append(.init(kind: type == CMARK_NODE_LINK ? .link : .image, text: text, extra: title))
      return true
    case CMARK_NODE_EMPH: tree.append(.init(kind: .emphasis))
    case CMARK_NODE_STRONG: tree.append(.init(kind: .strong))
    case CMARK_NODE_CODE:
      tree.append(.init(kind: .code, text: tree.append(cmark_node_get_literal(node))))
      return false
    case CMARK_NODE_HTML_INLINE:
      tree.append(.init(kind: .htmlInline, text: tree.append(cmark_node_get_literal(node))))
      return false
    case CMARK_NODE_LINEBREAK:
      tree.append(.init(kind: .lineBreak))
      return false
    default: appendBlock(node, type, to: &tree)
    }
    return true
  }

  private static func appendBlock(_ node: OpaquePointer, _ type: cmark_node_type, to tree: inout SyntaxTree) {
    var block = SyntaxTree.Node(kind: .document)
    switch type {
    case CMARK_NODE_BLOCK_QUOTE: block.kind = .quote
    case CMARK_NODE_LIST:
      block.kind = .list
      block.level = UInt8(truncatingIfNeeded: cmark_node_get_list_tight(node))
      let ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      block.number = ordered ? cmark_node_get_list_start(node) : -1
    case CMARK_NODE_ITEM: block.kind = .item
    case CMARK_NODE_CODE_BLOCK:
      block.kind = .codeBlock
      block.text = tree.append(cmark_node_get_literal(node))
      block.extra = tree.append(cmark_node_get_fence_info(node))
    case CMARK_NODE_HTML_BLOCK:
      block.kind = .htmlBlock
      block.text = tree.append(cmark_node_get_literal(node))
    case CMARK_NODE_PARAGRAPH: block.kind = .paragraph
    case CMARK_NODE_HEADING:
      block.kind = .heading
      block.level = UInt8(truncatingIfNeeded: cmark_node_get_heading_level(node))
    case CMARK_NODE_THEMATIC_BREAK: block.kind = .thematicBreak
    default: break
    }
    block.firstLine = cmark_node_get_start_line(node)
    block.lastLine = cmark_node_get_end_line(node)
    tree.append(block)
  }
}

extension SyntaxTree {
  fileprivate mutating func append(_ string: UnsafePointer<CChar>?) -> ByteRange {
    guard let string else { return .empty }
    let start = bytes.count
    let length = strlen(string)
    string.withMemoryRebound(to: UInt8.self, capacity: length) {
      bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
    }
    return ByteRange(start, start + length)
  }

  /// A node without children so far.
  fileprivate mutating func append(_ node: Node) {
    nodes.append(node)
    nodes[nodes.count - 1].end = Int32(truncatingIfNeeded: nodes.count)
  }

  /// Text right after text belongs to the same run: its bytes follow those before.
  fileprivate mutating func append(text: ByteRange, joining: Bool) {
    if joining, let last = nodes.indices.last, nodes[last].kind == .text {
      nodes[last].text.end = text.end
    } else {
      append(Node(kind: .text, text: text))
    }
  }
}
