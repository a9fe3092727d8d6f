/// Pictures of a tree, proven or not; steps that lead nowhere are left out of the drawing.
extension Tree {
  /// A drawing that needs no other program, readable on a screen and printed in landscape. Every step is an element of
  /// class `edge` with the attributes `data-from`, `data-answer` and `data-to`. Empty for a tree with more nodes than
  /// can be proven.
  package var svg: String {
    questions.count + outcomes.count <= TreeBounds.nodes ? SVGPicture(self).text : ""
  }

  /// The source of a Graphviz drawing.
  package var dot: String { DOTPicture.text(of: self) }

  /// The source of a Mermaid flowchart.
  package var mermaid: String { MermaidPicture.text(of: self) }
}
