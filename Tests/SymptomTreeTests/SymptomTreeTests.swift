import Testing

@testable import SymptomTree
