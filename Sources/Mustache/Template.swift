/// A template compiled for one record type: a program that shows a record.
package struct Template: Sendable {
  package var program: Program

  /// Appends the page for `record`, which has to be of the type that the template was compiled for (values of
  /// any other type show nothing). Linear in what is shown.
  package func render(_ record: Record, into out: inout [UInt8]) {
    var scopes = [Scope(values: record.values)]
    program.run(0..<program.instructions.count, in: &scopes, into: &out)
  }
}
