/// Fuzzing that is guided by coverage: Jazzer (libFuzzer) makes bytes, sees which branches they take, and
/// goes on from there.
///
/// **Law** – none.
/// **Start at** [Reader], the list of what is fed; [FuzzingTest] runs it, for a short while with every test
/// and longer by `./comity fuzz`.
/// **Uses** the rooms whose readers it feeds. **Used by** nobody.
/// **Never** accepts an exception that a reader has not announced.
/// **Trust** – none.
package comity.fuzzing;
