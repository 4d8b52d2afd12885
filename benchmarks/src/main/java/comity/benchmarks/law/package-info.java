/// What a question about the law costs when every State has a book: two hundred States, twenty thousand provisions.
///
/// **Start at** [LawSection].
/// **Uses** law as any room does, spread, nodes and pages; [NaiveScan] is the rival's side. **Used by** the report
/// only.
/// **Never** is part of a node.
/// **Trust** – figures hold for the machine that the report names; the books are drawn by chance, always the same.
package comity.benchmarks.law;
